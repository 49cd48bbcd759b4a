package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.store.MemoryState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CourseTest {

    private record Point(String tag, long step, double value) {}

    /** Two cycles of two rounds against two opponents. */
    private static SpecDraft draft() {
        return Tiny.draft()
                .algorithm("bad", "tiny-student")
                .algorithms("good", List.of("tiny-walk", "other-walk"))
                .runOption("n_opp_cycles", 2)
                .runOption("traj_per_iter", 2)
                .runOption("num_episodes", 5);
    }

    private static Trainer trainer(ExperimentSpec spec, List<Point> points) {
        return new Trainer(
                Tiny.CATALOGUE,
                spec,
                Path.of("experience"),
                (tag, step, value) -> points.add(new Point(tag, step, value)));
    }

    private static List<Stage> stages(ExperimentSpec spec, List<Point> points) {
        List<Stage> stages = new ArrayList<>();
        try (Trainer trainer = trainer(spec, points)) {
            while (!trainer.isOver()) {
                stages.add(trainer.stage());
                trainer.advance();
            }
            assertThat(trainer.episodes()).isEqualTo(Course.episodes(spec));
        }
        return stages.stream().distinct().toList();
    }

    @Test
    void opponentsTakeTurnsInEveryRoundAndStudyEndsTheCycle() {
        List<Stage> stages = stages(draft().resolve(), new ArrayList<>());
        assertThat(stages.stream()
                        .filter(stage -> !stage.isStudying())
                        .map(stage -> stage.cycle() + "." + stage.trajectory() + " " + stage.opponent()))
                .containsExactly(
                        "1.1 good",
                        "1.2 good-2",
                        "1.3 good",
                        "1.4 good-2",
                        "2.1 good",
                        "2.2 good-2",
                        "2.3 good",
                        "2.4 good-2");
        assertThat(stages.stream().filter(Stage::isStudying).map(Stage::student))
                .containsOnly("bad");
        assertThat(stages.stream().filter(stage -> stage.units() == 4)).hasSize(4);
        assertThat(stages.stream().filter(stage -> stage.units() == 8)).hasSize(8);
    }

    @Test
    void finishedTrajectoriesAreListedWithTheirStepsAndOpponents() {
        List<Stage> stages = stages(draft().resolve(), new ArrayList<>());
        List<PlayedTrajectory> played = stages.get(stages.size() - 1).played();
        assertThat(played.stream().map(each -> each.cycle() + "." + each.trajectory() + " " + each.opponent()))
                .containsExactly(
                        "1.1 good",
                        "1.2 good-2",
                        "1.3 good",
                        "1.4 good-2",
                        "2.1 good",
                        "2.2 good-2",
                        "2.3 good",
                        "2.4 good-2");
        assertThat(played).extracting(PlayedTrajectory::steps).allMatch(steps -> steps >= 5);
        assertThat(stages.get(0).played()).isEmpty();
    }

    @Test
    void aStageSaysInWordsWhatIsGoingOn() {
        ExperimentSpec spec = draft().resolve();
        List<String> words = stages(spec, new ArrayList<>()).stream()
                .map(stage -> stage.describe(spec))
                .toList();
        assertThat(words)
                .contains(
                        "cycle 1 of 2 · trajectory 1 of 4 · against tiny-walk (good)",
                        "cycle 2 of 2 · trajectory 4 of 4 · against other-walk (good-2)",
                        "cycle 2 of 2 · bad learns from experience: 3 of 8 chunks");
    }

    @Test
    void theOnlyPolicyThatDoesNotLearnBetweenTrajectoriesIsTheOpponent() {
        ExperimentSpec spec = Tiny.draft()
                .algorithm("bad", "tiny-student")
                .algorithm("good", "tiny-walk")
                .runOption("traj_per_iter", 2)
                .runOption("num_episodes", 2)
                .resolve();
        assertThat(stages(spec, new ArrayList<>()).get(0).describe(spec))
                .isEqualTo("cycle 1 of 1 · trajectory 1 of 2 · against tiny-walk");
    }

    @Test
    void everyTrajectoryBeginsWithoutExperience() {
        ExperimentSpec spec = draft().resolve();
        try (Trainer trainer = trainer(spec, new ArrayList<>())) {
            while (trainer.episodes() < 5) {
                trainer.advance();
            }
            assertThat(trainer.replay().size()).isZero();
            assertThat(trainer.policies().bySeat()).contains(trainer.policies().named("good-2"));
            assertThat(trainer.policies().bySeat())
                    .doesNotContain(trainer.policies().named("good"));
        }
    }

    @Test
    void aCourseStoppedAnywhereGoesOnAsIfNeverStopped() {
        ExperimentSpec spec = draft().resolve();
        List<Point> whole = new ArrayList<>();
        long length = 0;
        try (Trainer trainer = trainer(spec, whole)) {
            for (; !trainer.isOver(); length++) {
                trainer.advance();
            }
        }
        for (long stopAt = 1; stopAt < length; stopAt += 7) {
            List<Point> points = new ArrayList<>();
            Trainer first = trainer(spec, points);
            for (int i = 0; i < stopAt; i++) {
                first.advance();
            }
            MemoryState state = MemoryState.of(first);
            ByteBuffer rows =
                    ByteBuffer.allocate(first.replay().size() * first.replay().rowBytes());
            first.replay().writeRows(first.replay().oldestStep(), first.replay().totalSteps(), rows);
            first.close();

            try (Trainer second = trainer(spec, points)) {
                second.load(state.reader());
                second.replay().restoreFrom(first.replay().oldestStep());
                second.replay().readRows(rows.flip());
                assertThat(second.stage()).isEqualTo(first.stage());
                while (!second.isOver()) {
                    second.advance();
                }
            }
            assertThat(points).as("stopped after %d", stopAt).isEqualTo(whole);
        }
    }

    @Test
    void stepsOfMetricsNeverGoBack() {
        List<Point> points = new ArrayList<>();
        stages(draft().resolve(), points);
        assertThat(points.stream().map(Point::step)).isSorted();
        assertThat(points.stream()
                        .filter(point -> point.tag().equals("adversary 0/policy_loss"))
                        .map(Point::step))
                .doesNotHaveDuplicates();
    }

    @Test
    void playMayBeSkipped() {
        ExperimentSpec first =
                draft().runOption("skip_to_om_training_first_cycle", true).resolve();
        assertThat(stages(first, new ArrayList<>()))
                .filteredOn(stage -> stage.cycle() == 1)
                .allMatch(Stage::isStudying);
        ExperimentSpec all = draft().runOption("skip_to_om_training", true).resolve();
        assertThat(stages(all, new ArrayList<>())).allMatch(Stage::isStudying);
    }

    @Test
    void impossibleOpponentsAreRefused() {
        assertThatThrownBy(() -> draft().opponents(List.of("good", "ugly")).resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("ugly");
        assertThatThrownBy(() -> draft().opponents(List.of("good", "bad")).resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("first must play an agent");
        assertThatThrownBy(() -> draft().algorithms("bad", List.of("tiny-walk", "other-walk")))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("only one side may");
        assertThatThrownBy(() -> draft().runOption("test", true).resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("one trajectory");
    }

    @Test
    void opponentsSurviveJson() {
        ExperimentSpec spec = draft().resolve();
        ExperimentSpec read = new SpecDraft(Tiny.CATALOGUE)
                .over(SpecJson.parse(SpecJson.write(Tiny.CATALOGUE, spec).getBytes(StandardCharsets.UTF_8), "it"))
                .resolve();
        assertThat(read).isEqualTo(spec);
        assertThat(read.opponents()).containsExactly("good", "good-2");
    }
}
