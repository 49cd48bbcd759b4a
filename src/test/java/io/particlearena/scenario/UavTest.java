package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionException;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UavTest {

    private static final int STAY = 0;
    private static final int NORTH = 1;
    private static final int SOUTH = 2;
    private static final int EAST = 3;
    private static final int WEST = 4;

    private static Environment create(Map<String, Object> options) {
        return Scenarios.find("uav").orElseThrow().create(options, RandomStream.ofSeed(1));
    }

    /** An episode on a grid without noise that begins in the given cells. */
    private static final class Episode {
        private final Environment environment;
        private final StepBuffer buffer;
        private final double[][] actions = {new double[9], new double[5]};

        Episode(int height, int width, Map<String, Object> further) {
            Map<String, Object> options = new HashMap<>(Map.of(
                    "uav_grid_height", height, "uav_grid_width", width, "uav_seeker_noise", 0, "uav_target_noise", 0));
            options.putAll(further);
            environment = create(options);
            buffer = new StepBuffer(environment);
            environment.reset(buffer);
        }

        /** Begins in the given cells. */
        Episode at(int targetRow, int targetColumn, int seekerRow, int seekerColumn) {
            MemoryState state = new MemoryState();
            state.putLongs("cells", new long[] {targetRow, targetColumn, seekerRow, seekerColumn});
            state.putLong("steps", 0);
            state.putLong("running", 1);
            state.putLongs("random", MemoryState.of(environment).reader().getLongs("random"));
            environment.load(state.reader());
            return this;
        }

        Episode step(int targetMove, int seekerMove) {
            Arrays.fill(actions[Uav.TARGET], 0);
            Arrays.fill(actions[Uav.SEEKER], 0);
            actions[Uav.TARGET][targetMove] = 1;
            actions[Uav.SEEKER][seekerMove] = 1;
            environment.step(actions, buffer);
            return this;
        }

        /** Row and column that an agent's observation gives as its own. */
        List<Integer> own(int agent) {
            return cell(agent, 0);
        }

        /** Row and column that an agent's observation gives as the opponent's. */
        List<Integer> reading(int agent) {
            return cell(agent, buffer.observation(agent).length / 2);
        }

        private List<Integer> cell(int agent, int from) {
            int height = environment.agents().get(agent).observations().get(0).size();
            int width = environment.agents().get(agent).observations().get(1).size();
            double[] seen = buffer.observation(agent);
            return List.of(oneHot(seen, from, height), oneHot(seen, from + height, width));
        }

        private static int oneHot(double[] seen, int from, int count) {
            int found = -1;
            for (int i = 0; i < count; i++) {
                if (seen[from + i] != 0) {
                    assertThat(seen[from + i]).isEqualTo(1);
                    assertThat(found).isEqualTo(-1);
                    found = i;
                }
            }
            assertThat(found).isNotNegative();
            return found;
        }
    }

    @Test
    void targetIsTheAdversaryAndMovesInMoreDirections() {
        List<AgentSpec> agents =
                create(Map.of("uav_grid_height", 4, "uav_grid_width", 5)).agents();
        assertThat(agents).extracting(AgentSpec::name).containsExactly("adversary 0", "agent 0");
        assertThat(agents).extracting(AgentSpec::side).containsExactly(Side.BAD, Side.GOOD);
        assertThat(agents).extracting(AgentSpec::actionSize).containsExactly(9, 5);
        assertThat(agents).extracting(AgentSpec::observationSize).containsExactly(18, 18);
        assertThat(agents).allMatch(agent -> agent.actions().get(0).oneHot());
    }

    @Test
    void episodesBeginInTheFirstAndTheLastColumnInAnyRow() {
        Episode episode = new Episode(3, 4, Map.of());
        int[][] rows = new int[2][3];
        for (int i = 0; i < 3000; i++) {
            episode.environment.reset(episode.buffer);
            for (int agent = 0; agent < 2; agent++) {
                List<Integer> cell = episode.own(agent);
                assertThat(cell.get(1)).isEqualTo(agent == Uav.TARGET ? 3 : 0);
                assertThat(episode.reading(1 - agent)).isEqualTo(cell);
                rows[agent][cell.get(0)]++;
            }
        }
        for (int[] counts : rows) {
            for (int count : counts) {
                assertThat(count).isCloseTo(1000, within(100));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,2,2", "1,1,2", "2,3,2", "3,2,3", "4,2,1", "5,1,3", "6,3,3", "7,3,1", "8,1,1"})
    void targetMovesToAllEightNeighbours(int move, int row, int column) {
        Episode episode = new Episode(5, 5, Map.of()).at(2, 2, 4, 4).step(move, STAY);
        assertThat(episode.own(Uav.TARGET)).containsExactly(row, column);
        assertThat(episode.reading(Uav.SEEKER)).containsExactly(row, column);
    }

    @ParameterizedTest
    @CsvSource({"0,2,2", "1,1,2", "2,3,2", "3,2,3", "4,2,1"})
    void uavMovesAlongTheAxes(int move, int row, int column) {
        Episode episode = new Episode(5, 5, Map.of()).at(4, 4, 2, 2).step(STAY, move);
        assertThat(episode.own(Uav.SEEKER)).containsExactly(row, column);
    }

    @ParameterizedTest
    @CsvSource({"0,0,8,0,0", "0,1,8,0,0", "2,3,6,2,3", "2,1,6,2,2", "1,3,5,0,3", "0,2,5,0,3", "2,0,7,2,0", "1,0,7,2,0"})
    void movesStopAtTheEdgeEachDirectionByItself(int row, int column, int move, int newRow, int newColumn) {
        Episode episode = new Episode(3, 4, Map.of());
        int away = column < 2 ? 3 : 0;
        episode.at(row, column, row, away).step(move, STAY);
        assertThat(episode.own(Uav.TARGET)).containsExactly(newRow, newColumn);
    }

    @Test
    void captureEndsTheEpisodeAndIsPaid() {
        Episode episode = new Episode(3, 3, Map.of("uav_reward_scale", 2.5))
                .at(1, 2, 1, 0)
                .step(WEST, EAST);
        assertThat(episode.buffer.terminated()).isTrue();
        assertThat(episode.buffer.truncated()).isFalse();
        assertThat(episode.buffer.rewards()).containsExactly(-2.5, 2.5);
        assertThat(episode.buffer.rewardTerms(Uav.TARGET)).containsExactly(-2.5, 0);
        assertThat(episode.buffer.rewardTerms(Uav.SEEKER)).containsExactly(2.5, 0);
        assertThat(episode.buffer.events(Uav.TARGET)).containsExactly(1, 0);
        assertThat(episode.buffer.events(Uav.SEEKER)).containsExactly(1, 0);
        assertThatThrownBy(() -> episode.step(STAY, STAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void escapeIsPaidAtTheTimeLimitAndEndsTheEpisodeByItsOwnRules() {
        Episode episode = new Episode(3, 3, Map.of("uav_reward_scale", 2.5, "max_episode_len", 2)).at(0, 2, 0, 0);
        episode.step(STAY, STAY);
        assertThat(episode.buffer.episodeOver()).isFalse();
        assertThat(episode.buffer.rewards()).containsExactly(0, 0);
        assertThat(episode.buffer.events(Uav.TARGET)).containsExactly(0, 1);
        assertThat(episode.buffer.events(Uav.SEEKER)).containsExactly(0, 1);
        episode.step(SOUTH, STAY);
        assertThat(episode.buffer.terminated()).isTrue();
        assertThat(episode.buffer.truncated()).isFalse();
        assertThat(episode.buffer.rewards()).containsExactly(2.5, -2.5);
        assertThat(episode.buffer.rewardTerms(Uav.TARGET)).containsExactly(0, 2.5);
        assertThat(episode.buffer.events(Uav.TARGET)).containsExactly(0, 0);
    }

    @Test
    void captureInTheLastStepIsNoEscape() {
        Episode episode =
                new Episode(3, 3, Map.of("max_episode_len", 1)).at(0, 1, 0, 0).step(STAY, EAST);
        assertThat(episode.buffer.rewards()).containsExactly(-1, 1);
    }

    @Test
    void swappingCellsIsACaptureOnlyByOption() {
        Episode free = new Episode(3, 3, Map.of()).at(0, 1, 0, 0).step(WEST, EAST);
        assertThat(free.buffer.episodeOver()).isFalse();
        assertThat(free.own(Uav.TARGET)).containsExactly(0, 0);
        Episode caught = new Episode(3, 3, Map.of("uav_swap_is_catch", true))
                .at(0, 1, 0, 0)
                .step(WEST, EAST);
        assertThat(caught.buffer.terminated()).isTrue();
        assertThat(caught.buffer.rewards()).containsExactly(-1, 1);
        Episode beside = new Episode(3, 3, Map.of("uav_swap_is_catch", true))
                .at(0, 1, 0, 0)
                .step(WEST, SOUTH);
        assertThat(beside.buffer.episodeOver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"false,1,0.3", "true,1,0.45", "false,0,0.2", "true,0,0.35"})
    void falseReadingsComeAtTheirRatesAndAreWrongInRowAndColumn(boolean targetLooks, int move, double rate) {
        int observer = targetLooks ? Uav.TARGET : Uav.SEEKER;
        Episode episode =
                new Episode(4, 3, Map.of("uav_seeker_noise", 0.3, "uav_target_noise", 0.45, "max_episode_len", 2));
        int trials = 20_000;
        Map<List<Integer>, Integer> wrong = new HashMap<>();
        for (int i = 0; i < trials; i++) {
            // Northwards in the first row nobody goes anywhere, but does not listen either.
            if (targetLooks) {
                episode.at(0, 1, 2, 0).step(move, STAY);
            } else {
                episode.at(1, 1, 0, 0).step(STAY, move);
            }
            List<Integer> truth = episode.own(1 - observer);
            List<Integer> reading = episode.reading(observer);
            if (!reading.equals(truth)) {
                assertThat(reading.get(0)).isNotEqualTo(truth.get(0));
                assertThat(reading.get(1)).isNotEqualTo(truth.get(1));
                wrong.merge(reading, 1, Integer::sum);
            }
        }
        int count = wrong.values().stream().mapToInt(Integer::intValue).sum();
        // Five standard deviations of the count.
        assertThat((double) count / trials).isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / trials)));
        assertThat(wrong).hasSize(6);
        wrong.values()
                .forEach(each -> assertThat(each).isCloseTo(count / 6, within((int) (5 * Math.sqrt(count / 6.0)))));
    }

    @Test
    void listeningNeverMakesReadingsWorseThanCertain() {
        Episode episode = new Episode(3, 3, Map.of("uav_seeker_noise", 0.05, "uav_listen_imp", 0.1)).at(0, 2, 2, 0);
        for (int i = 0; i < 24; i++) {
            episode.step(STAY, STAY);
            assertThat(episode.reading(Uav.SEEKER)).isEqualTo(episode.own(Uav.TARGET));
        }
    }

    @Test
    void faithfulObservationShowsTheOpponentsTrueCellInPlaceOfTheOwn() {
        Episode episode = new Episode(3, 3, Map.of("uav_faithful_observation", true, "uav_seeker_noise", 1))
                .at(0, 2, 2, 0)
                .step(STAY, NORTH);
        assertThat(episode.own(Uav.SEEKER)).containsExactly(0, 2);
        assertThat(episode.own(Uav.TARGET)).containsExactly(1, 0);
        assertThat(episode.reading(Uav.SEEKER).get(0)).isNotZero();
        assertThat(episode.reading(Uav.SEEKER).get(1)).isNotEqualTo(2);
    }

    @Test
    void sceneIsAGridWithTheFirstRowOnTop() {
        Episode episode = new Episode(2, 3, Map.of()).at(0, 2, 1, 0);
        Scene scene = episode.environment.scene();
        assertThat(scene.cells()).hasSize(6);
        assertThat(scene.messages()).isEmpty();
        assertThat(scene.discs()).extracting(Scene.Disc::x).containsExactly(2.5, 0.5);
        assertThat(scene.discs()).extracting(Scene.Disc::y).containsExactly(1.5, 0.5);
        assertThat(scene.centreX()).isEqualTo(1.5);
        assertThat(scene.halfWidth()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uav_grid_height", "uav_grid_width"})
    void gridOfOneRowOrColumnIsRefused(String option) {
        assertThatThrownBy(() -> create(Map.of(option, 1)))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option " + option + " is \"1\", but must be a whole number from 2 to 100.");
    }

    @Test
    void stateOfALargerGridIsRefused() {
        Environment large = new Episode(5, 5, Map.of()).at(4, 4, 0, 0).environment;
        assertThatThrownBy(() -> create(Map.of()).load(MemoryState.of(large).reader()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("outside of the grid");
    }
}
