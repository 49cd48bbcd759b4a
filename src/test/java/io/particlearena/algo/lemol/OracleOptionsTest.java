package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.math.RandomStream;
import org.junit.jupiter.api.Test;

final class OracleOptionsTest {

    private static double share(OracleOptions options, int step) {
        RandomStream random = RandomStream.ofSeed(4);
        int told = 0;
        for (int i = 0; i < 20_000; i++) {
            told += options.tellsTruth(step, random) ? 1 : 0;
        }
        return told / 20_000.0;
    }

    @Test
    void theDefaultsAlwaysTellTheTruth() {
        OracleOptions defaults = Lemol.OPTIONS.defaults().oracle();
        assertThat(share(defaults, 0)).isEqualTo(1);
        assertThat(share(defaults, 200)).isEqualTo(1);
    }

    @Test
    void beforeAndAfterLimitTheSteps() {
        OracleOptions options = new OracleOptions(true, 1, 3, 20, 0);
        assertThat(share(options, 2)).isEqualTo(1);
        assertThat(share(options, 3)).isZero();
        assertThat(share(options, 20)).isZero();
        assertThat(share(options, 21)).isEqualTo(1);
    }

    @Test
    void proportionAndBaselineAreIndependent() {
        assertThat(share(new OracleOptions(true, 0.5, 25, -1, 0.5), 0)).isCloseTo(0.75, within(0.01));
        assertThat(share(new OracleOptions(true, 1, 0, 25, 0.55), 10)).isCloseTo(0.55, within(0.01));
    }
}
