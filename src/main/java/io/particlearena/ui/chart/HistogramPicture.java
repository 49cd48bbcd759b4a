package io.particlearena.ui.chart;

import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes histograms with their title as a picture. May take a moment, so call it off the JavaFX thread. */
public final class HistogramPicture {

    private static final double SHARPNESS = 2;
    private static final double TITLE_EM = 2.6;

    private HistogramPicture() {}

    /** Writes a PNG file of twice the size on the screen. */
    public static void png(Path file, String title, HistogramRequest request) throws IOException {
        ChartLook look = request.look();
        double em = look.textSize();
        int height = (int) Math.ceil(look.height() + TITLE_EM * em);
        BufferedImage image = new BufferedImage(
                (int) (look.width() * SHARPNESS), (int) (height * SHARPNESS), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(ChartExport.page(look.theme()));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(SHARPNESS, SHARPNESS);
        g.setFont(look.font().deriveFont(Font.BOLD, (float) (em * 1.15)));
        g.setPaint(ChartExport.title(look.theme()));
        g.drawString(title, (float) em, (float) (1.7 * em));
        g.translate(0, TITLE_EM * em);
        HistogramPainter.sketch(request).paint(g);
        g.dispose();
        // Given the file itself, ImageIO prints a stack trace where it cannot be opened, and hides the reason.
        try (OutputStream stream = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IOException("This Java writes no PNG files");
            }
        }
    }

    /** Writes an SVG file. */
    public static void svg(Path file, String title, HistogramRequest request) throws IOException {
        Theme theme = request.look().theme();
        double em = request.look().textSize();
        int width = request.look().width();
        double height = request.look().height() + TITLE_EM * em;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\""
                        + " font-family=\"sans-serif\" font-size=\"%.2f\">\n",
                width,
                height,
                width,
                height,
                em);
        add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", colour(ChartExport.page(theme)));
        add(
                svg,
                "<text x=\"%.2f\" y=\"%.2f\" font-weight=\"bold\" fill=\"%s\">%s</text>\n",
                em,
                1.7 * em,
                colour(ChartExport.title(theme)),
                ChartSvg.escaped(title));
        add(svg, "<g transform=\"translate(0 %.2f)\">\n", TITLE_EM * em);
        for (Sketch.Mark mark : HistogramPainter.sketch(request).marks()) {
            if (mark instanceof Sketch.Figure figure) {
                figure(svg, figure);
            } else if (mark instanceof Sketch.Writing text) {
                String anchor = text.anchor() == 0 ? "start" : text.anchor() == 1 ? "end" : "middle";
                add(
                        svg,
                        "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                        text.x(),
                        text.y(),
                        anchor,
                        colour(text.colour()),
                        ChartSvg.escaped(text.text()));
            }
        }
        Files.writeString(file, svg.append("</g>\n</svg>\n"));
    }

    private static void figure(StringBuilder svg, Sketch.Figure figure) {
        Color fill = figure.fill();
        Color stroke = figure.stroke();
        add(
                svg,
                "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\" d=\"",
                fill == null ? "none" : colour(fill),
                stroke == null ? "none" : colour(stroke),
                figure.width());
        double[] corner = new double[6];
        for (PathIterator path = figure.shape().getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(corner)) {
                case PathIterator.SEG_MOVETO -> add(svg, "M%.2f %.2f", corner[0], corner[1]);
                case PathIterator.SEG_LINETO -> add(svg, "L%.2f %.2f", corner[0], corner[1]);
                default -> svg.append('Z');
            }
        }
        svg.append("\"/>\n");
    }

    private static String colour(Color colour) {
        return String.format(Locale.ROOT, "#%06x", HistogramPanel.rgb(colour));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
