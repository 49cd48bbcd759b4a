package io.particlearena.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.InputFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come and how it ended: the file {@code summary.json} of its folder.
 *
 * @param state in lower case, for example {@code running}, {@code stopped}, {@code finished} or {@code failed}
 * @param episodes episodes completed
 * @param steps environment steps made
 * @param updates updates made, summed over agents
 * @param seconds time spent training, pauses left out, over all sessions
 * @param finalReturns the mean return of the latest episodes by agent
 * @param sideReturns the same as a mean over the agents of a side, {@code good} and {@code bad}
 * @param weightsSha256 see {@link WeightsDigest}; empty before the end
 * @param metricsSha256 see {@link MetricsDigest}; empty before the end
 * @param message why the run failed, in one sentence; empty otherwise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunSummary(
        @JsonProperty("state") String state,
        @JsonProperty("episodes") long episodes,
        @JsonProperty("steps") long steps,
        @JsonProperty("updates") long updates,
        @JsonProperty("seconds") double seconds,
        @JsonProperty("finalReturns") Map<String, Double> finalReturns,
        @JsonProperty("sideReturns") Map<String, Double> sideReturns,
        @JsonProperty("weightsSha256") String weightsSha256,
        @JsonProperty("metricsSha256") String metricsSha256,
        @JsonProperty("message") String message) {

    private static final ObjectMapper JSON = JsonLimits.mapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    // Jackson passes null for what a file leaves out.
    public RunSummary(
            @Nullable String state,
            long episodes,
            long steps,
            long updates,
            double seconds,
            @Nullable Map<String, Double> finalReturns,
            @Nullable Map<String, Double> sideReturns,
            @Nullable String weightsSha256,
            @Nullable String metricsSha256,
            @Nullable String message) {
        this.state = orEmpty(state);
        this.episodes = episodes;
        this.steps = steps;
        this.updates = updates;
        this.seconds = seconds;
        this.finalReturns = copy(finalReturns);
        this.sideReturns = copy(sideReturns);
        this.weightsSha256 = orEmpty(weightsSha256);
        this.metricsSha256 = orEmpty(metricsSha256);
        this.message = orEmpty(message);
    }

    /** Replaces the file in one step. */
    public void write(Path file) {
        try {
            AtomicFiles.write(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new StoreException("Cannot write " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Reads a summary.
     *
     * @throws StoreException if the file is missing or no summary
     */
    public static RunSummary read(Path file) {
        try {
            RunSummary summary = JSON.readValue(InputFiles.ownBytes(file, JsonLimits.FILE_BYTES), RunSummary.class);
            if (summary == null) {
                throw new StoreException(file + " is damaged: it is no summary of a run.");
            }
            return summary;
        } catch (NoSuchFileException e) {
            throw new StoreException(file + " does not exist.", e);
        } catch (JsonProcessingException e) {
            throw new StoreException(file + " is damaged: it is no summary of a run.", e);
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    private static Map<String, Double> copy(@Nullable Map<String, Double> returns) {
        if (returns != null && returns.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A return is missing");
        }
        return returns == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(returns));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
