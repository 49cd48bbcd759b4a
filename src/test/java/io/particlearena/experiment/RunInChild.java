package io.particlearena.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains in a process of its own, which can be killed. */
final class RunInChild {

    private RunInChild() {}

    static ExperimentSpec spec() {
        return Tiny.spec(Map.of("num_episodes", 20_000, "checkpoint_interval", 500));
    }

    static Process start(Path runs, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunInChild.class.getName(),
                        runs.toString(),
                        name)
                .redirectErrorStream(true)
                .redirectOutput(runs.resolve("child.log").toFile())
                .start();
    }

    public static void main(String[] args) {
        new Experiments(Tiny.CATALOGUE, Path.of(args[0]))
                .create(spec(), args[1], List.of(), List.of())
                .execute();
    }
}
