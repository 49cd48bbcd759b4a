package io.particlearena.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.chart.Dash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunGroupingTest {

    private final List<BoardRun> runs = List.of(
            run("a", Map.of("seed", "1", "gamma", "0.95", "policies.good.algorithm", "maddpg")),
            run("b", Map.of("seed", "2", "gamma", "0.95", "policies.good.algorithm", "maddpg")),
            run("c", Map.of("seed", "1", "gamma", "0.95", "policies.good.algorithm", "ppo")));

    @Test
    void onlyOptionsInWhichRunsDifferAreOffered() {
        assertThat(RunGrouping.differing(runs)).containsExactly("policies.good.algorithm", "seed");
    }

    @Test
    void optionsThatAllRunsHaveComeBeforeThoseOfSome() {
        List<BoardRun> more = List.of(
                run("a", Map.of("policies.bad.ablate", "1", "policies.bad.lstm", "8", "scenario", "simple")),
                run("b", Map.of("policies.bad.ablate", "2", "scenario", "simple_tag")),
                run("c", Map.of("scenario", "simple_push")));
        assertThat(RunGrouping.differing(more)).containsExactly("scenario", "policies.bad.ablate", "policies.bad.lstm");
    }

    @Test
    void runsAreGroupedByAnOptionOrByAllButTheSeed() {
        assertThat(RunGrouping.NONE.groups(runs)).containsExactly("a", "b", "c");
        assertThat(new RunGrouping("seed").groups(runs)).containsExactly("seed 1", "seed 2", "seed 1");
        assertThat(RunGrouping.BUT_SEED.groups(runs))
                .containsExactly("good.algorithm maddpg", "good.algorithm maddpg", "good.algorithm ppo");
    }

    @Test
    void whereThereIsLittleRoomGroupsAreTheirValues() {
        RunGrouping option = new RunGrouping("policies.good.algorithm");
        assertThat(option.groups(runs)).map(option::shortened).containsExactly("maddpg", "maddpg", "ppo");
        assertThat(RunGrouping.BUT_SEED.groups(runs))
                .map(RunGrouping.BUT_SEED::shortened)
                .containsExactly("good.algorithm maddpg", "good.algorithm maddpg", "good.algorithm ppo");
        List<BoardRun> more = List.of(
                run("a", Map.of("policies.good.lr", "0.1", "policies.good.units", "64, 64")),
                run("b", Map.of("policies.good.lr", "0.2", "policies.good.units", "32")),
                run("c", Map.of("policies.good.lr", "0.2")));
        assertThat(RunGrouping.BUT_SEED.groups(more))
                .map(RunGrouping.BUT_SEED::shortened)
                .containsExactly("0.1, 64, 64", "0.2, 32", "0.2, \u2013");
    }

    @Test
    void aRunWithoutTheOptionIsAGroupOfItsOwn() {
        List<BoardRun> more = List.of(run("a", Map.of("lr", "0.1")), run("b", Map.of()));
        assertThat(RunGrouping.differing(more)).containsExactly("lr");
        assertThat(new RunGrouping("lr").groups(more)).containsExactly("lr 0.1", "lr \u2013");
    }

    private static BoardRun run(String name, Map<String, String> options) {
        return new BoardRun(name, name, 0, 0, Dash.SOLID, new SeriesStore(), new HistogramStore(), options);
    }
}
