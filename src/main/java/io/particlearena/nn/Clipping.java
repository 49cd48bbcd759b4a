package io.particlearena.nn;

import java.util.List;

/** Limits the length of gradients, with norms accumulated in double precision. */
public final class Clipping {

    private Clipping() {}

    /**
     * Scales each tensor of a flat gradient by {@code limit / max(norm, limit)}, where the norm is that tensor's own.
     */
    public static void eachTensor(float[] gradient, ParameterLayout layout, double limit) {
        List<ParameterLayout.Entry> entries = layout.entries();
        for (int i = 0; i < entries.size(); i++) {
            int start = entries.get(i).offset();
            int end = start + entries.get(i).size();
            scale(gradient, start, end, limit, norm(gradient, start, end));
        }
    }

    /** Scales the whole gradient by {@code limit / max(norm, limit)} and returns the norm that it had. */
    public static double byGlobalNorm(float[] gradient, int size, double limit) {
        double norm = norm(gradient, 0, size);
        scale(gradient, 0, size, limit, norm);
        return norm;
    }

    private static void scale(float[] gradient, int start, int end, double limit, double norm) {
        if (norm <= limit) {
            return;
        }
        float factor = (float) (limit / norm);
        for (int i = start; i < end; i++) {
            gradient[i] *= factor;
        }
    }

    /** The Euclidean norm; four running sums keep the processor busy. */
    private static double norm(float[] values, int start, int end) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = start;
        for (; i + 3 < end; i += 4) {
            sum0 += (double) values[i] * values[i];
            sum1 += (double) values[i + 1] * values[i + 1];
            sum2 += (double) values[i + 2] * values[i + 2];
            sum3 += (double) values[i + 3] * values[i + 3];
        }
        for (; i < end; i++) {
            sum0 += (double) values[i] * values[i];
        }
        return Math.sqrt(sum0 + sum1 + sum2 + sum3);
    }
}
