package io.particlearena.ui.shell;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.options.OptionException;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.command.CommandPalette;
import io.particlearena.ui.compare.ComparePage;
import io.particlearena.ui.episodes.EpisodesPage;
import io.particlearena.ui.gallery.StartPage;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.preferences.WindowPlace;
import io.particlearena.ui.runs.RunsPage;
import io.particlearena.ui.setup.SetupPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * The window: the buttons of its run along the top, its pages on the left, one of them in the middle. One timer is the clock
 * of all that moves.
 */
public final class MainWindow implements Desk {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Workbench workbench;
    private final KeptPreferences preferences;
    private final ProgramLog log;
    private final RunControl control;
    private final Appearance appearance = new Appearance();
    private final FrameRate rate = FrameRate.ofThisMachine();
    private final FrameStatistics statistics = new FrameStatistics();
    private final FileOpening files;
    private final StartPage startPage;
    private final TrainPage trainPage;
    private final RunsPage runsPage;
    private final EpisodesPage episodesPage;
    private final List<Page> pages;
    private final PageRail rail;
    private final Closing closing;
    private final BorderPane middle = new BorderPane();
    private final WindowCommands commands;
    private final ToolLine tools;
    private final CommandPalette palette = new CommandPalette();
    private final PaletteContent paletteContent;
    private final Banner banner = new Banner();
    private final StatusLine status;
    private final Dialogs dialogs;
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private Page page;

    /** A window that forgets how it was left. */
    public MainWindow(Stage stage, Workbench workbench) {
        this(stage, workbench, KeptPreferences.forgotten(), new ProgramLog());
    }

