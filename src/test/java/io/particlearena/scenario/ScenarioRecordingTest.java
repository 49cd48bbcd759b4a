package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.Deviation;
import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.EpisodeReplay;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of every scenario verify bit for bit, noise included. */
final class ScenarioRecordingTest {

    @TempDir
    Path folder;

    static Stream<EnvironmentEntry<?>> entries() {
        return Scenarios.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void recordingVerifiesBitForBit(EnvironmentEntry<?> entry) {
        Map<String, Object> options =
                new LinkedHashMap<>(Map.of("action_noise", 0.3, "message_noise", 0.2, "max_episode_len", 9L));
        options.keySet().removeIf(key -> entry.options().find(key).isEmpty());
        Path file = folder.resolve("episode");
        record(entry, options).write(file);

        EpisodeRecording read = EpisodeRecording.read(file);
        assertThat(read.about().scenario()).isEqualTo(entry.name());
        Environment fresh = entry.create(read.about().options(), RandomStream.ofSeed(77));
        EpisodeReplay replay = new EpisodeReplay(read, fresh);
        Deviation deviation = replay.verify();
        assertThat(deviation.place()).isEmpty();
        assertThat(deviation.largest()).isZero();
        assertThat(deviation.values()).isPositive();
        assertThat(replay.scenes()).hasSize(read.steps() + 1);
    }

    private static EpisodeRecording record(EnvironmentEntry<?> entry, Map<String, Object> options) {
        Environment environment = entry.create(options, RandomStream.ofSeed(1));
        StepBuffer buffer = new StepBuffer(environment);
        EpisodeRecorder recorder = new EpisodeRecorder(environment, entry.name(), options);
        double[][] actions = environment.agents().stream()
                .map(spec -> new double[spec.actionSize()])
                .toArray(double[][]::new);
        RandomStream random = RandomStream.ofSeed(2);
        environment.reset(buffer);
        recorder.begin("a test", EpisodeRecording.Moment.UNKNOWN, buffer);
        while (!buffer.episodeOver()) {
            for (double[] action : actions) {
                for (int i = 0; i < action.length; i++) {
                    action[i] = random.nextDouble();
                }
            }
            environment.step(actions, buffer);
            recorder.step(actions, List.of(), buffer);
        }
        return recorder.finish();
    }
}
