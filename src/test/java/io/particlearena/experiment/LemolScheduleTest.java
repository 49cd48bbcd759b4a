package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schedule of LeMOL's program, scaled down: it explores for batch_size x max_episode_len steps, makes its first update
 * on the step that it counts as that number from 0, and by the end has made one for each episode that followed.
 */
final class LemolScheduleTest {

    private static final int EPISODE = 5;
    private static final int EXPLORATION = 4 * EPISODE;

    @TempDir
    private Path runs;

    /** By metric, the steps at which it had values. */
    private Map<String, List<Long>> train(SpecDraft draft) {
        Map<String, List<Long>> steps = new TreeMap<>();
        RunListener listener = new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                steps.computeIfAbsent(tag, key -> new ArrayList<>()).add(step);
            }
        };
        Run run = new Experiments(TinyLemol.CATALOGUE, runs).create(draft.resolve(), "", List.of(), List.of(listener));
        run.execute();
        assertThat(RunSummary.read(run.folder().resolve("summary.json")).state())
                .isEqualTo("finished");
        return steps;
    }

    private static SpecDraft draft(int cycles) {
        return TinyLemol.draft()
                .scenarioOption("max_episode_len", EPISODE)
                .policyOption("batch_size", EXPLORATION / EPISODE)
                .policyOption("warm_up_steps", 0)
                .policyOption("agent_update_freq", EPISODE)
                .policyOption("agent_update_offset", 1)
                .runOption("n_opp_cycles", cycles)
                .runOption("traj_per_iter", 1)
                .runOption("num_episodes", EXPLORATION / EPISODE + 10);
    }

    @Test
    void firstUpdateFollowsExplorationAndThereIsOneForEachEpisodeAfterwards() {
        List<Long> expected = new ArrayList<>();
        for (int update = 0; update < 10; update++) {
            expected.add(EXPLORATION + 1L + (long) update * EPISODE);
        }
        Map<String, List<Long>> steps = train(draft(1));
        assertThat(steps)
                .containsEntry("adversary 0/critic_loss", expected)
                .containsEntry("agent 0/critic_loss", expected);
    }

    @Test
    void everyTrajectoryExploresAnew() {
        List<Long> steps = train(draft(2)).getOrDefault("agent 0/critic_loss", List.of());
        assertThat(steps).hasSize(20);
        long untilUpdates = steps.get(10) - steps.get(9);
        assertThat(untilUpdates)
                .as("steps to the next trajectory's first update, with those of the study between")
                .isGreaterThan(EPISODE - 1 + EXPLORATION);
    }
}
