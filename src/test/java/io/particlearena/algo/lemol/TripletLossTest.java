package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TripletLossTest {

    private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);
    private static final boolean[] BOTH = {true, true};

    private static OpponentModelOptions options(String form, String norm) {
        return TinyOpponent.options(
                "rep_loss_pos_dist=2 rep_loss_neg_dist=3 triplet_form=" + form + " triplet_norm=" + norm);
    }

    @Test
    void lossOfMarginsMatchesHandComputedNumbers() {
        Plan plan = new Plan();
        Tensor margins = plan.input(4, 1);
        Tensor loss = TripletLoss.ofMargins(plan, margins);
        margins.set(new float[] {.5f + .25f - .1f - .05f, 0, 1e6f, -1e6f});
        plan.run();
        assertThat(loss.toArray()).containsExactly(new float[] {(float) .1255594533, .25f, 0, 1}, ROUNDING);
    }

    /** States {@code (6 member + time) / 10} and the triplets of the hand-computed example. */
    private static float handComputed(String form, String norm) {
        Plan plan = new Plan();
        Tensor all = plan.input(12, 1);
        TripletLoss triplets = new TripletLoss(plan, all, 2, options(form, norm));
        float[] states = new float[12];
        for (int i = 0; i < 12; i++) {
            states[i] = (6 * (i % 2) + i / 2) / 10f;
        }
        int[][] times = {{0, 1}, {1, 2}, {3, 5}, {5, 4}, {4, 3}, {1, 0}};
        for (int role = 0; role < TripletLoss.ROLES; role++) {
            for (int member = 0; member < 2; member++) {
                triplets.set(role, member, times[role][member]);
            }
        }
        all.set(states);
        triplets.prepare(BOTH);
        plan.run();
        return triplets.loss().value();
    }

    private static double sigmoidSquared(double margin) {
        return Math.pow(1 / (1 + Math.exp(margin)), 2);
    }

    @Test
    void crossFormMatchesHandComputedNumbers() {
        assertThat(handComputed("cross", "squared")).isCloseTo((float) .1874085529, ROUNDING);
        double margin = (.2 + .3) + (.3 + .3) - (.1 + .1) - (.1 + .1);
        assertThat((double) handComputed("cross", "euclidean")).isCloseTo(sigmoidSquared(margin), Offset.offset(1e-6));
    }

    @Test
    void eachRowHasItsOwnTripletsOtherwise() {
        double expected = (sigmoidSquared(.04 + .09 - .01 - .01) + sigmoidSquared(.09 + .09 - .01 - .01)) / 2;
        assertThat((double) handComputed("per-row", "squared")).isCloseTo(expected, Offset.offset(1e-6));
        expected = (sigmoidSquared(.2 + .3 - .1 - .1) + sigmoidSquared(.3 + .3 - .1 - .1)) / 2;
        assertThat((double) handComputed("per-row", "euclidean")).isCloseTo(expected, Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"per-row, squared", "per-row, euclidean", "cross, squared", "cross, euclidean"})
    void gradientMatchesFiniteDifferences(String form, String norm) {
        Plan plan = new Plan();
        Tensor all = plan.input(16, 3);
        TripletLoss triplets = new TripletLoss(plan, all, 2, options(form, norm));
        Tensor gradient = plan.gradient(triplets.loss(), all);
        RandomStream random = RandomStream.ofSeed(4);
        float[] states = new float[48];
        for (int i = 0; i < states.length; i++) {
            states[i] = (float) random.nextGaussian();
        }
        triplets.draw(random);
        triplets.prepare(BOTH);
        all.set(states);
        plan.run();
        float[] derived = gradient.toArray();
        for (int place = 0; place < states.length; place++) {
            float[] values = new float[2];
            for (int side = 0; side < 2; side++) {
                float[] changed = states.clone();
                changed[place] += side == 0 ? -5e-3f : 5e-3f;
                all.set(changed);
                plan.run();
                values[side] = triplets.loss().value();
            }
            assertThat(derived[place])
                    .as("place %d", place)
                    .isCloseTo((values[1] - values[0]) / 1e-2f, Offset.offset(2e-4f));
        }
    }

    @Test
    void coincidingStatesHaveFiniteSlopes() {
        Plan plan = new Plan();
        Tensor all = plan.input(16, 3);
        TripletLoss triplets = new TripletLoss(plan, all, 2, options("per-row", "euclidean"));
        Tensor gradient = plan.gradient(triplets.loss(), all);
        triplets.draw(RandomStream.ofSeed(4));
        triplets.prepare(BOTH);
        plan.run();
        assertThat(triplets.loss().value()).isCloseTo(.25f, ROUNDING);
        for (float slope : gradient.toArray()) {
            assertThat(slope).isFinite();
        }
    }

    @Test
    void drawnTimesKeepTheirDistances() {
        Plan plan = new Plan();
        int states = 8;
        int[] earliest = {0, 1, 4, 5, 3, 0};
        int[] latest = {2, 4, 7, 7, 6, 3};
        boolean[][] seen = new boolean[earliest.length][states];
        TripletLoss triplets = new TripletLoss(plan, plan.input(2 * states, 1), 2, options("per-row", "squared"));
        RandomStream random = RandomStream.ofSeed(5);
        for (int i = 0; i < 500; i++) {
            triplets.draw(random);
            for (int member = 0; member < 2; member++) {
                for (int role = 0; role < TripletLoss.ROLES; role++) {
                    seen[role][triplets.time(role, member)] = true;
                }
                int early = triplets.time(TripletLoss.EARLY_NEAR, member);
                int late = triplets.time(TripletLoss.LATE_NEAR, member);
                assertThat(triplets.time(TripletLoss.EARLY_REFERENCE, member) - early)
                        .isBetween(1, 2);
                assertThat(triplets.time(TripletLoss.EARLY_FAR, member) - early).isBetween(4, 5);
                assertThat(late - triplets.time(TripletLoss.LATE_REFERENCE, member))
                        .isBetween(1, 2);
                assertThat(late - triplets.time(TripletLoss.LATE_FAR, member)).isBetween(4, 5);
            }
        }
        for (int role = 0; role < TripletLoss.ROLES; role++) {
            for (int time = 0; time < states; time++) {
                assertThat(seen[role][time])
                        .as("role %d at %d", role, time)
                        .isEqualTo(time >= earliest[role] && time <= latest[role]);
            }
        }
    }

    @Test
    void absentMembersCountForNothing() {
        Plan plan = new Plan();
        Tensor all = plan.input(16, 3);
        TripletLoss triplets = new TripletLoss(plan, all, 2, options("cross", "squared"));
        Tensor gradient = plan.gradient(triplets.loss(), all);
        RandomStream random = RandomStream.ofSeed(4);
        float[] states = new float[48];
        for (int i = 0; i < states.length; i++) {
            states[i] = (float) random.nextGaussian();
        }
        all.set(states);
        triplets.draw(random);
        triplets.prepare(new boolean[] {false, true});
        plan.run();
        float[] slopes = gradient.toArray();
        boolean learns = false;
        for (int i = 0; i < slopes.length; i++) {
            if (i / 3 % 2 == 0) {
                assertThat(slopes[i]).isZero();
            } else {
                learns |= slopes[i] != 0;
            }
        }
        assertThat(learns).isTrue();
    }

    @Test
    void tooFewStatesAreRefused() {
        Plan plan = new Plan();
        assertThatThrownBy(() -> new TripletLoss(plan, plan.input(10, 1), 2, options("cross", "squared")))
                .hasMessage("Triplets of distances 2 and 3 do not fit into 5 states");
    }
}
