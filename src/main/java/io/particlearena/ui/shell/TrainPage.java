package io.particlearena.ui.shell;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.options.OptionException;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.KeyUse;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.arena.ArenaPane;
import io.particlearena.ui.chart.ChartsPane;
import io.particlearena.ui.course.CoursePane;
import io.particlearena.ui.setup.SetupModel;
import io.particlearena.ui.setup.SetupPane;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Settings on the left, a live episode in the middle, charts on the right: a run is set up, started and watched here. */
final class TrainPage implements Page {

    static final String ID = "train";

    private static final double SETUP_EM = 27;
    private static final double LARGEST_SETUP_SHARE = 0.36;
    private static final double ARENA_SHARE = 0.55;

    private final Workbench workbench;
    private final RunControl control;
    private final Desk desk;
    private final SetupModel setupModel;
    private final SetupPane setup;
    private final ArenaPane arena = new ArenaPane();
    private final ChartsPane charts = new ChartsPane();
    private final CoursePane course = new CoursePane();
    private final ForkLine forkLine = new ForkLine();
    private final SplitPane panes;
    private final ReadOnlyStringWrapper runName = new ReadOnlyStringWrapper("");
    private double textSize = Appearance.NORMAL_TEXT;
    private @Nullable Surroundings surroundings;
    private @Nullable LiveChanges liveChanges;
    private String told = "";

    /** What an episode takes place in. */
    private record Surroundings(String scenario, Map<String, Object> options) {

        static Surroundings of(ExperimentSpec spec) {
            return new Surroundings(spec.scenario(), spec.scenarioOptions());
        }
    }

    TrainPage(Workbench workbench, RunControl control, Desk desk) {
        this.workbench = workbench;
        this.control = control;
        this.desk = desk;
        this.setupModel = new SetupModel(workbench);
        this.setup = new SetupPane(setupModel);
        this.panes = new SplitPane(
                new BorderPane(setup, forkLine, null, null, null),
                arena,
                new BorderPane(charts, course, null, null, null));
        panes.widthProperty().addListener((o, before, now) -> placeDividers());
        setup.runningProperty().bind(control.activeProperty());
        control.setOnStarted(this::started);
        control.setOnChanged(this::changed);
        control.setOnRefused(this::refused);
        control.progressProperty().addListener((o, before, now) -> {
            if (before.state() != now.state()) {
                stateChanged(now.state());
            }
        });
        setupModel.checkedProperty().addListener((o, before, now) -> settingsChanged());
        setupModel.faultProperty().addListener((o, before, now) -> faultChanged(now));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Texts.of("page.train");
    }

    @Override
    public Icon icon() {
        return Icon.ARENA;
    }

    @Override
    public Node content() {
        return panes;
    }

    @Override
    public void shown() {
        placeDividers();
        setupModel.validate();
    }

    @Override
    public void pulse(long now) {
        arena.pulse(now);
        charts.markTrajectories(control.progressProperty().get());
        charts.pulse(now);
        course.pulse(control.progressProperty().get(), now);
    }

    @Override
    public void setTheme(Theme theme, double size) {
        textSize = size;
        arena.setTheme(theme, size);
        charts.setTheme(theme, size);
        course.setTheme(theme, size);
        placeDividers();
    }

    @Override
    public boolean take(KeyEvent key) {
        return arena.take(key);
    }

    @Override
    public List<KeyUse> keys() {
        return Stream.of("hold", "step", "again", "slower", "keep", "follow", "take-over")
                .map(KeyUse::of)
                .toList();
    }

    @Override
    public boolean search() {
        setup.focusSearch();
        return true;
    }

    @Override
    public void close() {
        setup.close();
        arena.stop();
        charts.close();
        course.close();
    }

    /** Starts a run if the settings are in order and none is going on; else says what is wrong and shows its field. */
    boolean train() {
        if (control.activeProperty().get() || !isInOrder()) {
            return false;
        }
        ForkOrigin origin = forkLine.origin();
        if (origin == null) {
            control.start(setupModel.spec());
        } else {
            control.fork(origin, setupModel.spec());
        }
        return true;
    }

    private boolean isInOrder() {
        boolean inOrder = setupModel.validate();
        if (!inOrder) {
            tellFault();
        }
        return inOrder;
    }

    /** Says what the settings' last check found wrong, and shows its field. */
    void tellFault() {
        OptionException fault = setupModel.faultProperty().get();
        if (fault != null) {
            told = String.valueOf(fault.getMessage());
            desk.tellFault(told);
            setup.jumpToFault();
        }
    }

    /** Takes back what was said of a fault, once there is none. */
    private void faultChanged(@Nullable OptionException now) {
        if (now == null && !told.isEmpty()) {
            told = "";
            desk.tellFault("");
        }
    }

