package io.particlearena.experiment;

import io.particlearena.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as the command line starts it, which can be killed. */
final class KilledProgram {

    private static final long PATIENCE_SECONDS = 300;

    private final Path runs;
    private final List<String> training;

    /** @param training the words after {@code train}, without the folder and the name of the run */
    KilledProgram(Path runs, List<String> training) {
        this.runs = runs;
        this.training = List.copyOf(training);
    }

    /** Trains without a break. */
    void train(String name) throws IOException, InterruptedException {
        await(start(name));
    }

    /**
     * Trains, is killed after a while, and goes on where it was, again and again.
     *
     * @param delaysMillis how long the process lives each time, from its start or, if negative, from its next checkpoint on
     * @return how often it was alive when it was killed
     */
    int trainAndKill(String name, long[] delaysMillis) throws IOException, InterruptedException {
        int kills = 0;
        for (long delay : delaysMillis) {
            Process process = start(name);
            if (delay < 0) {
                awaitCheckpoint(name, process);
            }
            if (!process.waitFor(Math.abs(delay), TimeUnit.MILLISECONDS)) {
                kills++;
                process.destroyForcibly();
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The process outlived its end");
            }
        }
        await(start(name));
        return kills;
    }

    private Process start(String name) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        if (Files.exists(runs.resolve(name).resolve("spec.json"))) {
            words.addAll(List.of("resume", name, "--runs-dir", runs.toString()));
        } else {
            words.add("train");
            words.addAll(training);
            words.addAll(List.of("--runs-dir", runs.toString(), "--exp-name", name));
        }
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    private Path log(String name) {
        return runs.resolve(name + ".log");
    }

    private void await(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The process did not end");
        }
    }

    private void awaitCheckpoint(String name, Process process) throws InterruptedException {
        Path checkpoints = runs.resolve(name).resolve("checkpoints");
        List<Path> before = newest(checkpoints);
        while (process.isAlive() && newest(checkpoints).equals(before)) {
            Thread.sleep(2);
        }
    }

    private static List<Path> newest(Path checkpoints) {
        return Files.isDirectory(checkpoints)
                ? Checkpoints.list(checkpoints).stream().limit(1).toList()
                : List.of();
    }

    /** What the processes of a run have said. */
    String said(String name) {
        try {
            return Files.readString(log(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
