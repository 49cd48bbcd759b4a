package io.particlearena.nn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major float matrix in native memory, or a view of some columns of one.
 *
 * <p>Consecutive rows lie {@code stride} numbers apart; only where {@code stride == columns} is the memory contiguous.
 * The memory is freed when the last view of it is garbage.
 */
final class Matrix {

    private final Kernels kernels;
    private final DataBuffer data;
    private final FloatBuffer buffer;
    /** For single numbers, several times as fast as the buffer. */
    private final FloatIndexer indexer;

    private final int offset;
    final int rows;
    final int columns;
    final int stride;

    private Matrix(
            Kernels kernels, DataBuffer data, FloatBuffer buffer, int offset, int rows, int columns, int stride) {
        this.kernels = kernels;
        this.data = data;
        this.buffer = buffer;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
        this.indexer = (FloatIndexer) data.indexer();
    }

    /** A contiguous matrix of zeros. */
    static Matrix allocate(int rows, int columns) {
        return allocate(NativeBackend.kernels(), rows, columns);
    }

    /** The same for kernels of one's choice. */
    static Matrix allocate(Kernels kernels, int rows, int columns) {
        DataBuffer data = Nd4j.createBuffer(DataType.FLOAT, Math.multiplyExact((long) rows, columns), true);
        return new Matrix(kernels, data, data.asNioFloat(), 0, rows, columns, columns);
    }

    /** The columns {@code from} (inclusive) to {@code to} (exclusive), sharing memory. */
    Matrix columns(int from, int to) {
        return from == 0 && to == columns
                ? this
                : new Matrix(kernels, data, buffer, offset + from, rows, to - from, stride);
    }

    /** The rows {@code from} (inclusive) to {@code to} (exclusive), sharing memory. */
    Matrix rows(int from, int to) {
        return from == 0 && to == rows
                ? this
                : new Matrix(kernels, data, buffer, offset + from * stride, to - from, columns, stride);
    }

    /** Part of a contiguous matrix as a contiguous matrix of another shape, sharing memory. */
    Matrix reshaped(int start, int newRows, int newColumns) {
        if (!contiguous()) {
            throw new IllegalStateException("A column view cannot take another shape");
        }
        return new Matrix(kernels, data, buffer, offset + start, newRows, newColumns, newColumns);
    }

    boolean contiguous() {
        return stride == columns || rows == 1;
    }

    int size() {
        return rows * columns;
    }

    /** What computes on this matrix. */
    Kernels kernels() {
        return kernels;
    }

    /** The address in memory that Java and the CPU's operations share; does not keep it from being freed. */
    FloatPointer pointer() {
        return ((FloatPointer) data.addressPointer()).getPointer(offset);
    }

    /** This matrix as ND4J sees it: rank 2, or rank 1 where {@code vector} is set and there is one row. */
    INDArray array(boolean vector) {
        return vector
                ? Nd4j.create(data, new long[] {columns}, new long[] {1}, offset, 'c')
                : Nd4j.create(data, new long[] {rows, columns}, new long[] {stride, 1}, offset, 'c');
    }

    /** Copies the matrix into the beginning of {@code target}, row by row. */
    void get(float[] target) {
        kernels.beforeAccess(data);
        if (contiguous()) {
            buffer.get(offset, target, 0, size());
        } else if (columns >= 16) {
            for (int row = 0; row < rows; row++) {
                buffer.get(offset + row * stride, target, row * columns, columns);
            }
        } else {
            int to = 0;
            for (int row = 0; row < rows; row++) {
                int from = offset + row * stride;
                for (int column = 0; column < columns; column++) {
                    target[to++] = indexer.get(from + column);
                }
            }
        }
    }

    /** Copies a contiguous matrix into {@code target} from {@code start} on. */
    void get(float[] target, int start) {
        kernels.beforeAccess(data);
        buffer.get(offset, target, start, size());
    }

    /** Fills a contiguous matrix from {@code source}, from {@code start} on. */
    void put(float[] source, int start) {
        kernels.beforeAccess(data);
        buffer.put(offset, source, start, size());
        kernels.afterWriting(data);
    }

    /** Fills the matrix from the beginning of {@code source}, row by row. */
    void put(float[] source) {
        kernels.beforeAccess(data);
        if (contiguous()) {
            buffer.put(offset, source, 0, size());
        } else if (columns >= 16) {
            for (int row = 0; row < rows; row++) {
                buffer.put(offset + row * stride, source, row * columns, columns);
            }
        } else {
            int from = 0;
            for (int row = 0; row < rows; row++) {
                int to = offset + row * stride;
                for (int column = 0; column < columns; column++) {
                    indexer.put(to + column, source[from++]);
                }
            }
        }
        kernels.afterWriting(data);
    }

    /** Copies another matrix of the same shape. */
    void copy(Matrix source) {
        kernels.beforeAccess(data);
        kernels.beforeAccess(source.data);
        if (contiguous() && source.contiguous()) {
            buffer.put(offset, source.buffer, source.offset, size());
        } else {
            for (int row = 0; row < rows; row++) {
                buffer.put(offset + row * stride, source.buffer, source.offset + row * source.stride, columns);
            }
        }
        kernels.afterWriting(data);
    }

    float get(int row, int column) {
        kernels.beforeAccess(data);
        return buffer.get(offset + row * stride + column);
    }

    void fill(float value) {
        float[] values = new float[size()];
        Arrays.fill(values, value);
        put(values);
    }
}
