package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * Pictures of whole episodes at any of their times, one or several side by side under captions. They are painted without a
 * window, on any one thread; the same episodes always give the same pixels.
 */
public final class EpisodePicture {

    private static final double TEXT_SHARE = 1 / 42.0;
    private static final double SMALLEST_TEXT = 11;
    private static final double HEAD_EM = 1.9;
    private static final int GAP = 4;

    private final List<Stage> stages = new ArrayList<>();
    private final int columns;
    private final int side;
    private final int head;
    private final double em;
    private final ArenaColours colours;
    private final int steps;

    /**
     * One of the episodes.
     *
     * @param caption what stands above it
     * @param frames the episode at its beginning and after every step
     */
    public record Part(String caption, List<EpisodeFrame> frames) {
        public Part {
            frames = List.copyOf(frames);
            if (frames.isEmpty()) {
                throw new IllegalArgumentException("An episode without frames has no picture");
            }
        }
    }

    /** An episode with those who paint it. */
    private record Stage(Part part, Motion motion, ScenePainter scene, ForecastPainter forecasts) {}

    /**
     * Prepares pictures.
     *
     * @param parts the episodes, row by row, at least one
     * @param columns how many stand side by side
     * @param side the width and height of each arena in pixels
     */
    public EpisodePicture(List<Part> parts, int columns, int side, Theme theme) {
        this.columns = columns;
        this.side = side;
        this.em = Math.max(SMALLEST_TEXT, side * TEXT_SHARE);
        this.head = (int) Math.ceil(HEAD_EM * em);
        this.colours = new ArenaColours(theme);
        int longest = 0;
        for (Part part : parts) {
            EpisodeFrame first = part.frames().get(0);
            AgentColours agents = AgentColours.of(first.agents(), first.scene());
            stages.add(new Stage(
                    part,
                    new Motion(),
                    new ScenePainter(colours, agents, em),
                    new ForecastPainter(colours, agents, em)));
            longest = Math.max(longest, part.frames().size() - 1);
        }
        this.steps = longest;
    }

    /** The number of steps of the longest episode. */
    public int steps() {
        return steps;
    }

    /** The episodes at a time in steps; one that is over by then stays at its end. */
    public BufferedImage at(double time) {
        int rows = (stages.size() + columns - 1) / columns;
        // Videos want even numbers.
        int width = (columns * side + (columns - 1) * GAP + 1) / 2 * 2;
        int height = (rows * (side + head) + (rows - 1) * GAP + 1) / 2 * 2;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        try (ImagePen pen = new ImagePen(image)) {
            pen.setFill(colours.edge());
            pen.fillRect(0, 0, width, height);
            for (int i = 0; i < stages.size(); i++) {
                double x = i % columns * (double) (side + GAP);
                int row = i / columns;
                double y = row * (double) (side + head + GAP);
                caption(pen, stages.get(i).part(), x, y, time);
                pen.enter(x, y + head, side, side);
                Stage stage = stages.get(i);
                paint(pen, stage, time, Viewport.ofArena(scene(stage, time), side, side));
                pen.leave(x, y + head);
            }
        }
        return image;
    }

    private void caption(ImagePen pen, Part part, double x, double y, double time) {
        pen.enter(x, y, side, head);
        pen.setFill(colours.floor());
        pen.fillRect(0, 0, side, head);
        int last = part.frames().size() - 1;
        String step = Math.min(last, (int) Math.ceil(time)) + " / " + last;
        pen.setFont(em, false);
        pen.setFill(colours.bubble());
        double right = side - 0.6 * em - pen.textWidth(step);
        pen.fillText(step, right, head / 2.0, Pen.Align.LEFT);
        pen.leave(x, y);
        pen.enter(x, y, right - em, head);
        pen.fillText(part.caption(), 0.6 * em, head / 2.0, Pen.Align.LEFT);
        pen.leave(x, y);
    }

    private static double inside(Stage stage, double time) {
        return Math.max(0, Math.min(stage.part().frames().size() - 1.0, time));
    }

    private static Scene scene(Stage stage, double time) {
        return stage.part().frames().get((int) Math.ceil(inside(stage, time))).scene();
    }

    private void paint(ImagePen pen, Stage stage, double time, Viewport view) {
        List<EpisodeFrame> frames = stage.part().frames();
        Motion motion = stage.motion();
        double at = inside(stage, time);
        motion.seek(frames, at);
        EpisodeFrame frame = frames.get((int) Math.ceil(at));
        FloorPainter.paint(pen, view, frame.scene(), colours);
        stage.scene().paint(pen, view, motion, 0);
        stage.forecasts().paint(pen, view, motion, frame.scene(), Forecast.of(frame), 0);
    }

    /**
     * The whole way of one agent through the first episode, over its end: a dot for each step, a number at every fifth.
     *
     * @param seat the agent's seat
     */
    public BufferedImage trace(int seat) {
        Stage stage = stages.get(0);
        List<EpisodeFrame> frames = stage.part().frames();
        BufferedImage image = new BufferedImage(side, side + head, BufferedImage.TYPE_INT_RGB);
        try (ImagePen pen = new ImagePen(image)) {
            caption(pen, stage.part(), 0, 0, frames.size());
            pen.enter(0, head, side, side);
            List<Scene> scenes = frames.stream().map(EpisodeFrame::scene).toList();
            Viewport view = Viewport.ofArenaAndWay(scenes, seat, side, side);
            paint(pen, stage, frames.size(), view);
            EpisodeFrame last = frames.get(frames.size() - 1);
            Color colour = colours.agent(AgentColours.of(last.agents(), last.scene()), seat);
            new TracePainter(colours, colour, em).paint(pen, view, frames, seat);
            pen.leave(0, head);
        }
        return image;
    }
}
