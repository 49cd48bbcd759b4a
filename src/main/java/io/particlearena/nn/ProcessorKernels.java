package io.particlearena.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The CPU's kernels: OpenBLAS and ND4J's operations straight on native memory, which Java shares. */
final class ProcessorKernels implements Kernels {

    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    @Override
    public Step multiply(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return new Product(PLAIN, a, PLAIN, b, result, accumulate);
    }

    @Override
    public Step multiplyTransposedA(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return new Product(TRANSPOSED, a, PLAIN, b, result, accumulate);
    }

    @Override
    public Step multiplyTransposedB(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return new Product(PLAIN, a, TRANSPOSED, b, result, accumulate);
    }

    @Override
    public Step sumRows(Matrix a, Matrix ones, Matrix result, boolean accumulate) {
        return new ColumnSums(a, ones, result, accumulate);
    }

    @Override
    public Step operation(PreparedOperation operation) {
        return scratch -> operation.run();
    }

    @Override
    public Step positiveMask(INDArray source, INDArray mask) {
        PreparedOperation.PositiveMask positive = new PreparedOperation.PositiveMask(source, mask);
        return scratch -> positive.run();
    }

    @Override
    public void beforeAccess(DataBuffer data) {
        // Java shares the memory.
    }

    @Override
    public void afterWriting(DataBuffer data) {
        // Java shares the memory.
    }

    /** A product of matrices, which it keeps from being freed. */
    private static final class Product implements Step {
        private final int formA;
        private final Matrix a;
        private final FloatPointer pointerA;
        private final int formB;
        private final Matrix b;
        private final FloatPointer pointerB;
        private final Matrix result;
        private final FloatPointer pointer;
        private final float before;

        Product(int formA, Matrix a, int formB, Matrix b, Matrix result, boolean accumulate) {
            this.formA = formA;
            this.a = a;
            this.pointerA = a.pointer();
            this.formB = formB;
            this.b = b;
            this.pointerB = b.pointer();
            this.result = result;
            this.pointer = result.pointer();
            this.before = accumulate ? 1f : 0f;
        }

        @Override
        public void run(Scratch scratch) {
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR,
                    formA,
                    formB,
                    result.rows,
                    result.columns,
                    formA == PLAIN ? a.columns : a.rows,
                    1f,
                    pointerA,
                    a.stride,
                    pointerB,
                    b.stride,
                    before,
                    pointer,
                    result.stride);
        }
    }

    /** The sums of a matrix's columns. */
    private static final class ColumnSums implements Step {
        private final Matrix a;
        private final FloatPointer pointerA;
        private final Matrix ones;
        private final FloatPointer pointerOnes;
        private final Matrix result;
        private final FloatPointer pointer;
        private final float before;

        ColumnSums(Matrix a, Matrix ones, Matrix result, boolean accumulate) {
            this.a = a;
            this.pointerA = a.pointer();
            this.ones = ones;
            this.pointerOnes = ones.pointer();
            this.result = result;
            this.pointer = result.pointer();
            this.before = accumulate ? 1f : 0f;
        }

        @Override
        public void run(Scratch scratch) {
            openblas_nolapack.cblas_sgemv(
                    ROW_MAJOR,
                    TRANSPOSED,
                    a.rows,
                    result.columns,
                    1f,
                    pointerA,
                    a.stride,
                    pointerOnes,
                    ones.stride,
                    before,
                    pointer,
                    1);
        }
    }
}
