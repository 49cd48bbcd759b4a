package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionException;
import io.particlearena.store.MemoryState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PpoTest {

    private static final ActionHead MOVE = ActionHead.oneHot("move", 3);
    private static final List<AgentSpec> TWO = TinyWorld.agents(MOVE, MOVE);
    private static final Map<String, Object> SMALL = Map.of(
            "ppo_history_length", 24, "num_units", 8, "ppo_train_cycles", 5, "ppo_pi_lr", 0.01, "ppo_vf_lr", 0.01);

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> options = new HashMap<>(SMALL);
        for (int i = 0; i < pairs.length; i += 2) {
            options.put((String) pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private static PpoRun run(Object... pairs) {
        return new PpoRun(TWO, 3, with(pairs));
    }

    @Test
    void updatesComeWhenTheRolloutIsFullAndTheNextStepEmptiesIt() {
        PpoRun run = run();
        run.gather(23);
        assertThat(run.policy.due(0, 23)).isFalse();
        run.gather(1);
        assertThat(run.policy.due(0, 24)).isTrue();
        assertThat(run.policy.due(1, 24)).isTrue();
        run.gather(1);
        assertThat(run.policy.due(0, 25)).isFalse();

        run.learn(48);
        assertThat(run.metrics.get("0/entropy")).hasSize(2);
        assertThat(run.policy.explorationSteps()).isZero();
    }

    @Test
    void policyThatHasNotChangedHasNotMovedAway() {
        PpoRun run = run("ppo_pi_lr", 0);
        run.learn(24);

        assertThat(run.metric(0, "approximate_kl")).isCloseTo(0, within(1e-6));
        assertThat(run.metric(0, "approximate_kl_ratio")).isCloseTo(0, within(1e-6));
        assertThat(run.metric(0, "clip_fraction")).isZero();
        assertThat(run.metric(0, "policy_loss")).isCloseTo(0, within(1e-5));
        assertThat(run.metric(0, "entropy")).isBetween(0.5, Math.log(3));
        assertThat(run.metric(0, "stop_iteration")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"difference, approximate_kl", "ratio, approximate_kl_ratio"})
    void policyThatHasMovedTooFarEndsItsPasses(String estimate, String metric) {
        PpoRun free = run("ppo_pi_lr", 0.05, "ppo_target_kl", 0, "ppo_train_cycles", 40);
        PpoRun held =
                run("ppo_pi_lr", 0.05, "ppo_target_kl", 0.01, "ppo_train_cycles", 40, "ppo_kl_estimate", estimate);
        free.learn(24);
        held.learn(24);

        assertThat(free.metric(0, "stop_iteration")).isEqualTo(39);
        assertThat(held.metric(0, "stop_iteration")).isBetween(1.0, 20.0);
        assertThat(held.metric(0, metric)).isGreaterThan(0.015);
        assertThat(held.metric(0, "value_loss")).isEqualTo(free.metric(0, "value_loss"));
    }

    @Test
    void valuesGetBetterOverTheUpdates() {
        PpoRun run = run("ppo_pi_lr", 0, "ppo_train_cycles", 40, "gamma", 0);
        run.rewardFactor(3);
        run.learn(24);
        double first = run.metric(0, "value_loss");
        run.learn(24 * 39);

        assertThat(run.metric(0, "value_loss")).isLessThan(first);
    }

    @ParameterizedTest
    @CsvSource({"own, false, 1", "own, true, 3", "centralised, false, 3", "centralised, true, 1"})
    void savedPolicyGoesOnFromTheMiddleOfARolloutAsIfNeverStopped(String critic, boolean share, int minibatches) {
        Object[] options = {
            "critic", critic, "share_weights", share, "ppo_minibatches", minibatches, "ppo_normalise_returns", true
        };
        PpoRun whole = run(options);
        PpoRun stopped = run(options);
        whole.learn(61);
        stopped.learn(61);
        stopped.resume();
        whole.learn(40);
        stopped.learn(40);

        assertThat(stopped.metrics).isEqualTo(whole.metrics);
        for (String network : List.of("policy", "value")) {
            assertThat(stopped.parameters(0, network)).isEqualTo(whole.parameters(0, network));
        }
    }

    @Test
    void seatsLearnAloneUnlessTheyShareWeights() {
        PpoRun alone = run();
        PpoRun shared = run("share_weights", true);
        alone.learn(24);
        shared.learn(24);

        assertThat(alone.metrics).containsKeys("0/entropy", "1/entropy");
        assertThat(alone.parameters(0, "policy")).isNotEqualTo(alone.parameters(1, "policy"));
        assertThat(shared.metrics).containsKey("0/entropy").doesNotContainKey("1/entropy");
        assertThat(MemoryState.of(shared.policy).reader().has("seat_1")).isFalse();
    }

    @Test
    void onlySeatsOfEqualShapeShareWeights() {
        List<AgentSpec> agents = TinyWorld.agents(MOVE, ActionHead.oneHot("move", 2), MOVE);
        PpoRun run = new PpoRun(agents, 1, with("share_weights", true));
        run.learn(24);

        assertThat(run.metrics).containsKeys("0/entropy", "1/entropy").doesNotContainKey("2/entropy");
        assertThat(run.parameters(1, "policy")).hasSize(2 * 8 + 8 + 8 * 8 + 8 + 8 * 2 + 2);
    }

    @Test
    void centralisedValuesSeeAllAgents() {
        assertThat(run("critic", "own").parameters(0, "value")).hasSize(3 * 8 + 8 + 8 * 8 + 8 + 9);
        assertThat(run("critic", "centralised").parameters(0, "value")).hasSize(6 * 8 + 8 + 8 * 8 + 8 + 9);
    }

    @Test
    void simultaneousUpdatesAreTheSameOnOneThreadAndOnSeveral() throws Exception {
        PpoRun threads = run("ppo_minibatches", 2);
        PpoRun oneThread = run("ppo_minibatches", 2);
        PpoRun sequential = run("ppo_minibatches", 2);
        threads.learnSimultaneously(72, 2);
        oneThread.learnSimultaneously(72, 1);
        sequential.learn(72);

        for (int seat = 0; seat < 2; seat++) {
            assertThat(threads.parameters(seat, "policy")).isEqualTo(oneThread.parameters(seat, "policy"));
            assertThat(threads.parameters(seat, "policy")).isEqualTo(sequential.parameters(seat, "policy"));
        }
    }

    @Test
    void updateWithoutCommitChangesNothingThatOthersSee() {
        PpoRun run = run();
        run.gather(24);
        Actor actor = run.policy.actor(0);
        float[] policy = run.parameters(0, "policy");

        run.update(0);
        assertThat(run.parameters(0, "policy")).isNotEqualTo(policy);
        assertThat(run.policy.actor(0)).isSameAs(actor);
        run.policy.commit(0);
        assertThat(run.policy.actor(0)).isNotSameAs(actor);
    }

    @Test
    void restartForgetsAllButTheStreams() {
        PpoRun run = run("ppo_normalise_returns", true);
        float[] first = run.parameters(0, "policy");
        run.learn(30);
        run.policy.restart();

        assertThat(run.parameters(0, "policy")).isNotEqualTo(first).hasSameSizeAs(first);
        assertThat(MemoryState.of(run.policy)
                        .reader()
                        .child("seat_0")
                        .child("networks")
                        .child("policy_adam")
                        .getLong("steps"))
                .isZero();
        run.gather(23);
        assertThat(run.policy.due(0, 23)).isFalse();
        run.gather(1);
        assertThat(run.policy.due(0, 24)).isTrue();
    }

    @Test
    void weightsAreTakenOverWithoutExperience() {
        PpoRun earlier = run();
        earlier.learn(47);
        PpoRun run = run("ppo_history_length", 12);
        run.policy.takeOver(MemoryState.of(earlier.policy).reader());

        assertThat(run.parameters(0, "policy")).isEqualTo(earlier.parameters(0, "policy"));
        run.gather(11);
        assertThat(run.policy.due(0, 11)).isFalse();
    }

    @Test
    void liveOptionsChangeWhatComesNext() {
        PpoRun run = run();
        run.learn(24);
        float[] policy = run.parameters(0, "policy");
        float[] value = run.parameters(0, "value");

        run.policy.change("ppo_pi_lr", 0);
        run.learn(24);
        assertThat(run.parameters(0, "policy")).isEqualTo(policy);
        assertThat(run.parameters(0, "value")).isNotEqualTo(value);
        assertThatThrownBy(() -> run.policy.change("ppo_history_length", 3))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option ppo_history_length cannot change while training; those that can are gamma,"
                        + " ppo_pi_lr, ppo_vf_lr, ppo_lambda, ppo_clip_ratio, ppo_target_kl, ppo_entropy_weight,"
                        + " ppo_grad_norm_clipping.");
    }

    @ParameterizedTest
    @CsvSource({
        "gamma, 0.2",
        "ppo_lambda, 0",
        "ppo_bootstrap, last_reward",
        "ppo_clip_ratio, 0.01",
        "ppo_entropy_weight, 0.1",
        "ppo_grad_norm_clipping, 0.01",
        "ppo_minibatches, 3",
        "ppo_train_cycles, 2",
        "ppo_normalise_returns, true",
        "critic, centralised",
        "share_weights, true",
        "ppo_distribution, gaussian_softmax"
    })
    void everyOptionChangesWhatIsLearned(String option, String value) {
        PpoRun plain = run("ppo_target_kl", 0);
        PpoRun changed = run("ppo_target_kl", 0, option, value);
        plain.learn(48);
        changed.learn(48);

        assertThat(changed.parameters(0, "policy")).isNotEqualTo(plain.parameters(0, "policy"));
    }

    @Test
    void verboseUpdatesTellTheChangeOfTheLosses() {
        PpoRun plain = run();
        PpoRun verbose = run("verbose_ppo", true);
        plain.learn(24);
        verbose.learn(24);

        assertThat(verbose.metric(0, "policy_loss_change")).isNegative();
        assertThat(verbose.metric(0, "value_loss_change")).isNegative();
        assertThat(verbose.metrics).containsKeys("0/value_mean", "0/entropy_estimate");
        assertThat(plain.metrics).doesNotContainKey("0/value_mean");
        assertThat(verbose.parameters(0, "value")).isEqualTo(plain.parameters(0, "value"));
    }

    @Test
    void entropyWeightKeepsThePolicyUndecided() {
        PpoRun plain = run("ppo_target_kl", 0);
        PpoRun curious = run("ppo_target_kl", 0, "ppo_entropy_weight", 1);
        plain.learn(240);
        curious.learn(240);

        assertThat(curious.metric(0, "entropy")).isGreaterThan(plain.metric(0, "entropy"));
    }

    @Test
    void moreMinibatchesThanStepsAreRefused() {
        assertThatThrownBy(() -> run("ppo_minibatches", 25))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option ppo_minibatches is 25, but must be at most ppo_history_length, which is 24.");
    }

    @Test
    void lossThatIsNotFiniteFailsWithAgentUpdateAndMetric() {
        PpoRun run = run();
        run.learn(24);
        run.rewardFactor(Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> run.learn(24))
                .isInstanceOf(AlgorithmFailure.class)
                .hasMessageMatching("The \\w+ of agent agent 0 is \\S+ in its update 2, so learning cannot go on; .*");
    }
}
