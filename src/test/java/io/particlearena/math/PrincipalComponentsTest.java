package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrincipalComponentsTest {

    private static final double[] LONG = {0.6, 0.8, 0};
    private static final double[] SHORT = {-0.8, 0.6, 0};
    private static final double[] CENTRE = {5, -2, 1};

    /** Points whose covariance has the variances 4 and 1 along two known directions, and none along the third. */
    private static List<double[]> points() {
        List<double[]> points = new ArrayList<>();
        for (double[] weights : new double[][] {{2, 1}, {-2, 1}, {2, -1}, {-2, -1}}) {
            points.add(point(weights[0], weights[1]));
        }
        return points;
    }

    private static double[] point(double along, double across) {
        double[] point = new double[3];
        for (int i = 0; i < point.length; i++) {
            point[i] = CENTRE[i] + along * LONG[i] + across * SHORT[i];
        }
        return point;
    }

    @Test
    void knownDirectionsAndVariancesAreFound() {
        PrincipalComponents components = PrincipalComponents.of(points());
        assertThat(components.firstShare()).isCloseTo(0.8, within(1e-12));
        assertThat(components.secondShare()).isCloseTo(0.2, within(1e-12));
        double[] point = point(3, 0.5);
        assertThat(Math.abs(components.x(point))).isCloseTo(3, within(1e-12));
        assertThat(Math.abs(components.y(point))).isCloseTo(0.5, within(1e-12));
        assertThat(components.x(CENTRE)).isCloseTo(0, within(1e-12));
    }

    @Test
    void signsFollowTheFormerPicture() {
        PrincipalComponents former = PrincipalComponents.of(points());
        List<double[]> mirrored = new ArrayList<>();
        for (double[] point : points()) {
            mirrored.add(new double[] {2 * CENTRE[0] - point[0], 2 * CENTRE[1] - point[1], point[2]});
        }
        mirrored.add(point(2.5, 0.1));
        PrincipalComponents next = PrincipalComponents.of(mirrored).alignedWith(former);
        double[] far = point(10, 5);
        assertThat(Math.signum(next.x(far))).isEqualTo(Math.signum(former.x(far)));
        assertThat(Math.signum(next.y(far))).isEqualTo(Math.signum(former.y(far)));
    }

    @Test
    void equalPointsLieInOnePlace() {
        PrincipalComponents components = PrincipalComponents.of(List.of(CENTRE, CENTRE));
        assertThat(components.firstShare()).isZero();
        assertThat(components.x(CENTRE)).isZero();
        assertThat(components.y(CENTRE)).isZero();
    }

    @Test
    void pointsOfOneDimensionLieOnALine() {
        PrincipalComponents components = PrincipalComponents.of(List.of(new double[] {1}, new double[] {3}));
        assertThat(components.firstShare()).isEqualTo(1);
        assertThat(components.x(new double[] {3})).isEqualTo(1);
        assertThat(components.y(new double[] {3})).isZero();
    }
}
