package io.particlearena.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state held in memory: what a {@link Stateful} object wrote, to be loaded into another one, copied or written to a file.
 *
 * <p>Arrays are copied on the way in and on the way out.
 */
public final class MemoryState implements StateWriter {

    /** The deepest nesting of parts. */
    static final int MAX_DEPTH = 32;

    private final String path;
    private final int depth;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, MemoryState> parts = new LinkedHashMap<>();

    /** An empty state. */
    public MemoryState() {
        this("", 0);
    }

    private MemoryState(String path, int depth) {
        this.path = path;
        this.depth = depth;
    }

    /** The whole state of an object. */
    public static MemoryState of(Stateful object) {
        MemoryState state = new MemoryState();
        object.save(state);
        return state;
    }

    /** A view that gives back what was written. */
    public StateReader reader() {
        return new Reader(this, "The state");
    }

    /** A view whose messages name the origin, for example a file, as the subject of their sentence. */
    StateReader reader(String origin) {
        return new Reader(this, origin);
    }

    /** The values by name: Long, Double, String, long[], double[], float[] or byte[]; not copies. */
    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    Map<String, MemoryState> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** The place of a name within the whole state, for messages. */
    String pathOf(String name) {
        return path + name;
    }

    /** Takes over a value without copying it. */
    void adopt(String name, Object value) {
        if (name.isEmpty() || parts.containsKey(name) || values.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("The name \"" + pathOf(name) + "\" is empty or was written before");
        }
    }

    @Override
    public void putLong(String name, long value) {
        adopt(name, value);
    }

    @Override
    public void putDouble(String name, double value) {
        adopt(name, value);
    }

    @Override
    public void putString(String name, String value) {
        adopt(name, Objects.requireNonNull(value, name));
    }

    @Override
    public void putLongs(String name, long[] array) {
        adopt(name, array.clone());
    }

    @Override
    public void putDoubles(String name, double[] array) {
        adopt(name, array.clone());
    }

    @Override
    public void putFloats(String name, float[] array) {
        adopt(name, array.clone());
    }

    @Override
    public void putBytes(String name, byte[] array) {
        adopt(name, array.clone());
    }

    /** The part of this name, made if it is not there yet. */
    @Override
    public MemoryState child(String name) {
        if (name.isEmpty() || values.containsKey(name)) {
            throw new IllegalArgumentException("The name \"" + pathOf(name) + "\" is empty or that of a value");
        }
        if (depth == MAX_DEPTH) {
            throw new IllegalArgumentException("\"" + pathOf(name) + "\" is nested deeper than " + MAX_DEPTH);
        }
        return parts.computeIfAbsent(name, key -> new MemoryState(pathOf(key) + "/", depth + 1));
    }

    private record Reader(MemoryState state, String origin) implements StateReader {

        @Override
        public long getLong(String name) {
            return value(name, Long.class, "whole number");
        }

        @Override
        public double getDouble(String name) {
            return value(name, Double.class, "number");
        }

        @Override
        public String getString(String name) {
            return value(name, String.class, "text");
        }

        @Override
        public long[] getLongs(String name) {
            return value(name, long[].class, "array of whole numbers").clone();
        }

        @Override
        public double[] getDoubles(String name) {
            return value(name, double[].class, "array of float64").clone();
        }

        @Override
        public float[] getFloats(String name) {
            return value(name, float[].class, "array of float32").clone();
        }

        @Override
        public byte[] getBytes(String name) {
            return value(name, byte[].class, "array of bytes").clone();
        }

        @Override
        public boolean has(String name) {
            return state.values.containsKey(name) || state.parts.containsKey(name);
        }

        @Override
        public StateReader child(String name) {
            MemoryState part = state.parts.get(name);
            if (part == null) {
                throw new StoreException(origin + " has no part \"" + state.pathOf(name) + "\".");
            }
            return new Reader(part, origin);
        }

        @Override
        public void copyTo(StateWriter out) {
            // Arrays last, as a state has them that was read from a file, so that both give the same copy.
            copyValues(out, false);
            copyValues(out, true);
            state.parts.forEach((name, part) -> child(name).copyTo(out.child(name)));
        }

        private void copyValues(StateWriter out, boolean arrays) {
            state.values.forEach((name, value) -> {
                ValueType type = ValueType.of(value);
                if (type.isArray() == arrays) {
                    copy(name, type, out);
                }
            });
        }

        private void copy(String name, ValueType type, StateWriter out) {
            switch (type) {
                case INT64 -> out.putLong(name, getLong(name));
                case FLOAT64 -> out.putDouble(name, getDouble(name));
                case TEXT -> out.putString(name, getString(name));
                case INT64_ARRAY -> out.putLongs(name, getLongs(name));
                case FLOAT64_ARRAY -> out.putDoubles(name, getDoubles(name));
                case FLOAT32_ARRAY -> out.putFloats(name, getFloats(name));
                case BYTE_ARRAY -> out.putBytes(name, getBytes(name));
            }
        }

        private <T> T value(String name, Class<T> type, String typeName) {
            @Nullable Object value = state.values.get(name);
            if (value == null) {
                throw new StoreException(origin + " has no value \"" + state.pathOf(name) + "\".");
            }
            if (!type.isInstance(value)) {
                throw new StoreException(
                        origin + " holds something else than a " + typeName + " under \"" + state.pathOf(name) + "\".");
            }
            return type.cast(value);
        }
    }
}
