package io.particlearena.ui.chart;

import io.particlearena.ui.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes a chart with its title and its legend as a picture. May take a moment, so call it off the JavaFX thread. */
public final class ChartExport {

    private static final double SHARPNESS = 2;
    private static final int MOST_NAMES = 60;
    private static final double NAME_EM = 20;

    /** The length of a line beside its name. */
    static final double SAMPLE_EM = 1.9;

    /** Where the name begins. */
    static final double TEXT_EM = 2.4;

    private ChartExport() {}

    /** Where title, chart and legend go on the sheet, in logical pixels. */
    record Sheet(int width, int height, double chartTop, double legendTop, double em, int columns) {

        static Sheet of(ChartRequest request, int names) {
            double em = request.look().textSize();
            int columns = Math.max(1, (int) (request.look().width() / (NAME_EM * em)));
            double top = Math.rint(2.6 * em);
            double legend = top + request.look().height() + 0.5 * em;
            double rows = Math.ceil(names / (double) columns);
            int height = (int) Math.ceil(legend + (rows + 0.6) * 1.6 * em);
            return new Sheet(request.look().width(), height, top, legend, em, columns);
        }

        double nameX(int name) {
            return em + name % columns * (width - em) / columns;
        }

        /** As much of a line's name as there is room for. */
        String name(ChartLine line, FittedText texts) {
            return texts.ends(line.name(), (width - em) / columns - (TEXT_EM + 1) * em);
        }

        double nameY(int name) {
            int row = name / columns;
            return legendTop + (row + 0.5) * 1.6 * em;
        }
    }

    static Color page(Theme theme) {
        return theme == Theme.LIGHT ? Color.WHITE : new Color(0x0d1117);
    }

    static Color title(Theme theme) {
        return theme == Theme.LIGHT ? new Color(0x24292f) : new Color(0xe6edf3);
    }

    /** What the legend says, shortened where there are very many curves. */
    static List<ChartLine> legend(ChartImage chart) {
        return chart.lines().subList(0, Math.min(MOST_NAMES, chart.lines().size()));
    }

    /** Writes a PNG file of twice the size on the screen. */
    public static void png(Path file, String title, ChartRequest request) throws IOException {
        ChartLook look = request.look();
        ChartLook sharp = new ChartLook(look.width(), look.height(), SHARPNESS, look.theme(), look.textSize());
        ChartImage chart = new ChartPainter().draw(with(request, sharp));
        List<ChartLine> names = legend(chart);
        Sheet sheet = Sheet.of(request, names.size());
        BufferedImage image = new BufferedImage(
                (int) (sheet.width() * SHARPNESS), (int) (sheet.height() * SHARPNESS), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(page(look.theme()));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.drawImage(picture(chart), 0, (int) (sheet.chartTop() * SHARPNESS), null);
        g.scale(SHARPNESS, SHARPNESS);
        Font font = look.font();
        g.setFont(font.deriveFont(Font.BOLD, (float) (sheet.em() * 1.15)));
        g.setPaint(title(look.theme()));
        g.drawString(title, (float) sheet.em(), (float) (1.7 * sheet.em()));
        g.setFont(font);
        for (int i = 0; i < names.size(); i++) {
            double x = sheet.nameX(i);
            double y = sheet.nameY(i);
            g.setPaint(new Color(names.get(i).curve().colour()));
            g.setStroke(sample(names.get(i).curve().dash()));
            g.draw(new Line2D.Double(x, y, x + SAMPLE_EM * sheet.em(), y));
            g.setPaint(title(look.theme()));
            String name = sheet.name(names.get(i), new FittedText(font));
            g.drawString(name, (float) (x + TEXT_EM * sheet.em()), (float) (y + 0.35 * sheet.em()));
        }
        g.dispose();
        // Given the file itself, ImageIO prints a stack trace where it cannot be opened, and hides the reason.
        try (OutputStream stream = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IOException("This Java writes no PNG files");
            }
        }
    }

    /** Writes an SVG file. */
    public static void svg(Path file, String title, ChartRequest request) throws IOException {
        Files.writeString(file, new ChartSvg(request, title).text());
    }

    private static ChartRequest with(ChartRequest request, ChartLook look) {
        return new ChartRequest(
                request.curves(),
                request.across(),
                request.up(),
                look,
                request.view(),
                request.notes(),
                request.zoom(),
                request.marks());
    }

    private static BasicStroke sample(Dash dash) {
        double[] lengths = dash.lengths();
        if (lengths.length == 0) {
            return new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        float[] dashes = new float[lengths.length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) lengths[i];
        }
        return new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private static BufferedImage picture(ChartImage chart) {
        BufferedImage image = new BufferedImage(chart.width(), chart.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        chart.pixels().duplicate().rewind().get(pixels);
        return image;
    }
}
