package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TrajectoryStepsTest {

    private static final double[] REWARDS = {1, 0, -1, 2};
    private static final double[] VALUES = {0.5, 0.4, 0.3, 0.2};

    @Test
    void nothingFollowsTheEndOfAnEpisode() {
        TrajectorySteps steps = new TrajectorySteps(
                REWARDS, new double[] {0.95, 0.95, 0.95, 0}, VALUES, new double[] {0.4, 0.3, 0.2, 77}, new boolean[] {
                    false, false, false, true
                });

        assertClose(advantages(steps, 0), 0.88, -0.115, -1.11, 1.8);
        assertClose(advantages(steps, 0.97), 1.2399628266, 0.39062705, 0.5487, 1.8);
        assertClose(returns(steps), 1.81225, 0.855, 0.9, 2);
    }

    @Test
    void whereTheTimeLimitCutsOffTheValueOfWhatFollowsIsAdded() {
        TrajectorySteps steps = new TrajectorySteps(
                REWARDS, all(0.95), VALUES, new double[] {0.4, 0.3, 0.2, 0.6}, new boolean[] {false, false, false, true
                });

        double[] advantages = advantages(steps, 0.97);
        assertClose(advantages, 1.6859895442, 0.8746495325, 1.073955, 2.37);
        assertClose(returns(steps), 2.30095375, 1.369425, 1.4415, 2.57);
        Statistics.standardise(advantages);
        assertClose(advantages, 0.3165271221, -1.0728350011, -0.7315385489, 1.4878464278);
    }

    @Test
    void nothingPassesFromOneTrajectoryToAnother() {
        double[] nextValues = {0.4, 3, 0.2, 0.6};
        TrajectorySteps both =
                new TrajectorySteps(REWARDS, all(0.95), VALUES, nextValues, new boolean[] {false, true, false, false});
        TrajectorySteps first = part(nextValues, 0, 2);
        TrajectorySteps second = part(nextValues, 2, 4);

        assertThat(advantages(both, 0.9)).containsExactly(concat(advantages(first, 0.9), advantages(second, 0.9)));
        assertThat(returns(both)).containsExactly(concat(returns(first), returns(second)));
    }

    @Test
    void arraysOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> new TrajectorySteps(REWARDS, all(1), VALUES, VALUES, new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 4, 4, 4, 4 and 3");
    }

    private static TrajectorySteps part(double[] nextValues, int from, int to) {
        return new TrajectorySteps(
                Arrays.copyOfRange(REWARDS, from, to),
                Arrays.copyOfRange(all(0.95), from, to),
                Arrays.copyOfRange(VALUES, from, to),
                Arrays.copyOfRange(nextValues, from, to),
                new boolean[to - from]);
    }

    private static double[] all(double value) {
        double[] values = new double[REWARDS.length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double[] advantages(TrajectorySteps steps, double lambda) {
        double[] advantages = new double[steps.count()];
        steps.advantages(lambda, advantages);
        return advantages;
    }

    private static double[] returns(TrajectorySteps steps) {
        double[] returns = new double[steps.count()];
        steps.returns(returns);
        return returns;
    }

    private static void assertClose(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(1e-9));
    }
}
