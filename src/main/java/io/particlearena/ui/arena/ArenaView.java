package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The drawing of the arena: a canvas for the floor, painted only when the view changes, and one above it for the bodies. */
final class ArenaView extends Region {

    private static final double FOLLOW_PER_FRAME = 0.06;

    private final Canvas floor = new Canvas();
    private final Canvas bodies = new Canvas();
    private final Pen floorPen = new ScreenPen(floor.getGraphicsContext2D());
    private final Pen bodiesPen = new ScreenPen(bodies.getGraphicsContext2D());
    private final Motion motion = new Motion();
    private ArenaColours colours = new ArenaColours(Theme.LIGHT);
    private double textSize = 13;
    private AgentColours agents = AgentColours.none();
    private ScenePainter painter = new ScenePainter(colours, agents, textSize);
    private ForecastPainter forecastPainter = new ForecastPainter(colours, agents, textSize);
    private List<Forecast> forecasts = List.of();
    private int own = -1;
    private boolean following;
    private boolean widening;
    private boolean dirty = true;
    private @Nullable Viewport view;
    private @Nullable Viewport painted;
    private long paintings;

    ArenaView() {
        getStyleClass().add("arena-view");
        setMinSize(120, 120);
        floor.setManaged(false);
        bodies.setManaged(false);
        bodies.setId("arena-canvas");
        getChildren().addAll(floor, bodies);
    }

    void setTheme(Theme theme, double size) {
        colours = new ArenaColours(theme);
        textSize = size;
        renewPainters();
        painted = null;
        dirty = true;
    }

    /** Changes the agents' colours. */
    void setAgents(AgentColours next) {
        agents = next;
        renewPainters();
        dirty = true;
    }

    private void renewPainters() {
        painter = new ScenePainter(colours, agents, textSize);
        painter.setOwn(own);
        forecastPainter = new ForecastPainter(colours, agents, textSize);
    }

    /** Says what was predicted for the newest frame, as far as it is to be shown. */
    void setForecasts(List<Forecast> shown) {
        forecasts = List.copyOf(shown);
        dirty = true;
    }

    /** Marks the agent that a person moves; a negative seat marks none. */
    void setOwn(int seat) {
        own = seat;
        renewPainters();
        dirty = true;
    }

    void setFollowing(boolean follow) {
        following = follow;
        dirty = true;
    }

    /** Lets the camera step back where an agent that leaves the arena would be cut off. */
    void setWidening(boolean widen) {
        widening = widen;
        dirty = true;
    }

    /** Takes the newest frame. */
    void accept(EpisodeFrame frame, double now) {
        motion.accept(frame, now);
        dirty = true;
    }

    /** Shows a whole episode at some time, see {@link Motion#seek}. */
    void seek(List<EpisodeFrame> frames, double time) {
        motion.seek(frames, time);
        dirty = true;
    }

    /** Empties the arena. */
    void clear() {
        motion.clear();
        dirty = true;
        view = null;
        painted = null;
        bodies.getGraphicsContext2D().clearRect(0, 0, bodies.getWidth(), bodies.getHeight());
        floor.getGraphicsContext2D().clearRect(0, 0, floor.getWidth(), floor.getHeight());
    }

    /** How often the bodies have been painted. */
    long paintings() {
        return paintings;
    }

    /** Paints if the picture has changed; called once a pulse. */
    void pulse(double now) {
        EpisodeFrame frame = motion.frame();
        if (frame == null || getWidth() < 2 || getHeight() < 2) {
            return;
        }
        boolean turning = moveCamera(frame.scene());
        if (!dirty && !turning && !motion.isMoving(now)) {
            return;
        }
        dirty = motion.isMoving(now);
        Viewport seen = view;
        if (seen == null) {
            return;
        }
        if (painted == null || !painted.looksLike(seen)) {
            FloorPainter.paint(floorPen, seen, frame.scene(), colours);
            painted = seen;
        }
        bodies.getGraphicsContext2D().clearRect(0, 0, bodies.getWidth(), bodies.getHeight());
        painter.paint(bodiesPen, painted, motion, now);
        forecastPainter.paint(bodiesPen, painted, motion, frame.scene(), forecasts, now);
        paintings++;
    }

    /** Whether the view has changed. */
    private boolean moveCamera(Scene scene) {
        Viewport goal = goal(scene);
        Viewport before = view;
        if (before == null || before.width() != goal.width() || before.height() != goal.height()) {
            view = goal;
            return true;
        }
        if (before.looksLike(goal)) {
            return false;
        }
        view = before.towards(goal, FOLLOW_PER_FRAME);
        return true;
    }

    private Viewport goal(Scene scene) {
        if (following) {
            return Viewport.ofAgents(scene, getWidth(), getHeight());
        }
        return widening
                ? Viewport.ofArenaAndAgents(scene, getWidth(), getHeight())
                : Viewport.ofArena(scene, getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (bodies.getWidth() != getWidth() || bodies.getHeight() != getHeight()) {
            for (Canvas canvas : new Canvas[] {floor, bodies}) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
            painted = null;
            dirty = true;
        }
    }
}
