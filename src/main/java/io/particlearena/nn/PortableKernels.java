package io.particlearena.nn;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Kernels for every backend: ND4J's operations alone, through its executioner, with memory that Java and the device each
 * have a copy of. Computes on cards; on the CPU it gives the same numbers more slowly, which tests hold.
 */
final class PortableKernels implements Kernels {

    @Override
    public Step multiply(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return product(a, false, b, false, result, accumulate);
    }

    @Override
    public Step multiplyTransposedA(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return product(a, true, b, false, result, accumulate);
    }

    @Override
    public Step multiplyTransposedB(Matrix a, Matrix b, Matrix result, boolean accumulate) {
        return product(a, false, b, true, result, accumulate);
    }

    @Override
    public Step sumRows(Matrix a, Matrix ones, Matrix result, boolean accumulate) {
        return product(ones, true, a, false, result, accumulate);
    }

    private Step product(
            Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix result, boolean accumulate) {
        return operation(PreparedOperation.product(
                a.array(false), transposeA, b.array(false), transposeB, result.array(false), accumulate));
    }

    @Override
    public Step operation(PreparedOperation operation) {
        return scratch -> operation.runOnAnyBackend();
    }

    @Override
    public Step positiveMask(INDArray source, INDArray mask) {
        ScalarOp positive = new org.nd4j.linalg.api.ops.impl.scalar.Step(source, mask);
        return scratch -> Nd4j.getExecutioner().exec(positive);
    }

    /** ND4J copies what is newer on the device whenever it hands out the buffer of Java's side. */
    @Override
    public void beforeAccess(DataBuffer data) {
        data.asNioFloat();
    }

    @Override
    public void afterWriting(DataBuffer data) {
        Nd4j.getAffinityManager().tagLocation(data, Location.HOST);
    }
}
