package io.particlearena.ui.course;

import io.particlearena.math.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trajectories of one modelled agent's learning, as seen by its model, in a plane.
 *
 * @param lines by trajectory, oldest first; the last is the present one
 * @param components what the plane is
 */
record LearningMap(List<Line> lines, PrincipalComponents components) {

    LearningMap {
        lines = List.copyOf(lines);
    }

    /** The points of one trajectory. */
    static final class Line {
        private final double[] x;
        private final double[] y;

        private Line(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        int length() {
            return x.length;
        }

        double x(int point) {
            return x[point];
        }

        double y(int point) {
            return y[point];
        }
    }

    /**
     * Makes a map.
     *
     * @param trails by trajectory its points; at least one
     * @param former the map before it, whose orientation is kept
     */
    static LearningMap of(List<List<double[]>> trails, @Nullable LearningMap former) {
        List<double[]> points = new ArrayList<>();
        trails.forEach(points::addAll);
        PrincipalComponents components = PrincipalComponents.of(points);
        if (former != null) {
            components = components.alignedWith(former.components);
        }
        List<Line> lines = new ArrayList<>();
        for (List<double[]> trail : trails) {
            double[] x = new double[trail.size()];
            double[] y = new double[trail.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = components.x(trail.get(i));
                y[i] = components.y(trail.get(i));
            }
            lines.add(new Line(x, y));
        }
        return new LearningMap(lines, components);
    }
}
