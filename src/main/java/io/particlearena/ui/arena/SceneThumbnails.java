package io.particlearena.ui.arena;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Background;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.transform.Scale;

/**
 * Small pictures of scenarios, painted like the arena from a few steps of an episode at random. Episodes are played and
 * painted on a background thread; only the finished drawing becomes an image on the JavaFX thread, where all methods are
 * called.
 */
public final class SceneThumbnails {

    private static final int STEPS = 9;
    private static final double TEXT = 11;
    private static final double STEP_SECONDS = 0.1;

    private final Workbench workbench;
    private final Background background;
    private final double density;
    private final Map<Key, Image> finished = new HashMap<>();

    /** What a picture shows. */
    private record Key(
            String scenario, Map<String, Object> options, int episode, Theme theme, double width, double height) {}

    /**
     * @param density pixels of the screen for one of the scene
     */
    public SceneThumbnails(Workbench workbench, Background background, double density) {
        this.workbench = workbench;
        this.background = background;
        this.density = density;
    }

    /**
     * Gives the picture of a specification's scenario, at once or later; nothing if its episode cannot be played.
     *
     * @param episode which of the episodes at random play, from 0, so that pictures of one scenario differ
     */
    public void request(
            ExperimentSpec spec, int episode, Theme theme, double width, double height, Consumer<Image> onReady) {
        // Pictures of a size that the window no longer asks for would only fill the memory.
        finished.keySet().removeIf(other -> other.width() != width || other.height() != height);
        Key key = new Key(spec.scenario(), spec.scenarioOptions(), episode, theme, width, height);
        Image known = finished.get(key);
        if (known != null) {
            onReady.accept(known);
            return;
        }
        background.run(() -> draw(spec, key), canvas -> photograph(key, canvas, onReady), e -> {});
    }

    private void photograph(Key key, Canvas canvas, Consumer<Image> onReady) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(density, density));
        canvas.snapshot(
                result -> {
                    finished.put(key, result.getImage());
                    onReady.accept(result.getImage());
                    return null;
                },
                parameters,
                null);
    }

    private Canvas draw(ExperimentSpec spec, Key key) {
        EpisodePlayer player = workbench.preview(spec);
        Motion motion = new Motion();
        EpisodeFrame frame = player.restart();
        for (int before = 0; before < key.episode(); before++) {
            frame = player.restart();
        }
        motion.accept(frame, 0);
        for (int step = 1; step <= STEPS && !frame.last(); step++) {
            frame = player.next();
            motion.accept(frame, step * STEP_SECONDS);
        }
        ArenaColours colours = new ArenaColours(key.theme());
        Viewport view = Viewport.ofArenaAndAgents(frame.scene(), key.width(), key.height());
        Canvas canvas = new Canvas(key.width(), key.height());
        Pen pen = new ScreenPen(canvas.getGraphicsContext2D());
        FloorPainter.paint(pen, view, frame.scene(), colours);
        new ScenePainter(colours, AgentColours.of(frame.agents(), frame.scene()), TEXT)
                .paint(pen, view, motion, STEPS + 1);
        return canvas;
    }
}
