package io.particlearena.ui.arena;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.Steering;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The middle of the window: a live episode with its caption, and the buttons of its player. */
public final class ArenaPane extends BorderPane {

    private static final int NORMAL_SPEED = 3;
    private static final double NANOS = 1e9;

    /** From these widths on, in sizes of the text, all buttons below the arena have their words, with predictions and without. */
    private static final double ROOMY_EM = 52;

    private static final double NARROW_EM = 28;

    /** Texts cost more than bodies, and nobody reads ten of them a second. */
    private static final double TELL_SECONDS = 0.19;

    private final ArenaView view = new ArenaView();
    private final Label caption = new Label();
    private final AgentChips agents = new AgentChips();
    private final VBox empty = new VBox();
    private final Label emptyTitle = new Label();
    private final Label emptyText = new Label();
    private final Label hint = new Label();
    private String title = "";
    private String note = "";
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper frames = new ReadOnlyLongWrapper();
    private final Label speedText = new Label();
    private final ToggleButton keep = new ToggleButton(Texts.of("arena.keep"));
    private @Nullable EpisodeReceiver receiver;
    private final ForecastControls predictions = new ForecastControls(this::showPredictions);
    private final TakeOver takeOver = new TakeOver(this::handTo, this::teach);
    private List<Forecast> forecasts = List.of();
    private final ControlLine controls;
    private int speed = NORMAL_SPEED;
    private @Nullable EpisodePlayback playback;
    private @Nullable EpisodeFrame shown;
    private double toldAt;

