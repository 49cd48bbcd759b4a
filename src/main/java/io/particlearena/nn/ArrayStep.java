package io.particlearena.nn;

/** Steps in plain Java: operands are copied from native memory to Java arrays, and the result back. */
final class ArrayStep {

    private static final int RESULT = 8;
    private static final int PRESENT = 9;

    private ArrayStep() {}

    /** A computation on arrays, which may be longer than needed; {@code result} must be filled up to its size. */
    @FunctionalInterface
    interface Body {
        void compute(float[][] operands, float[] result);
    }

    /** Computes a matrix from others, of which there are at most eight. */
    static Step of(Body body, boolean accumulate, Matrix result, Matrix... operands) {
        float[][] arrays = new float[operands.length][];
        int size = result.size();
        return scratch -> {
            for (int i = 0; i < operands.length; i++) {
                arrays[i] = scratch.load(i, operands[i]);
            }
            float[] values = scratch.slot(RESULT, size);
            body.compute(arrays, values);
            if (accumulate) {
                float[] present = scratch.load(PRESENT, result);
                for (int i = 0; i < size; i++) {
                    values[i] += present[i];
                }
            }
            result.put(values);
        };
    }

    /** {@code target = source}, or {@code target += source}. */
    static Step copy(Matrix source, Matrix target, boolean accumulate) {
        if (!accumulate) {
            return scratch -> target.copy(source);
        }
        int size = target.size();
        return of((operands, result) -> System.arraycopy(operands[0], 0, result, 0, size), true, target, source);
    }

    /** {@code target = 0}. */
    static Step zero(Matrix target) {
        float[] zeros = new float[target.size()];
        return scratch -> target.put(zeros);
    }
}
