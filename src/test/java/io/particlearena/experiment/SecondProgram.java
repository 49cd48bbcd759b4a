package io.particlearena.experiment;

import io.particlearena.results.Workspace;
import io.particlearena.store.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another program on the same runs folder, which trains, or changes what lies beside the runs. */
final class SecondProgram {

    private SecondProgram() {}

    /** Starts a process; its first line says that it is at work. */
    static Process start(String work, Path runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondProgram.class.getName(),
                        work,
                        runs.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Tags a run, and keeps what was chosen for the charts, again and again. */
    static void change(Path runs, String who, int times) throws IOException {
        Workspace workspace = new Workspace(runs);
        SettingsFile charts = new SettingsFile(runs.resolve("charts.json"));
        for (int i = 0; i < times; i++) {
            workspace.tag(runs.resolve("mine"), who + i);
            charts.write(Map.of("who", who, "many", who.repeat(20_000 + 100 * i)));
        }
    }

    public static void main(String[] args) throws IOException {
        Path runs = Path.of(args[1]);
        if (args[0].equals("train")) {
            RunListener told = new RunListener() {
                @Override
                public void started(ExperimentSpec spec, Path folder) {
                    System.out.println("started");
                }
            };
            new Experiments(Tiny.CATALOGUE, runs)
                    .create(Tiny.spec(Map.of("num_episodes", 10_000_000)), "theirs", List.of(), List.of(told))
                    .execute();
        } else {
            System.out.println("started");
            change(runs, "theirs", Integer.parseInt(args[0]));
        }
    }
}
