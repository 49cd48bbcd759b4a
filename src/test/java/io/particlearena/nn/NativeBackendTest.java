package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which build of the maths library is taken, and what is said where it cannot be. */
final class NativeBackendTest {

    @Test
    void theBuildFitsTheProcessor() {
        assertThat(NativeBackend.extension(null, true)).isEqualTo("-onednn-avx2");
        assertThat(NativeBackend.extension(null, false)).isEqualTo("-generic");
    }

    @Test
    void aPackageWithOneBuildKeepsItAndRefusesProcessorsThatCannotRunIt() {
        assertThat(NativeBackend.extension("-onednn-avx2", true)).isEqualTo("-onednn-avx2");
        assertThat(NativeBackend.extension("", false)).isEmpty();
        assertThatThrownBy(() -> NativeBackend.extension("-onednn-avx2", false))
                .isInstanceOf(BackendException.class)
                .hasMessage(
                        "This processor has no AVX2 instructions, which the maths library of this package needs; the"
                                + " program as built from its source code runs without them.");
    }

    @Test
    void aPlaceToUnpackThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> NativeBackend.requireCache(() -> {
                    throw new IOException("Could not create the cache");
                }))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith(
                        "The maths library cannot be unpacked, since neither the folder .javacpp/cache in "
                                + System.getProperty("user.home"))
                .hasMessageEndingWith(
                        "the Java option -Dorg.bytedeco.javacpp.cachedir=FOLDER names another, which needs 450 MB.");
    }
}
