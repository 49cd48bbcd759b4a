package io.particlearena.algo.parts;

import io.particlearena.nn.Tensor;
import java.util.List;

/**
 * A policy whose target networks can tell, within the update plan of another policy, what its seats would do next; so
 * seats of different algorithms can learn against each other with critics that see all actions.
 */
public interface TargetPolicy extends Policy {

    /** The seats whose target actions the seat's target policy acts on; none unless it sees more than it observes. */
    default List<Integer> targetActionInputs(int seat) {
        return List.of();
    }

    /**
     * Appends a sample of what the seat's target policy would do, [batch, action size]. The plan only reads this policy's
     * parameters; only {@link #commit} may change them.
     *
     * @param seat one of this policy's seats
     * @param actions the plan, the next observations, and the target actions of {@link #targetActionInputs}
     */
    Tensor appendTargetAction(int seat, TargetActions actions);
}
