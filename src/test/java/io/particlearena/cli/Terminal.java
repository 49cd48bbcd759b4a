package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.UserPresets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Executes command lines as a terminal does, and keeps what they say. */
final class Terminal {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> opened = new ArrayList<>();

    /** Keeps presets and the runs that {@link #train} makes in a folder. */
    Terminal(Path folder) {
        this.folder = folder;
    }

    /** What the last command wrote to its output. */
    String out() {
        return out.toString();
    }

    /** What the last command wrote to its error output. */
    String err() {
        return err.toString();
    }

    /** The arguments with which windows were opened. */
    List<String> opened() {
        return opened;
    }

    /** Executes a command and returns its exit code. */
    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        return new Cli(
                        CATALOGUE,
                        new UserPresets(folder.resolve("own-presets")),
                        console,
                        arguments -> opened.addAll(List.of(arguments)))
                .execute(words);
    }

    /** A run short enough for a test. */
    int train(String... further) {
        return run(Stream.concat(
                        Stream.of(
                                "train",
                                "--scenario",
                                "simple",
                                "--num-episodes=6",
                                "--warm-up-steps=32",
                                "--batch_size",
                                "32",
                                "--agent-update-freq",
                                "10",
                                "--save-rate",
                                "2",
                                "--replay-buffer-capacity",
                                "1000",
                                "--runs-dir",
                                folder.resolve("runs").toString()),
                        Stream.of(further))
                .toArray(String[]::new));
    }
}
