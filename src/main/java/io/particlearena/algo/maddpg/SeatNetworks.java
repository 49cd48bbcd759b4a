package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Activation;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.List;

/**
 * The four networks of one seat and the moments of their optimisers. Two hidden layers with ReLU, Glorot-uniform weights,
 * zero biases.
 */
final class SeatNetworks implements Stateful {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final boolean copyTargetsAtStart;
    private final boolean keepMomentsAtRestart;
    private final ActionHeads heads;
    private final Mlp policyNetwork;
    private final Mlp criticNetwork;
    private final Parameters policy;
    private final Parameters targetPolicy;
    private final Parameters critic;
    private final Parameters targetCritic;
    private final Adam policyAdam;
    private final Adam criticAdam;

    SeatNetworks(SeatDesign design, RandomStream initial) {
        MaddpgOptions options = design.options();
        AgentSpec agent = design.view().agents().get(design.seat());
        List<Integer> hidden = List.of(options.numUnits(), options.numUnits());
        heads = new ActionHeads(agent.actions());
        int policyInputs = agent.observationSize() + design.predictions().size();
        policyNetwork = new Mlp("policy", policyInputs, hidden, Activation.RELU, heads.outputSize());
        criticNetwork = new Mlp("critic", design.view().size(), hidden, Activation.RELU, 1);
        copyTargetsAtStart = options.copyTargetsAtStart();
        keepMomentsAtRestart = options.keepMomentsAtRestart();
        policy = new Parameters(policyNetwork.layout());
        critic = new Parameters(criticNetwork.layout());
        targetPolicy = new Parameters(policyNetwork.layout());
        targetCritic = new Parameters(criticNetwork.layout());
        policyAdam = adam(options, policy);
        criticAdam = adam(options, critic);
        initialise(initial);
    }

    /** Makes all weights new and forgets the moments of the optimisers unless they are to be kept. */
    void restart(RandomStream initial) {
        initialise(initial);
        if (!keepMomentsAtRestart) {
            policyAdam.reset();
            criticAdam.reset();
        }
    }

    private void initialise(RandomStream initial) {
        for (Parameters parameters : List.of(policy, critic, targetPolicy, targetCritic)) {
            parameters.initialise(initial);
        }
        if (copyTargetsAtStart) {
            targetPolicy.copyFrom(policy);
            targetCritic.copyFrom(critic);
        }
    }

    private static Adam adam(MaddpgOptions options, Parameters parameters) {
        Adam.Form form = switch (options.adamForm()) {
            case TENSORFLOW -> Adam.Form.TENSORFLOW;
            case PYTORCH -> Adam.Form.PYTORCH;
        };
        return new Adam(parameters, form, BETA1, BETA2, EPSILON);
    }

    ActionHeads heads() {
        return heads;
    }

    Mlp policyNetwork() {
        return policyNetwork;
    }

    Mlp criticNetwork() {
        return criticNetwork;
    }

    Parameters policy() {
        return policy;
    }

    Parameters targetPolicy() {
        return targetPolicy;
    }

    Parameters critic() {
        return critic;
    }

    Parameters targetCritic() {
        return targetCritic;
    }

    Adam policyAdam() {
        return policyAdam;
    }

    Adam criticAdam() {
        return criticAdam;
    }

    /** Appends a sample of what the target policy would do. */
    Tensor targetAction(Plan plan, Tensor input, RandomStream noise) {
        return heads.sample(plan, policyNetwork.apply(plan, targetPolicy, input), noise);
    }

    /** Moves both targets towards the networks: target becomes (1 - share) target + share network. */
    void moveTargets(double share) {
        targetPolicy.moveTowards(policy, share);
        targetCritic.moveTowards(critic, share);
    }

    /** A snapshot of the policy for acting. */
    MlpActor actor() {
        return policyNetwork.actor(policy.toArray());
    }

    /** A snapshot of the critic for views. */
    MlpActor criticSnapshot() {
        return criticNetwork.actor(critic.toArray());
    }

    @Override
    public void save(StateWriter out) {
        out.put("policy", policy);
        out.put("critic", critic);
        out.put("target_policy", targetPolicy);
        out.put("target_critic", targetCritic);
        out.put("policy_adam", policyAdam);
        out.put("critic_adam", criticAdam);
    }

    @Override
    public void load(StateReader in) {
        in.get("policy", policy);
        in.get("critic", critic);
        in.get("target_policy", targetPolicy);
        in.get("target_critic", targetCritic);
        in.get("policy_adam", policyAdam);
        in.get("critic_adam", criticAdam);
    }
}