    /** Builds the window into the stage, as it was left; {@link #show} shows it. */
    public MainWindow(Stage stage, Workbench workbench, KeptPreferences preferences, ProgramLog log) {
        this.stage = stage;
        this.workbench = workbench;
        this.preferences = preferences;
        this.log = log;
        this.status = new StatusLine(log);
        this.control = new RunControl(workbench);
        this.dialogs = new Dialogs(stage, appearance, preferences, log);
        this.files = new FileOpening(this, workbench);
        this.startPage = new StartPage(workbench, this, () -> files.choose(stage));
        this.trainPage = new TrainPage(workbench, control, this);
        this.episodesPage = new EpisodesPage(workbench, this);
        ComparePage comparePage = new ComparePage(workbench, trainPage::settings, trainPage::fault);
        this.runsPage = new RunsPage(workbench, this);
        this.pages = List.of(startPage, trainPage, runsPage, episodesPage, comparePage);
        this.page = pages.stream()
                .filter(each -> each.id().equals(preferences.get().page()))
                .findFirst()
                .orElse(startPage);
        this.rail = new PageRail(pages, this::show);
        this.commands = new WindowCommands(this, dialogs);
        this.tools = new ToolLine(commands);
        this.paletteContent = new PaletteContent(this, workbench);
        middle.setLeft(rail);
        BorderPane screen = new BorderPane(middle, new VBox(tools, banner), null, status, null);
        screen.getStyleClass().add("window");
        Scene scene = new Scene(new StackPane(screen, palette), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setTitle("Particle Arena");
        this.closing = new Closing(control, pages, dialogs, this::end);
        stage.setOnCloseRequest(closing::requested);
        appearance.follow(preferences);
        appearance.dress(scene);
        appearance.setOnChange(this::applyLook);
        connect();
        new Shortcuts(this).install(scene, commands);
        files.install(scene);
        rail.mark(page);
        middle.setCenter(page.content());
        WindowPlace left = preferences.get().place();
        if (left != null) {
            left.give(stage);
        }
        LeastSize.keep(stage, appearance.textSizeProperty());
        KeptMaximised.keep(stage);
    }

    /** Shows the window and starts its clock. */
    public void show() {
        appearance.keepIn(preferences);
        stage.show();
        page.shown();
        clock.start();
    }

    /** Takes the window off the screen and stops its clock; what it shows stays. */
    void hide() {
        clock.stop();
        stage.hide();
    }

    @Override
    public void show(String id) {
        show(pages.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow());
    }

    @Override
    public void edit(ExperimentSpec spec) {
        show(trainPage);
        if (control.activeProperty().get()) {
            tell(Texts.of("edit.running"));
        } else {
            trainPage.edit(spec);
        }
    }

    @Override
    public void fork(ForkOrigin origin, ExperimentSpec spec) {
        boolean free = !control.activeProperty().get();
        edit(spec);
        if (free) {
            trainPage.forkFrom(origin);
        }
    }

    @Override
    public void train(ExperimentSpec spec) {
        boolean free = !control.activeProperty().get();
        edit(spec);
        if (free) {
            train();
        }
    }

    @Override
    public void resume(Path run, ExperimentSpec spec) {
        boolean free = !control.activeProperty().get();
        edit(spec);
        if (free) {
            control.startAgain(run, spec);
            banner.hide();
        }
    }

    @Override
    public void open(Path file) {
        files.open(file);
    }

    @Override
    public void watch(Path run, long step) {
        episodesPage.open(run, step);
        show(episodesPage);
    }

    @Override
    public void read(String name) {
        startPage.read(name);
        show(startPage);
    }

    @Override
    public void tell(String notice) {
        status.setNotice(notice);
    }

    @Override
    public void tellFault(String fault) {
        status.setFault(fault);
    }

    /** Says that a part of the program failed; may be called from any thread. */
    void tellCrash(String message, Throwable thrown, Path folder) {
        Platform.runLater(() -> banner.show(new RunFailure(message, thrown), () -> files.showFolder(folder)));
    }

    private void runFailed(RunFailure failure) {
        log.fail("run", failure.message(), failure.cause());
        banner.show(failure);
    }

    /** Starts a run if the settings are in order; else the fault is shown at its field. */
    public void train() {
        show(trainPage);
        if (trainPage.train()) {
            banner.hide();
        }
    }

    /** Offers to train the settings with several seeds, if they are in order. */
    void trainSeeds() {
        ExperimentSpec spec = trainPage.specForSeeds();
        show(spec == null ? trainPage : runsPage);
        if (spec != null) {
            runsPage.showSeeds(spec);
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

    /** Shows a recorded episode. */
    public void replay(Path file) {
        episodesPage.open(file);
        show(episodesPage);
    }

    /** The look of the window. */
    Appearance appearance() {
        return appearance;
    }

    WindowCommands commands() {
        return commands;
    }

    List<Page> pages() {
        return pages;
    }

    StartPage startPage() {
        return startPage;
    }

    TrainPage trainPage() {
        return trainPage;
    }

    EpisodesPage episodesPage() {
        return episodesPage;
    }

    RunControl control() {
        return control;
    }

    FrameStatistics statistics() {
        return statistics;
    }

    void show(Page next) {
        rail.mark(next);
        if (middle.getCenter() == next.content()) {
            return;
        }
        page.hidden();
        page = next;
        middle.setCenter(next.content());
        next.shown();
    }

    /** Gives the page on the screen a key; says whether it knew it. */
    boolean offer(KeyEvent key) {
        return page.take(key);
    }

    void showCommand() {
        try {
            dialogs.showCommand(workbench.command(trainPage.setupModel().spec()));
        } catch (OptionException e) {
            show(trainPage);
            trainPage.setupModel().show(e);
            trainPage.tellFault();
        }
    }

    void showPalette() {
        palette.open(paletteContent.known(commands.all()));
        paletteContent.readRuns(palette::add);
    }

    void search() {
        if (!page.search()) {
            show(trainPage);
            trainPage.search();
        }
    }

    /** Does something with the settings, where they are on the screen. */
    void withSettings(Consumer<SetupPane> action) {
        if (page == trainPage) {
            action.accept(trainPage.setup());
        }
    }

    void chooseFile() {
        files.choose(stage);
    }

    /** Lets all runs save and end, and waits until they have; for a program that is being ended from outside. */
    void saveAndWait() {
        closing.saveAndWait();
    }

    void requestClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void connect() {
        tools.runProperty().bind(trainPage.runNameProperty());
        control.progressProperty().addListener((o, before, now) -> {
            if (before.state() != now.state()) {
                stateChanged(now.state());
            }
        });
        control.noticeProperty().addListener((o, before, now) -> tell(now));
        control.setOnFailure(this::runFailed);
        preferences.setOnProblem(this::tell);
    }

    private void stateChanged(RunState state) {
        tools.showPaused(state == RunState.PAUSED);
        RunHandle handle = control.handle();
        status.setEngine(handle == null ? Map.of() : handle.engine());
    }

    private void applyLook() {
        Theme theme = appearance.themeProperty().get();
        double size = appearance.textSizeProperty().get();
        pages.forEach(each -> each.setTheme(theme, size));
        tools.showTheme(theme);
    }

    private void pulse(long now) {
        if (!rate.isDue(now)) {
            return;
        }
        statistics.pulse(now);
        control.pulse();
        page.pulse(now);
        preferences.note(stage, page.id(), now);
        status.show(control.progressProperty().get(), control.hasRun(), now);
    }

    private void end() {
        clock.stop();
        preferences.leave(page.id(), WindowPlace.of(stage, preferences.get().place()));
        // The program ends with its last window; what pages still have to save then holds up nothing that is seen.
        stage.hide();
        for (Page each : pages) {
            each.close();
        }
        files.close();
        paletteContent.close();
        preferences.close();
    }
}
