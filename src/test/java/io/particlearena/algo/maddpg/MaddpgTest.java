package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.parts.Policy;
import io.particlearena.env.ActionHead;
import io.particlearena.options.OptionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaddpgTest {

    private static final List<AlgorithmEntry<?>> MADDPG = List.of(Maddpg.MADDPG);
    private static final List<AlgorithmEntry<?>> DDPG = List.of(Maddpg.DDPG);
    private static final ActionHead MOVE = ActionHead.categorical("move", 3);
    private static final Map<String, Object> SMALL =
            Map.of("batch_size", 32, "num_units", 12, "agent_update_freq", 4, "warm_up_steps", 40, "polyak", 0.1);

    private static TinyRun run(List<AlgorithmEntry<?>> algorithms, Map<String, ?> options, ActionHead... heads) {
        return new TinyRun(new TinyWorld(TinyWorld.agents(heads), 9), options, algorithms, 21);
    }

    private static Map<String, Object> with(String option, Object value) {
        Map<String, Object> options = new HashMap<>(SMALL);
        options.put(option, value);
        return options;
    }

    @Test
    void sameSeedsGiveTheSameBits() {
        TinyRun one = run(MADDPG, SMALL, MOVE, MOVE);
        TinyRun other = run(MADDPG, SMALL, MOVE, MOVE);

        one.learn(120);
        other.learn(120);

        assertThat(one.metrics).isNotEmpty().isEqualTo(other.metrics);
        assertThat(one.parameters(1, "target_policy")).isEqualTo(other.parameters(1, "target_policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maddpg", "ddpg", "mmmaddpg"})
    void stateLoadedMidwayContinuesWithTheSameBits(String algorithm) {
        List<AlgorithmEntry<?>> algorithms = List.of(Algorithms.find(algorithm));
        TinyRun whole = run(algorithms, SMALL, MOVE, MOVE);
        whole.learn(80);
        whole.policies.get(0).change("lr", 0.003);
        TinyRun resumed = run(algorithms, SMALL, MOVE, MOVE);
        resumed.takeOver(whole);

        whole.metrics.clear();
        whole.update(20);
        resumed.update(20);

        assertThat(resumed.metrics).hasSize(2 * 20 * 5).isEqualTo(whole.metrics);
        for (String network : List.of("policy", "critic", "target_policy", "target_critic")) {
            assertThat(resumed.parameters(0, network)).isEqualTo(whole.parameters(0, network));
            assertThat(resumed.parameters(1, network)).isEqualTo(whole.parameters(1, network));
        }
    }

    @Test
    void simultaneousUpdatesAreTheSameOnOneThreadAndOnSeveral() throws Exception {
        TinyRun threads = run(MADDPG, SMALL, MOVE, MOVE, MOVE);
        TinyRun oneThread = run(MADDPG, SMALL, MOVE, MOVE, MOVE);

        threads.learnSimultaneously(100, 3);
        oneThread.learnSimultaneously(100, 1);

        for (int seat = 0; seat < 3; seat++) {
            assertThat(threads.parameters(seat, "policy")).isEqualTo(oneThread.parameters(seat, "policy"));
            assertThat(threads.parameters(seat, "target_critic"))
                    .isEqualTo(oneThread.parameters(seat, "target_critic"));
        }
    }

    @Test
    void onlySequentialUpdatesSeeTheTargetsThatAnEarlierSeatHasMoved() throws Exception {
        TinyRun sequential = run(MADDPG, SMALL, MOVE, MOVE);
        TinyRun simultaneous = run(MADDPG, SMALL, MOVE, MOVE);
        sequential.learn(40);
        simultaneous.learnSimultaneously(40, 1);

        assertThat(sequential.parameters(0, "critic")).isEqualTo(simultaneous.parameters(0, "critic"));
        assertThat(sequential.parameters(1, "critic")).isNotEqualTo(simultaneous.parameters(1, "critic"));
    }

    @Test
    void updateWithoutCommitChangesNothingThatOthersSee() {
        TinyRun run = run(MADDPG, SMALL, MOVE, MOVE);
        run.learn(39);
        float[] target = run.parameters(0, "target_policy");
        float[] policy = run.parameters(0, "policy");
        Object actor = run.policies.get(0).actor(0);

        run.policies.get(0).update(0, (name, value) -> {});

        assertThat(run.parameters(0, "policy")).isNotEqualTo(policy);
        assertThat(run.parameters(0, "target_policy")).isEqualTo(target);
        assertThat(run.policies.get(0).actor(0)).isSameAs(actor);
        run.policies.get(0).commit(0);
        assertThat(run.parameters(0, "target_policy")).isNotEqualTo(target);
        assertThat(run.policies.get(0).actor(0)).isNotSameAs(actor);
    }

    @Test
    void ddpgIgnoresWhatOthersDo() {
        TinyRun alone = run(DDPG, SMALL, MOVE, MOVE);
        TinyRun meddled = run(DDPG, SMALL, MOVE, MOVE);
        alone.learn(39);
        meddled.overrideActions(1, 0.5);
        meddled.learn(39);

        alone.update(3);
        meddled.update(3);

        assertThat(meddled.parameters(0, "critic")).isEqualTo(alone.parameters(0, "critic"));
        assertThat(meddled.parameters(1, "critic")).isNotEqualTo(alone.parameters(1, "critic"));
    }

    @Test
    void maddpgHeedsWhatOthersDo() {
        TinyRun alone = run(MADDPG, SMALL, MOVE, MOVE);
        TinyRun meddled = run(MADDPG, SMALL, MOVE, MOVE);
        alone.learn(39);
        meddled.overrideActions(1, 0.5);
        meddled.learn(39);

        alone.update(3);
        meddled.update(3);

        assertThat(meddled.parameters(0, "critic")).isNotEqualTo(alone.parameters(0, "critic"));
    }

    @Test
    void sidesMayLearnByDifferentAlgorithms() {
        TinyRun run = run(List.of(Maddpg.MADDPG, Maddpg.DDPG), SMALL, MOVE, MOVE);

        run.learn(60);

        assertThat(run.parameters(0, "critic")).hasSize(12 * (12 + 1) + 12 * (12 + 1) + 13);
        assertThat(run.parameters(1, "critic")).hasSize(12 * (6 + 1) + 12 * (12 + 1) + 13);
        assertThat(run.metrics).isNotEmpty();
    }

    @Test
    void targetsStartAsCopiesUnlessTheFaithfulVariantIsChosen() {
        TinyRun copied = run(MADDPG, SMALL, MOVE);
        TinyRun independent = run(MADDPG, with("copy_targets_at_start", false), MOVE);

        assertThat(copied.parameters(0, "target_policy")).isEqualTo(copied.parameters(0, "policy"));
        assertThat(copied.parameters(0, "target_critic")).isEqualTo(copied.parameters(0, "critic"));
        assertThat(independent.parameters(0, "target_policy")).isNotEqualTo(independent.parameters(0, "policy"));
        assertThat(independent.parameters(0, "target_critic")).isNotEqualTo(independent.parameters(0, "critic"));
        assertThat(independent.parameters(0, "policy")).isEqualTo(copied.parameters(0, "policy"));
    }

    @Test
    void restartForgetsTheMomentsUnlessTheFaithfulVariantIsChosen() {
        TinyRun forgets = run(MADDPG, SMALL, MOVE);
        TinyRun keeps = run(MADDPG, with("keep_moments_at_restart", true), MOVE);
        for (TinyRun run : List.of(forgets, keeps)) {
            run.learn(60);
            run.policies.get(0).restart();
        }

        assertThat(keeps.parameters(0, "policy")).isEqualTo(forgets.parameters(0, "policy"));
        for (String optimiser : List.of("policy_adam", "critic_adam")) {
            assertThat(moments(forgets, optimiser)).containsOnly(0f);
            assertThat(moments(keeps, optimiser)).isNotEqualTo(moments(forgets, optimiser));
        }
        forgets.update(1);
        keeps.update(1);
        assertThat(keeps.parameters(0, "policy")).isNotEqualTo(forgets.parameters(0, "policy"));
    }

    private static float[] moments(TinyRun run, String optimiser) {
        return run.state(0)
                .reader()
                .child("seat_0")
                .child("networks")
                .child(optimiser)
                .getFloats("mean");
    }

    @Test
    void timeLimitBootstrapsUnlessTheFaithfulVariantIsChosen() {
        TinyRun bootstraps = run(MADDPG, SMALL, MOVE);
        TinyRun ends = run(MADDPG, with("time_limit_as_terminal", true), MOVE);
        Map<String, Double> withFuture = new HashMap<>();
        Map<String, Double> withoutFuture = new HashMap<>();
        bootstraps.learn(39);
        ends.learn(39);

        bootstraps.policies.get(0).update(0, withFuture::put);
        ends.policies.get(0).update(0, withoutFuture::put);

        assertThat(withoutFuture.get("q_mean")).isEqualTo(withFuture.get("q_mean"));
        assertThat(withoutFuture.get("target_q_mean")).isNotEqualTo(withFuture.get("target_q_mean"));
    }

    @Test
    void updatesBeginAfterTheWarmUpAndComeAtTheirInterval() {
        TinyRun run = run(MADDPG, Map.of("batch_size", 4, "agent_update_freq", 3, "num_units", 4), MOVE);
        Policy policy = run.policies.get(0);

        run.learn(19);
        assertThat(run.metrics).isEmpty();
        assertThat(policy.due(0, 21)).isFalse();
        run.learn(1);
        assertThat(policy.due(0, 20)).isFalse();
        assertThat(policy.due(0, 21)).isTrue();
        assertThat(policy.due(0, 22)).isFalse();
    }

    @Test
    void updatesOfLemolsCountComeOneStepLater() {
        TinyRun run = run(
                MADDPG,
                Map.of("batch_size", 4, "agent_update_freq", 5, "agent_update_offset", 1, "num_units", 4),
                MOVE);
        run.learn(20);

        assertThat(run.metrics).isEmpty();
        assertThat(run.policies.get(0).due(0, 20)).isFalse();
        assertThat(run.policies.get(0).due(0, 21)).isTrue();
    }

    @Test
    void lossThatIsNotFiniteFailsWithAgentUpdateAndMetric() {
        TinyRun run = run(MADDPG, SMALL, MOVE);
        run.learn(60);
        run.rewardFactor(Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> run.learn(400))
                .isInstanceOf(AlgorithmFailure.class)
                .hasMessageMatching(
                        "The \\w+ of agent agent 0 is \\S+ in its update \\d+, so learning cannot go on; .*");
    }

    @Test
    void liveOptionsChangeWhatComesNext() {
        TinyRun still = run(MADDPG, SMALL, MOVE);
        still.learn(60);
        float[] before = still.parameters(0, "policy");

        still.policies.get(0).change("lr", 0);
        still.learn(40);

        assertThat(still.parameters(0, "policy")).isEqualTo(before);
        assertThatThrownBy(() -> still.policies.get(0).change("batch_size", 3))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option batch_size cannot change while training; those that can are lr, gamma, polyak,"
                        + " grad_norm_clipping, policy_regularisation.");
        assertThatThrownBy(() -> still.policies.get(0).change("gamma", 1.5))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("must be a number from 0 to 1");
    }

    @Test
    void noClippingAndPyTorchsAdamAreOptions() {
        TinyRun clipped = run(MADDPG, SMALL, MOVE);
        TinyRun free = run(MADDPG, with("grad_norm_clipping", 0), MOVE);
        TinyRun pytorch = run(MADDPG, with("adam_form", "pytorch"), MOVE);
        clipped.learn(100);
        free.learn(100);
        pytorch.learn(100);

        assertThat(free.parameters(0, "critic")).isNotEqualTo(clipped.parameters(0, "critic"));
        assertThat(pytorch.parameters(0, "critic")).isNotEqualTo(clipped.parameters(0, "critic"));
        assertThat(free.metrics).hasSameSizeAs(clipped.metrics);
    }

    @Test
    void policyThatCannotTellItsTargetActionsIsRefused() {
        TinyRun run = run(MADDPG, SMALL, MOVE, MOVE);
        Policy other = new SilentPolicy();

        assertThatThrownBy(() -> run.policies.get(0).connect(List.of(run.policies.get(0), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The policy of agent agent 1 has no target actions, which critics that see all agents need");
    }
}
