package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.experiment.RunHistory;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunListing;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.KeyUse;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.arena.ArenaPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Any recorded moment of any run, one or several side by side, with all that is known of every step. */
public final class EpisodesPage implements Page {

    /** The page's {@link Page#id}. */
    public static final String ID = "episodes";

    private static final long FOLLOW_NANOS = 3_000_000_000L;
    private static final double PANEL_EM = 25;

    private final Workbench workbench;
    private final EpisodeArchive archive;
    private final Desk desk;
    private final Background background = new Background("episodes");
    private final Playhead playhead = new Playhead();
    private final EpisodeKeys keys;
    private final ArenaGrid grid = new ArenaGrid(this::activated);
    private final TrainingAxis axis = new TrainingAxis(this::choose);
    private final Timeline timeline = new Timeline(playhead);
    private final StepPanel panel = new StepPanel();
    private final EpisodesHead head;
    private final ArenaLoader loader;
    private final EpisodeExport exporting;
    private final ArenaPane live = new ArenaPane();
    private final VBox below;
    private final SplitPane middle = new SplitPane(grid, panel);
    private final BorderPane content = new BorderPane();
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;
    private boolean opened;
    private long followedAt;

    /**
     * @param workbench whose runs there are to choose from
     * @param desk told what the user should know
     */
    public EpisodesPage(Workbench workbench, Desk desk) {
        this.workbench = workbench;
        this.archive = workbench.episodes();
        this.desk = desk;
        this.loader = new ArenaLoader(archive, background, grid, playhead, this::activated);
        this.exporting = new EpisodeExport(desk::tell);
        this.head = new EpisodesHead(this, grid, axis);
        this.keys = new EpisodeKeys(playhead, head, this::move);
        head.show(grid.active());
        content.getStyleClass().add("episodes-page");
        content.setTop(head);
        content.setCenter(middle);
        below = new VBox(exporting, timeline, new PlayControls(playhead));
        content.setBottom(below);
        SplitPane.setResizableWithParent(panel, false);
        middle.widthProperty().addListener((o, before, now) -> placeDivider());
        playhead.timeProperty().addListener((o, before, now) -> grid.seek(now.doubleValue()));
        playhead.toldStepProperty().addListener((o, before, now) -> panel.seek(now.intValue()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Texts.of("page.episodes");
    }

    @Override
    public Icon icon() {
        return Icon.FILM;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        placeDivider();
        readRuns();
        timeline.requestFocus();
    }

    @Override
    public void pulse(long now) {
        live.pulse(now);
        playhead.pulse(now);
        grid.pulse(now);
        if (now - followedAt > FOLLOW_NANOS) {
            followedAt = now;
            follow();
        }
    }

    @Override
    public void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        live.setTheme(theme, size);
        grid.setTheme(theme, size);
        axis.setTheme(theme, size);
        timeline.setTheme(theme, size);
        panel.setTheme(theme, size);
        placeDivider();
    }

    @Override
    public void hidden() {
        head.endLive();
    }

    @Override
    public List<KeyUse> keys() {
        return keys.uses();
    }

    @Override
    public boolean take(KeyEvent key) {
        if (isLive()) {
            return live.take(key);
        }
        return keys.take(key);
    }

    @Override
    public boolean open(Path file) {
        opened = true;
        Path path = file.toAbsolutePath().normalize();
        Path run = path.resolve("../..").normalize();
        if (new RunFolder(run).exists() && new RunFolder(run).episodes().equals(path.getParent())) {
            show(run, history -> Optional.of(EpisodeChoice.recorded(run, EpisodeFile.of(path))));
        } else {
            grid.active().setHistory(null);
            choose(EpisodeChoice.of(file));
        }
        return true;
    }

    /** Shows the episode of a run that is nearest to a moment of its training. */
    public void open(Path run, long step) {
        opened = true;
        show(run, history -> Moments.of(history).nearest(step));
    }

    @Override
    public void close() {
        live.stop();
        exporting.close();
        background.close();
    }

    /** How the moment that is shown first is found in what there is of a run. */
    private interface FirstChoice {
        Optional<EpisodeChoice> in(RunHistory history);
    }

    private void show(Path run, FirstChoice first) {
        ArenaCell cell = grid.active();
        background.run(
                () -> archive.history(run),
                history -> {
                    cell.setHistory(history);
                    activated();
                    first.in(history).ifPresentOrElse(this::choose, () -> {
                        cell.clear();
                        cell.setHistory(history);
                        activated();
                    });
                },
                this::refuse);
    }

    /** Shows the newest recording of a run. */
    void chooseRun(Path run) {
        opened = true;
        show(run, history -> {
            if (grid.arrangement() == Arrangement.TRAINING) {
                loader.spread(history);
                return Optional.ofNullable(grid.active().choice());
            }
            return Moments.of(history).newest(grid.arrangement() == Arrangement.CHECKPOINT);
        });
    }

    /** Shows an episode in the arena that choices are about; in all nine where these are one checkpoint's. */
    void choose(EpisodeChoice choice) {
        head.endLive();
        if (grid.arrangement() == Arrangement.CHECKPOINT && choice.isPlayed()) {
            loader.playMany(choice);
        } else {
            loader.load(grid.active(), choice);
        }
        activated();
    }

    /** Shows another number of arenas, filled with what is nearest to what was shown before. */
    void arrange(Arrangement next) {
        ArenaCell before = grid.active();
        EpisodeChoice choice = before.choice();
        Optional<RunHistory> history = before.history();
        grid.arrange(next);
        if (history.isEmpty() || choice == null) {
            activated();
            return;
        }
        switch (next) {
            case TWO -> loader.addFirst(history.get());
            case TRAINING -> loader.spread(history.get());
            case CHECKPOINT -> loader.playCheckpointNear(history.get(), choice.step());
            default -> {}
        }
        activated();
    }

    /** Shows the moment that comes some places later or earlier in training. */
    void move(int places) {
        ArenaCell cell = grid.active();
        EpisodeChoice choice = cell.choice();
        if (choice != null) {
            cell.history()
                    .flatMap(history -> Moments.of(history).beside(choice, places))
                    .ifPresent(this::choose);
        }
    }

    /** Lets the policies of the present checkpoint play one more episode. */
    void playAnother() {
        EpisodeChoice choice = grid.active().choice();
        if (choice != null && choice.isPlayed()) {
            int many =
                    grid.arrangement() == Arrangement.CHECKPOINT ? grid.cells().size() : 1;
            EpisodeChoice first = many == 1
                    ? choice
                    : Objects.requireNonNull(grid.cells().get(0).choice());
            choose(EpisodeChoice.played(choice.run().orElseThrow(), choice.checkpoint(), first.number() + many));
        }
    }

    /** Prepares a new run that goes on from the checkpoint of the moment that is shown. */
    void fork() {
        grid.active()
                .origin()
                .ifPresent(origin -> background.run(
                        () -> workbench.specOf(origin.run()), spec -> desk.fork(origin, spec), this::refuse));
    }

    /** Keeps the episode that is shown among its run's recordings. */
    void record() {
        EpisodeChoice choice = grid.active().choice();
        Episode episode = grid.active().episode();
        if (choice == null || episode == null || !choice.isPlayed()) {
            return;
        }
        Path run = choice.run().orElseThrow();
        background.run(
                () -> archive.record(run, episode, choice.number()),
                file -> {
                    desk.tell(Texts.of("episodes.recorded", String.valueOf(file.getFileName())));
                    show(run, history -> Optional.of(EpisodeChoice.recorded(run, EpisodeFile.of(file))));
                },
                this::refuse);
    }

    /** Writes all arenas as a film. */
    void exportFilm(Path file) {
        double speed = Math.scalb(1.0, playhead.speedProperty().get());
        exporting.film(grid.cells(), grid.arrangement().columns(), theme, speed, file);
    }

    /** Writes the way of an agent of the arena that choices are about. */
    void exportTrace(int seat, Path file) {
        exporting.trace(grid.active(), seat, theme, file);
    }

    /** Lets the policies of the checkpoint that is shown play on and on, so that a person can play along; or ends that. */
    void setLive(boolean wanted) {
        EpisodeChoice choice = grid.active().choice();
        if (wanted && choice != null && choice.isPlayed()) {
            Path run = choice.run().orElseThrow();
            live.showEmpty(Texts.of("episodes.opening"), choice.liveTitle());
            live.play("", "", () -> archive.live(run, choice.checkpoint()), null);
            content.setCenter(live);
            content.setBottom(null);
        } else {
            live.stop();
            content.setCenter(middle);
            content.setBottom(below);
        }
        head.show(grid.active());
    }

    private boolean isLive() {
        return content.getCenter() == live;
    }

    /** Shows what belongs to the arena that choices are about. */
    private void activated() {
        ArenaCell cell = grid.active();
        axis.show(cell.history().orElse(null));
        axis.choose(cell.choice());
        head.show(cell);
        Episode episode = cell.episode();
        playhead.setSteps(grid.cells().stream()
                .map(ArenaCell::episode)
                .mapToInt(each -> each == null ? 0 : each.steps())
                .max()
                .orElse(0));
        if (episode != null) {
            timeline.show(episode);
        }
        panel.show(episode);
        panel.seek(playhead.toldStepProperty().get());
    }

    void readRuns() {
        background.run(workbench::runs, this::showRuns, this::refuse);
    }

    private void showRuns(List<RunListing> runs) {
        head.showRuns(runs);
        if (!opened) {
            runs.stream()
                    .filter(run -> run.problem().isEmpty())
                    .findFirst()
                    .ifPresent(run -> chooseRun(run.folder().path()));
        }
    }

    /** Looks for new moments of the run that is shown. */
    private void follow() {
        ArenaCell cell = grid.active();
        cell.history()
                .ifPresent(known -> background.run(
                        () -> archive.history(known.run()),
                        history -> {
                            if (cell.history().equals(Optional.of(known)) && !history.equals(known)) {
                                cell.setHistory(history);
                                axis.show(grid.active().history().orElse(null));
                            }
                        },
                        e -> {}));
    }

    private void refuse(Exception e) {
        desk.tell(String.valueOf(e.getMessage()));
    }

    private void placeDivider() {
        double width = middle.getWidth();
        if (width > 0) {
            middle.setDividerPositions(Math.max(0.5, 1 - PANEL_EM * textSize / width));
        }
    }
}
