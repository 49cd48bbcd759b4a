package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTest {

    @TempDir
    Path folder;

    @Test
    void everyTypeComesBackBitForBit() {
        MemoryState state = new MemoryState();
        state.putLong("smallest", Long.MIN_VALUE);
        state.putDouble("third", 1.0 / 3);
        state.putDouble("minus zero", -0.0);
        state.putDouble("not a number", Double.NaN);
        state.putDouble("infinite", Double.NEGATIVE_INFINITY);
        state.putString("text", "größer \"als\"\n\u0000 1");
        state.putLongs("longs", new long[] {1, -1, Long.MAX_VALUE});
        state.putDoubles("doubles", new double[] {Double.MIN_VALUE, -0.0, Double.NaN});
        state.putFloats("floats", new float[] {Float.MIN_VALUE, -0f, Float.NaN});
        state.putBytes("bytes", new byte[] {0, -128, 127});
        state.putFloats("empty", new float[0]);
        StateReader read = writeAndRead(state);

        assertThat(read.getLong("smallest")).isEqualTo(Long.MIN_VALUE);
        assertThat(read.getDouble("third")).isEqualTo(1.0 / 3);
        assertThat(Double.doubleToRawLongBits(read.getDouble("minus zero")))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(read.getDouble("not a number")).isNaN();
        assertThat(read.getDouble("infinite")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read.getString("text")).isEqualTo("größer \"als\"\n\u0000 1");
        assertThat(read.getLongs("longs")).containsExactly(1, -1, Long.MAX_VALUE);
        assertThat(read.getDoubles("doubles")).containsExactly(Double.MIN_VALUE, -0.0, Double.NaN);
        assertThat(read.getFloats("floats")).containsExactly(Float.MIN_VALUE, -0f, Float.NaN);
        assertThat(read.getBytes("bytes")).containsExactly(0, -128, 127);
        assertThat(read.getFloats("empty")).isEmpty();
    }

    @Test
    void partsAreSeparateNameSpaces() {
        MemoryState state = new MemoryState();
        state.putLong("step", 1);
        state.child("good").putLong("step", 2);
        state.child("good").child("critic").putFloats("weights", new float[] {3});
        state.child("bad").putLong("step", 4);
        StateReader read = writeAndRead(state);

        assertThat(read.getLong("step")).isEqualTo(1);
        assertThat(read.child("good").getLong("step")).isEqualTo(2);
        assertThat(read.child("good").child("critic").getFloats("weights")).containsExactly(3);
        assertThat(read.child("bad").getLong("step")).isEqualTo(4);
        assertThat(read.has("good")).isTrue();
        assertThat(read.has("ugly")).isFalse();
    }

    @Test
    void randomStatesComeBack() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 50; round++) {
            MemoryState state = new MemoryState();
            fill(state, random, 0);
            MemoryState again = new MemoryState();
            copy(state, writeAndRead(state), again);
            assertThat(describe(again)).isEqualTo(describe(state));
        }
    }

    @Test
    void arraysLargerThanAChunkComeBack() {
        float[] large = new float[100_003];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < large.length; i++) {
            large[i] = Float.intBitsToFloat(random.nextInt());
        }
        MemoryState state = new MemoryState();
        state.putFloats("large", large);
        assertThat(Arrays.equals(writeAndRead(state).getFloats("large"), large)).isTrue();
    }

    @Test
    void equalStatesGiveEqualBytes() throws IOException {
        StateFile.write(folder.resolve("a"), example());
        StateFile.write(folder.resolve("b"), example());
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void changedByteInAnyPositionIsDetected() throws IOException {
        Path file = folder.resolve("state");
        StateFile.write(file, example());
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, changed);
            assertThatThrownBy(() -> StateFile.read(file))
                    .as("byte %s", i)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void fileCutAnywhereIsRefused() throws IOException {
        Path file = folder.resolve("state");
        StateFile.write(file, example());
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> StateFile.read(file)).isInstanceOf(StoreException.class);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("bytes where");
    }

    @Test
    void foreignMissingAndLaterFilesAreNamed() throws IOException {
        Path file = folder.resolve("notes.txt");
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " does not exist.");
        Files.writeString(file, "A shopping list that is long enough.");
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " is not a state file of Particle Arena.");
        assertThat(StateFile.looksLikeOne(file)).isFalse();

        StateFile.write(file, example());
        assertThat(StateFile.looksLikeOne(file)).isTrue();
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 9;
        Files.write(file, bytes);
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void forgedHeaderIsRefusedWithoutClaimingMemory() throws IOException {
        String[] headers = {
            "[]",
            "{\"format\":\"particle-arena-state\"}",
            value("{\"type\":\"float32[]\",\"length\":2000000000,\"offset\":0,\"crc32c\":\"00000000\"}"),
            value("{\"type\":\"float32[]\",\"length\":-1,\"offset\":0,\"crc32c\":\"00000000\"}"),
            value("{\"type\":\"float32[]\",\"length\":0,\"offset\":8,\"crc32c\":\"00000000\"}"),
            value("{\"type\":\"float32[]\",\"length\":0,\"offset\":0,\"crc32c\":\"oops\"}"),
            value("{\"type\":\"java.lang.Runtime\",\"value\":1}"),
            value("{\"type\":\"int64\",\"value\":1.5}"),
            "{\"format\":\"particle-arena-state\",\"state\":" + nested(100) + "}",
            "{\"format\":\"particle-arena-state\",\"state\":" + nested(100_000) + "}",
        };
        for (String header : headers) {
            Path file = folder.resolve("forged");
            Files.write(file, container(header));
            assertThatThrownBy(() -> StateFile.read(file))
                    .as(header.substring(0, Math.min(100, header.length())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void writingReplacesTheFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("new folder").resolve("state");
        StateFile.write(file, new MemoryState());
        StateFile.write(file, example());
        assertThat(StateFile.read(file).getLong("step")).isEqualTo(12);
        try (Stream<Path> files = Files.list(folder.resolve("new folder"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void failedWriteKeepsTheOldContent() throws IOException {
        Path file = folder.resolve("state");
        StateFile.write(file, example());
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> AtomicFiles.write(file, channel -> {
                    AtomicFiles.writeFully(channel, ByteBuffer.allocate(10));
                    throw new IOException("The disk is full");
                }))
                .hasMessage("The disk is full");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void missingNameAndWrongTypeAreNamedWithTheirFile() {
        Path file = folder.resolve("state");
        StateFile.write(file, example());
        StateReader read = StateFile.read(file);
        assertThatThrownBy(() -> read.child("good").getFloats("biases"))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " has no value \"good/biases\".");
        assertThatThrownBy(() -> read.child("good").getLongs("weights"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("\"good/weights\"");
        assertThatThrownBy(() -> read.child("bad"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no part \"bad\"");
    }

    private static String value(String json) {
        return "{\"format\":\"particle-arena-state\",\"state\":{\"values\":{\"a\":" + json + "},\"parts\":{}}}";
    }

    private static String nested(int depth) {
        return "{\"values\":{},\"parts\":{\"p\":".repeat(depth) + "{\"values\":{},\"parts\":{}}" + "}}".repeat(depth);
    }

    private static byte[] container(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(20 + json.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0x1A0A0D5453415089L).putInt(1).putInt(json.length).put(json);
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, bytes.position());
        return bytes.putInt((int) crc.getValue()).array();
    }

    private static MemoryState example() {
        MemoryState state = new MemoryState();
        state.putLong("step", 12);
        state.child("good").putFloats("weights", new float[] {1, 2, 3});
        state.child("good").putLongs("random", new long[] {4, 5});
        return state;
    }

    private StateReader writeAndRead(MemoryState state) {
        Path file = folder.resolve("state");
        StateFile.write(file, state);
        return StateFile.read(file);
    }

    private static void fill(MemoryState state, SplittableRandom random, int depth) {
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(40);
            switch (random.nextInt(depth < 4 ? 8 : 7)) {
                case 0 -> state.putLong("value" + i, random.nextLong());
                case 1 -> state.putDouble("value" + i, random.nextDouble(-1e9, 1e9));
                case 2 -> state.putString("value" + i, Long.toString(random.nextLong(), 36));
                case 3 -> state.putLongs("value" + i, random.longs(length).toArray());
                case 4 -> state.putDoubles("value" + i, random.doubles(length).toArray());
                case 5 -> {
                    float[] floats = new float[length];
                    for (int k = 0; k < length; k++) {
                        floats[k] = (float) random.nextDouble();
                    }
                    state.putFloats("value" + i, floats);
                }
                case 6 -> {
                    byte[] bytes = new byte[length];
                    random.nextBytes(bytes);
                    state.putBytes("value" + i, bytes);
                }
                default -> fill(state.child("part" + i), random, depth + 1);
            }
        }
    }

    /** Copies through the reader's public methods; the names come from the original. */
    private static void copy(MemoryState original, StateReader from, MemoryState to) {
        original.values().forEach((name, value) -> {
            switch (ValueType.of(value)) {
                case INT64 -> to.putLong(name, from.getLong(name));
                case FLOAT64 -> to.putDouble(name, from.getDouble(name));
                case TEXT -> to.putString(name, from.getString(name));
                case INT64_ARRAY -> to.putLongs(name, from.getLongs(name));
                case FLOAT64_ARRAY -> to.putDoubles(name, from.getDoubles(name));
                case FLOAT32_ARRAY -> to.putFloats(name, from.getFloats(name));
                case BYTE_ARRAY -> to.putBytes(name, from.getBytes(name));
            }
        });
        original.parts().forEach((name, part) -> copy(part, from.child(name), to.child(name)));
    }

    private static String describe(MemoryState state) {
        StringBuilder text = new StringBuilder();
        state.values()
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(Arrays.deepToString(new Object[] {value}))
                        .append(';'));
        state.parts()
                .forEach((name, part) ->
                        text.append(name).append('{').append(describe(part)).append('}'));
        return text.toString();
    }
}
