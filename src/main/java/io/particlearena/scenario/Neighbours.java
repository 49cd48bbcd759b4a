package io.particlearena.scenario;

import io.particlearena.world.ParticleWorld;

/** Chooses the bodies of a range that are nearest to an agent; equally near ones keep the order of their indices. */
final class Neighbours {

    private final int limit;
    private final int[] chosen;
    private final double[] squared;
    private int count;

    /** @param limit the number of bodies to choose; 0 for all of them, in the order of their indices */
    Neighbours(int limit, int candidates) {
        this.limit = limit;
        chosen = new int[candidates];
        squared = new double[candidates];
    }

    /** Whether some bodies may be left out and the others are sorted. */
    boolean limited() {
        return limit > 0;
    }

    /** The number of places in an observation for a given number of bodies. */
    int places(int candidates) {
        return limited() ? limit : candidates;
    }

    /** Chooses among the bodies from {@code first} to before {@code end}, without the agent itself. */
    void choose(ParticleWorld world, int agent, int first, int end) {
        count = 0;
        for (int body = first; body < end; body++) {
            if (body != agent) {
                insert(body, limited() ? Space.squared(world, agent, body) : 0);
            }
        }
    }

    private void insert(int body, double distance) {
        int place = count++;
        while (place > 0 && squared[place - 1] > distance) {
            chosen[place] = chosen[place - 1];
            squared[place] = squared[place - 1];
            place--;
        }
        chosen[place] = body;
        squared[place] = distance;
    }

    /** The number of bodies chosen. */
    int size() {
        return limited() ? Math.min(limit, count) : count;
    }

    /** The body at a place, the nearest first. */
    int get(int place) {
        return chosen[place];
    }

    /** Writes where the chosen bodies are, then zeros for places that are left over. */
    int relative(ParticleWorld world, int agent, double[] out, int at) {
        int next = at;
        for (int place = 0; place < size(); place++) {
            next = Vision.relative(world, agent, chosen[place], out, next);
        }
        return zeros(2 * (places(count) - size()), out, next);
    }

    /** Writes zeros. */
    static int zeros(int numbers, double[] out, int at) {
        for (int i = at; i < at + numbers; i++) {
            out[i] = 0;
        }
        return at + numbers;
    }
}
