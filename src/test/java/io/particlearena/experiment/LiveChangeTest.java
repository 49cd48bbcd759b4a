package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveChangeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path runs;

    /** Changes the learning rate when so many metrics were reported, and stops the run later on. */
    private static final class Hand implements RunListener {
        private final int changeAt;
        private final int stopAt;
        private final List<String> notices = new ArrayList<>();
        private int metrics;
        private @Nullable Run run;

        Hand(int changeAt, int stopAt) {
            this.changeAt = changeAt;
            this.stopAt = stopAt;
        }

        @Override
        public void metric(String tag, long step, double value) {
            metrics++;
            if (run != null && metrics == changeAt) {
                run.change("good", "lr", "0.7");
            }
            if (run != null && metrics == stopAt) {
                run.stop();
            }
        }

        @Override
        public void notice(String message) {
            notices.add(message);
        }
    }

    private Experiments experiments() {
        return new Experiments(Tiny.CATALOGUE, runs);
    }

    private Run train(Hand hand) {
        Run run = experiments().create(Tiny.spec(Map.of("checkpoints_kept", 100)), "", List.of(), List.of(hand));
        hand.run = run;
        run.execute();
        return run;
    }

    private static RunSummary summary(Run run) {
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    @Test
    void aChangeCountsFromTheNextStepOnAndIsKeptInTheFolder() throws IOException {
        Run plain = train(new Hand(0, 0));
        assertThat(new RunFolder(plain.folder()).changes()).doesNotExist();
        Hand hand = new Hand(40, 0);
        Run changed = train(hand);
        assertThat(summary(changed).weightsSha256()).isNotEqualTo(summary(plain).weightsSha256());
        assertThat(Files.readString(new RunFolder(changed.folder()).changes()))
                .contains("\"policy\" : \"good\"", "\"option\" : \"lr\"", "\"value\" : 0.7", "\"step\"");
        assertThat(hand.notices).singleElement().asString().matches("After step \\d+, good.lr is 0.7.");
        assertThat(summary(train(new Hand(40, 0))).weightsSha256())
                .isEqualTo(summary(changed).weightsSha256());
    }

    @Test
    void aResumedRunGoesOnWithWhatWasChanged() throws IOException {
        Run whole = train(new Hand(40, 0));
        Run stopped = train(new Hand(40, 150));
        assertThat(summary(stopped).state()).isEqualTo("stopped");
        Run resumed = experiments().resume(stopped.folder().toString(), List.of(), List.of());
        resumed.execute();
        assertThat(summary(resumed).weightsSha256()).isEqualTo(summary(whole).weightsSha256());
        assertThat(summary(resumed).metricsSha256()).isEqualTo(summary(whole).metricsSha256());
        assertThat(new RunFolder(resumed.folder()).changes())
                .hasSameTextualContentAs(new RunFolder(whole.folder()).changes());
    }

    @Test
    void aChangeAfterTheCheckpointIsMadeAgainAtItsStep() throws IOException {
        Run whole = train(new Hand(140, 0));
        Run stopped = train(new Hand(140, 150));
        Files.delete(Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0));
        Run resumed = experiments().resume(stopped.folder().toString(), List.of(), List.of());
        resumed.execute();
        assertThat(summary(resumed).weightsSha256()).isEqualTo(summary(whole).weightsSha256());
        assertThat(summary(resumed).metricsSha256()).isEqualTo(summary(whole).metricsSha256());
        assertThat(new RunFolder(resumed.folder()).changes())
                .hasSameTextualContentAs(new RunFolder(whole.folder()).changes());
    }

    @Test
    void aRepeatedRunMakesTheSameChanges() {
        Run changed = train(new Hand(40, 0));
        Run repeated = experiments().repeat(changed.folder().toString(), "", List.of(), List.of());
        repeated.execute();
        assertThat(summary(repeated).weightsSha256()).isEqualTo(summary(changed).weightsSha256());
        assertThat(summary(repeated).metricsSha256()).isEqualTo(summary(changed).metricsSha256());
        assertThat(new RunFolder(repeated.folder()).changes())
                .hasSameTextualContentAs(new RunFolder(changed.folder()).changes());
        assertThat(SpecCommand.line(Tiny.CATALOGUE, repeated.spec())).contains(" --change ", ":good.lr=0.7");

        Run again = experiments().repeat(repeated.folder().toString(), "", List.of(), List.of());
        again.execute();
        assertThat(summary(again).weightsSha256()).isEqualTo(summary(changed).weightsSha256());
    }

    @Test
    void aStoppedRepetitionGoesOnWithTheChangesToCome() {
        Run changed = train(new Hand(140, 0));
        Hand hand = new Hand(0, 40);
        Run repeated = experiments().repeat(changed.folder().toString(), "", List.of(), List.of(hand));
        hand.run = repeated;
        repeated.execute();
        assertThat(summary(repeated).state()).isEqualTo("stopped");
        Run resumed = experiments().resume(repeated.folder().toString(), List.of(), List.of());
        resumed.execute();
        assertThat(summary(resumed).weightsSha256()).isEqualTo(summary(changed).weightsSha256());
    }

    @Test
    void aRepeatedForkBeginsAtTheSameCheckpoint() {
        Run plain = train(new Hand(0, 0));
        long step = CheckpointFile.list(new RunFolder(plain.folder()).checkpoints())
                .get(1)
                .step();
        Experiments experiments = experiments();
        Hand hand = new Hand(20, 0);
        Run fork = experiments.fork(new ForkOrigin(plain.folder(), step), plain.spec(), "", List.of(), List.of(hand));
        hand.run = fork;
        fork.execute();
        Run repeated = experiments.repeat(fork.folder().toString(), "", List.of(), List.of());
        repeated.execute();
        assertThat(summary(repeated).weightsSha256()).isEqualTo(summary(fork).weightsSha256());
        assertThat(Experiments.originOf(repeated.folder())).isEqualTo(Experiments.originOf(fork.folder()));
    }

    @Test
    void aRunWithChangesIsEvaluatedWithAnotherAlgorithmToo() {
        Run changed = execute(Tiny.spec(Map.of()).withChanges(List.of(new OptionChange(20, "good", "lr", 0.7))));
        Map<String, PolicySpec> policies = new LinkedHashMap<>(changed.spec().policies());
        policies.put("good", new PolicySpec("other-walk", Map.of()));
        Run other = execute(Tiny.spec(Map.of()).withPolicies(policies));
        assertThat(new Evaluation(Tiny.CATALOGUE, changed.folder(), Map.of("good", other.folder()))
                        .play(2, true, 1)
                        .episodes())
                .isEqualTo(2);
    }

    private Run execute(ExperimentSpec spec) {
        Run run = experiments().create(spec, "", List.of(), List.of());
        run.execute();
        return run;
    }

    @Test
    void aChangeThatASpecificationCannotMakeIsRefused() {
        assertThatThrownBy(() -> Tiny.CATALOGUE.normalise(
                        Tiny.spec(Map.of()).withChanges(List.of(new OptionChange(-1, "good", "lr", 0.5)))))
                .isInstanceOf(OptionException.class)
                .hasMessage("A change of lr has the step -1, but must have one of at least 0.");
        assertThatThrownBy(() -> Tiny.CATALOGUE.normalise(
                        Tiny.spec(Map.of()).withChanges(List.of(new OptionChange(5, "good", "agent_update_freq", 7)))))
                .isInstanceOf(OptionException.class)
                .hasMessage(
                        "Option agent_update_freq of tiny-walk cannot change while training; those that can are lr.");
    }

    @Test
    void whatCannotChangeIsRefusedAtOnce() {
        Run run = experiments().create(Tiny.spec(Map.of()), "", List.of(), List.of());
        assertThatThrownBy(() -> run.change("good", "lr", 7))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("lr");
        assertThatThrownBy(() -> run.change("good", "agent_update_freq", 7))
                .isInstanceOf(OptionException.class)
                .hasMessage(
                        "Option agent_update_freq of tiny-walk cannot change while training; those that can are lr.");
        assertThatThrownBy(() -> run.change("ugly", "lr", 0.5))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("good, bad");
    }
}
