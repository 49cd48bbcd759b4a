package io.particlearena.algo.ppo;

import io.particlearena.nn.Activation;
import io.particlearena.nn.Initialiser;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Two hidden layers with tanh that give the numbers of a {@link PpoDistribution} that depend on the observation, and the
 * logarithms of standard deviations, which do not depend on it and start at -0.5.
 */
final class PolicyNetwork {

    private static final String LOG_DEVIATIONS = "policy/log_deviations";
    private static final double FIRST_LOG_DEVIATION = -0.5;

    private final Mlp network;
    private final PpoDistribution distribution;

    PolicyNetwork(int observationSize, int units, PpoDistribution distribution) {
        this.network = new Mlp("policy", observationSize, List.of(units, units), Activation.TANH, distribution.size());
        this.distribution = distribution;
    }

    PpoDistribution distribution() {
        return distribution;
    }

    int observationSize() {
        return network.inputs();
    }

    ParameterLayout layout() {
        ParameterLayout weights = network.layout();
        return distribution.deviations() == 0
                ? weights
                : ParameterLayout.builder()
                        .add(weights)
                        .add(LOG_DEVIATIONS, 1, distribution.deviations(), Initialiser.constant(FIRST_LOG_DEVIATION))
                        .build();
    }

    /** Appends all numbers that the distribution reads. */
    Tensor apply(Plan plan, Parameters parameters, Tensor observations) {
        Tensor outputs = network.apply(plan, parameters, observations);
        return distribution.deviations() == 0
                ? outputs
                : plan.concat(outputs, plan.repeat(plan.parameter(parameters, LOG_DEVIATIONS), outputs.rows()));
    }

    /** Snapshots of how these seats act. */
    List<PpoActor> actors(Parameters parameters, List<Integer> seats) {
        float[] values = parameters.toArray();
        int weights = values.length - distribution.deviations();
        MlpActor snapshot = network.actor(Arrays.copyOf(values, weights));
        float[] logDeviations = Arrays.copyOfRange(values, weights, values.length);
        return seats.stream()
                .map(seat -> new PpoActor(seat, distribution, snapshot, logDeviations))
                .toList();
    }
}