    /** An empty arena. */
    public ArenaPane() {
        getStyleClass().add("arena-pane");
        caption.getStyleClass().add("arena-caption");
        caption.setId("arena-caption");
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.accessibleTextProperty().bind(caption.textProperty().map(text -> Texts.of("arena.picture", text)));
        caption.setMinWidth(Region.USE_PREF_SIZE);
        emptyTitle.getStyleClass().add("empty-title");
        emptyText.getStyleClass().add("empty-text");
        emptyText.setWrapText(true);
        empty.getChildren().addAll(emptyTitle, emptyText);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("empty-state");
        hint.getStyleClass().add("arena-hint");
        hint.setId("arena-hint");
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty().and(view.visibleProperty()));
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        StackPane stack = new StackPane(view, empty, hint);
        stack.getStyleClass().add("arena-stack");
        stack.setMinSize(0, 0);
        // What one clicks stays where it is while the score's digits change beside it.
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox first = new HBox(caption, between, takeOver.teaching());
        VBox head = new VBox(first, takeOver.score(), agents);
        head.getStyleClass().add("arena-head");
        setTop(head);
        setCenter(stack);
        controls = controls();
        setBottom(controls);
        controls.setDisable(true);
        addEventHandler(KeyEvent.ANY, takeOver::take);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        focusedProperty().addListener((o, before, now) -> takeOver.release());
        changeSpeed(0);
        showEmpty(Texts.of("arena.none.title"), Texts.of("arena.none.text"));
    }

    /** Shows what there is to do while no episode plays. */
    public void showEmpty(String title, String text) {
        emptyTitle.setText(title);
        emptyText.setText(text);
        empty.setVisible(true);
        view.setVisible(false);
        caption.setText(Texts.of("arena.live"));
        agents.clear();
    }

    /**
     * Plays episodes from a new source instead of the present one.
     *
     * @param what the caption of all episodes; empty for their numbers
     * @param hinted a sentence over the arena, or an empty text
     * @param next receives the episodes that the user wants to keep or to teach; null to offer neither
     */
    public void play(String what, String hinted, Supplier<EpisodePlayer> source, @Nullable EpisodeReceiver next) {
        stop();
        receiver = next;
        title = what;
        note = hinted;
        hint.setText(note);
        frames.set(0);
        EpisodePlayback begun = new EpisodePlayback(source);
        begun.setSpeed(speed);
        begun.setPaused(paused.get());
        playback = begun;
        controls.setDisable(false);
        keep.setVisible(next != null);
    }

    /** Ends the playing and empties the arena. */
    public void stop() {
        if (playback != null) {
            playback.close();
            playback = null;
        }
        controls.setDisable(true);
        receiver = null;
        keep.setSelected(false);
        shown = null;
        forecasts = List.of();
        predictions.clear();
        takeOver.clear();
        view.clear();
    }

    /** Changes colours and the size of texts. */
    public void setTheme(Theme next, double textSize) {
        view.setTheme(next, textSize);
        agents.setTheme(next);
    }

    /** The number of frames shown of the present source. */
    public ReadOnlyLongProperty framesProperty() {
        return frames.getReadOnlyProperty();
    }

    /** Whether the episode is held. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether the camera keeps all agents in the picture. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Called once a pulse. */
    public void pulse(long nanos) {
        double now = nanos / NANOS;
        EpisodePlayback playing = playback;
        if (playing != null) {
            EpisodeFrame frame = playing.takeLatest();
            if (frame != null) {
                show(frame, now);
            }
            Throwable failure = playing.takeFailure();
            if (failure != null) {
                stop();
                showEmpty(Texts.of("arena.refused"), String.valueOf(failure.getMessage()));
            }
        }
        view.pulse(now);
    }

    /** Goes one step on. */
    public void step() {
        paused.set(true);
        if (playback != null) {
            playback.step();
        }
    }

    /** Begins a new episode. */
    public void restart() {
        if (playback != null) {
            playback.restart();
        }
    }

    /** Takes a key that was pressed outside of a text field; says whether it means something here. */
    public boolean take(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> paused.set(!paused.get());
            case RIGHT -> step();
            case R -> restart();
            case K -> keep();
            case C -> following.set(!following.get());
            case OPEN_BRACKET -> changeSpeed(-1);
            case CLOSE_BRACKET -> changeSpeed(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Keeps the present episode once it is over, or lets it go after all. */
    public void keep() {
        if (keep.isVisible() && !keep.isDisabled()) {
            keep.fire();
        }
    }

    private void handTo(int seat, Steering steering) {
        view.setOwn(seat);
        EpisodeFrame frame = shown;
        hint.setText(
                seat < 0 || frame == null
                        ? note
                        : Texts.of(
                                "arena.take-over.hint", frame.agents().get(seat).name()));
        if (playback != null) {
            playback.takeOver(seat, steering);
        }
        if (seat >= 0) {
            paused.set(false);
            // Once the list is closed, which would take the arrow keys for itself.
            Platform.runLater(this::requestFocus);
        }
    }

    private void teach(boolean wanted) {
        EpisodeReceiver taker = receiver;
        if (playback != null) {
            playback.teach(wanted && taker != null ? taker::learnFrom : null);
        }
        if (takeOver.seat() >= 0) {
            // The arrow keys go on moving the agent.
            requestFocus();
        }
    }

    private void wantToKeep() {
        EpisodePlayback playing = playback;
        EpisodeReceiver taker = receiver;
        if (playing == null || taker == null) {
            keep.setSelected(false);
        } else if (!keep.isSelected()) {
            playing.keep(null);
        } else {
            playing.keep(recording -> {
                taker.keep(recording);
                Platform.runLater(() -> keep.setSelected(false));
            });
        }
    }

    /** Goes faster (positive) or slower (negative). */
    public void changeSpeed(int steps) {
        speed = Math.max(0, Math.min(EpisodePlayback.SPEEDS.length - 1, speed + steps));
        double factor = EpisodePlayback.SPEEDS[speed];
        speedText.setText((factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor)) + "×");
        if (playback != null) {
            playback.setSpeed(speed);
        }
    }

    private void show(EpisodeFrame frame, double now) {
        if (empty.isVisible()) {
            empty.setVisible(false);
            view.setVisible(true);
        }
        boolean sameAgents = shown != null && shown.agents().equals(frame.agents());
        shown = frame;
        if (!sameAgents || agents.isEmpty()) {
            AgentColours colours = AgentColours.of(frame.agents(), frame.scene());
            view.setAgents(colours);
            agents.show(frame.agents(), colours);
        }
        if (!sameAgents || now - toldAt >= TELL_SECONDS || frame.last() || paused.get()) {
            toldAt = now;
            tell(frame);
        }
        view.accept(frame, now);
        forecasts = Forecast.of(frame);
        predictions.meet(frame, forecasts);
        takeOver.meet(frame, receiver != null && receiver.learns());
        showPredictions();
        frames.set(frames.get() + 1);
    }

    private void showPredictions() {
        view.setForecasts(predictions.chosen(forecasts));
    }

    private void tell(EpisodeFrame frame) {
        String which = title.isEmpty() ? Texts.of("arena.episode", NumberText.count(frame.episode())) : title;
        caption.setText(Texts.of("arena.caption", which, NumberText.count(frame.step())));
        agents.tell(frame.returns());
    }

    private ControlLine controls() {
        ToggleButton hold = new ToggleButton();
        hold.setId("episode-pause");
        hold.graphicProperty().bind(hold.selectedProperty().map(held -> (held ? Icon.PLAY : Icon.PAUSE).node()));
        hold.selectedProperty().bindBidirectional(paused);
        paused.addListener((o, before, now) -> {
            if (playback != null) {
                playback.setPaused(now);
            }
        });
        ToggleButton follow = new ToggleButton(Texts.of("episodes.follow"));
        follow.setId("camera-follow");
        follow.setGraphic(Icon.FOLLOW.node());
        follow.selectedProperty().bindBidirectional(following);
        following.addListener((o, before, now) -> view.setFollowing(now));
        speedText.getStyleClass().add("speed-text");
        speedText.setId("episode-speed");
        keep.setId("episode-keep");
        keep.setGraphic(Icon.RECORD.node());
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(event -> wantToKeep());
        keep.managedProperty().bind(keep.visibleProperty());
        keep.setVisible(false);
        HBox play = new HBox(
                ControlLine.described(hold, Texts.of("arena.hold.help")),
                ControlLine.described(
                        ControlLine.button("episode-step", Icon.STEP, this::step), Texts.of("arena.step.help")),
                ControlLine.described(
                        ControlLine.button("episode-restart", Icon.RESTART, this::restart),
                        Texts.of("arena.again.help")),
                ControlLine.spacer(),
                ControlLine.described(
                        ControlLine.button("episode-slower", Icon.SLOWER, () -> changeSpeed(-1)),
                        Texts.of("arena.slower.help")),
                speedText,
                ControlLine.described(
                        ControlLine.button("episode-faster", Icon.FASTER, () -> changeSpeed(1)),
                        Texts.of("arena.faster.help")));
        HBox choices = new HBox(
                takeOver,
                predictions,
                ControlLine.described(keep, Texts.of("arena.keep.help")),
                ControlLine.described(follow, Texts.of("episodes.follow.help")));
        follow.setMinWidth(Region.USE_PREF_SIZE);
        for (HBox group : List.of(play, choices)) {
            group.setAlignment(Pos.CENTER_LEFT);
            group.getStyleClass().add("control-group");
        }
        ControlLine line = new ControlLine(play, choices);
        line.getStyleClass().add("arena-controls");
        line.widthProperty().addListener((o, before, now) -> shorten(line, follow));
        predictions.managedProperty().addListener((o, before, now) -> shorten(line, follow));
        return line;
    }

    /** Leaves out the words of buttons that a picture and a tip explain where the names of agents need the room. */
    private void shorten(ControlLine line, ToggleButton follow) {
        double needed = predictions.isManaged() ? ROOMY_EM : NARROW_EM;
        boolean narrow = line.getWidth() < needed * speedText.getFont().getSize();
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        keep.setContentDisplay(display);
        follow.setContentDisplay(display);
    }
}
