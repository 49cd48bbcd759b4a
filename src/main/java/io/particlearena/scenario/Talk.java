package io.particlearena.scenario;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import io.particlearena.world.ParticleWorld;

/** What scenarios with messages and several goals share. */
final class Talk {

    private Talk() {}

    /** Whether an agent said anything; a message of zeros exactly is silence. */
    static boolean said(ParticleWorld world, int agent) {
        for (double symbol : world.messages()[agent]) {
            if (symbol != 0) {
                return true;
            }
        }
        return false;
    }

    /** The squared distance between what an agent said and what it should have said. */
    static double squaredError(ParticleWorld world, int agent, double[] wanted) {
        double[] message = world.messages()[agent];
        double sum = 0;
        for (int symbol = 0; symbol < wanted.length; symbol++) {
            double difference = message[symbol] - wanted[symbol];
            sum += difference * difference;
        }
        return sum;
    }

    static void saveIndices(StateWriter out, String name, int[] indices) {
        long[] values = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            values[i] = indices[i];
        }
        out.putLongs(name, values);
    }

    static void loadIndices(StateReader in, String name, int[] indices) {
        long[] values = in.getLongs(name);
        if (values.length != indices.length) {
            throw new StoreException("The saved environment has " + values.length + " " + name + ", but this one "
                    + indices.length + "; its scenario or options differ.");
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = Math.toIntExact(values[i]);
        }
    }
}
