package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where bodies are between two frames, and where they were before: an episode has about ten steps a second, the screen
 * sixty pictures. What is shown therefore lags one step behind.
 */
final class Motion {

    /** Steps that a trail reaches back. */
    static final int TRAIL = 14;

    /** Frames that follow each other faster than this are shown as they come. */
    private static final double SHORTEST_GLIDE_SECONDS = 0.03;

    private static final double LONGEST_GLIDE_SECONDS = 0.25;

    private final Map<String, Trail> trails = new HashMap<>();
    private @Nullable EpisodeFrame current;
    private double arrived;
    private double glide;
    /** The share of the way where it does not depend on the clock; negative where it does. */
    private double placed = -1;

    /** A body's latest positions; index 0 is the newest. */
    static final class Trail {
        final double[] x = new double[TRAIL];
        final double[] y = new double[TRAIL];
        int length;

        private void push(double newX, double newY) {
            System.arraycopy(x, 0, x, 1, TRAIL - 1);
            System.arraycopy(y, 0, y, 1, TRAIL - 1);
            x[0] = newX;
            y[0] = newY;
            length = Math.min(TRAIL, length + 1);
        }
    }

    /**
     * Shows a whole episode at some time.
     *
     * @param frames the episode at its beginning and after every step
     * @param time in steps; between two steps, bodies are on the way to the second
     */
    void seek(List<EpisodeFrame> frames, double time) {
        int to = Math.max(0, Math.min(frames.size() - 1, (int) Math.ceil(time)));
        placed = to == 0 ? 1 : Math.max(0, Math.min(1, time - (to - 1)));
        trails.clear();
        for (int step = Math.max(0, to - TRAIL + 1); step <= to; step++) {
            push(frames.get(step));
        }
        current = frames.get(to);
    }

    /** Takes the newest frame. */
    void accept(EpisodeFrame frame, double now) {
        placed = -1;
        boolean follows = current != null && current.episode() == frame.episode() && frame.step() > current.step();
        glide = follows ? Math.min(LONGEST_GLIDE_SECONDS, now - arrived) : 0;
        if (glide < SHORTEST_GLIDE_SECONDS) {
            glide = 0;
        }
        arrived = now;
        if (!follows) {
            trails.clear();
        }
        push(frame);
        current = frame;
    }

    private void push(EpisodeFrame frame) {
        for (Scene.Disc disc : frame.scene().discs()) {
            trails.computeIfAbsent(disc.name(), name -> new Trail()).push(disc.x(), disc.y());
        }
    }

    /** Forgets everything. */
    void clear() {
        current = null;
        trails.clear();
    }

    @Nullable
    EpisodeFrame frame() {
        return current;
    }

    /** The share of the way from the frame before to the newest one. */
    double progress(double now) {
        if (placed >= 0) {
            return placed;
        }
        return glide == 0 ? 1 : Math.min(1, Math.max(0, (now - arrived) / glide));
    }

    /** Whether the picture will still change without a new frame. */
    boolean isMoving(double now) {
        return current != null && placed < 0 && progress(now) < 1;
    }

    @Nullable
    Trail trail(String body) {
        return trails.get(body);
    }

    double x(Scene.Disc disc, double progress) {
        Trail trail = trails.get(disc.name());
        return trail == null || trail.length < 2 ? disc.x() : trail.x[1] + (trail.x[0] - trail.x[1]) * progress;
    }

    double y(Scene.Disc disc, double progress) {
        Trail trail = trails.get(disc.name());
        return trail == null || trail.length < 2 ? disc.y() : trail.y[1] + (trail.y[0] - trail.y[1]) * progress;
    }
}
