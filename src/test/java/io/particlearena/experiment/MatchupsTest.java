package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.Side;
import io.particlearena.options.OptionException;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatchupsTest {

    private static final List<String> BOTH = List.of("tiny-walk", "other-walk");

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Matchups matchups(ExperimentSpec settings, int seeds) {
        return new Matchups(Tiny.CATALOGUE, folder, settings, BOTH, BOTH, seeds);
    }

    private Path train(ExperimentSpec spec, String name) {
        Run run = new Experiments(Tiny.CATALOGUE, folder).create(spec, name, List.of(), List.of());
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        return run.folder();
    }

    @Test
    void missingRunsFillTheirPair() throws IOException {
        Matchups matchups = matchups(Tiny.spec(Map.of()), 2);
        List<Matchups.Pair> before = matchups.read();
        assertThat(before).hasSize(4).allSatisfy(pair -> {
            assertThat(pair.missing()).hasSize(2);
            assertThat(pair.interval(Side.GOOD)).isEmpty();
        });
        Matchups.Pair chosen = before.get(1);
        assertThat(List.of(chosen.good(), chosen.bad())).isEqualTo(BOTH);
        Path first = train(chosen.missing().get(0), "a");
        Path second = train(chosen.missing().get(1), "b");

        Matchups.Pair filled = matchups.read().get(1);
        assertThat(filled.missing()).isEmpty();
        assertThat(filled.outcomes()).extracting(Matchups.Outcome::folder).containsExactly(first, second);
        assertThat(filled.outcomes()).extracting(Matchups.Outcome::seed).containsExactly(5L, 6L);
        double mean = (returnOfGood(first) + returnOfGood(second)) / 2;
        assertThat(filled.interval(Side.GOOD).orElseThrow().mean()).isCloseTo(mean, within(1e-12));
        assertThat(matchups.read().get(2).outcomes()).isEmpty();
    }

    /** The mean over the agents of the good side, from the run's own summary. */
    private static double returnOfGood(Path run) {
        Map<String, Double> returns =
                RunSummary.read(new RunFolder(run).summary()).finalReturns();
        return Tiny.CATALOGUE.agents(Tiny.spec(Map.of())).stream()
                .filter(agent -> agent.side() == Side.GOOD)
                .mapToDouble(agent -> returns.get(agent.name()))
                .average()
                .orElseThrow();
    }

    @Test
    void onlySettingsWithAnInfluenceTellRunsApart() throws IOException {
        ExperimentSpec settings = Tiny.spec(Map.of());
        train(settings, "same");
        assertThat(matchups(Tiny.spec(Map.of("checkpoints_kept", 1, "checkpoint_interval", 0)), 1)
                        .read()
                        .get(0)
                        .outcomes())
                .hasSize(1);
        assertThat(matchups(Tiny.spec(Map.of("num_episodes", 41)), 1)
                        .read()
                        .get(0)
                        .outcomes())
                .isEmpty();
    }

    @Test
    void runsThatDidNotTrainAsTheyWereSetUpDoNotCount() throws IOException {
        ExperimentSpec settings = Tiny.spec(Map.of());
        Experiments experiments = new Experiments(Tiny.CATALOGUE, folder);
        Run changed = experiments.create(settings, "changed", List.of(), List.of());
        changed.change("", "end_chance", 0.5);
        Tiny.execute(changed);
        assertThat(matchups(settings, 1).read().get(0).outcomes()).isEmpty();

        Path plain = train(settings, "plain");
        Path kept = Files.move(plain, elsewhere.resolve("kept"));
        long steps = RunSummary.read(new RunFolder(kept).summary()).steps();
        ExperimentSpec longer = Tiny.spec(Map.of("num_episodes", 45));
        Tiny.execute(experiments.fork(new ForkOrigin(kept, steps), longer, "fork", List.of(), List.of()));
        Path taught = train(settings, "taught");
        Files.createDirectories(new RunFolder(taught).episodes());
        Files.createFile(EpisodeFile.next(new RunFolder(taught).episodes(), 7, EpisodeFile.LESSON));
        assertThat(matchups(longer, 1).read().get(0).outcomes()).isEmpty();
        assertThat(matchups(settings, 1).read().get(0).outcomes()).isEmpty();

        Path whole = train(settings, "whole");
        assertThat(matchups(settings, 1).read().get(0).outcomes())
                .extracting(Matchups.Outcome::folder)
                .containsExactly(whole);
    }

    @Test
    void settingsThatCannotBeRunAreRefused() {
        ExperimentSpec settings = Tiny.spec(Map.of());
        assertThatThrownBy(() -> new Matchups(Tiny.CATALOGUE, folder, settings, List.of("tiny-nothing"), BOTH, 1))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("tiny-nothing");
        assertThatThrownBy(() -> new Matchups(Tiny.CATALOGUE, folder, settings, List.of(), BOTH, 1))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("algorithm of each side");
        assertThatThrownBy(() -> matchups(Tiny.draft().algorithms("bad", BOTH).resolve(), 1))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("take turns");
    }
}
