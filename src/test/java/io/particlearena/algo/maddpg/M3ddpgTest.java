package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.env.ActionHead;
import io.particlearena.options.OptionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class M3ddpgTest {

    private static final ActionHead MOVE = ActionHead.categorical("move", 3);
    private static final Map<String, Object> SMALL =
            Map.of("batch_size", 32, "num_units", 12, "agent_update_freq", 4, "warm_up_steps", 40, "polyak", 0.1);

    private static TinyRun run(AlgorithmEntry<?> algorithm, Map<String, Object> further) {
        Map<String, Object> options = new HashMap<>(SMALL);
        options.putAll(further);
        return new TinyRun(new TinyWorld(TinyWorld.agents(MOVE, MOVE, MOVE), 9), options, List.of(algorithm), 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "released"})
    void withoutEpsilonItIsMaddpgBitForBit(String variant) {
        TinyRun maddpg = run(Maddpg.MADDPG, Map.of());
        TinyRun minimax = run(Maddpg.M3DDPG, Map.of("adv_eps", 0, "adv_eps_s", 0, "variant", variant));

        maddpg.learn(120);
        minimax.learn(120);

        assertThat(minimax.metrics).isNotEmpty().isEqualTo(maddpg.metrics);
        for (int seat = 0; seat < 3; seat++) {
            for (String network : List.of("policy", "critic", "target_policy", "target_critic")) {
                assertThat(minimax.parameters(seat, network)).isEqualTo(maddpg.parameters(seat, network));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adv_eps", "adv_eps_s"})
    void epsilonOfEitherSideMattersAndMayChangeWhileTraining(String option) {
        TinyRun still = run(Maddpg.M3DDPG, Map.of("adv_eps", 0, "adv_eps_s", 0));
        TinyRun changed = run(Maddpg.M3DDPG, Map.of("adv_eps", 0, "adv_eps_s", 0));
        still.learn(60);
        changed.learn(60);

        changed.policies.get(0).change(option, 0.1);
        still.update(1);
        changed.update(1);

        assertThat(changed.parameters(0, "critic")).isNotEqualTo(still.parameters(0, "critic"));
        assertThat(changed.parameters(0, "policy")).isNotEqualTo(still.parameters(0, "policy"));
    }

    @Test
    void variantCannotChangeWhileTraining() {
        TinyRun run = run(Maddpg.M3DDPG, Map.of());

        assertThatThrownBy(() -> run.policies.get(0).change("variant", "released"))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option variant cannot change while training; those that can are adv_eps, adv_eps_s, lr,"
                        + " gamma, polyak, grad_norm_clipping, policy_regularisation.");
    }

    @Test
    void defaultsAreThePapersFormWithThePublishedEpsilons() {
        assertThat(Maddpg.M3DDPG_OPTIONS.defaults())
                .isEqualTo(new M3ddpgOptions(1e-3, 1e-5, M3ddpgOptions.Variant.PAPER, Maddpg.OPTIONS.defaults()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adv_eps   | -1    | Option adv_eps is \"-1\", but must be a number from 0 to 1000.",
                "adv_eps_s | nan   | Option adv_eps_s is \"nan\", but must be a number from 0 to 1000.",
                "variant   | ours  | Option variant is \"ours\", but must be one of paper, released.",
                "adv_ep    | 0.1   | There is no option \"adv_ep\" here; you may mean \"adv_eps\"."
            })
    void valuesThatMakeNoSenseAreRefused(String option, String value, String message) {
        assertThatThrownBy(() -> Maddpg.M3DDPG_OPTIONS.parse(Map.of(option, value)))
                .isInstanceOf(OptionException.class)
                .hasMessage(message);
    }
}
