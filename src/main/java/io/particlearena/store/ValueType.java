package io.particlearena.store;

import java.util.Arrays;
import java.util.Optional;

/** The types that a state can hold, with their names in a file's header and their size per element. */
enum ValueType {
    INT64("int64", Long.class, 0),
    FLOAT64("float64", Double.class, 0),
    TEXT("text", String.class, 0),
    INT64_ARRAY("int64[]", long[].class, Long.BYTES),
    FLOAT64_ARRAY("float64[]", double[].class, Double.BYTES),
    FLOAT32_ARRAY("float32[]", float[].class, Float.BYTES),
    BYTE_ARRAY("uint8[]", byte[].class, Byte.BYTES);

    private final String label;
    private final Class<?> javaType;
    private final int elementBytes;

    ValueType(String label, Class<?> javaType, int elementBytes) {
        this.label = label;
        this.javaType = javaType;
        this.elementBytes = elementBytes;
    }

    static ValueType of(Object value) {
        return Arrays.stream(values())
                .filter(type -> type.javaType.isInstance(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A state cannot hold a " + value.getClass()));
    }

    static Optional<ValueType> named(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    String label() {
        return label;
    }

    boolean isArray() {
        return elementBytes > 0;
    }

    /** The bytes that one element takes in a file; 0 for scalars, which are in the header. */
    int elementBytes() {
        return elementBytes;
    }
}
