package io.particlearena.results;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Appends a run's metrics to its TensorBoard event file.
 *
 * <p>Values that follow each other with the same step share an event and its time, so that readers need to keep them once.
 * Events are collected and reach the file every two seconds of writing, when their step is over, at {@link #flush} and at the
 * end. Belongs to one thread.
 */
public final class EventWriter implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SUMMARY_BYTES = 1 << 13;
    private static final double SECONDS_BETWEEN_WRITES = 2;

    private final FileChannel channel;
    private final InstantSource clock;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /** The values of one step share an event, which takes half the room of one for each. */
    private final ByteArrayOutputStream summary = new ByteArrayOutputStream();

    private long summaryStep;
    private double summaryTime;
    private double lastWrite;
    private boolean beganAfterDamage;

    private EventWriter(FileChannel channel, InstantSource clock) {
        this.channel = channel;
        this.clock = clock;
        this.lastWrite = now();
    }

    /** Begins a new event file in a run's folder. */
    public static EventWriter create(Path folder) throws IOException {
        return create(folder, InstantSource.system());
    }

    static EventWriter create(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        long seconds = clock.instant().getEpochSecond();
        while (true) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%s%010d.%s", EventFiles.PREFIX, seconds, host()));
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                EventWriter writer = new EventWriter(channel, clock);
                writer.put(EventCodec.fileVersion(writer.now()));
                return writer;
            } catch (FileAlreadyExistsException e) {
                seconds++;
            }
        }
    }

    /**
     * Goes on with the newest event file of a run that was interrupted: cuts off what a killed process left half written,
     * and marks everything beyond the checkpoint as void, by the rule that TensorBoard follows as well.
     *
     * @param lastStepKept the checkpoint's step; values of later steps count no more
     */
    public static EventWriter resume(Path folder, long lastStepKept) throws IOException {
        return resume(folder, lastStepKept, InstantSource.system());
    }

    static EventWriter resume(Path folder, long lastStepKept, InstantSource clock) throws IOException {
        List<Path> files = EventFiles.list(folder);
        if (files.isEmpty()) {
            return create(folder, clock);
        }
        Path file = files.get(files.size() - 1);
        EventReader.Report report = EventReader.read(file, (wallTime, step, tag, value) -> {});
        // TensorBoard reads no further than the first damaged event of a file, but then turns to the next file.
        boolean damaged = report.allDamaged() > 0;
        EventWriter writer = damaged ? create(folder, clock) : reopen(file, report.nextOffset(), clock);
        writer.beganAfterDamage = damaged;
        // TensorBoard drops values of the start's own step as well.
        writer.put(EventCodec.sessionStart(writer.now(), lastStepKept + 1));
        writer.flush();
        return writer;
    }

    private static EventWriter reopen(Path file, long offset, InstantSource clock) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        channel.truncate(offset).position(offset);
        EventWriter writer = new EventWriter(channel, clock);
        if (offset == 0) {
            writer.put(EventCodec.fileVersion(writer.now()));
        }
        return writer;
    }

    /**
     * Writes a metric's value, in single precision as the format has it.
     *
     * @param tag as in the {@link MetricDictionary}
     * @param step environment steps so far
     */
    public void scalar(String tag, long step, double value) throws IOException {
        if (step != summaryStep || summary.size() > SUMMARY_BYTES) {
            putSummary();
            writeIfDue();
        }
        if (summary.size() == 0) {
            summaryStep = step;
            summaryTime = now();
        }
        EventCodec.putScalar(summary, tag, (float) value);
    }

    /**
     * Writes a histogram, as a tensor of TensorBoard's plugin for histograms.
     *
     * @param tag as in the {@link MetricDictionary}
     * @param step environment steps so far
     * @param description what TensorBoard shows beside it, or an empty text
     */
    public void histogram(String tag, long step, Histogram histogram, String description) throws IOException {
        putSummary();
        put(EventCodec.histogram(now(), step, tag, histogram, description));
        writeIfDue();
    }

    private void writeIfDue() throws IOException {
        double now = now();
        if (now - lastWrite >= SECONDS_BETWEEN_WRITES || now < lastWrite) {
            drain();
        }
    }

    /** Whether the file before holds damaged events, and another one was begun for that. */
    public boolean beganAfterDamage() {
        return beganAfterDamage;
    }

    /** Forces everything to disk; to be called before a checkpoint that counts on the values so far. */
    public void flush() throws IOException {
        putSummary();
        drain();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }

    private void put(byte[] event) throws IOException {
        byte[] record = EventRecords.frame(event);
        if (record.length > buffer.remaining()) {
            drain();
        }
        if (record.length > buffer.capacity()) {
            writeFully(ByteBuffer.wrap(record));
        } else {
            buffer.put(record);
        }
    }

    private void putSummary() throws IOException {
        if (summary.size() > 0) {
            put(EventCodec.summary(summaryTime, summaryStep, summary));
            summary.reset();
        }
    }

    private void drain() throws IOException {
        writeFully(buffer.flip());
        buffer.clear();
        lastWrite = now();
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private double now() {
        return clock.millis() / 1000.0;
    }

    /** The machine's name as far as the environment tells it; asking the network for it can take seconds. */
    private static String host() {
        Map<String, String> environment = System.getenv();
        String name = environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "localhost"));
        return name.isBlank() ? "localhost" : name.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
