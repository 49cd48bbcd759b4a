package io.particlearena.nn;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What plans compute outside of Java, each made once for its memory and then replayed: the one place where backends differ.
 */
interface Kernels {

    /** {@code result = a b}, or {@code result += a b}. */
    Step multiply(Matrix a, Matrix b, Matrix result, boolean accumulate);

    /** {@code result = aᵀ b}, or {@code result += aᵀ b}. */
    Step multiplyTransposedA(Matrix a, Matrix b, Matrix result, boolean accumulate);

    /** {@code result = a bᵀ}, or {@code result += a bᵀ}. */
    Step multiplyTransposedB(Matrix a, Matrix b, Matrix result, boolean accumulate);

    /** The sums of the columns of {@code a} into the row {@code result}, or added to it; {@code ones} is a column of ones. */
    Step sumRows(Matrix a, Matrix ones, Matrix result, boolean accumulate);

    /** An operation of ND4J. */
    Step operation(PreparedOperation operation);

    /** 1 where {@code source} is above 0, else 0. */
    Step positiveMask(INDArray source, INDArray mask);

    /** Makes sure that Java sees what operations have written. */
    void beforeAccess(DataBuffer data);

    /** Makes sure that operations see what Java has written. */
    void afterWriting(DataBuffer data);
}
