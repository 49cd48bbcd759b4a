package io.particlearena.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns keys into names for people; the field's short forms are written out. */
final class Labels {

    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("accel", "acceleration"),
            Map.entry("acc", "accuracy"),
            Map.entry("adam", "Adam"),
            Map.entry("adv", "adversarial"),
            Map.entry("dim", "dimension"),
            Map.entry("dist", "distance"),
            Map.entry("ep", "episode"),
            Map.entry("eps", "epsilon"),
            Map.entry("freq", "frequency"),
            Map.entry("grad", "gradient"),
            Map.entry("imp", "importance"),
            Map.entry("iter", "iteration"),
            Map.entry("iters", "iterations"),
            Map.entry("kl", "KL"),
            Map.entry("lemol", "LeMOL"),
            Map.entry("len", "length"),
            Map.entry("lr", "learning rate"),
            Map.entry("lstm", "LSTM"),
            Map.entry("max", "maximum"),
            Map.entry("min", "minimum"),
            Map.entry("n", "number of"),
            Map.entry("neg", "negative"),
            Map.entry("num", "number of"),
            Map.entry("obs", "observations"),
            Map.entry("oh", "one-hot actions"),
            Map.entry("om", "opponent model"),
            Map.entry("omlr", "opponent model learning rate"),
            Map.entry("opp", "opponent"),
            Map.entry("perf", "performance"),
            Map.entry("pi", "policy"),
            Map.entry("pos", "positive"),
            Map.entry("ppo", "PPO"),
            Map.entry("rep", "representation"),
            Map.entry("traj", "trajectories"),
            Map.entry("uav", "UAV"),
            Map.entry("vf", "value"));

    private Labels() {}

    static String of(String key) {
        String words = Arrays.stream(key.split("_"))
                .map(word -> WRITTEN_OUT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
