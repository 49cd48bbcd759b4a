package io.particlearena.ui.chart;

import io.particlearena.ui.Texts;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** A transparent pane over charts, on which the values under the mouse are listed, one row for each curve. */
public final class Readout extends Pane {

    private static final int MOST_ROWS = 14;
    private static final double NAME_EM = 13;
    private static final double NUMBER_EM = 5.2;
    private static final double STEP_EM = 6.5;
    private static final double PADDING = 8;
    private static final double DISTANCE = 14;

    private final Canvas canvas = new Canvas();
    private boolean dark;
    private double textSize = 11;

    /** A pane that shows nothing yet. */
    public Readout() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        canvas.setManaged(false);
        canvas.setVisible(false);
        getChildren().add(canvas);
    }

    /** Changes the colours and the size of texts, in pixels. */
    public void setLook(boolean isDark, double size) {
        dark = isDark;
        textSize = size;
    }

    void hide() {
        canvas.setVisible(false);
    }

    /**
     * Lists readings beside a point.
     *
     * @param readings in the order of the rows; of very many the first are listed
     * @param nearest the one that is set off
     * @param at the point in the scene
     */
    void show(List<Reading> readings, Reading nearest, Point2D at) {
        boolean smoothed = readings.get(0).line().isSmoothed();
        boolean steps = readings.stream().anyMatch(reading -> reading.step() != nearest.step());
        int rows = Math.min(MOST_ROWS, readings.size());
        boolean more = readings.size() > rows;
        double line = textSize * 1.5;
        double width = 2 * PADDING
                + textSize * (1.2 + NAME_EM + NUMBER_EM + (smoothed ? NUMBER_EM : 0) + (steps ? STEP_EM : 0));
        double height = line * (rows + 2 + (more ? 1 : 0)) + 8;
        place(width, height, sceneToLocal(at));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFill(dark ? Color.web("#21262d", 0.96) : Color.web("#ffffff", 0.96));
        g.fillRoundRect(0, 0, width, height, 8, 8);
        g.setStroke(dark ? Color.web("#444c56") : Color.web("#d0d7de"));
        g.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 8, 8);
        g.setTextBaseline(VPos.CENTER);
        double y = 4 + line / 2;
        Table table = new Table(g, smoothed, steps, width);
        table.font(false);
        table.name(nearest.place(), y, false);
        table.head(y + line);
        for (int i = 0; i < rows; i++) {
            table.row(readings.get(i), readings.get(i).equals(nearest), y + line * (i + 2));
        }
        if (more) {
            table.font(false);
            table.name(Texts.of("chart.more", readings.size() - rows), y + line * (rows + 2), true);
        }
        canvas.setVisible(true);
    }

    private void place(double width, double height, Point2D at) {
        double x = at.getX() + DISTANCE + width > getWidth() ? at.getX() - DISTANCE - width : at.getX() + DISTANCE;
        double y = Math.min(at.getY() + DISTANCE, getHeight() - height);
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(Math.max(0, x), Math.max(0, y));
    }

    /** The columns of the list. */
    private final class Table {
        private final GraphicsContext g;
        private final boolean smoothed;
        private final boolean steps;
        private final double right;
        private final Color text = dark ? Color.web("#e6edf3") : Color.web("#24292f");
        private final Color faint = dark ? Color.web("#9aa4af") : Color.web("#57606a");

        Table(GraphicsContext g, boolean smoothed, boolean steps, double width) {
            this.g = g;
            this.smoothed = smoothed;
            this.steps = steps;
            this.right = width - PADDING;
        }

        void font(boolean bold) {
            FontWeight weight = bold ? FontWeight.BOLD : FontWeight.NORMAL;
            g.setFont(Font.font(Font.getDefault().getFamily(), weight, textSize));
        }

        void name(String name, double y, boolean isFaint) {
            g.setTextAlign(TextAlignment.LEFT);
            g.setFill(isFaint ? faint : text);
            g.fillText(name, PADDING, y, right - PADDING);
        }

        void head(double y) {
            number(smoothed ? Texts.of("chart.smoothed") : "", 2, y, faint);
            number(Texts.of("chart.value"), 1, y, faint);
            number(steps ? Texts.of("chart.step") : "", 0, y, faint);
        }

        void row(Reading reading, boolean bold, double y) {
            font(bold);
            int colour = reading.line().curve().colour();
            g.setFill(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
            g.fillOval(PADDING, y - textSize * 0.32, textSize * 0.64, textSize * 0.64);
            g.setTextAlign(TextAlignment.LEFT);
            g.setFill(text);
            g.fillText(shortened(reading.name()), PADDING + 1.2 * textSize, y, NAME_EM * textSize);
            number(smoothed ? AxisFormat.text(reading.smoothed()) : "", 2, y, text);
            number(AxisFormat.text(reading.value()), 1, y, smoothed ? faint : text);
            number(steps ? AxisFormat.text((double) reading.step()) : "", 0, y, faint);
        }

        private String shortened(String name) {
            int most = (int) (NAME_EM * 1.75);
            return name.length() <= most
                    ? name
                    : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2);
        }

        /** Columns from the right: step, value, smoothed value. */
        private void number(String number, int column, double y, Color colour) {
            double stepWidth = steps ? STEP_EM : 0;
            double offset = column == 0 ? 0 : stepWidth + (column - 1) * NUMBER_EM;
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(colour);
            g.fillText(number, right - offset * textSize, y);
        }
    }
}
