package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real algorithms that train at the same time in one process. */
@Timeout(240)
final class RunBatchTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path runs;

    private final List<String> refused = new ArrayList<>();

    private final class Member implements RunBatch.Member {
        private final Function<List<RunListener>, Run> preparing;
        private final RunListener listener;

        Member(RunListener listener, Function<List<RunListener>, Run> preparing) {
            this.listener = listener;
            this.preparing = preparing;
        }

        @Override
        public Run prepare() {
            return preparing.apply(List.of(listener));
        }

        @Override
        public void refused(RuntimeException reason) {
            refused.add(String.valueOf(reason.getMessage()));
        }
    }

    private static ExperimentSpec spec(String algorithm, String order) {
        return new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("maddpg-openai"))
                .scenario("simple_push")
                .algorithm("good", algorithm)
                .algorithm("bad", "maddpg")
                .policyOption("batch_size", 64)
                .policyOption("num_units", 32)
                .policyOption("bad", "warm_up_steps", 100)
                .policyOption("bad", "agent_update_freq", 10)
                .runOption("num_episodes", 24)
                .runOption("agent_updates", order)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 5)
                .runOption("replay_buffer_capacity", 400)
                .resolve();
    }

    private Experiments experiments() {
        return new Experiments(CATALOGUE, runs);
    }

    private RunSummary summary(String name) {
        return RunSummary.read(new RunFolder(runs.resolve(name)).summary());
    }

    private void assertSame(String name, String alone) {
        assertThat(summary(name).state()).isEqualTo("finished");
        assertThat(summary(name).weightsSha256())
                .as(name)
                .isEqualTo(summary(alone).weightsSha256());
        assertThat(summary(name).metricsSha256())
                .as(name)
                .isEqualTo(summary(alone).metricsSha256());
    }

    /** Begins only when all others begin as well, so that all train at once on any machine. */
    private static RunListener meet(CountDownLatch all) {
        return new RunListener() {
            @Override
            public void started(ExperimentSpec started, Path folder) {
                all.countDown();
                try {
                    assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Test
    void runsAtTheSameTimeEndAsEachAlone() throws InterruptedException {
        Map<String, ExperimentSpec> specs = new TreeMap<>(Map.of(
                "ddpg", spec("ddpg", "simultaneous"),
                "lemol", TinyLemol.draft().resolve(),
                "maddpg", spec("maddpg", "sequential"),
                "mmmaddpg", spec("mmmaddpg", "simultaneous"),
                "ppo", spec("ppo", "sequential")));
        specs.forEach((name, spec) -> experiments()
                .create(spec, "alone-" + name, List.of(), List.of())
                .execute());
        CountDownLatch all = new CountDownLatch(specs.size());
        List<Member> members = new ArrayList<>();
        specs.forEach((name, spec) -> members.add(
                new Member(meet(all), listeners -> experiments().create(spec, name, List.of(), listeners))));
        new RunBatch(members, specs.size()).execute();
        assertThat(refused).isEmpty();
        specs.keySet().forEach(name -> assertSame(name, "alone-" + name));
    }

    @Test
    void stoppedRunsGoOnToTheSameEndAndOneThatIsRefusedLeavesTheOthersAlone() throws InterruptedException {
        SeedGroup group = experiments().seeds(spec("maddpg", "sequential").withSeed(7), 4, "push");
        List<ExperimentSpec> specs = group.specs();
        assertThat(specs).extracting(ExperimentSpec::seed).containsExactly(7L, 8L, 9L, 10L);
        for (ExperimentSpec spec : specs.subList(1, 3)) {
            experiments()
                    .create(spec, "alone-" + spec.seed(), List.of(), List.of())
                    .execute();
        }
        RunBatch[] batch = new RunBatch[1];
        RunListener stopper = new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                if (step > 300) {
                    batch[0].stop();
                }
            }
        };
        List<Member> members = new ArrayList<>();
        members.add(new Member(stopper, listeners -> {
            throw new OptionException("run", "No such luck.");
        }));
        specs.subList(1, 4)
                .forEach(spec -> members.add(new Member(stopper, listeners -> group.create(spec, listeners))));
        batch[0] = new RunBatch(members, 2);
        batch[0].execute();
        assertThat(refused).containsExactly("No such luck.");
        assertThat(runs.resolve("push-seed10")).doesNotExist();
        assertThat(summary("push-seed8").state()).isEqualTo("stopped");

        List<Member> again = new ArrayList<>();
        for (String name : List.of("push-seed8", "push-seed9")) {
            again.add(
                    new Member(new RunListener() {}, listeners -> experiments().resume(name, List.of(), listeners)));
        }
        new RunBatch(again, 2).execute();
        assertSame("push-seed8", "alone-8");
        assertSame("push-seed9", "alone-9");
    }

    @Test
    void groupIsRefusedBeforeAnythingIsWritten() {
        ExperimentSpec spec = spec("maddpg", "sequential").withSeed(1);
        experiments()
                .create(spec.withSeed(3), "push-seed3", List.of(), List.of())
                .execute();
        assertThatThrownBy(() -> experiments().seeds(spec, 3, "push"))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("There is already something at")
                .hasMessageContaining("push-seed3");
        ExperimentSpec shared = TinyLemol.draft()
                .policyOption("bad", "lemol_save_path", runs.resolve("mine").toString())
                .resolve();
        assertThatThrownBy(() -> experiments().seeds(shared, 3, "kept"))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("All 3 runs would write to the folder")
                .hasMessageContaining("mine");
        assertThat(runs.resolve("push-seed1")).doesNotExist();
    }
}
