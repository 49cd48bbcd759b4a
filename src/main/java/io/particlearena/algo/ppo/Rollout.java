package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import java.util.List;

/**
 * The latest steps of all environments, as they came in; once full it is emptied by the next step. Steps may be read in an
 * order in which each environment's are neighbours.
 */
final class Rollout implements Stateful {

    private final List<AgentSpec> agents;
    private final List<Integer> seats;
    private final List<Integer> seen;
    private final int capacity;
    private final long[] environments;
    private final boolean[] terminated;
    private final boolean[] truncated;
    private final float[][] observations;
    private final float[][] nextObservations;
    private final float[][] samples;
    private final float[][] logProbabilities;
    private final float[][] rewards;
    private int size;

    /**
     * @param agents all agents by seat
     * @param seats whose choices and rewards are kept
     * @param seen the seats whose observations are kept, among them all of {@code seats}
     * @param capacity the number of steps kept, positive
     */
    Rollout(List<AgentSpec> agents, List<Integer> seats, List<Integer> seen, int capacity) {
        this.agents = List.copyOf(agents);
        this.seats = List.copyOf(seats);
        this.seen = List.copyOf(seen);
        this.capacity = capacity;
        environments = new long[capacity];
        terminated = new boolean[capacity];
        truncated = new boolean[capacity];
        observations = new float[agents.size()][0];
        nextObservations = new float[agents.size()][0];
        samples = new float[agents.size()][0];
        logProbabilities = new float[agents.size()][0];
        rewards = new float[agents.size()][0];
        for (int seat : seen) {
            observations[seat] = new float[capacity * agents.get(seat).observationSize()];
            nextObservations[seat] = new float[observations[seat].length];
        }
        for (int seat : seats) {
            samples[seat] = new float[capacity * agents.get(seat).actionSize()];
            logProbabilities[seat] = new float[capacity];
            rewards[seat] = new float[capacity];
        }
    }

    int capacity() {
        return capacity;
    }

    boolean isFull() {
        return size == capacity;
    }

    void clear() {
        size = 0;
    }

    /**
     * Adds a step.
     *
     * @param environment its number
     * @param before what the agents acted on
     * @param after what came of it
     * @param memories by seat, those of {@link PpoActor}s where choices are kept
     */
    void add(int environment, StepBuffer before, StepBuffer after, List<ActorMemory> memories) {
        if (isFull()) {
            clear();
        }
        environments[size] = environment;
        terminated[size] = after.terminated();
        truncated[size] = after.truncated();
        for (int seat : seen) {
            write(before.observation(seat), observations[seat]);
            write(after.observation(seat), nextObservations[seat]);
        }
        for (int seat : seats) {
            PpoActor.Memory memory = (PpoActor.Memory) memories.get(seat);
            float[] sample = memory.sample();
            System.arraycopy(sample, 0, samples[seat], size * sample.length, sample.length);
            logProbabilities[seat][size] = memory.logProbability();
            rewards[seat][size] = (float) after.rewards()[seat];
        }
        size++;
    }

    private void write(double[] values, float[] matrix) {
        int at = size * values.length;
        for (int i = 0; i < values.length; i++) {
            matrix[at + i] = (float) values[i];
        }
    }

    /** Fills in the places of all steps of a full rollout, by environment and then by time. */
    void order(int[] places) {
        int largest = (int) Arrays.stream(environments).max().orElse(0);
        int[] next = new int[largest + 2];
        for (long environment : environments) {
            next[(int) environment + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        for (int place = 0; place < capacity; place++) {
            places[next[(int) environments[place]]++] = place;
        }
    }

    /** The environment that a step was made in. */
    long environment(int place) {
        return environments[place];
    }

    /** Whether the episode ended by its own rules with this step. */
    boolean terminated(int place) {
        return terminated[place];
    }

    /** Whether the episode was over after this step, for either reason. */
    boolean episodeOver(int place) {
        return terminated[place] || truncated[place];
    }

    /** What a seat was paid for a step. */
    float reward(int seat, int place) {
        return rewards[seat][place];
    }

    /** The log-probability of what a seat drew in a step. */
    float logProbability(int seat, int place) {
        return logProbabilities[seat][place];
    }

    /** Copies what a seat drew to {@code target} from {@code at} on. */
    void copySample(int seat, int place, float[] target, int at) {
        int width = agents.get(seat).actionSize();
        System.arraycopy(samples[seat], place * width, target, at, width);
    }

    /** Copies what a seat observed before a step to {@code target} from {@code at} on, and says where it ends. */
    int copyObservation(int seat, int place, float[] target, int at) {
        return copy(observations[seat], agents.get(seat).observationSize(), place, target, at);
    }

    /** Copies what a seat observed after a step to {@code target} from {@code at} on, and says where it ends. */
    int copyNextObservation(int seat, int place, float[] target, int at) {
        return copy(nextObservations[seat], agents.get(seat).observationSize(), place, target, at);
    }

    private static int copy(float[] matrix, int width, int place, float[] target, int at) {
        System.arraycopy(matrix, place * width, target, at, width);
        return at + width;
    }

    @Override
    public void save(StateWriter out) {
        out.putLongs("environments", Arrays.copyOf(environments, size));
        byte[] ends = new byte[size];
        for (int i = 0; i < size; i++) {
            ends[i] = (byte) ((terminated[i] ? 1 : 0) + (truncated[i] ? 2 : 0));
        }
        out.putBytes("ends", ends);
        for (int seat : seen) {
            StateWriter part = out.child("seat_" + seat);
            int width = agents.get(seat).observationSize();
            part.putFloats("observations", Arrays.copyOf(observations[seat], size * width));
            part.putFloats("next_observations", Arrays.copyOf(nextObservations[seat], size * width));
            if (seats.contains(seat)) {
                int numbers = size * agents.get(seat).actionSize();
                part.putFloats("samples", Arrays.copyOf(samples[seat], numbers));
                part.putFloats("log_probabilities", Arrays.copyOf(logProbabilities[seat], size));
                part.putFloats("rewards", Arrays.copyOf(rewards[seat], size));
            }
        }
    }

    @Override
    public void load(StateReader in) {
        long[] storedEnvironments = in.getLongs("environments");
        byte[] ends = in.getBytes("ends");
        if (storedEnvironments.length > capacity || ends.length != storedEnvironments.length) {
            throw new StoreException("A rollout of " + capacity + " steps cannot take the " + storedEnvironments.length
                    + " that were stored.");
        }
        size = storedEnvironments.length;
        System.arraycopy(storedEnvironments, 0, environments, 0, size);
        for (int i = 0; i < size; i++) {
            terminated[i] = (ends[i] & 1) != 0;
            truncated[i] = (ends[i] & 2) != 0;
        }
        for (int seat : seen) {
            StateReader part = in.child("seat_" + seat);
            int width = agents.get(seat).observationSize();
            fill(observations[seat], part.getFloats("observations"), width);
            fill(nextObservations[seat], part.getFloats("next_observations"), width);
            if (seats.contains(seat)) {
                fill(samples[seat], part.getFloats("samples"), agents.get(seat).actionSize());
                fill(logProbabilities[seat], part.getFloats("log_probabilities"), 1);
                fill(rewards[seat], part.getFloats("rewards"), 1);
            }
        }
    }

    private void fill(float[] target, float[] stored, int width) {
        if (stored.length != size * width) {
            throw new StoreException("A rollout of " + size + " steps needs " + size * width + " numbers, but "
                    + stored.length + " were stored.");
        }
        System.arraycopy(stored, 0, target, 0, stored.length);
    }
}
