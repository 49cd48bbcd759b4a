package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistogramFileTest {

    private static final Histogram MOVES = Histogram.ofNumbered(new double[] {3, 1});

    /** Written by TensorBoard 2.21's classes: the older form, with empty buckets at both ends and limits beyond min and max. */
    private static final String OLDER_FORM =
            "09000000000000f03f10072a8a010a87010a01772a810109000000000000f0bf110000000000000840190000000000001040210000"
                    + "000000001040290000000000002840322800000000000000c0000000000000e0bf00000000000000000000000000000040"
                    + "a0c8eb85f3cce17f3a280000000000000000000000000000f03f00000000000000000000000000000040000000000000f0"
                    + "3f";

    /** Written by TensorBoard 2.21's classes: buckets of {@link #MOVES} as a tensor. */
    private static final String TENSOR_FORM =
            "09000000000000f03f10072a660a640a0161423e0802120812020802120208032230000000000000e0bf000000000000e03f000000"
                    + "0000000840000000000000e03f000000000000f83f000000000000f03f4a1f0a0c0a0a686973746f6772616d731a0f3020"
                    + "737461792c2031207269676874";

    /** The same as single precision, without the metadata that TensorFlow 1 writes once for each tag only. */
    private static final String LATER_TENSOR =
            "09000000000000f03f10082a2d0a2b0a016142260801120812020802120208032a18000000bf0000003f000040400000003f0000c0"
                    + "3f0000803f";

    @TempDir
    Path folder;

    /** Reads histograms of files the plain way: as the format's tables say, without any code of the program. */
    private static final class PlainReader {
        private final ByteBuffer in;
        private final List<String> found = new ArrayList<>();

        PlainReader(byte[] file) {
            in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        }

        List<String> read() {
            while (in.hasRemaining()) {
                int length = (int) in.getLong();
                in.getInt();
                int end = in.position() + length;
                event(end);
                in.position(end + 4);
            }
            return found;
        }

        private void event(int end) {
            long step = 0;
            while (in.position() < end) {
                int key = number();
                if (key == 0x09) {
                    in.getDouble();
                } else if (key == 0x10) {
                    step = number();
                } else if (key == 0x2a) {
                    number();
                    assertThat(number()).isEqualTo(0x0a);
                    value(number() + in.position(), step);
                } else {
                    in.position(number() + in.position());
                }
            }
        }

        private void value(int end, long step) {
            StringBuilder line = new StringBuilder().append(step);
            while (in.position() < end) {
                int key = number();
                if (key == 0x15) {
                    in.getFloat();
                    continue;
                }
                byte[] content = new byte[number()];
                in.get(content);
                switch (key) {
                    case 0x0a, 0x4a -> line.append(' ').append(new String(content, StandardCharsets.US_ASCII));
                    case 0x42 -> {
                        ByteBuffer numbers = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
                        // Type double, a shape of two dimensions of which the second is 3, then the numbers.
                        assertThat(Arrays.copyOf(content, 5)).containsExactly(8, 2, 18, 8, 18);
                        assertThat(content[11]).isEqualTo((byte) 3);
                        numbers.position(14 + (content[13] < 0 ? 1 : 0));
                        while (numbers.hasRemaining()) {
                            line.append(' ').append(numbers.getDouble());
                        }
                    }
                    default -> throw new AssertionError("field " + key);
                }
            }
            if (line.indexOf("histograms") >= 0) {
                found.add(line.toString());
            }
        }

        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }

    @Test
    void bytesAreThoseOfTensorBoardsOwnClasses() {
        byte[] event = EventCodec.histogram(1, 7, "a", MOVES, "0 stay, 1 right");
        assertThat(HexFormat.of().formatHex(event)).isEqualTo(TENSOR_FORM);
    }

    @Test
    void independentReaderFindsWhatWasWritten() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.scalar("b", 1, 2);
            writer.histogram("good 0/actions/move", 300, MOVES, "0 stay, 1 right");
            writer.histogram("w", 400, new Histogram(new double[] {0, 0.25, 2}, new double[] {5, 0}), "");
        }
        List<String> found = new PlainReader(Files.readAllBytes(onlyFile())).read();
        assertThat(found)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("300 good 0/actions/move -0.5 0.5 3.0 0.5 1.5 1.0")
                                .endsWith("0 stay, 1 right"),
                        line -> assertThat(line).startsWith("400 w 0.0 0.25 5.0 0.25 2.0 0.0"));
    }

    @Test
    void olderFormReachesFromTheSmallestToTheLargest() throws IOException {
        HistogramSeries.View view = read("w", OLDER_FORM);
        assertThat(view.points()).hasSize(1);
        assertThat(view.points().get(0).step()).isEqualTo(7);
        Histogram histogram = view.points().get(0).histogram();
        // As TensorBoard itself turns it into the newer form.
        assertThat(histogram.edges()).containsExactly(-1, -0.5, 0, 2, 3);
        assertThat(histogram.counts()).containsExactly(1, 0, 2, 1);
    }

    @Test
    void tensorsAreReadAlsoWithoutTheirMetadata() throws IOException {
        HistogramSeries.View view = read("a", TENSOR_FORM, LATER_TENSOR);
        assertThat(view.labels()).containsExactly("stay", "right");
        assertThat(view.points()).extracting(HistogramPoint::step).containsExactly(7L, 8L);
        for (HistogramPoint point : view.points()) {
            assertThat(point.histogram().edges()).containsExactly(-0.5, 0.5, 1.5);
            assertThat(point.histogram().counts()).containsExactly(3, 1);
        }
    }

    @Test
    void onlyTagsAskedForAreRead() throws IOException {
        write(TENSOR_FORM, OLDER_FORM);
        SeriesStore scalars = SeriesLoader.load(folder);
        assertThat(scalars.tags()).isEmpty();
        assertThat(scalars.histogramTags()).containsExactly("a", "w");
        HistogramLoader loader = new HistogramLoader(folder);
        loader.update();
        assertThat(loader.store().tags()).isEmpty();
        HistogramSeries asked = loader.store().series("a");
        assertThat(loader.isBehind()).isTrue();
        loader.update();
        assertThat(asked.view().points()).hasSize(1);
        assertThat(loader.store().tags()).containsExactly("a");
        HistogramSeries later = loader.store().series("w");
        write(LATER_TENSOR);
        loader.update();
        assertThat(later.view().points()).hasSize(1);
        assertThat(asked.view().points()).hasSize(2);
        assertThat(loader.isBehind()).isFalse();
    }

    @Test
    void damagedRecordCostsOnlyItself() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int step = 1; step <= 3; step++) {
                writer.histogram("a", step, MOVES, "");
                writer.scalar("b", step, step);
            }
        }
        byte[] bytes = Files.readAllBytes(onlyFile());
        int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("histograms");
        int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("histograms", first + 1);
        bytes[second] ^= 1;
        Files.write(onlyFile(), bytes);
        HistogramLibrary library = new HistogramLibrary();
        library.follow(List.of(folder));
        HistogramSeries series = library.store(folder).series("a");
        library.update();
        assertThat(series.view().points()).extracting(HistogramPoint::step).containsExactly(1L, 3L);
        assertThat(SeriesLoader.load(folder).find("b").orElseThrow().length()).isEqualTo(3);
        assertThat(library.isBehind()).isFalse();
    }

    @Test
    void senselessOrHugeHistogramIsCountedAndLeftOut() throws IOException {
        // A count of -3 in place of 3.
        String senseless = TENSOR_FORM.replace("0000000000000840", "00000000000008c0");
        HistogramSeries.View view = read("a", senseless, LATER_TENSOR);
        assertThat(view.refused()).isEqualTo(1);
        assertThat(view.points()).hasSize(1);
        double[] counts = new double[HistogramMessage.MOST_BUCKETS + 1];
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.histogram("huge", 1, Histogram.ofNumbered(counts), "");
            writer.histogram("large", 1, Histogram.ofNumbered(Arrays.copyOf(counts, 5000)), "");
        }
        HistogramLoader loader = new HistogramLoader(folder);
        HistogramSeries huge = loader.store().series("huge");
        HistogramSeries large = loader.store().series("large");
        loader.update();
        assertThat(huge.view().refused()).isEqualTo(1);
        Histogram joined = large.view().points().get(0).histogram();
        assertThat(joined.counts()).hasSizeLessThanOrEqualTo(HistogramMessage.MOST_KEPT);
        assertThat(joined.edges()[0]).isEqualTo(-0.5);
        assertThat(joined.edges()[joined.counts().length]).isEqualTo(4999.5);
    }

    @Test
    void resumedRunDropsWhatLiesBeyondItsCheckpoint() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.histogram("a", 10, MOVES, "");
            writer.histogram("a", 20, MOVES, "");
        }
        EventWriter.resume(folder, 15).close();
        HistogramLoader loader = new HistogramLoader(folder);
        HistogramSeries series = loader.store().series("a");
        loader.update();
        assertThat(series.view().points()).extracting(HistogramPoint::step).containsExactly(10L);
    }

    @Test
    void exportHasEveryInterval() throws IOException {
        HistogramSeries.View view = read("a", TENSOR_FORM);
        Path csv = folder.resolve("out.csv");
        List<HistogramExport.Named> runs = List.of(new HistogramExport.Named("my, run", view));
        HistogramExport.csv(csv, "a", runs);
        assertThat(Files.readAllLines(csv))
                .containsExactly(
                        "Run,Tag,Wall time,Step,From,To,Count,Name",
                        "\"my, run\",a,1.000,7,-0.5,0.5,3.0,stay",
                        "\"my, run\",a,1.000,7,0.5,1.5,1.0,right");
        Path json = folder.resolve("out.json");
        HistogramExport.json(json, "a", runs);
        assertThat(json)
                .hasContent("[{\"run\":\"my, run\",\"tag\":\"a\",\"names\":[\"stay\",\"right\"],"
                        + "\"points\":[[1.0,7,[[-0.5,0.5,3.0],[0.5,1.5,1.0]]]]}]");
    }

    private HistogramSeries.View read(String tag, String... events) throws IOException {
        write(events);
        HistogramLoader loader = new HistogramLoader(folder);
        HistogramSeries series = loader.store().series(tag);
        loader.update();
        return series.view();
    }

    private void write(String... events) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String event : events) {
            file.writeBytes(EventRecords.frame(HexFormat.of().parseHex(event)));
        }
        Files.write(
                folder.resolve("events.out.tfevents.0000000001.foreign"),
                file.toByteArray(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Path onlyFile() throws IOException {
        List<Path> files = EventFiles.list(folder);
        assertThat(files).hasSize(1);
        return files.get(0);
    }
}