    /** The settings, to be trained with several seeds; null, and the reason is shown, if they are not in order. */
    @Nullable
    ExperimentSpec specForSeeds() {
        if (!isInOrder()) {
            return null;
        }
        if (forkLine.origin() != null) {
            desk.tell(Texts.of("runs.seeds.fork"));
            return null;
        }
        return setupModel.spec();
    }

    /** The settings, also before the page was ever shown; null while they are not in order. */
    @Nullable
    ExperimentSpec settings() {
        if (setupModel.checkedProperty().get() == null) {
            setupModel.validate();
        }
        return setupModel.faultProperty().get() == null
                ? setupModel.checkedProperty().get()
                : null;
    }

    /** What is wrong with the settings, or an empty text. */
    String fault() {
        OptionException fault = setupModel.faultProperty().get();
        return fault == null ? "" : String.valueOf(fault.getMessage());
    }

    /** Takes all settings from a specification. */
    void edit(ExperimentSpec spec) {
        forkLine.show(null);
        setup.show(spec);
    }

    /** Lets the next run go on from a checkpoint of another one, whose settings are shown. */
    void forkFrom(ForkOrigin origin) {
        forkLine.show(origin);
    }

    /** The name of what is shown, if it has one. */
    ReadOnlyStringProperty runNameProperty() {
        return runName.getReadOnlyProperty();
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

    private void started(RunHandle handle, RunMailbox mailbox) {
        surroundings = Surroundings.of(handle.spec());
        EpisodeFrame first = workbench.preview(handle.spec()).restart();
        charts.show(
                handle.agents(),
                AgentColours.of(first.agents(), first.scene()),
                new ChartsPane.Values(mailbox.store(), mailbox.histograms()),
                workbench.charts(handle.spec()),
                workbench.published(handle.spec()));
        course.show(handle.spec(), handle.agents(), mailbox.trails());
        arena.play("", "", handle::newPlayer, new RunEpisodes(handle, desk::tell));
        liveChanges = new LiveChanges(setupModel, handle);
        setupModel.validate();
        forkLine.show(null);
        runName.set(String.valueOf(handle.folder().getFileName()));
    }

    private void changed(OptionChange change) {
        if (liveChanges != null) {
            liveChanges.show(change);
        }
        if (change.ofScenario()) {
            charts.endPublished(change.step());
        }
    }

    /** Says why a run was refused wherever one may look: at the field, in the arena and in the status line. */
    private void refused(OptionException fault) {
        String message = String.valueOf(fault.getMessage());
        setupModel.show(fault);
        setup.jumpToFault();
        told = message;
        desk.tellFault(message);
        arena.stop();
        arena.showEmpty(Texts.of("train.refused"), message);
        // So that the next change of settings brings the preview back.
        surroundings = null;
    }

    private void stateChanged(RunState state) {
        if (state == RunState.PREPARING) {
            course.clear();
            runName.set("");
            arena.stop();
            arena.showEmpty(Texts.of("train.preparing.title"), Texts.of("train.preparing.text"));
            // Not to a text field, where the keys of the episode would be taken for text.
            arena.requestFocus();
        } else if (!control.hasRun()) {
            surroundings = null;
            preview();
        } else if (state.isOver()) {
            ended();
        }
    }

    /** The settings are at rest again, and belong to what is shown. */
    private void ended() {
        if (liveChanges != null) {
            liveChanges.end();
            liveChanges = null;
        }
        if (setupModel.validate()) {
            surroundings = Surroundings.of(setupModel.spec());
        }
    }

    private void settingsChanged() {
        if (liveChanges != null) {
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
        if (!control.hasRun()) {
            charts.choose(workbench.charts(spec));
        }
        Surroundings chosen = Surroundings.of(spec);
        if (chosen.equals(surroundings)) {
            return;
        }
        surroundings = chosen;
        EpisodePlayer player = workbench.preview(spec);
        EpisodeFrame first = player.restart();
        if (!control.hasRun()) {
            charts.show(
                    first.agents(),
                    AgentColours.of(first.agents(), first.scene()),
                    new ChartsPane.Values(new SeriesStore(), new HistogramStore()),
                    workbench.charts(spec),
                    List.of());
        }
        runName.set("");
        arena.play(Texts.of("train.preview"), Texts.of("train.preview.hint"), () -> player, null);
    }

    /** The settings are as wide as their texts need; of the rest the arena takes a little more than the charts. */
    private void placeDividers() {
        double width = panes.getWidth();
        if (width > 0) {
            double left = Math.min(width * LARGEST_SETUP_SHARE, textSize * SETUP_EM);
            panes.setDividerPositions(left / width, (left + (width - left) * ARENA_SHARE) / width);
        }
    }
}
