package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1000));

    @TempDir
    Path folder;

    /** Notes down what a file holds, as texts. */
    private static final class Notes implements EventSink {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {
            lines.add(step + " " + tag + " " + value);
        }

        @Override
        public void sessionStart(double wallTime, long step) {
            lines.add("start " + step);
        }
    }

    @Test
    void bytesAreThoseOfTensorBoardsOwnWriter() {
        assertThat(HexFormat.of().formatHex(EventRecords.frame(EventCodec.fileVersion(1))))
                .isEqualTo("1800000000000000a37f4b2209000000000000f03f1a0d627261696e2e4576656e743a3286bf577a");
        assertThat(HexFormat.of().formatHex(EventRecords.frame(scalar(2, 7, "loss", 0.5f))))
                .isEqualTo("1a00000000000000129bd82d09000000000000004010072a0d0a0b0a046c6f7373150000003fc33fc24a");
    }

    @Test
    void fileBeginsWithItsVersionAndHasTensorBoardsName() throws IOException {
        EventWriter.create(folder, CLOCK).close();
        Path file = onlyFile();
        assertThat(String.valueOf(file.getFileName())).startsWith("events.out.tfevents.0000001000.");
        assertThat(Files.readAllBytes(file)).isEqualTo(EventRecords.frame(EventCodec.fileVersion(1000)));
    }

    @Test
    void valuesComeBackInOrder() throws IOException {
        try (EventWriter writer = EventWriter.create(folder, CLOCK)) {
            writer.scalar("adversary 0/critic_loss", 1, 0.5);
            writer.scalar("größe", Long.MAX_VALUE, Double.NaN);
            writer.scalar("x".repeat(100_000), 3, 1e300);
            writer.scalar("", 0, -0.0);
        }
        Notes notes = new Notes();
        EventReader.Report report = EventReader.read(onlyFile(), notes);
        assertThat(notes.lines)
                .containsExactly(
                        "1 adversary 0/critic_loss 0.5",
                        Long.MAX_VALUE + " größe NaN",
                        "3 " + "x".repeat(100_000) + " Infinity",
                        "0  -0.0");
        assertThat(report).isEqualTo(new EventReader.Report(5, 0, 0, Files.size(onlyFile()), 0));
    }

    @Test
    void valuesOfOneStepShareAnEvent() throws IOException {
        try (EventWriter writer = EventWriter.create(folder, CLOCK)) {
            for (int step = 0; step < 3; step++) {
                for (String tag : List.of("a", "b", "a")) {
                    writer.scalar(tag, step, step);
                }
            }
        }
        Notes notes = new Notes();
        assertThat(EventReader.read(onlyFile(), notes).events()).isEqualTo(1 + 3);
        assertThat(notes.lines)
                .containsExactly(
                        "0 a 0.0", "0 b 0.0", "0 a 0.0", "1 a 1.0", "1 b 1.0", "1 a 1.0", "2 a 2.0", "2 b 2.0",
                        "2 a 2.0");
    }

    @Test
    void aStepThatTakesLongKeepsOneTimeAndReachesTheFileWhenItIsOver() throws IOException {
        AtomicLong seconds = new AtomicLong(1000);
        InstantSource slow = () -> Instant.ofEpochSecond(seconds.addAndGet(3));
        Set<Double> times = new HashSet<>();
        List<String> tags = new ArrayList<>();
        try (EventWriter writer = EventWriter.create(folder, slow)) {
            for (String tag : List.of("a", "b", "c")) {
                writer.scalar(tag, 7, 1);
            }
            writer.scalar("a", 8, 1);
            EventReader.read(EventFiles.list(folder).get(0), (wallTime, step, tag, value) -> {
                times.add(wallTime);
                tags.add(tag);
            });
        }
        assertThat(tags).containsExactly("a", "b", "c");
        assertThat(times).hasSize(1);
    }

    @Test
    void manyValuesOfOneStepComeBackThroughTheBuffer() throws IOException {
        int count = 20_000;
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int i = 0; i < count; i++) {
                writer.scalar("agent " + i, 7, i);
            }
        }
        Notes notes = new Notes();
        EventReader.read(onlyFile(), notes);
        assertThat(notes.lines).hasSize(count).endsWith("7 agent 19999 19999.0");
    }

    @Test
    void manyValuesComeBackThroughTheBuffer() throws IOException {
        int count = 50_000;
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int i = 0; i < count; i++) {
                writer.scalar("agent " + i % 7 + "/q_mean", i, i);
            }
        }
        Notes notes = new Notes();
        assertThat(EventReader.read(onlyFile(), notes).events()).isEqualTo(count + 1);
        assertThat(notes.lines.get(count - 1)).isEqualTo("49999 agent 5/q_mean 49999.0");
    }

    @Test
    void fileCutAnywhereGivesTheWholeEventsBeforeTheCut() throws IOException {
        byte[] bytes = fileOf(6);
        Path cut = folder.resolve("cut");
        int version = EventRecords.frame(EventCodec.fileVersion(1000)).length;
        int record = (bytes.length - version) / 6;
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            Notes notes = new Notes();
            EventReader.Report report = EventReader.read(cut, notes);
            int whole = length < version ? 0 : (length - version) / record;
            assertThat(notes.lines).hasSize(whole);
            assertThat(report.allDamaged()).isZero();
            long end = length < version ? 0 : version + (long) whole * record;
            assertThat(report.nextOffset()).isEqualTo(end);
            assertThat(report.tornBytes()).isEqualTo(length - end);
        }
    }

    @Test
    void changedByteCostsOneEventAndIsCounted() throws IOException {
        byte[] bytes = fileOf(6);
        Path damaged = folder.resolve("damaged");
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            Files.write(damaged, changed);
            Notes notes = new Notes();
            EventReader.Report report = EventReader.read(damaged, notes);
            assertThat(report.events()).as("byte %s", i).isEqualTo(6);
            assertThat(report.allDamaged()).as("byte %s", i).isEqualTo(1);
        }
    }

    @Test
    void foreignBytesBetweenEventsAreSkipped() throws IOException {
        byte[] bytes = fileOf(3);
        byte[] noise = new byte[5000];
        new SplittableRandom(9).nextBytes(noise);
        Path mixed = folder.resolve("mixed");
        Files.write(mixed, bytes);
        Files.write(mixed, noise, StandardOpenOption.APPEND);
        Files.write(mixed, EventRecords.frame(scalar(1, 99, "late", 1)), StandardOpenOption.APPEND);
        Files.write(mixed, new byte[300], StandardOpenOption.APPEND);
        Notes notes = new Notes();
        EventReader.Report report = EventReader.read(mixed, notes);
        assertThat(notes.lines).hasSize(4).last().isEqualTo("99 late 1.0");
        assertThat(report.damaged()).isEqualTo(1);
        assertThat(report.damagedAtEnd()).isEqualTo(1);
        assertThat(report.tornBytes()).isEqualTo(300);
    }

    @Test
    void rightChecksumsAroundNonsenseCountAsDamage() throws IOException {
        Path file = folder.resolve("nonsense");
        Files.write(file, EventRecords.frame(new byte[] {9, 1, 2}));
        Files.write(file, EventRecords.frame(new byte[] {42, 127}), StandardOpenOption.APPEND);
        Files.write(file, EventRecords.frame(new byte[] {7, 7, 7}), StandardOpenOption.APPEND);
        Notes notes = new Notes();
        EventReader.Report report = EventReader.read(file, notes);
        assertThat(notes.lines).isEmpty();
        assertThat(report.allDamaged()).isEqualTo(3);
    }

    @Test
    void eventsOfOtherKindsAreSkipped() throws IOException {
        // An event with a graph (field 4) and a summary value with an image (field 4) beside a scalar.
        String time = "09000000000000f03f";
        String step = "1005";
        String graph = "2203aabbcc";
        String image = "0a05" + "0a0169" + "2200";
        String scalar = "0a08" + "0a0173" + "150000803f";
        byte[] event = HexFormat.of().parseHex(time + step + graph + "2a11" + image + scalar);
        Path file = folder.resolve("other");
        Files.write(file, EventRecords.frame(event));
        Notes notes = new Notes();
        assertThat(EventReader.read(file, notes).allDamaged()).isZero();
        assertThat(notes.lines).containsExactly("5 s 1.0");
    }

    @Test
    void readingGoesOnWhereItEnded() throws IOException {
        EventWriter writer = EventWriter.create(folder, CLOCK);
        writer.scalar("a", 1, 1);
        writer.flush();
        Notes notes = new Notes();
        EventReader.Report first = EventReader.read(onlyFile(), notes);
        writer.scalar("a", 2, 2);
        writer.close();
        EventReader.read(onlyFile(), first.nextOffset(), notes);
        assertThat(notes.lines).containsExactly("1 a 1.0", "2 a 2.0");
    }

    @Test
    void resumedRunCutsTheTornTailAndMarksItsStart() throws IOException {
        byte[] bytes = fileOf(4);
        Files.write(onlyFile(), Arrays.copyOf(bytes, bytes.length - 3));
        try (EventWriter writer = EventWriter.resume(folder, 2, CLOCK)) {
            writer.scalar("loss", 3, 30);
        }
        Notes notes = new Notes();
        EventReader.Report report = EventReader.read(onlyFile(), notes);
        assertThat(notes.lines).containsExactly("1 loss 1.0", "2 loss 2.0", "3 loss 3.0", "start 3", "3 loss 30.0");
        assertThat(report.allDamaged()).isZero();
        assertThat(report.tornBytes()).isZero();
    }

    @Test
    void resumedRunLeavesADamagedFileAndBeginsAnother() throws IOException {
        byte[] bytes = fileOf(4);
        bytes[100] ^= 1;
        Files.write(onlyFile(), bytes);
        try (EventWriter writer = EventWriter.resume(folder, 2, CLOCK)) {
            writer.scalar("loss", 3, 30);
        }
        assertThat(EventFiles.list(folder)).hasSize(2);
        SeriesLoader loader = new SeriesLoader(folder);
        loader.update();
        assertThat(loader.damaged()).isEqualTo(1);
        assertThat(loader.store().find("loss").orElseThrow().view().step(1)).isEqualTo(3);
    }

    @Test
    void resumingWithoutAFileBeginsOne() throws IOException {
        EventWriter.resume(folder, 5, CLOCK).close();
        assertThat(EventReader.read(onlyFile(), new Notes()).events()).isEqualTo(1);
    }

    private byte[] fileOf(int values) throws IOException {
        try (EventWriter writer = EventWriter.create(folder, CLOCK)) {
            for (int step = 1; step <= values; step++) {
                writer.scalar("loss", step, step);
            }
        }
        return Files.readAllBytes(onlyFile());
    }

    private Path onlyFile() throws IOException {
        List<Path> files = EventFiles.list(folder);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static byte[] scalar(double wallTime, long step, String tag, float value) {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        EventCodec.putScalar(summary, tag, value);
        return EventCodec.summary(wallTime, step, summary);
    }
}
