package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.parts.Critic;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.Activation;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SeatCriticTest {

    private static final Map<String, Object> OPTIONS =
            Map.of("batch_size", 8, "num_units", 16, "agent_update_freq", 1, "lr", 0.01);
    private static final List<AgentSpec> AGENTS =
            TinyWorld.agents(ActionHead.categorical("move", 3), ActionHead.box("push", 1, -1, 1));

    private static double q(Critic critic, double... action) {
        StepBuffer before = new StepBuffer(AGENTS, 0, 0);
        before.observation(0)[1] = 1;
        before.observation(1)[0] = -0.4;
        List<Signal> signals = critic.judge(before, new double[][] {{0.2, 0.3, 0.5}, action});
        assertThat(signals).singleElement().satisfies(signal -> {
            assertThat(signal.name()).isEqualTo("q_value");
            assertThat(signal.kind()).isEqualTo(Signal.Kind.SCALAR);
        });
        return signals.get(0).values().get(0);
    }

    @Test
    void tellsWhatTheCriticSaysOfTheJointAction() {
        TinyRun run = new TinyRun(new TinyWorld(AGENTS, 3), OPTIONS, List.of(Maddpg.MADDPG, Maddpg.MADDPG), 4);
        Critic untrained = run.policies.get(0).critic(0);
        run.learn(60);
        Critic trained = run.policies.get(0).critic(0);

        Mlp network = new Mlp("critic", 8, List.of(16, 16), Activation.RELU, 1);
        Parameters parameters = new Parameters(network.layout());
        run.state(0).reader().child("seat_0").child("networks").get("critic", parameters);
        Plan plan = new Plan();
        Tensor input = plan.input(1, 8);
        Tensor q = network.apply(plan, parameters, input);
        input.set(new float[] {0, 1, 0, -0.4f, 0.2f, 0.3f, 0.5f, 0.7f});
        plan.run();
        float[] expected = new float[1];
        q.get(expected);

        assertThat(q(trained, 0.7)).isCloseTo(expected[0], within(1e-5));
        assertThat(q(untrained, 0.7)).isNotEqualTo(q(trained, 0.7));
        assertThat(q(trained, -0.7)).isNotEqualTo(q(trained, 0.7));
    }

    @Test
    void independentCriticKnowsItsOwnActionAlone() {
        TinyRun run = new TinyRun(new TinyWorld(AGENTS, 3), OPTIONS, List.of(Maddpg.DDPG, Maddpg.DDPG), 4);
        assertThat(q(run.policies.get(0).critic(0), 0.7))
                .isEqualTo(q(run.policies.get(0).critic(0), -0.7));
        assertThat(q(run.policies.get(1).critic(1), 0.7))
                .isNotEqualTo(q(run.policies.get(1).critic(1), -0.7));
    }
}
