package io.particlearena.ui.shell;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.options.OptionException;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.arena.ArenaPane;
import io.particlearena.ui.chart.ChartsPane;
import io.particlearena.ui.course.CoursePane;
import io.particlearena.ui.setup.SetupModel;
import io.particlearena.ui.setup.SetupPane;
import java.nio.file.Path;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The window: settings on the left, the arena in the middle, charts on the right. One timer is the clock of all that moves. */
public final class MainWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SETUP_EM = 27;
    private static final double LARGEST_SETUP_SHARE = 0.36;
    private static final double ARENA_SHARE = 0.55;

    private final Stage stage;
    private final Workbench workbench;
    private final RunControl control;
    private final Appearance appearance = new Appearance();
    private final FrameRate rate = FrameRate.ofThisMachine();
    private final FrameStatistics statistics = new FrameStatistics();
    private final SetupModel setupModel;
    private final SetupPane setup;
    private final ArenaPane arena = new ArenaPane();
    private final ChartsPane charts = new ChartsPane();
    private final CoursePane course = new CoursePane();
    private final ToolLine tools = new ToolLine();
    private final Banner banner = new Banner();
    private final StatusLine status;
    private final Dialogs dialogs;
    private final SplitPane panes;
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private @Nullable Surroundings surroundings;
    private @Nullable LiveChanges liveChanges;
    private boolean closing;

    /** What an episode takes place in. */
    private record Surroundings(String scenario, Map<String, Object> options) {}

    /** Builds the window into the stage; {@link #show} shows it. */
    public MainWindow(Stage stage, Workbench workbench) {
        this.stage = stage;
        this.workbench = workbench;
        this.control = new RunControl(workbench);
        this.setupModel = new SetupModel(workbench);
        this.setup = new SetupPane(setupModel);
        this.status = new StatusLine();
        this.dialogs = new Dialogs(stage, appearance);
        this.panes = new SplitPane(setup, arena, new BorderPane(charts, course, null, null, null));
        panes.widthProperty().addListener((o, before, now) -> placeDividers());
        BorderPane root = new BorderPane(panes, new VBox(tools, banner), null, status, null);
        root.getStyleClass().add("window");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setTitle("Particle Arena");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(this::closeRequested);
        appearance.dress(scene);
        appearance.themeProperty().addListener((o, before, now) -> applyLook());
        appearance.textSizeProperty().addListener((o, before, now) -> applyLook());
        applyLook();
        connect();
        new Shortcuts(this).install(scene);
    }

    /** Shows the window and starts its clock. */
    public void show() {
        stage.show();
        placeDividers();
        setupModel.validate();
        clock.start();
    }

    /** Takes the window off the screen and stops its clock; what it shows stays. */
    void hide() {
        clock.stop();
        stage.hide();
    }

    /** Starts a run if the settings are in order; else the fault is shown at its field. */
    public void train() {
        if (control.activeProperty().get()) {
            return;
        }
        if (setupModel.validate()) {
            banner.hide();
            control.start(setupModel.spec());
        }
    }

    /** Holds the run, or lets it go on. */
    public void pauseOrResume() {
        if (control.state() == RunState.PAUSED) {
            control.resume();
        } else {
            control.pause();
        }
    }

    /** Asks the run to save and end. */
    public void stop() {
        control.stop();
    }

    /** Shows a recorded episode in the arena. */
    public void replay(Path file) {
        arena.showEmpty("Opening the recording", String.valueOf(file));
        arena.play("Recording", "", () -> workbench.recording(file));
        tools.run.setText(String.valueOf(file.getFileName()));
    }

    /** The look of the window. */
    Appearance appearance() {
        return appearance;
    }

    ArenaPane arena() {
        return arena;
    }

    ChartsPane charts() {
        return charts;
    }

    SetupPane setup() {
        return setup;
    }

    SetupModel setupModel() {
        return setupModel;
    }

    RunControl control() {
        return control;
    }

    FrameStatistics statistics() {
        return statistics;
    }

    void showCommand() {
        try {
            dialogs.showCommand(workbench.command(setupModel.spec()));
        } catch (OptionException e) {
            setupModel.show(e);
        }
    }

    void showShortcuts() {
        dialogs.showShortcuts();
    }

    void changeTheme() {
        appearance.themeProperty().set(appearance.themeProperty().get().other());
    }

    void requestClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void connect() {
        tools.train.setOnAction(event -> train());
        tools.pause.setOnAction(event -> pauseOrResume());
        tools.stop.setOnAction(event -> stop());
        tools.command.setOnAction(event -> showCommand());
        tools.look.setOnAction(event -> changeTheme());
        tools.keys.setOnAction(event -> showShortcuts());
        tools.train.disableProperty().bind(control.activeProperty());
        tools.stop.disableProperty().bind(control.activeProperty().not());
        tools.pause.disableProperty().bind(control.activeProperty().not());
        setup.runningProperty().bind(control.activeProperty());
        control.progressProperty().addListener((o, before, now) -> {
            if (before.state() != now.state()) {
                stateChanged(now.state());
                RunHandle handle = control.handle();
                status.setEngine(handle == null ? Map.of() : handle.engine());
            }
        });
        control.setOnStarted((handle, mailbox) -> started(handle, mailbox));
        control.noticeProperty().addListener((o, before, now) -> status.setNotice(now));
        control.setOnFailure(banner::show);
        control.setOnRefused(setupModel::show);
        setupModel.checkedProperty().addListener((o, before, now) -> settingsChanged());
    }

    private void started(RunHandle handle, RunMailbox mailbox) {
        surroundings = new Surroundings(handle.spec().scenario(), handle.spec().scenarioOptions());
        EpisodeFrame first = workbench.preview(handle.spec()).restart();
        charts.show(handle.agents(), AgentColours.of(first.agents(), first.scene()), mailbox.store());
        course.show(handle.spec(), handle.agents(), mailbox.trails());
        arena.play("", "", handle::newPlayer);
        liveChanges = new LiveChanges(setupModel, handle);
        setupModel.validate();
        tools.run.setText(String.valueOf(handle.folder().getFileName()));
    }

    private void stateChanged(RunState state) {
        boolean paused = state == RunState.PAUSED;
        tools.pause.setText(paused ? "Resume" : "Pause");
        tools.pause.setGraphic((paused ? Icon.PLAY : Icon.PAUSE).node());
        if (state == RunState.PREPARING) {
            course.clear();
            tools.run.setText("");
            arena.stop();
            arena.showEmpty("Preparing", "The run begins in a moment.");
            // Not to a text field, where the keys of the episode would be taken for text.
            arena.requestFocus();
        } else if (!control.hasRun()) {
            surroundings = null;
            preview();
        }
    }

    private void settingsChanged() {
        if (liveChanges != null && control.activeProperty().get()) {
            liveChanges.send();
        }
        preview();
    }

    /** Shows the chosen scenario at random play, where no run is going on and this is not what is shown already. */
    private void preview() {
        ExperimentSpec spec = setupModel.checkedProperty().get();
        if (spec == null || control.activeProperty().get()) {
            return;
        }
        Surroundings chosen = new Surroundings(spec.scenario(), spec.scenarioOptions());
        if (chosen.equals(surroundings)) {
            return;
        }
        surroundings = chosen;
        EpisodePlayer player = workbench.preview(spec);
        EpisodeFrame first = player.restart();
        if (!control.hasRun()) {
            charts.show(first.agents(), AgentColours.of(first.agents(), first.scene()), new SeriesStore());
        }
        tools.run.setText("");
        arena.play("Preview", "All agents act at random. Press Train to let them learn.", () -> player);
    }

    private void applyLook() {
        Theme theme = appearance.themeProperty().get();
        double size = appearance.textSizeProperty().get();
        arena.setTheme(theme, size);
        charts.setTheme(theme, size);
        course.setTheme(theme, size);
        tools.look.setGraphic((theme == Theme.LIGHT ? Icon.DARK : Icon.LIGHT).node());
        placeDividers();
    }

    /** The settings are as wide as their texts need; of the rest the arena takes a little more than the charts. */
    private void placeDividers() {
        double width = panes.getWidth();
        if (width > 0) {
            double left = Math.min(
                    width * LARGEST_SETUP_SHARE, appearance.textSizeProperty().get() * SETUP_EM);
            panes.setDividerPositions(left / width, (left + (width - left) * ARENA_SHARE) / width);
        }
    }

    private void pulse(long now) {
        if (!rate.isDue(now)) {
            return;
        }
        statistics.pulse(now);
        control.pulse();
        arena.pulse(now);
        charts.pulse(now);
        course.pulse(control.progressProperty().get(), now);
        status.show(control.progressProperty().get(), control.hasRun(), now);
    }

    private void closeRequested(WindowEvent event) {
        if (!control.activeProperty().get() && !closing) {
            end();
            return;
        }
        event.consume();
        if (!closing && dialogs.confirmClose()) {
            closing = true;
            control.stopAndThen(this::end);
        }
    }

    private void end() {
        arena.stop();
        charts.close();
        course.close();
        clock.stop();
        // The program ends with its last window.
        stage.hide();
    }
}
