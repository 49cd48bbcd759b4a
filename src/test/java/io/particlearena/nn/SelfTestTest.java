package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.nn.SelfTest.Loss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The recorded losses are those of all kernels that can be tried here. */
final class SelfTestTest {

    @AfterEach
    void useTheProcessorsKernels() {
        NativeBackend.tryPortableKernels(false);
    }

    @Test
    void lossesAgreeOnTheProcessorAndByTheKernelsOfCards() {
        assertThat(SelfTest.losses()).allMatch(Loss::agrees);
        NativeBackend.tryPortableKernels(true);
        assertThat(SelfTest.losses()).allMatch(Loss::agrees);
    }

    @Test
    void moreThanRoundingIsADifference() {
        assertThat(new Loss("loss", 0.2, 0.2001).agrees()).isTrue();
        assertThat(new Loss("loss", 0.2, 0.21).agrees()).isFalse();
        assertThat(new Loss("loss", 0.2, Double.NaN).agrees()).isFalse();
    }
}
