package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the training program at random moments and lets it go on, and compares what it ends with, byte by byte, with a
 * training that was never disturbed. {@code -Dkills=N} says how often in all.
 */
final class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("kills.seed", 1);
    private static final int SEGMENT_HEADER_BYTES = 36;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path runs;

    /** What is trained, with as few steps as reach every kind of state. */
    enum Subject {
        MADDPG(
                4,
                "--scenario simple_tag --num-episodes 1500 --batch-size 32 --num-units 16 --agent-update-freq 25"
                        + " --checkpoint-interval 25 --record-every 100"),
        PPO(3, "--preset simple-ppo --num-episodes 3000 --checkpoint-interval 50 --record-every 200"),
        LEMOL(
                3,
                "--preset lemol-push --num-episodes 100 --n-opp-cycles 2 --traj-per-iter 2 --batch-size 32 --num-units 16"
                        + " --warm-up-steps 100 --agent-update-freq 25 --checkpoint-interval 5 --record-every 20 --chunk-length 4"
                        + " --num-traj-to-train 2 --om-training-iters 60 --lstm-hidden-dim 8 --episode-embedding-dim 8"
                        + " --in-ep-lstm-dim 4");

        /** Of ten kills. */
        private final int share;

        private final String words;

        Subject(int share, String words) {
            this.share = share;
            this.words = words;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTrainingThatIsKilledAgainAndAgainEndsAsOneThatWasNot(Subject subject) throws Exception {
        KilledProgram program = new KilledProgram(runs, List.of(subject.words.split(" ")));
        program.train("whole");
        RunSummary whole = summary("whole");
        assertThat(whole.state()).as(program.said("whole")).isEqualTo("finished");

        int kills = Math.max(1, KILLS * subject.share / 10);
        SplittableRandom random = new SplittableRandom(SEED + subject.name().hashCode());
        long[] delays = new long[kills];
        for (int i = 0; i < kills; i++) {
            // One kill in three falls anywhere from the start of the program on, the others after it has come further.
            delays[i] = i % 3 == 2 ? random.nextLong(4000) : -1 - random.nextLong(250);
        }
        int killed = program.trainAndKill("killed", delays);

        RunSummary end = summary("killed");
        assertThat(killed).isPositive();
        assertThat(end.state()).as(program.said("killed")).isEqualTo("finished");
        assertThat(end.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThat(end.metricsSha256()).isEqualTo(whole.metricsSha256());
        assertThat(end.finalReturns()).isEqualTo(whole.finalReturns());
        assertThat(lastState("killed")).containsExactlyEntriesOf(lastState("whole"));
        assertThat(recordings("killed")).isEqualTo(recordings("whole")).isNotEmpty();
    }

    private RunSummary summary(String name) {
        return RunSummary.read(runs.resolve(name).resolve("summary.json"));
    }

    /**
     * Everything in the last checkpoint by its name, arrays by their checksums, and the rows of the replay buffer; but not the
     * lengths of event files, whose events carry the time of day and say where they went on.
     */
    private Map<String, String> lastState(String name) throws IOException {
        Path file = Checkpoints.list(runs.resolve(name).resolve("checkpoints")).get(0);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[bytes.getInt(12)];
        bytes.position(16).get(header);
        Map<String, String> found = new TreeMap<>(Map.of("file", String.valueOf(file.getFileName())));
        JsonNode state = JSON.readTree(header).get("state");
        collect(state, "", found);
        found.keySet().removeIf(key -> key.startsWith("/events/") || key.startsWith("/replay/segment"));
        long oldest = state.at("/parts/replay/values/oldest/value").asLong();
        found.put("replay", replay(file.resolveSibling("replay"), oldest));
        return found;
    }

    /** The rows of the replay buffer, which the checkpoints of a run have cut into files where they happened to be. */
    private static String replay(Path folder, long oldest) throws IOException {
        CRC32C crc = new CRC32C();
        if (Files.exists(folder)) {
            try (Stream<Path> segments = Files.list(folder)) {
                for (Path segment : segments.sorted().toList()) {
                    ByteBuffer bytes =
                            ByteBuffer.wrap(Files.readAllBytes(segment)).order(ByteOrder.LITTLE_ENDIAN);
                    long forgotten = Math.max(0, oldest - bytes.getLong(16));
                    long from = SEGMENT_HEADER_BYTES + forgotten * bytes.getInt(12);
                    crc.update(bytes.position((int) Math.min(bytes.limit(), from)));
                }
            }
        }
        return Long.toHexString(crc.getValue());
    }

    private static void collect(JsonNode part, String path, Map<String, String> found) {
        part.get("values").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            found.put(
                    path + "/" + entry.getKey(),
                    value.has("crc32c") ? value.get("length") + " " + value.get("crc32c") : value.toString());
        });
        part.get("parts").properties().forEach(entry -> collect(entry.getValue(), path + "/" + entry.getKey(), found));
    }

    private Map<String, Integer> recordings(String name) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(runs.resolve(name).resolve("episodes"))) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
