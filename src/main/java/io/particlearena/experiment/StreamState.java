package io.particlearena.experiment;

import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;

/** The state of random streams in a checkpoint. */
final class StreamState {

    private static final int WORDS = 4;

    private StreamState() {}

    static void save(StateWriter out, String name, RandomStream stream) {
        RandomStream.State state = stream.state();
        out.putLongs(name, new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
    }

    static void load(StateReader in, String name, RandomStream stream) {
        long[] words = in.getLongs(name);
        if (words.length != WORDS || (words[0] | words[1] | words[2] | words[3]) == 0) {
            throw new StoreException("The state of the random stream \"" + name + "\" makes no sense.");
        }
        stream.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
    }
}
