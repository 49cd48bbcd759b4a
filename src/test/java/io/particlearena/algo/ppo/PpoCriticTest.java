package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.env.ActionHead;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.Activation;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.MlpActor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PpoCriticTest {

    @Test
    void tellsTheValueInUnitsOfTheReturn() {
        Mlp network = new Mlp("value", 2, List.of(3), Activation.TANH, 1);
        float[] parameters = new float[network.layout().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) Math.sin(i + 1);
        }
        ReturnScale scale = new ReturnScale(true);
        scale.add(new double[] {10, 20, 30});
        MlpActor actor = network.actor(parameters);
        StepBuffer before =
                new StepBuffer(TinyWorld.agents(ActionHead.box("a", 1, 0, 1), ActionHead.box("b", 1, 0, 1)), 0, 0);
        before.observation(0)[0] = 0.3;
        before.observation(1)[0] = -0.8;
        float[] output = new float[1];
        actor.apply(new float[] {-0.8f, 0.3f}, actor.newScratch(), output);

        List<Signal> signals =
                new PpoCritic(new ValueView(List.of(1, 0)), actor, scale).judge(before, new double[2][1]);

        assertThat(signals).singleElement().satisfies(signal -> {
            assertThat(signal.name()).isEqualTo("value");
            assertThat(signal.values().get(0)).isCloseTo(scale.fromNetwork(output[0]), within(1e-9));
        });
    }

    @Test
    void newestValuesAreTold() {
        PpoRun run = new PpoRun(
                TinyWorld.agents(ActionHead.categorical("move", 3), ActionHead.categorical("move", 3)),
                1,
                Map.of("ppo_history_length", 20, "num_units", 8, "critic", "centralised"));
        StepBuffer before =
                new StepBuffer(TinyWorld.agents(ActionHead.categorical("a", 3), ActionHead.categorical("b", 3)), 0, 0);
        List<Signal> first = run.policy.critic(1).judge(before, new double[2][3]);
        run.learn(21);
        assertThat(run.policy.critic(1).judge(before, new double[2][3]))
                .hasSize(1)
                .isNotEqualTo(first);
    }
}
