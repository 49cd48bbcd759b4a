package io.particlearena.ui.chart;

import io.particlearena.results.HistogramSeries;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/** Draws the histograms of one tag, each run, or group of runs, in a panel of its own. */
final class HistogramPainter {

    static final int MOST_PANELS = 6;

    private static final double LEFT_EM = 4.6;
    private static final double STEPS_EM = 3.6;
    private static final double LEGEND_EM = 4.6;
    private static final double BOTTOM_EM = 1.9;
    private static final double TOP = 6;
    private static final double SHAPE = 1.5;

    private HistogramPainter() {}

    static HistogramImage draw(HistogramRequest request) {
        ChartLook look = request.look();
        HistogramPlots plots = HistogramPlots.of(request.parts());
        Sketch sketch = sketch(request, plots);
        int width = Math.max(1, (int) Math.round(look.width() * look.scale()));
        int height = Math.max(1, (int) Math.round(look.height() * look.scale()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(look.scale(), look.scale());
        sketch.paint(g);
        g.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new HistogramImage(
                IntBuffer.wrap(pixels), width, height, sketch, view(request, plots), note(request, plots));
    }

    static Sketch sketch(HistogramRequest request) {
        return sketch(request, HistogramPlots.of(request.parts()));
    }

    private static Sketch sketch(HistogramRequest request, HistogramPlots plots) {
        ChartLook look = request.look();
        Sketch sketch = new Sketch(look.font());
        HistogramView view = view(request, plots);
        boolean grouped =
                request.parts().stream().anyMatch(part -> !part.group().isEmpty());
        int panels = Math.min(MOST_PANELS, plots.all().size());
        if (panels == 0) {
            return sketch;
        }
        double ratio = look.width() / (double) look.height();
        int columns = (int) Math.max(1, Math.min(panels, Math.round(Math.sqrt(panels * ratio / SHAPE))));
        int rows = (panels + columns - 1) / columns;
        for (int i = 0; i < panels; i++) {
            double width = look.width() / (double) columns;
            double height = look.height() / (double) rows;
            int row = i / columns;
            Rectangle2D place = new Rectangle2D.Double(i % columns * width, row * height, width, height);
            String title = panels > 1 || grouped ? plots.all().get(i).name() : "";
            panel(sketch, plots.all().get(i), view, look.theme(), place, title);
        }
        return sketch;
    }

    /** Shares tell most of things that have names. */
    private static HistogramView view(HistogramRequest request, HistogramPlots plots) {
        HistogramView wanted = request.view();
        if (wanted != null) {
            return wanted;
        }
        return plots.isNamed() ? HistogramView.BANDS : HistogramView.RIDGES;
    }

    private static void panel(
            Sketch sketch,
            HistogramPlots.Plot drawn,
            HistogramView kind,
            Theme theme,
            Rectangle2D place,
            String title) {
        double em = sketch.em();
        double beside = switch (kind) {
            case RIDGES -> STEPS_EM * em;
            case OVERLAY -> LEGEND_EM * em;
            case BANDS -> ChartAxes.RIGHT_MARGIN;
        };
        double top = place.getY() + TOP + (title.isEmpty() ? 0 : 1.4 * em);
        double left = place.getX() + (kind == HistogramView.BANDS ? LEFT_EM : 0.8) * em;
        double right = place.getMaxX() - beside;
        double bottom = place.getMaxY() - BOTTOM_EM * em;
        Rectangle2D plot = new Rectangle2D.Double(left, top, Math.max(10, right - left), Math.max(10, bottom - top));
        HistogramPanel panel = new HistogramPanel(sketch, plot, drawn.view(), new Color(drawn.colour()), theme);
        if (!title.isEmpty()) {
            double y = place.getY() + TOP + 0.7 * em;
            sketch.fill(new Rectangle2D.Double(left, y - 2, em, 4), panel.colour());
            double room = place.getMaxX() - left - 1.5 * em;
            sketch.write(sketch.fitted().ends(title, room), left + 1.5 * em, y + 0.35 * em, 0, panel.ink());
        }
        switch (kind) {
            case RIDGES -> new Ridges(panel).draw();
            case OVERLAY -> new Overlay(panel).draw();
            case BANDS -> {
                if (panel.isNamed()) {
                    new Shares(panel).draw();
                } else {
                    new QuantileBands(panel).draw();
                }
            }
        }
    }

    /** What the drawing leaves out. */
    private static String note(HistogramRequest request, HistogramPlots plots) {
        List<String> notes = new ArrayList<>();
        int every = 1;
        long refused = 0;
        for (HistogramPart part : request.parts()) {
            HistogramSeries.View view = part.series().view();
            every = Math.max(every, view.every());
            refused += view.refused();
        }
        int more = plots.all().size() - MOST_PANELS;
        if (more > 0) {
            notes.add(Texts.of("histogram.more", more));
        }
        if (plots.apart()) {
            notes.add(Texts.of("histogram.apart"));
        }
        if (every > 1) {
            notes.add(Texts.of("histogram.thinned", every));
        }
        if (refused > 0) {
            notes.add(Texts.of("histogram.refused", refused));
        }
        return String.join(" ", notes);
    }
}
