package io.particlearena.ui.chart;

import io.particlearena.results.ChartNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart should look like.
 *
 * @param curves its lines
 * @param across the label of the horizontal axis, or an empty text
 * @param up the label of the vertical axis, or an empty text
 * @param look size and colours
 * @param view which view of the points
 * @param notes to write beside their steps, where the horizontal axis shows steps
 * @param zoom the part of the horizontal axis to show, null for all
 * @param marks lines behind the curves
 */
public record ChartRequest(
        List<Curve> curves,
        String across,
        String up,
        ChartLook look,
        ChartView view,
        List<ChartNote> notes,
        @Nullable Span zoom,
        ChartMarks marks)
        implements ChartWish {

    public ChartRequest {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /** A chart without notes and marks. */
    public ChartRequest(
            List<Curve> curves, String across, String up, ChartLook look, ChartView view, @Nullable Span zoom) {
        this(curves, across, up, look, view, List.of(), zoom, ChartMarks.NONE);
    }

    @Override
    public long version() {
        long version = 0;
        for (Curve curve : curves) {
            version += curve.series().version();
        }
        return version;
    }
}
