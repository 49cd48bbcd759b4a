package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Signal;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.EventWriter;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramLabels;
import io.particlearena.results.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a run's metrics to its event file and hands them to the listeners. */
final class RunRecorder implements MetricLog, Closeable {

    private static final long SIGNAL_INTERVAL_NANOS = 50_000_000L;

    private final Path folder;
    private final @Nullable OriginalTags originalTags;
    private final RunListener listeners;
    private @Nullable EventWriter events;
    private long signalsToldAt = System.nanoTime() - SIGNAL_INTERVAL_NANOS;

    /**
     * @param folder the run's folder
     * @param originalTags further tags under which values are written; null for none
     */
    RunRecorder(Path folder, @Nullable OriginalTags originalTags, RunListener listeners) {
        this.folder = folder;
        this.originalTags = originalTags;
        this.listeners = listeners;
    }

    /** Begins a new event file. */
    void create() throws IOException {
        events = EventWriter.create(folder);
    }

    /**
     * Goes on with the event file; points beyond the step count no more.
     *
     * @return what the user should know about the file, if there is something
     */
    Optional<String> resume(long lastStepKept) throws IOException {
        EventWriter writer = EventWriter.resume(folder, lastStepKept);
        events = writer;
        return writer.beganAfterDamage()
                ? Optional.of(
                        "The event file before is damaged, so values may be lost, and metricsSha256 may not be that of a"
                                + " run never stopped.")
                : Optional.empty();
    }

    @Override
    public void put(String tag, long step, double value) {
        write(tag, step, value);
        if (originalTags != null) {
            originalTags.of(tag).ifPresent(original -> write(original, step, value));
        }
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram, List<String> names) {
        if (events == null) {
            throw new IllegalStateException("The event file is not open");
        }
        try {
            events.histogram(tag, step, histogram, HistogramLabels.describe(names));
        } catch (IOException e) {
            throw unwritable(e);
        }
        listeners.histogram(tag, step, histogram, names);
    }

    @Override
    public void seat(String opponent) {
        if (originalTags != null) {
            originalTags.seat(opponent);
        }
    }

    private void write(String tag, long step, double value) {
        if (events == null) {
            throw new IllegalStateException("The event file is not open");
        }
        try {
            events.scalar(tag, step, value);
        } catch (IOException e) {
            throw unwritable(e);
        }
        listeners.metric(tag, step, value);
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("Cannot write metrics to " + folder + ": " + e.getMessage() + ".", e);
    }

    @Override
    public void signals(long step, Supplier<Stage> stage, Supplier<List<List<Signal>>> signals) {
        long now = System.nanoTime();
        if (now - signalsToldAt >= SIGNAL_INTERVAL_NANOS) {
            signalsToldAt = now;
            listeners.signals(step, stage.get(), signals.get());
        }
    }

    @Override
    public void notice(String sentence) {
        listeners.notice(sentence);
    }

    @Override
    public void recording(EpisodeRecording recording) {
        EpisodeRecording.Moment moment = recording.about().moment();
        recording.write(
                new RunFolder(folder).episodes().resolve(EpisodeFile.ofTraining(moment.step(), moment.episode())));
    }

    /** Forces all points so far to disk. */
    void flush() throws IOException {
        if (events != null) {
            events.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (events != null) {
            events.close();
            events = null;
        }
    }
}
