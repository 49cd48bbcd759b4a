package io.particlearena.ui.chart;

import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** A transparent pane over charts, on which the values under the mouse are listed, one row for each curve. */
public final class Readout extends Pane {

    private static final int MOST_ROWS = 14;
    private static final double NAME_EM = 13;
    private static final double MOST_NAME_EM = 26;
    private static final double LETTERS_PER_EM = 1.75;
    private static final double NUMBER_EM = 5.6;
    private static final double SAMPLE_EM = 1.7;
    private static final double TEXT_EM = 2.1;
    private static final double PADDING = 8;
    private static final String NONE = "–";
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
     * @param title above the rows
     * @param readings in the order of the rows; of very many the first are listed
     * @param nearest the one that is set off
     * @param at the point in the scene
     * @param chart what the list must not cover where there is room below or above, in the scene
     */
    void show(String title, List<Reading> readings, Reading nearest, Point2D at, Bounds chart) {
        List<Column> columns = columns(readings, nearest);
        int rows = Math.min(MOST_ROWS, readings.size());
        boolean more = readings.size() > rows;
        double line = textSize * 1.5;
        double nameWidth = textSize * nameEm(readings.subList(0, rows));
        double width = 2 * PADDING + textSize * (TEXT_EM + NUMBER_EM * columns.size()) + nameWidth;
        GraphicsContext g = sheet(width, line * (rows + 2 + (more ? 1 : 0)) + 8, at, chart);
        double y = 4 + line / 2;
        Table table = new Table(g, columns, nameWidth, width - PADDING);
        table.font(false);
        table.name(title, y, false);
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

    /**
     * Lists numbers beside a point.
     *
     * @param title above the rows
     * @param rows of very many the first are listed
     * @param at the point in the scene
     * @param chart what the list must not cover where there is room below or above, in the scene
     */
    void list(String title, List<Sketch.Row> rows, Point2D at, Bounds chart) {
        int listed = Math.min(MOST_ROWS, rows.size());
        boolean more = rows.size() > listed;
        double line = textSize * 1.5;
        double width = 2 * PADDING + textSize * (TEXT_EM + NAME_EM + NUMBER_EM);
        GraphicsContext g = sheet(width, line * (listed + 1 + (more ? 1 : 0)) + 8, at, chart);
        Table table = new Table(g, List.of(), textSize * NAME_EM, width - PADDING);
        table.font(false);
        double y = 4 + line / 2;
        table.name(title, y, false);
        for (int i = 0; i < listed; i++) {
            table.row(rows.get(i), y + line * (i + 1));
        }
        if (more) {
            table.name(Texts.of("chart.more", rows.size() - listed), y + line * (listed + 1), true);
        }
        canvas.setVisible(true);
    }

    /** How wide the names are, within limits. */
    private static double nameEm(List<Reading> readings) {
        int longest = readings.stream()
                .mapToInt(reading -> reading.name().length())
                .max()
                .orElse(0);
        return Math.min(MOST_NAME_EM, Math.max(NAME_EM, longest / LETTERS_PER_EM));
    }

    /** An empty sheet near a point. */
    private GraphicsContext sheet(double width, double height, Point2D at, Bounds chart) {
        place(width, height, sceneToLocal(at), sceneToLocal(chart));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFill(dark ? Color.web("#21262d", 0.96) : Color.web("#ffffff", 0.96));
        g.fillRoundRect(0, 0, width, height, 8, 8);
        g.setStroke(dark ? Color.web("#444c56") : Color.web("#d0d7de"));
        g.setLineWidth(1);
        g.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 8, 8);
        g.setTextBaseline(VPos.CENTER);
        return g;
    }

    /** What is listed of each reading. */
    private record Column(String heading, ToDoubleFunction<Reading> number, boolean faint) {}

    private static List<Column> columns(List<Reading> readings, Reading nearest) {
        List<Column> columns = new ArrayList<>();
        ChartLine.Band band = nearest.line().band();
        if (band != null) {
            columns.add(new Column(Texts.of("chart.value"), Reading::value, false));
            columns.add(new Column(Texts.of("chart.low"), Reading::low, true));
            columns.add(new Column(Texts.of("chart.high"), Reading::high, true));
            columns.add(new Column(Texts.of("chart.runs"), Reading::runs, true));
            return columns;
        }
        boolean smoothed = nearest.line().isSmoothed();
        if (smoothed) {
            columns.add(new Column(Texts.of("chart.smoothed"), Reading::smoothed, false));
        }
        columns.add(new Column(Texts.of("chart.value"), Reading::value, smoothed));
        if (readings.stream().anyMatch(reading -> reading.step() != nearest.step())) {
            columns.add(new Column(Texts.of("chart.step"), reading -> (double) reading.step(), true));
        }
        return columns;
    }

    private void place(double width, double height, Point2D at, Bounds chart) {
        double x = at.getX() + DISTANCE + width > getWidth() ? at.getX() - DISTANCE - width : at.getX() + DISTANCE;
        double y;
        if (chart.getMaxY() + height <= getHeight()) {
            y = chart.getMaxY();
        } else if (chart.getMinY() >= height) {
            y = chart.getMinY() - height;
        } else {
            y = Math.min(at.getY() + DISTANCE, getHeight() - height);
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(Math.max(0, x), Math.max(0, y));
    }

    /** Draws the list. */
    private final class Table {
        private final GraphicsContext g;
        private final List<Column> columns;
        private final double nameWidth;
        private final double right;
        private final Color text = dark ? Color.web("#e6edf3") : Color.web("#24292f");
        private final Color faint = dark ? Color.web("#9aa4af") : Color.web("#57606a");

        Table(GraphicsContext g, List<Column> columns, double nameWidth, double right) {
            this.g = g;
            this.columns = columns;
            this.nameWidth = nameWidth;
            this.right = right;
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
            for (int i = 0; i < columns.size(); i++) {
                number(columns.get(i).heading(), i, y, true);
            }
        }

        void row(Reading reading, boolean bold, double y) {
            font(bold);
            Curve curve = reading.line().curve();
            named(curve.colour(), curve.dash().lengths(), reading.name(), y);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                double number = column.number().applyAsDouble(reading);
                number(Double.isNaN(number) ? NONE : AxisFormat.text(number), i, y, column.faint());
            }
        }

        void row(Sketch.Row row, double y) {
            named(row.colour(), Dash.SOLID.lengths(), row.name(), y);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(row.number(), right, y);
        }

        private void named(int colour, double[] dashes, String name, double y) {
            g.setStroke(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
            g.setLineWidth(3);
            g.setLineCap(StrokeLineCap.BUTT);
            g.setLineDashes(dashes);
            g.strokeLine(PADDING, y, PADDING + SAMPLE_EM * textSize, y);
            g.setLineDashes();
            g.setTextAlign(TextAlignment.LEFT);
            g.setFill(text);
            g.fillText(shortened(name), PADDING + TEXT_EM * textSize, y, nameWidth);
        }

        private String shortened(String name) {
            int most = (int) (nameWidth / textSize * LETTERS_PER_EM);
            return name.length() <= most
                    ? name
                    : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2);
        }

        private void number(String number, int column, double y, boolean isFaint) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(isFaint ? faint : text);
            g.fillText(number, right - (columns.size() - 1 - column) * NUMBER_EM * textSize, y);
        }
    }
}
