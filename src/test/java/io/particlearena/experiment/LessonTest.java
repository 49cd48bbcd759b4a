package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.math.RandomStreams;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that learn from episodes in which a person played. */
final class LessonTest {

    private static final ExperimentSpec SPEC = Tiny.spec(Map.of("checkpoints_kept", 100));

    @TempDir
    private Path runs;

    /** Teaches a run when so many metrics were reported, and stops it later on. */
    private static final class Teacher implements RunListener {
        private final int teachAt;
        private final int stopAt;
        private final List<String> notices = new ArrayList<>();
        private int metrics;
        private @Nullable Run run;

        Teacher(int teachAt, int stopAt) {
            this.teachAt = teachAt;
            this.stopAt = stopAt;
        }

        @Override
        public void metric(String tag, long step, double value) {
            metrics++;
            if (run != null && metrics == teachAt) {
                run.learnFrom(episode(SPEC));
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

    /** An episode that is the same each time. */
    private static EpisodeRecording episode(ExperimentSpec spec) {
        EpisodePlayer player = Tiny.CATALOGUE.preview(spec);
        player.restart();
        while (!player.next().last()) {
            assertThat(player.recording()).isPresent();
        }
        return player.recording().orElseThrow();
    }

    private Run train(Path folder, Teacher teacher) {
        Run run = Tiny.experiments(folder).create(SPEC, "", List.of(), List.of(teacher));
        teacher.run = run;
        run.execute();
        return run;
    }

    private static RunSummary summary(Run run) {
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    private static List<EpisodeFile> lessons(Run run) {
        return EpisodeFile.list(new RunFolder(run.folder()).episodes()).stream()
                .filter(file -> file.source().equals(EpisodeFile.LESSON))
                .toList();
    }

    @Test
    void aLessonIsKeptAndChangesWhatIsLearnedButNoReturns() throws IOException {
        Run plain = train(runs, new Teacher(0, 0));
        Teacher teacher = new Teacher(40, 0);
        Run taught = train(runs, teacher);
        assertThat(summary(taught).weightsSha256()).isNotEqualTo(summary(plain).weightsSha256());
        assertThat(summary(taught).episodes()).isEqualTo(summary(plain).episodes());
        EpisodeFile file = lessons(taught).get(0);
        assertThat(lessons(taught)).hasSize(1);
        assertThat(Recordings.verify(Tiny.CATALOGUE, file.path()).agrees()).isTrue();
        assertThat(teacher.notices)
                .containsExactly("After step " + file.step() + ", the run learns from an episode of "
                        + EpisodeRecording.read(file.path()).steps() + " steps that a person played in.");
    }

    @ParameterizedTest
    @CsvSource({"40, 60", "140, 150", "140, 141"})
    void aResumedRunEndsInTheSameBytes(int teachAt, int stopAt) throws IOException {
        Run whole = train(runs, new Teacher(teachAt, 0));
        Path folder = runs.resolve("stopped");
        Run stopped = train(folder, new Teacher(teachAt, stopAt));
        assertThat(summary(stopped).state()).isEqualTo("stopped");
        // As if the program had been killed: what it did since the checkpoint before is done again.
        Files.delete(CheckpointFile.list(new RunFolder(stopped.folder()).checkpoints())
                .get(0)
                .path());
        Run resumed = Tiny.experiments(folder).resume(stopped.folder().toString(), List.of(), List.of());
        Tiny.assertSame(Tiny.execute(resumed), summary(whole));
        assertThat(lessons(resumed)).hasSize(1);
    }

    @Test
    void aRepetitionLearnsFromTheSameEpisodesAlsoWhereItIsStopped() {
        Run whole = train(runs, new Teacher(140, 0));
        Teacher stopping = new Teacher(0, 40);
        Run repeated = Tiny.experiments(runs).repeat(whole.folder().toString(), "", List.of(), List.of(stopping));
        stopping.run = repeated;
        repeated.execute();
        assertThat(lessons(repeated)).hasSize(1);
        assertThat(Tiny.experiments(runs).command(whole.folder()))
                .startsWith("particle-arena repeat ")
                .contains(whole.folder().toString());
        Run resumed = Tiny.experiments(runs).resume(repeated.folder().toString(), List.of(), List.of());
        Tiny.assertSame(Tiny.execute(resumed), summary(whole));
    }

    @Test
    void aDamagedLessonIsToldBeforeTheRunGoesOn() throws IOException {
        Run stopped = train(runs, new Teacher(40, 60));
        Path file = lessons(stopped).get(0).path();
        Files.write(file, new byte[] {1, 2, 3});
        String before = Files.readString(new RunFolder(stopped.folder()).summary());
        List<String> told = new ArrayList<>();
        Run resumed = Tiny.experiments(runs).resume(stopped.folder().toString(), List.of(), List.of(new RunListener() {
            @Override
            public void failed(String message, Throwable cause) {
                told.add(message);
            }
        }));
        assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(told).singleElement().asString().contains(String.valueOf(file.getFileName()));
        assertThat(Files.readString(new RunFolder(stopped.folder()).summary())).isEqualTo(before);
    }

    @Test
    void whatARunCannotLearnFromIsRefused() {
        CompletableFuture<Run> begun = new CompletableFuture<>();
        List<Boolean> learns = new ArrayList<>();
        EpisodeRecording other =
                episode(Tiny.draft().scenarioOption("num_good", 2).resolve());
        Run run = Tiny.experiments(runs).create(SPEC, "", List.of(), List.of());
        assertThatThrownBy(() -> run.learnFrom(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("agents adversary 0, agent 0, agent 1");
        Run playing = Tiny.experiments(runs)
                .create(Tiny.spec(Map.of("test", true)), "", List.of(), List.of(new RunListener() {
                    @Override
                    public void metric(String tag, long step, double value) {
                        learns.add(begun.join().learnsFromLessons());
                        begun.join().learnFrom(episode(SPEC));
                    }
                }));
        begun.complete(playing);
        playing.execute();
        assertThat(learns).containsOnly(false);
        assertThat(lessons(playing)).isEmpty();
    }

    /** PPO learns from what its present policy did alone, LeMOL from predictions made in play as well. */
    @ParameterizedTest
    @CsvSource({"maddpg-openai, true", "simple-tag-m3ddpg, true", "simple-ppo, false", "lemol-push, false"})
    void whoSamplesSingleStepsLearnsFromLessons(String preset, boolean learns) {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec spec = catalogue.preset(preset).spec();
        try (Trainer trainer = new Trainer(catalogue, spec, runs, (tag, step, value) -> {})) {
            assertThat(trainer.learnsFromLessons()).isEqualTo(learns);
        }
    }

    /** By action mode, since environments execute some actions otherwise than they were chosen. */
    @ParameterizedTest
    @CsvSource({"simple_tag, vector", "simple_tag, forced", "simple_world_comm, index", "simple_tag, box"})
    void itsStepsAreThoseThatWerePlayed(String scenario, String mode) {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec spec = new SpecDraft(catalogue)
                .over(catalogue.presetLayer("simple-tag"))
                .scenario(scenario)
                .scenarioOption("action_mode", mode)
                .resolve();
        RandomStreams streams = new RandomStreams(3);
        Environment environment = catalogue.environment(spec, streams.stream("world"));
        List<AgentSpec> agents = environment.agents();
        Actor[] actors = agents.stream().map(RandomActor::new).toArray(Actor[]::new);
        Lane lane = new Lane(environment, actors, streams, "acting", false);
        JointReplay played = new JointReplay(agents, 100);
        EpisodeRecorder recorder = catalogue.recorder(spec, environment);
        lane.begin();
        recorder.begin("a test", EpisodeRecording.Moment.UNKNOWN, lane.before());
        do {
            lane.step(actors);
            recorder.step(lane.chosen(), List.of(), lane.after());
            played.add(lane.before(), lane.executed(), lane.after());
            if (!lane.after().episodeOver()) {
                lane.proceed();
            }
        } while (!lane.after().episodeOver());

        JointReplay taught = new JointReplay(agents, 100);
        new Lesson(0, "a lesson", recorder.finish()).addTo(taught);
        assertThat(rows(taught)).isEqualTo(rows(played)).hasSize(25 * played.rowBytes());
    }

    private static byte[] rows(JointReplay replay) {
        ByteBuffer bytes = ByteBuffer.allocate(replay.size() * replay.rowBytes());
        replay.writeRows(0, replay.totalSteps(), bytes);
        return bytes.array();
    }
}
