package io.particlearena.algo.lemol;

import io.particlearena.algo.lemol.OpponentModelOptions.TripletForm;
import io.particlearena.algo.lemol.OpponentModelOptions.TripletNorm;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.RowOperations;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;

/**
 * The triplet loss on the states of an LSTM (after Grover et al. 2018, "Learning Policy Representations in Multiagent
 * Systems", equation 2, as LeMOL's program has it): a state should lie closer to one shortly before or after it than to one
 * far away in time.
 *
 * <p>Each member of the batch has an early triplet, whose far state lies behind, and a late one, whose far state lies before
 * it. With distances l1 and l2 from the references to the far states, l3 and l4 to the near ones, the loss is
 * {@code σ(-x)²} of {@code x = (l1 + l2) - (l3 + l4)}, averaged over the members. In the form {@code cross}, as released, each
 * member is compared at the times that were drawn for all of them, and all these distances go into one x, averaged over the
 * members and summed over the times.
 */
final class TripletLoss {

    /** The states of a member's two triplets, in the order in which they are gathered. */
    static final int EARLY_NEAR = 0;

    static final int EARLY_REFERENCE = 1;
    static final int EARLY_FAR = 2;
    static final int LATE_NEAR = 3;
    static final int LATE_REFERENCE = 4;
    static final int LATE_FAR = 5;
    static final int ROLES = 6;

    /** Closer states count as this far apart, because the root of their squared distance has no finite slope. */
    private static final double LEAST_SQUARE = 1e-12;

    private final OpponentModelOptions options;
    private final int members;
    private final int states;
    private final int[][] times;
    private final int[] rows;
    private final float[] weights;
    private final Tensor weightInput;
    private final Tensor loss;

    /**
     * Appends the loss to a plan.
     *
     * @param all the states, rows ordered by time, then by member
     */
    TripletLoss(Plan plan, Tensor all, int members, OpponentModelOptions options) {
        this.options = options;
        this.members = members;
        this.states = all.rows() / members;
        if (states <= options.repLossPosDist() + options.repLossNegDist()) {
            throw new IllegalArgumentException("Triplets of distances " + options.repLossPosDist() + " and "
                    + options.repLossNegDist() + " do not fit into " + states + " states");
        }
        int comparisons = options.tripletForm() == TripletForm.CROSS ? members * members : members;
        times = new int[ROLES][members];
        rows = new int[ROLES * comparisons];
        weights = new float[comparisons];
        weightInput = plan.input(comparisons, 1);
        Tensor chosen = RowOperations.gather(plan, all, rows);
        Tensor[] roles = new Tensor[ROLES];
        for (int role = 0; role < ROLES; role++) {
            roles[role] = plan.rows(chosen, role * comparisons, (role + 1) * comparisons);
        }
        Tensor far = plan.add(
                distance(plan, roles, EARLY_REFERENCE, EARLY_FAR), distance(plan, roles, LATE_REFERENCE, LATE_FAR));
        Tensor near = plan.add(
                distance(plan, roles, EARLY_REFERENCE, EARLY_NEAR), distance(plan, roles, LATE_REFERENCE, LATE_NEAR));
        Tensor margins = plan.subtract(far, near);
        loss = options.tripletForm() == TripletForm.CROSS
                ? ofMargins(plan, plan.sum(plan.multiply(margins, weightInput)))
                : plan.sum(plan.multiply(ofMargins(plan, margins), weightInput));
    }

    /** {@code σ(-x)²}, which is finite for every x. */
    static Tensor ofMargins(Plan plan, Tensor margins) {
        return plan.square(plan.sigmoid(plan.negate(margins)));
    }

    private Tensor distance(Plan plan, Tensor[] roles, int from, int to) {
        Tensor squares = plan.sumColumns(plan.square(plan.subtract(roles[from], roles[to])));
        if (options.tripletNorm() == TripletNorm.SQUARED) {
            return squares;
        }
        return plan.sqrt(plan.clip(squares, new Scalar(LEAST_SQUARE), new Scalar(Double.MAX_VALUE)));
    }

    Tensor loss() {
        return loss;
    }

    /** Draws new triplets for each member of the batch. */
    void draw(RandomStream random) {
        int near = options.repLossPosDist();
        int far = options.repLossNegDist();
        int places = states - far - near;
        for (int member = 0; member < members; member++) {
            int early = random.nextInt(places);
            set(EARLY_NEAR, member, early);
            set(EARLY_REFERENCE, member, early + 1 + random.nextInt(near));
            set(EARLY_FAR, member, early + far + 1 + random.nextInt(near));
            int late = far + near + random.nextInt(places);
            set(LATE_NEAR, member, late);
            set(LATE_REFERENCE, member, late - 1 - random.nextInt(near));
            set(LATE_FAR, member, late - far - 1 - random.nextInt(near));
        }
    }

    /** Chooses the state that a member of the batch has in a role. */
    void set(int role, int member, int time) {
        times[role][member] = time;
    }

    /** The state that a member of the batch has in a role. */
    int time(int role, int member) {
        return times[role][member];
    }

    /** Hands what was drawn to the plan; members that are not present count for nothing. */
    void prepare(boolean[] present) {
        int count = 0;
        for (boolean there : present) {
            count += there ? 1 : 0;
        }
        boolean cross = options.tripletForm() == TripletForm.CROSS;
        int at = 0;
        for (int member = 0; member < members; member++) {
            for (int drawn = cross ? 0 : member; drawn < (cross ? members : member + 1); drawn++) {
                weights[at] = present[member] && present[drawn] ? 1f / count : 0f;
                for (int role = 0; role < ROLES; role++) {
                    rows[role * weights.length + at] = times[role][drawn] * members + member;
                }
                at++;
            }
        }
        weightInput.set(weights);
    }
}
