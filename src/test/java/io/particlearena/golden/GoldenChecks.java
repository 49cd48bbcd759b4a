package io.particlearena.golden;

import java.util.Map;

/**
 * Which kinds of golden numbers are checked, and by what. Whoever implements another kind adds a line here and takes the
 * kind's name out of {@code losses-not-covered.txt}.
 */
final class GoldenChecks {

    static final Map<String, GoldenCheck> BY_KIND = Map.of(
            "adam_tf", OptimiserChecks::adam,
            "clip_by_global_norm", OptimiserChecks::clipByGlobalNorm,
            "rmsprop", OptimiserChecks::rmsProp);

    private GoldenChecks() {}
}
