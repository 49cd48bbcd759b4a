package io.particlearena.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.EpisodeReplay;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionException;
import io.particlearena.scenario.GoldenTrajectory;
import io.particlearena.store.InputFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.StateFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Recorded episodes: to show again, or to compare with what a simulation gives now. Files of our own must agree in every
 * bit, files of the format {@code mpe-golden/1} to its tolerance.
 */
public final class Recordings {

    /** A JSON recording has some hundred kilobytes; what it holds takes many times its size in memory. */
    private static final int MAX_BYTES = 1 << 24;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonLimits.factory())
            // Whoever reads the numbers says where one is not finite.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Recordings() {}

    /**
     * What a comparison gave.
     *
     * @param scenario the scenario's name
     * @param largest the largest absolute difference of any number
     * @param allowed the largest difference allowed
     * @param place where it is, in words
     * @param values the number of values compared
     */
    public record Verification(String scenario, double largest, double allowed, String place, long values) {

        /** Whether the simulation gives what was recorded. */
        public boolean agrees() {
            return largest <= allowed;
        }
    }

    /**
     * Simulates a recorded episode again and compares all that comes out.
     *
     * @throws StoreException if the file is damaged or foreign, in one sentence
     */
    public static Verification verify(Catalogue catalogue, Path file) {
        requireFile(file);
        if (StateFile.looksLikeOne(file)) {
            EpisodeRecording recording = EpisodeRecording.read(file);
            var deviation = new EpisodeReplay(recording, environment(catalogue, recording)).verify();
            return new Verification(
                    recording.about().scenario(), deviation.largest(), 0, deviation.place(), deviation.values());
        }
        try {
            GoldenTrajectory golden = new GoldenTrajectory(json(file));
            var deviation = golden.replay();
            return new Verification(
                    golden.scenario(),
                    deviation.largest(),
                    GoldenTrajectory.TOLERANCE,
                    deviation.place(),
                    deviation.values());
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + " cannot be replayed: " + e.getMessage(), e);
        } catch (IndexOutOfBoundsException e) {
            throw new StoreException(file + " cannot be replayed: it names something that is not there.", e);
        }
    }

    /**
     * A recorded episode.
     *
     * @throws StoreException if the file is damaged or foreign, in one sentence
     * @throws OptionException if there is no such file
     */
    public static Episode episode(Catalogue catalogue, Path file) {
        requireFile(file);
        if (StateFile.looksLikeOne(file)) {
            return episode(catalogue, EpisodeRecording.read(file));
        }
        try {
            return Episode.of(new GoldenTrajectory(json(file)), String.valueOf(file.getFileName()));
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + " cannot be replayed: " + e.getMessage(), e);
        } catch (IndexOutOfBoundsException e) {
            throw new StoreException(file + " cannot be replayed: it names something that is not there.", e);
        }
    }

    /** A recorded episode of ours. */
    static Episode episode(Catalogue catalogue, EpisodeRecording recording) {
        return Episode.of(recording, environment(catalogue, recording));
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new OptionException("", "There is no recording " + file + ".");
        }
    }

    private static Environment environment(Catalogue catalogue, EpisodeRecording recording) {
        return catalogue
                .scenario(recording.about().scenario())
                .create(recording.about().options(), RandomStream.ofSeed(0));
    }

    /** What a JSON file holds: maps, lists, numbers, texts, booleans and nulls. */
    private static @Nullable Object json(Path file) {
        try {
            JsonNode root = MAPPER.readTree(InputFiles.bytes(file, MAX_BYTES));
            if (root.isMissingNode()) {
                throw new StoreException(file + " is empty, but must be a recording.");
            }
            return MAPPER.treeToValue(root, Object.class);
        } catch (JsonProcessingException e) {
            throw new StoreException(file + " is neither a recording nor valid JSON" + JsonReason.of(e) + ".", e);
        } catch (IOException e) {
            throw new StoreException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }
}
