package io.particlearena.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A library that ships with the program, as {@code libraries.txt} lists it.
 *
 * @param name what people call it
 * @param licence under which it is shipped
 * @param address where it comes from
 * @param archives how the names of its archives begin; empty if it is a part of another one
 */
record Library(String name, String licence, String address, List<String> archives) {

    private static final int FIELDS = 4;

    /** All of them. */
    static List<Library> all() {
        try (InputStream in = Objects.requireNonNull(
                Library.class.getResourceAsStream("/io/particlearena/ui/libraries.txt"), "libraries.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Library::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("libraries.txt cannot be read", e);
        }
    }

    private static Library of(String line) {
        String[] fields = line.split("\\|", FIELDS);
        return new Library(
                fields[0].strip(),
                fields[1].strip(),
                fields[2].strip(),
                Stream.of(fields[3].strip().split("\\s+"))
                        .filter(archive -> !archive.isEmpty())
                        .toList());
    }

    /** Whether an archive of this name is the library, or a part of it. */
    boolean has(String archive) {
        return archives.stream().anyMatch(archive::startsWith);
    }
}
