package io.particlearena.nn;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * Operations of ND4J whose context (shapes, buffers, arguments) is built once and replayed.
 *
 * <p>A replay costs 1 to 3 microseconds above the arithmetic; building the same operation anew at every call costs 15 to
 * 35, and its allocations outrun the garbage collector.
 */
final class PreparedOperation {

    private final String name;
    private final CustomOp operation;
    private final long hash;
    /** Keeps arrays and arguments reachable for as long as native code may use them. */
    private final OpContext context;

    private final Pointer contextPointer;

    private PreparedOperation(String name, CustomOp operation, OpContext context) {
        this.name = name;
        this.operation = operation;
        this.hash = operation.opHash();
        this.context = context;
        this.contextPointer = context.contextPointer();
    }

    /** An operation by its name in ND4J, with integer arguments. */
    static PreparedOperation of(String name, INDArray[] inputs, INDArray output, long... arguments) {
        PreparedOperation operation = create(name, inputs, output);
        if (arguments.length > 0) {
            operation.context.setIArguments(arguments);
        }
        return operation;
    }

    /** An operation by its name in ND4J, with floating-point arguments. */
    static PreparedOperation withNumbers(String name, INDArray[] inputs, INDArray output, double... arguments) {
        PreparedOperation operation = create(name, inputs, output);
        operation.context.setTArguments(arguments);
        return operation;
    }

    private static PreparedOperation create(String name, INDArray[] inputs, INDArray output) {
        CustomOp operation = DynamicCustomOp.builder(name)
                .addInputs(inputs)
                .addOutputs(output)
                .build();
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(output);
        return new PreparedOperation(name, operation, context);
    }

    /** The product of two matrices, each transposed first if so told; added to the result or in its place. */
    static PreparedOperation product(
            INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result, boolean accumulate) {
        PreparedOperation operation = create("matmul", new INDArray[] {a, b}, result);
        operation.context.setIArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
        operation.context.setTArguments(1, accumulate ? 1 : 0);
        return operation;
    }

    /** Runs by ND4J's executioner, which does whatever the backend needs beside. */
    void runOnAnyBackend() {
        Nd4j.getExecutioner().exec(operation, context);
    }

    /** Runs straight on the CPU's native code. */
    void run() {
        NativeOps operations = NativeBackend.operations();
        int code = operations.execCustomOp2(null, hash, contextPointer);
        if (code != 0) {
            throw new IllegalStateException(
                    "ND4J's operation " + name + " failed with code " + code + ": " + operations.lastErrorMessage());
        }
    }

    /** 1 where {@code source} is above 0, else 0: one of ND4J's older operations, which have no context. */
    static final class PositiveMask {
        private static final int CODE = new Step().opNum();

        private final INDArray source;
        private final INDArray mask;
        private final INDArray threshold;
        private final OpaqueDataBuffer sourceBuffer;
        private final OpaqueDataBuffer maskBuffer;
        private final OpaqueDataBuffer thresholdBuffer;
        private final LongPointer sourceShape;
        private final LongPointer maskShape;
        private final LongPointer thresholdShape;

        PositiveMask(INDArray source, INDArray mask) {
            this.source = source;
            this.mask = mask;
            this.threshold = Nd4j.scalar(0f);
            this.sourceBuffer = buffer(source);
            this.maskBuffer = buffer(mask);
            this.thresholdBuffer = buffer(threshold);
            this.sourceShape = shape(source);
            this.maskShape = shape(mask);
            this.thresholdShape = shape(threshold);
        }

        private static OpaqueDataBuffer buffer(INDArray array) {
            return ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
        }

        private static LongPointer shape(INDArray array) {
            return (LongPointer) array.shapeInfoDataBuffer().addressPointer();
        }

        void run() {
            NativeBackend.operations()
                    .execScalar(
                            null,
                            CODE,
                            sourceBuffer,
                            sourceShape,
                            null,
                            maskBuffer,
                            maskShape,
                            null,
                            thresholdBuffer,
                            thresholdShape,
                            null,
                            null);
            if (source.rows() != mask.rows() || threshold.length() != 1) {
                throw new IllegalStateException("The arrays of a mask changed their shape");
            }
        }
    }
}
