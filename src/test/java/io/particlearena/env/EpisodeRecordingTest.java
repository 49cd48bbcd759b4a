package io.particlearena.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.math.RandomStream;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateFile;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EpisodeRecordingTest {

    private static final EpisodeRecording.Moment MOMENT = new EpisodeRecording.Moment(120, 7);

    @TempDir
    Path folder;

    private Path file;
    private EpisodeRecording recording;
    private List<Scene> scenes;

    @BeforeEach
    void recordTheSecondEpisode() {
        file = folder.resolve("episode");
        scenes = new ArrayList<>();
        recording = record(RandomStream.ofSeed(1), scenes);
        recording.write(file);
    }

    @Test
    void ownRecordingVerifiesBitForBit() {
        Deviation deviation = replay(EpisodeRecording.read(file)).verify();
        // At the beginning 5 observations and 4 pixels; each step as many, 2 rewards, 4 reward terms, 2 events.
        assertThat(deviation).isEqualTo(new Deviation(0, "", 9 + 17L * recording.steps()));
    }

    @Test
    void allThatWasRecordedComesBackFromTheFile() {
        EpisodeRecording read = EpisodeRecording.read(file);
        assertThat(read.about()).isEqualTo(recording.about());
        assertThat(read.about().options())
                .containsExactly(
                        Map.entry("rules", "openai"),
                        Map.entry("agents", 2L),
                        Map.entry("noise", 0.1),
                        Map.entry("shared", true),
                        Map.entry("names", List.of("a", "b")));
        assertThat(read.steps()).isEqualTo(recording.steps()).isGreaterThan(1);
        assertThat(read.agentNames()).containsExactly("left", "right");
        int last = read.steps() - 1;
        for (int agent = 0; agent < 2; agent++) {
            assertThat(read.observation(agent, 0)).isEqualTo(recording.observation(agent, 0));
            assertThat(read.observation(agent, last + 1)).isEqualTo(recording.observation(agent, last + 1));
            assertThat(read.action(agent, last)).isEqualTo(recording.action(agent, last));
            assertThat(read.reward(agent, last)).isEqualTo(recording.reward(agent, last));
        }
        assertThat(read.signals(1, last)).isEqualTo(recording.signals(1, last)).hasSize(1);
        assertThat(read.signals(0, last)).isEmpty();
        assertThat(read.terminated(last) || read.truncated(last)).isTrue();
        assertThat(read.terminated(0) || read.truncated(0)).isFalse();
    }

    @Test
    void replayShowsTheScenesOfTheEpisode() {
        assertThat(replay(EpisodeRecording.read(file)).scenes()).isEqualTo(scenes);
    }

    @Test
    void recordingDoesNotChangeTheEpisode() {
        StepBuffer buffer = new StepBuffer(new Drift(RandomStream.ofSeed(1)));
        Drift unrecorded = new Drift(RandomStream.ofSeed(1));
        unrecorded.reset(buffer);
        unrecorded.reset(buffer);
        RandomStream random = RandomStream.ofSeed(2);
        double sum = 0;
        while (!buffer.episodeOver()) {
            unrecorded.step(draw(random), buffer);
            sum += buffer.rewards()[1];
        }
        double recorded = 0;
        for (int step = 0; step < recording.steps(); step++) {
            recorded += recording.reward(1, step);
        }
        assertThat(recorded).isEqualTo(sum);
    }

    @Test
    void forgedFirstObservationIsFound() {
        forge("observations", observations -> {
            observations[1] += 0.5;
            return observations;
        });
        Deviation deviation = replay(EpisodeRecording.read(file)).verify();
        assertThat(deviation.largest()).isCloseTo(0.5, within(1e-12));
        assertThat(deviation.place()).isEqualTo("observation 1 of right at the beginning");
    }

    @Test
    void forgedOutcomeIsFoundWhereItIs() {
        forge("rewards", rewards -> {
            rewards[1] += 0.25;
            return rewards;
        });
        Deviation deviation = replay(EpisodeRecording.read(file)).verify();
        assertThat(deviation.largest()).isCloseTo(0.25, within(1e-12));
        assertThat(deviation.place()).isEqualTo("the reward of right in step 2");
    }

    @Test
    void forgedActionIsFound() {
        forge("actions", actions -> {
            actions[0] += 1;
            return actions;
        });
        assertThat(replay(EpisodeRecording.read(file)).verify().largest()).isGreaterThan(0.01);
    }

    @Test
    void changedByteInAnyPositionIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] changed = bytes.clone();
            changed[i] ^= 4;
            Files.write(file, changed);
            assertThatThrownBy(() -> EpisodeRecording.read(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void otherStateFileIsRefused() {
        StateFile.write(file, new MemoryState());
        assertThatThrownBy(() -> EpisodeRecording.read(file)).hasMessage(file + " is not the recording of an episode.");
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        forge("rewards", rewards -> new double[3]);
        assertThatThrownBy(() -> EpisodeRecording.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the rewards of right do not fit the number of steps");
    }

    @Test
    void recordingUnderWayOutlivesARestart() {
        RandomStream whole = RandomStream.ofSeed(5);
        Drift environment = new Drift(whole);
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        EpisodeRecorder recorder = new EpisodeRecorder(environment, "drift", Map.of());
        recorder.begin("a test", MOMENT, buffer);
        RandomStream random = RandomStream.ofSeed(6);
        for (int step = 0; !buffer.episodeOver(); step++) {
            double[][] actions = draw(random);
            environment.step(actions, buffer);
            recorder.step(actions, List.of(List.of(), List.of(Signal.scalar("q_value", step))), buffer);
            if (step == 1) {
                EpisodeRecorder next = new EpisodeRecorder(environment, "drift", Map.of());
                next.load(MemoryState.of(recorder).reader());
                recorder = next;
            }
        }
        EpisodeRecording restarted = recorder.finish();
        assertThat(replay(restarted).verify().largest()).isZero();
        assertThat(restarted.about().moment()).isEqualTo(MOMENT);
        assertThat(restarted.signals(1, 0)).isEqualTo(List.of(Signal.scalar("q_value", 0)));
        assertThat(new EpisodeRecorder(environment, "drift", Map.of()).isRecording())
                .isFalse();
    }

    @Test
    void recordingThatWasNotBegunCannotBeFinished() {
        EpisodeRecorder recorder = new EpisodeRecorder(new Drift(RandomStream.ofSeed(1)), "drift", Map.of());
        assertThatThrownBy(recorder::finish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void environmentThatTheRecordingDoesNotFitIsRefused() {
        Environment other = new EnvironmentConformanceTest.Corridor(RandomStream.ofSeed(1));
        assertThatThrownBy(() -> new EpisodeReplay(recording, other))
                .isInstanceOf(StoreException.class)
                .hasMessage("The recording of drift has agents left, right, but the scenario as its options make it has"
                        + " walker.");
    }

    @Test
    void recorderServesOneEpisodeAfterAnother() {
        Drift environment = new Drift(RandomStream.ofSeed(5));
        StepBuffer buffer = new StepBuffer(environment);
        EpisodeRecorder recorder = new EpisodeRecorder(environment, "drift", Map.of());
        List<EpisodeRecording> recordings = new ArrayList<>();
        RandomStream random = RandomStream.ofSeed(6);
        for (int episode = 0; episode < 3; episode++) {
            environment.reset(buffer);
            recorder.begin("a test", MOMENT, buffer);
            while (!buffer.episodeOver()) {
                double[][] actions = draw(random);
                environment.step(actions, buffer);
                recorder.step(actions, List.of(), buffer);
            }
            recordings.add(recorder.finish());
        }
        for (EpisodeRecording each : recordings) {
            assertThat(replay(each).verify().largest()).isZero();
        }
        assertThat(recordings.get(0).observation(0, 0))
                .isNotEqualTo(recordings.get(1).observation(0, 0));
    }

    @Test
    void meterTellsNumbersFromTheirAbsence() {
        DeviationMeter meter = new DeviationMeter();
        meter.compare(1, 1, () -> "never");
        meter.compare(Double.NaN, Double.NaN, () -> "never");
        meter.compare(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, () -> "never");
        assertThat(meter.result()).isEqualTo(new Deviation(0, "", 3));
        meter.compare(1, 1.5, () -> "here");
        meter.compare(1, 0.75, () -> "never");
        assertThat(meter.result()).isEqualTo(new Deviation(0.5, "here", 5));
        meter.compare(1, Double.NaN, () -> "there");
        assertThat(meter.result()).isEqualTo(new Deviation(Double.POSITIVE_INFINITY, "there", 6));
    }

    private static EpisodeRecording record(RandomStream stream, List<Scene> scenes) {
        Drift environment = new Drift(stream);
        StepBuffer buffer = new StepBuffer(environment);
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rules", "openai");
        options.put("agents", 2L);
        options.put("noise", 0.1);
        options.put("shared", true);
        options.put("names", List.of("a", "b"));
        EpisodeRecorder recorder = new EpisodeRecorder(environment, "drift", options);
        environment.reset(buffer);
        environment.reset(buffer);
        recorder.begin("a test", MOMENT, buffer);
        scenes.add(environment.scene());
        RandomStream random = RandomStream.ofSeed(2);
        while (!buffer.episodeOver()) {
            double[][] actions = draw(random);
            environment.step(actions, buffer);
            Signal guess = new Signal("guess", Signal.Kind.DISTRIBUTION, 0, List.of(0.1, Double.NaN, actions[0][0]));
            recorder.step(actions, List.of(List.of(), List.of(guess)), buffer);
            scenes.add(environment.scene());
        }
        return recorder.finish();
    }

    private static double[][] draw(RandomStream random) {
        return new double[][] {{random.nextDouble(-1, 1)}, {random.nextDouble(-1, 1)}};
    }

    private static EpisodeReplay replay(EpisodeRecording recording) {
        return new EpisodeReplay(recording, new Drift(RandomStream.ofSeed(99)));
    }

    /** Writes the file again with right checksums, but with other numbers for the agent on the right. */
    private void forge(String name, UnaryOperator<double[]> change) {
        MemoryState forged = new MemoryState();
        StateFile.read(file).copyTo(new Forger(forged, "", "agents/agent_1/" + name, change));
        StateFile.write(file, forged);
    }

    /** Hands everything on but one array, which it changes. */
    private record Forger(StateWriter out, String path, String target, UnaryOperator<double[]> change)
            implements StateWriter {

        @Override
        public void putDoubles(String name, double[] values) {
            out.putDoubles(name, target.equals(path + name) ? change.apply(values) : values);
        }

        @Override
        public void putLong(String name, long value) {
            out.putLong(name, value);
        }

        @Override
        public void putDouble(String name, double value) {
            out.putDouble(name, value);
        }

        @Override
        public void putString(String name, String value) {
            out.putString(name, value);
        }

        @Override
        public void putLongs(String name, long[] values) {
            out.putLongs(name, values);
        }

        @Override
        public void putFloats(String name, float[] values) {
            out.putFloats(name, values);
        }

        @Override
        public void putBytes(String name, byte[] values) {
            out.putBytes(name, values);
        }

        @Override
        public StateWriter child(String name) {
            return new Forger(out.child(name), path + name + "/", target, change);
        }
    }
}
