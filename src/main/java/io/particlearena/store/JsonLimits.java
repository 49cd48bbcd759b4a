package io.particlearena.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a JSON text may hold at most, so that a forged one costs no more time and memory than its size explains. */
public final class JsonLimits {

    /** The largest file that describes a run, a workspace or settings; a real one has some kilobytes. */
    public static final int FILE_BYTES = 1 << 22;

    /** The header of a state is the deepest: two levels for each of the nested parts, and four of its own. */
    private static final int DEPTH = 2 * MemoryState.MAX_DEPTH + 4;

    /** The longest text is a specification within a checkpoint. */
    private static final int TEXT = 1 << 21;

    /** The longest name is the path of a run. */
    private static final int NAME = 10_000;

    /** Nobody writes a number as long; reading it takes time that grows with the square of its length. */
    private static final int NUMBER = 1_000;

    private JsonLimits() {}

    /** Makes parsers that keep the limits. */
    public static JsonFactory factory() {
        return factory(DEPTH, TEXT).build();
    }

    /** The same with fewer levels and shorter texts. */
    public static JsonFactoryBuilder factory(int depth, int text) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Math.min(depth, DEPTH))
                        .maxStringLength(Math.min(text, TEXT))
                        .maxNameLength(NAME)
                        .maxNumberLength(NUMBER)
                        .build());
    }

    /** Reads and writes JSON within the limits. */
    public static JsonMapper mapper() {
        return new JsonMapper(factory());
    }
}
