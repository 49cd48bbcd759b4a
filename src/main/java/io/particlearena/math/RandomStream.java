package io.particlearena.math;

import java.util.random.RandomGenerator;

/**
 * A pseudo-random stream whose whole state can be written down and restored.
 *
 * <p>The generator is xoshiro256++ 1.0 (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM
 * TOMS 47:4), period 2^256 - 1. {@code java.util.random} offers the same family, but hides its state, which a resumed
 * run needs. Normal and exponential variates come from {@link RandomGenerator}'s own methods, which keep no state.
 *
 * <p>Not thread-safe: every use has a stream of its own, see {@link RandomStreams}.
 */
public final class RandomStream implements RandomGenerator {

    /** The four words of a stream's state, not all zero. */
    public record State(long s0, long s1, long s2, long s3) {
        public State {
            if ((s0 | s1 | s2 | s3) == 0) {
                throw new IllegalArgumentException("A random stream's state must not be all zeros");
            }
        }

        /** The state of these four words. */
        public static State of(long[] words) {
            if (words.length != 4) {
                throw new IllegalArgumentException("A random stream's state has 4 words, not " + words.length);
            }
            return new State(words[0], words[1], words[2], words[3]);
        }

        /** The four words. */
        public long[] words() {
            return new long[] {s0, s1, s2, s3};
        }
    }

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** Starts a stream in the given state. */
    public RandomStream(State state) {
        restore(state);
    }

    /** Starts a stream from a 64-bit seed, spread over the state with SplitMix64 as the generator's authors advise. */
    public static RandomStream ofSeed(long seed) {
        SplitMix mix = new SplitMix(seed);
        return new RandomStream(new State(mix.next(), mix.next(), mix.next(), mix.next()));
    }

    /** The present state; a stream restored to it continues with the same numbers. */
    public State state() {
        return new State(s0, s1, s2, s3);
    }

    /** Continues from a state that {@link #state} returned. */
    public void restore(State state) {
        s0 = state.s0();
        s1 = state.s1();
        s2 = state.s2();
        s3 = state.s3();
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** The seeding generator SplitMix64 (Steele, Lea and Flood 2014). */
    private static final class SplitMix {
        private long state;

        SplitMix(long seed) {
            state = seed;
        }

        long next() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
