package io.particlearena.ui.course;

import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints a map of learning: the present trajectory from early to late colours, former ones faint, the newest point marked. */
final class LearningMapPainter {

    private static final int COLOURS = 24;
    private static final double MARGIN = 0.06;
    private static final double MARK = 5;

    private final Theme theme;
    private final double em;
    private final Font font;

    LearningMapPainter(Theme theme, double textSize) {
        this.theme = theme;
        this.em = textSize;
        this.font = Font.font(Font.getDefault().getFamily(), textSize * 0.82);
    }

    void paint(GraphicsContext g, double width, double height, LearningMap map) {
        g.clearRect(0, 0, width, height);
        double legend = 1.8 * em;
        Frame frame = Frame.around(map, 1.6 * em, 2, width - 1.6 * em - 2, height - legend - 1.4 * em - 2);
        g.setStroke(grid());
        g.setLineWidth(1);
        g.strokeRect(frame.left + 0.5, frame.top + 0.5, frame.width, frame.height);
        for (int i = 0; i < map.lines().size() - 1; i++) {
            stroke(g, frame, map.lines().get(i), 0, map.lines().get(i).length() - 1, faint(), 1.2);
        }
        LearningMap.Line present = map.lines().get(map.lines().size() - 1);
        int last = present.length() - 1;
        for (int i = 0; i < COLOURS && last > 0; i++) {
            int from = (int) ((long) last * i / COLOURS);
            int to = (int) ((long) last * (i + 1) / COLOURS);
            if (to > from) {
                stroke(g, frame, present, from, to, ramp((i + 0.5) / COLOURS), 1.8);
            }
        }
        mark(g, frame.x(present.x(last)), frame.y(present.y(last)));
        texts(g, frame, map, width, height - legend / 2);
    }

    private void stroke(
            GraphicsContext g, Frame frame, LearningMap.Line line, int from, int to, Color colour, double width) {
        double[] x = new double[to - from + 1];
        double[] y = new double[to - from + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = frame.x(line.x(from + i));
            y[i] = frame.y(line.y(from + i));
        }
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokePolyline(x, y, x.length);
    }

    private void mark(GraphicsContext g, double x, double y) {
        g.setFill(now());
        g.fillOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
        g.setStroke(text());
        g.setLineWidth(1.3);
        g.strokeOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
    }

    private void texts(GraphicsContext g, Frame frame, LearningMap map, double width, double legendY) {
        g.setFont(font);
        g.setFill(text());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(
                axis("course.map.first", map.components().firstShare()),
                frame.left + frame.width / 2,
                frame.top + frame.height + 0.75 * em);
        g.save();
        g.translate(0.75 * em, frame.top + frame.height / 2);
        g.rotate(-90);
        g.fillText(axis("course.map.second", map.components().secondShare()), 0, 0);
        g.restore();
        g.setTextAlign(TextAlignment.LEFT);
        double bar = 5 * em;
        double x = frame.left;
        g.fillText(Texts.of("course.map.early"), x, legendY);
        x += 3 * em;
        g.setFill(gradient());
        g.fillRect(x, legendY - 0.25 * em, bar, 0.5 * em);
        x += bar + 0.5 * em;
        g.setFill(text());
        g.fillText(Texts.of("course.map.late"), x, legendY);
        x += 3.2 * em;
        mark(g, x, legendY);
        g.setFill(text());
        g.fillText(Texts.of("course.map.now"), x + 0.9 * em, legendY);
        x += 4 * em;
        if (map.lines().size() > 1 && x + 11 * em < width) {
            g.setStroke(faint());
            g.setLineWidth(1.5);
            g.strokeLine(x, legendY, x + 1.5 * em, legendY);
            g.fillText(Texts.of("course.map.earlier"), x + 2 * em, legendY);
        }
    }

    private static String axis(String key, double share) {
        return Texts.of(key, Math.round(100 * share));
    }

    private LinearGradient gradient() {
        return new LinearGradient(
                0,
                0,
                1,
                0,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, ramp(0)),
                new Stop(0.5, ramp(0.5)),
                new Stop(1, ramp(1)));
    }

    /** Away from the page's own lightness as time goes by. */
    private Color ramp(double share) {
        Color[] stops = theme == Theme.LIGHT
                ? new Color[] {Color.web("#a6c4e4"), Color.web("#3c83c8"), Color.web("#0a2a5e")}
                : new Color[] {Color.web("#31557c"), Color.web("#4c9fe6"), Color.web("#e0f1ff")};
        return share < 0.5 ? stops[0].interpolate(stops[1], 2 * share) : stops[1].interpolate(stops[2], 2 * share - 1);
    }

    private Color now() {
        return theme == Theme.LIGHT ? Color.web("#f08a24") : Color.web("#ff9f43");
    }

    private Color faint() {
        return theme == Theme.LIGHT ? Color.web("#c9ced6") : Color.web("#3d4754");
    }

    private Color grid() {
        return theme == Theme.LIGHT ? Color.web("#d8dee4") : Color.web("#2a313a");
    }

    private Color text() {
        return theme == Theme.LIGHT ? Color.web("#57606a") : Color.web("#9aa7b4");
    }

    /** Where the map lies on the screen: each direction fills the picture by itself. */
    private record Frame(
            double left,
            double top,
            double width,
            double height,
            double lowX,
            double lowY,
            double scaleX,
            double scaleY) {

        static Frame around(LearningMap map, double left, double top, double width, double height) {
            double lowX = Double.POSITIVE_INFINITY;
            double highX = Double.NEGATIVE_INFINITY;
            double lowY = Double.POSITIVE_INFINITY;
            double highY = Double.NEGATIVE_INFINITY;
            for (LearningMap.Line line : map.lines()) {
                for (int i = 0; i < line.length(); i++) {
                    lowX = Math.min(lowX, line.x(i));
                    highX = Math.max(highX, line.x(i));
                    lowY = Math.min(lowY, line.y(i));
                    highY = Math.max(highY, line.y(i));
                }
            }
            double spanX = Math.max(1e-9, (highX - lowX) * (1 + 2 * MARGIN));
            double spanY = Math.max(1e-9, (highY - lowY) * (1 + 2 * MARGIN));
            return new Frame(
                    left,
                    top,
                    width,
                    height,
                    (lowX + highX - spanX) / 2,
                    (lowY + highY - spanY) / 2,
                    width / spanX,
                    height / spanY);
        }

        double x(double value) {
            return left + (value - lowX) * scaleX;
        }

        double y(double value) {
            return top + height - (value - lowY) * scaleY;
        }
    }
}
