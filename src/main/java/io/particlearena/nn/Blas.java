package io.particlearena.nn;

import org.bytedeco.openblas.global.openblas_nolapack;

/** Matrix products by OpenBLAS, straight on native memory and on column views of it. */
final class Blas {

    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private Blas() {}

    /** {@code result = a b}, or {@code result += a b}. */
    static void multiply(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        product(PLAIN, a, PLAIN, b, result, accumulate);
    }

    /** {@code result = aᵀ b}, or {@code result += aᵀ b}. */
    static void multiplyTransposedA(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        product(TRANSPOSED, a, PLAIN, b, result, accumulate);
    }

    /** {@code result = a bᵀ}, or {@code result += a bᵀ}. */
    static void multiplyTransposedB(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        product(PLAIN, a, TRANSPOSED, b, result, accumulate);
    }

    private static void product(int formA, Matrix a, int formB, Matrix b, Matrix result, boolean accumulate) {
        openblas_nolapack.cblas_sgemm(
                ROW_MAJOR,
                formA,
                formB,
                result.rows,
                result.columns,
                formA == PLAIN ? a.columns : a.rows,
                1f,
                a.pointer(),
                a.stride,
                b.pointer(),
                b.stride,
                accumulate ? 1f : 0f,
                result.pointer(),
                result.stride);
    }

    /** The sums of the columns of {@code a} into the row {@code result}, or added to it; {@code ones} is a column of ones. */
    static void sumRows(Matrix a, Matrix ones, Matrix result, boolean accumulate) {
        openblas_nolapack.cblas_sgemv(
                ROW_MAJOR,
                TRANSPOSED,
                a.rows,
                a.columns,
                1f,
                a.pointer(),
                a.stride,
                ones.pointer(),
                1,
                accumulate ? 1f : 0f,
                result.pointer(),
                1);
    }
}
