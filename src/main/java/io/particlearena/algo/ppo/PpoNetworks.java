package io.particlearena.algo.ppo;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.Activation;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.Parameters;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.List;

/**
 * The networks of seats that share them, and the moments of their optimisers. Policy and value have two hidden layers with
 * tanh each, Glorot-uniform weights and zero biases, and no weight in common. The policy exists twice: as learning changes
 * it, and as last published, which is what acts and what other policies read.
 */
final class PpoNetworks implements Stateful {

    private final PolicyNetwork policyNetwork;
    private final Mlp valueNetwork;
    private final Parameters policy;
    private final Parameters publishedPolicy;
    private final Parameters value;
    private final Adam policyAdam;
    private final Adam valueAdam;
    private final ReturnScale returnScale;

    PpoNetworks(PpoOptions options, PpoDistribution distribution, int observationSize, int valueInputs) {
        policyNetwork = new PolicyNetwork(observationSize, options.numUnits(), distribution);
        valueNetwork =
                new Mlp("value", valueInputs, List.of(options.numUnits(), options.numUnits()), Activation.TANH, 1);
        policy = new Parameters(policyNetwork.layout());
        publishedPolicy = new Parameters(policyNetwork.layout());
        value = new Parameters(valueNetwork.layout());
        policyAdam = Adam.tensorFlow(policy);
        valueAdam = Adam.tensorFlow(value);
        returnScale = new ReturnScale(options.ppoNormaliseReturns());
    }

    /** Makes all weights new and forgets everything else. */
    void initialise(RandomStream initial) {
        policy.initialise(initial);
        value.initialise(initial);
        policyAdam.reset();
        valueAdam.reset();
        returnScale.reset();
        publish();
    }

    /** Lets others see the policy as it is now. */
    void publish() {
        publishedPolicy.copyFrom(policy);
    }

    PolicyNetwork policyNetwork() {
        return policyNetwork;
    }

    Mlp valueNetwork() {
        return valueNetwork;
    }

    Parameters policy() {
        return policy;
    }

    Parameters publishedPolicy() {
        return publishedPolicy;
    }

    Parameters value() {
        return value;
    }

    Adam policyAdam() {
        return policyAdam;
    }

    Adam valueAdam() {
        return valueAdam;
    }

    ReturnScale returnScale() {
        return returnScale;
    }

    @Override
    public void save(StateWriter out) {
        out.put("policy", policy);
        out.put("value", value);
        out.put("policy_adam", policyAdam);
        out.put("value_adam", valueAdam);
        out.put("return_scale", returnScale);
    }

    @Override
    public void load(StateReader in) {
        in.get("policy", policy);
        in.get("value", value);
        in.get("policy_adam", policyAdam);
        in.get("value_adam", valueAdam);
        in.get("return_scale", returnScale);
        publish();
    }
}
