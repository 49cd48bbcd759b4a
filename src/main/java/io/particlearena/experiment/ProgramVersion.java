package io.particlearena.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the program this is, and what it was built from. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version as the program's archive states it; {@code development} if it does not run from one. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** What the program was built from, as the build has noted it. */
    public static String source() {
        try (InputStream note = ProgramVersion.class.getResourceAsStream("commit.txt")) {
            return source(note == null ? "" : new String(note.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param commit the commit's name with a {@code +} for changes beside it; empty where there was none */
    static String source(String commit) {
        if (commit.isEmpty()) {
            return "built outside a git checkout";
        }
        return commit.endsWith("+")
                ? "built from commit " + commit.substring(0, commit.length() - 1) + " with uncommitted changes"
                : "built from commit " + commit;
    }
}
