package io.particlearena.golden;

import io.particlearena.algo.ppo.PpoChecks;
import java.util.Map;

/**
 * Which kinds of golden numbers are checked, and by what. Whoever implements another kind adds a line here and takes the
 * kind's name out of {@code losses-not-covered.txt}.
 */
final class GoldenChecks {

    static final Map<String, GoldenCheck> BY_KIND = Map.ofEntries(
            Map.entry("adam_tf", OptimiserChecks::adam),
            Map.entry("clip_by_global_norm", OptimiserChecks::clipByGlobalNorm),
            Map.entry("discounted_returns", ReturnChecks::discounted),
            Map.entry("gae_masked", ReturnChecks::masked),
            Map.entry("gae_trajectory", ReturnChecks::trajectory),
            Map.entry("kl_diag_gaussian", GaussianChecks::divergence),
            Map.entry("ppo_btgym", PpoChecks::categoricalLoss),
            Map.entry("ppo_spinningup", PpoChecks::losses),
            Map.entry("rmsprop", OptimiserChecks::rmsProp),
            Map.entry("value_fn_loss", PpoChecks::valueLoss));

    private GoldenChecks() {}
}
