package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.results.MetricDictionary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a run reports is explained in the dictionary of metrics. */
final class MetricTagsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    /** What makes learning begin early, where an algorithm has it. */
    private static final Map<String, Object> SMALL =
            Map.of("batch_size", 32, "warm_up_steps", 32, "agent_update_freq", 25, "num_units", 8);

    @TempDir
    private Path runs;

    static List<CatalogueEntry> algorithms() {
        return CATALOGUE.algorithms();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everyTagIsInTheDictionary(CatalogueEntry algorithm) {
        SpecDraft draft = new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple-push"));
        draft.runOption("num_episodes", 20).runOption("save_rate", 10);
        for (String side : List.of("good", "bad")) {
            draft.algorithm(side, algorithm.name());
            for (OptionDescriptor option : algorithm.options()) {
                if (SMALL.containsKey(option.key())) {
                    draft.policyOption(side, option.key(), SMALL.get(option.key()));
                }
            }
        }
        Set<String> tags = new TreeSet<>();
        Run run = new Experiments(CATALOGUE, runs).create(draft.resolve(), "", List.of(), List.of(new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                tags.add(tag);
            }
        }));
        Progress end = run.execute();
        assertThat(end.state()).isEqualTo(RunState.FINISHED);
        assertThat(tags).anyMatch(tag -> tag.endsWith("_loss")).contains("agent 0/episode_return", "advance_score");
        assertThat(tags)
                .allSatisfy(
                        tag -> assertThat(MetricDictionary.find(tag)).as(tag).isPresent());
        assertThat(tags)
                .allSatisfy(tag -> assertThat(MetricDictionary.isTiming(tag)).isFalse());
    }
}
