package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the program says it was built from. */
final class ProgramVersionTest {

    @Test
    void namesTheCommit() {
        assertThat(ProgramVersion.source("0123456789ab")).isEqualTo("built from commit 0123456789ab");
        assertThat(ProgramVersion.source("0123456789ab+"))
                .isEqualTo("built from commit 0123456789ab with uncommitted changes");
    }

    @Test
    void saysThatThereWasNone() {
        assertThat(ProgramVersion.source("")).isEqualTo("built outside a git checkout");
    }
}
