package io.particlearena.algo.maddpg;

import io.particlearena.nn.Plan;
import io.particlearena.nn.RowNormalisation;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * M3DDPG's one-step stand-in for other agents that do their worst: each other agent's action moves against the critic's
 * gradient, {@code a_j - epsilon_j g / |g|} with {@code g = dQ / da_j} for each sample alone (Li et al. 2019, section
 * "Multi-agent adversarial learning"). The direction counts as given: no gradient flows through it. The own action stays,
 * and so does an action on which Q does not depend.
 *
 * @param view what the critic sees
 * @param seat the agent itself
 * @param teamEpsilon how far actions of the own side move
 * @param opponentEpsilon how far actions of the other side move
 * @param leastNorm the norm below which a gradient moves an action by less than epsilon
 */
record WorseActions(CriticView view, int seat, Scalar teamEpsilon, Scalar opponentEpsilon, double leastNorm)
        implements Perturbation {

    @Override
    public Tensor apply(Plan plan, Tensor joint, UnaryOperator<Tensor> critic) {
        if (view.acting().equals(List.of(seat))) {
            return joint;
        }
        int actions = view.observationSize();
        Tensor gradient = plan.gradient(plan.sum(critic.apply(joint)), plan.columns(joint, actions, view.size()));
        List<Tensor> parts = new ArrayList<>(List.of(plan.columns(joint, 0, actions)));
        for (int seen : view.acting()) {
            int from = view.actionStart(seen);
            int to = view.actionEnd(seen);
            Tensor action = plan.columns(joint, from, to);
            Tensor uphill = plan.columns(gradient, from - actions, to - actions);
            parts.add(seen == seat ? action : plan.subtract(action, step(plan, seen, uphill)));
        }
        return plan.concat(parts);
    }

    private Tensor step(Plan plan, int other, Tensor uphill) {
        boolean team =
                view.agents().get(other).side() == view.agents().get(seat).side();
        return plan.scale(RowNormalisation.of(plan, uphill, leastNorm), team ? teamEpsilon : opponentEpsilon);
    }
}
