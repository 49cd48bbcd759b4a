package io.particlearena.algo.parts;

import io.particlearena.algo.parts.RowLayout.Place;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * The experience of all agents, a ring of the latest steps in flat arrays that grow as they fill.
 *
 * <p>A row is one joint step: by seat observations, actions, rewards and next observations, and once the two end flags.
 * Numbers are float32; pixels and flags are bytes. Further named columns (behaviour logits, recurrent states) are declared
 * at construction and written with {@link #put} after {@link #add}. The step number {@code s} of the run lies in row
 * {@code s mod capacity}.
 *
 * <p>One thread writes; any number of threads may read while none writes.
 */
public final class JointReplay {

    /** A multiple of this many rows is allocated at a time. */
    private static final int CHUNK_ROWS = 1 << 13;

    private final List<AgentSpec> agents;
    private final int capacity;
    private final RowLayout layout;
    private final float[][] floatChunks;
    private final byte[][] byteChunks;
    private long totalSteps;
    private long firstStep;

    /**
     * @param agents all agents by seat
     * @param capacity the number of steps kept, positive
     */
    public JointReplay(List<AgentSpec> agents, int capacity) {
        this(agents, capacity, List.of());
    }

    /**
     * @param agents all agents by seat
     * @param capacity the number of steps kept, positive
     * @param extraColumns further columns that a learner needs
     */
    public JointReplay(List<AgentSpec> agents, int capacity, List<ReplayColumn> extraColumns) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The replay buffer's capacity is " + capacity + "; it must be positive");
        }
        this.agents = List.copyOf(agents);
        this.capacity = capacity;
        this.layout = new RowLayout(this.agents, extraColumns);
        int chunks = (capacity - 1) / CHUNK_ROWS + 1;
        this.floatChunks = new float[chunks][];
        this.byteChunks = new byte[chunks][];
    }

    /** All agents by seat. */
    public List<AgentSpec> agents() {
        return agents;
    }

    /** The number of steps kept at most. */
    public int capacity() {
        return capacity;
    }

    /** The number of steps kept now. */
    public int size() {
        return (int) Math.min(capacity, totalSteps - firstStep);
    }

    /** Whether so many steps were added as asked, or as many as can be kept. */
    public boolean holds(long steps) {
        return size() >= Math.min(steps, capacity);
    }

    /** The number of steps ever added, also those overwritten since. */
    public long totalSteps() {
        return totalSteps;
    }

    /** All columns in the order in which a row is written to disk within its type. */
    public List<ReplayColumn> columns() {
        return layout.columns();
    }

    /**
     * Adds a joint step in place of the oldest if the buffer is full.
     *
     * @param before the step whose observations the agents acted on
     * @param actions by seat, the numbers of its heads, as executed
     * @param after what came of the actions, before any reset
     */
    public void add(StepBuffer before, double[][] actions, StepBuffer after) {
        int row = (int) (totalSteps % capacity);
        allocate(row);
        float[] floats = floatChunk(row);
        byte[] bytes = byteChunk(row);
        int at = floatStart(row);
        for (int seat = 0; seat < agents.size(); seat++) {
            at = write(before.observation(seat), floats, at);
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            at = write(actions[seat], floats, at);
        }
        at = write(after.rewards(), floats, at);
        for (int seat = 0; seat < agents.size(); seat++) {
            at = write(after.observation(seat), floats, at);
        }
        int byteAt = byteStart(row);
        for (int seat = 0; seat < agents.size(); seat++) {
            byteAt = write(before.pixels(seat), bytes, byteAt);
            byteAt = write(after.pixels(seat), bytes, byteAt);
        }
        bytes[byteAt] = (byte) (after.terminated() ? 1 : 0);
        bytes[byteAt + 1] = (byte) (after.truncated() ? 1 : 0);
        totalSteps++;
    }

    /** Writes a column of the newest step. */
    public void put(String column, float[] values) {
        Place place = layout.place(column);
        if (place.column().elements() != Elements.FLOAT32 || place.column().size() != values.length) {
            throw new IllegalArgumentException(
                    "Replay column " + place.column() + " does not hold " + values.length + " floats");
        }
        int row = newestRow();
        System.arraycopy(values, 0, floatChunk(row), floatStart(row) + place.offset(), values.length);
    }

    /** Writes a column of the newest step. */
    public void put(String column, byte[] values) {
        Place place = layout.place(column);
        if (place.column().elements() != Elements.UINT8 || place.column().size() != values.length) {
            throw new IllegalArgumentException(
                    "Replay column " + place.column() + " does not hold " + values.length + " bytes");
        }
        int row = newestRow();
        System.arraycopy(values, 0, byteChunk(row), byteStart(row) + place.offset(), values.length);
    }

    private int newestRow() {
        if (size() == 0) {
            throw new IllegalStateException("The replay buffer is empty");
        }
        return (int) ((totalSteps - 1) % capacity);
    }

    /** Draws rows uniformly with replacement from those kept; the same rows serve all columns of a sample. */
    public void sample(RandomStream random, int[] rows) {
        int size = size();
        if (size == 0) {
            throw new IllegalStateException("The replay buffer is empty");
        }
        int oldest = (int) ((totalSteps - size) % capacity);
        for (int i = 0; i < rows.length; i++) {
            int row = oldest + random.nextInt(size);
            rows[i] = row >= capacity || row < 0 ? row - capacity : row;
        }
    }

    /** The number of bytes that {@link #writeRows} makes of a row. */
    public int rowBytes() {
        return layout.floats() * Float.BYTES + layout.bytes();
    }

    /** The first step that is still kept. */
    public long oldestStep() {
        return totalSteps - size();
    }

    /**
     * Writes the rows of steps {@code from} (inclusive) to {@code to} (exclusive), little-endian, floats before bytes.
     *
     * @throws IllegalArgumentException if a step is not kept, or the buffer has too little room
     */
    public void writeRows(long from, long to, ByteBuffer out) {
        if (from < oldestStep() || to > totalSteps || from > to) {
            throw new IllegalArgumentException("Steps " + from + " to " + to + " were asked for, but those from "
                    + oldestStep() + " to " + totalSteps + " are kept");
        }
        out.order(ByteOrder.LITTLE_ENDIAN);
        for (long step = from; step < to; step++) {
            int row = (int) (step % capacity);
            FloatBuffer floats = out.asFloatBuffer().put(floatChunk(row), floatStart(row), layout.floats());
            out.position(out.position() + floats.position() * Float.BYTES);
            out.put(byteChunk(row), byteStart(row), layout.bytes());
        }
    }

    /** Forgets all experience; steps go on being counted. */
    public void clear() {
        restoreFrom(totalSteps);
    }

    /** Forgets everything, so that the next row {@linkplain #readRows read} is that of the given step. */
    public void restoreFrom(long step) {
        firstStep = step;
        totalSteps = step;
    }

    /** Adds all rows that the buffer holds, as {@link #writeRows} wrote them. */
    public void readRows(ByteBuffer in) {
        if (in.remaining() % rowBytes() != 0) {
            throw new IllegalArgumentException(
                    in.remaining() + " bytes are not a whole number of rows of " + rowBytes() + " bytes");
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int row = (int) (totalSteps % capacity);
            allocate(row);
            in.asFloatBuffer().get(floatChunk(row), floatStart(row), layout.floats());
            in.position(in.position() + layout.floats() * Float.BYTES);
            in.get(byteChunk(row), byteStart(row), layout.bytes());
            totalSteps++;
        }
    }

    RowLayout layout() {
        return layout;
    }

    float[] floatChunk(int row) {
        return floatChunks[row / CHUNK_ROWS];
    }

    byte[] byteChunk(int row) {
        return byteChunks[row / CHUNK_ROWS];
    }

    int floatStart(int row) {
        return row % CHUNK_ROWS * layout.floats();
    }

    int byteStart(int row) {
        return row % CHUNK_ROWS * layout.bytes();
    }

    @SuppressWarnings("NullAway") // A chunk that holds no row yet is null.
    private void allocate(int row) {
        int chunk = row / CHUNK_ROWS;
        if (floatChunks[chunk] == null) {
            int rows = Math.min(CHUNK_ROWS, capacity - chunk * CHUNK_ROWS);
            floatChunks[chunk] = new float[Math.multiplyExact(rows, layout.floats())];
            byteChunks[chunk] = new byte[Math.multiplyExact(rows, layout.bytes())];
        }
    }

    private static int write(double[] values, float[] out, int at) {
        for (int i = 0; i < values.length; i++) {
            out[at + i] = (float) values[i];
        }
        return at + values.length;
    }

    private static int write(byte[] values, byte[] out, int at) {
        System.arraycopy(values, 0, out, at, values.length);
        return at + values.length;
    }
}
