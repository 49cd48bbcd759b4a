package io.particlearena.cli;

import io.particlearena.experiment.ProgramVersion;
import io.particlearena.nn.Device;
import io.particlearena.nn.NativeBackend;
import io.particlearena.nn.SelfTest;
import io.particlearena.nn.SelfTest.Loss;
import io.particlearena.nn.SelfTest.Speed;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.IoReason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries a device: its losses against recorded ones, its speed against the CPU's, and a report of both. */
@Command(
        name = "selftest",
        description = {
            "Tries the device that networks are computed on, and writes a report.",
            "Compares losses with recorded ones and measures updates of networks of several sizes, on a card beside the CPU."
        },
        sortOptions = false)
final class SelfTestCommand implements Callable<Integer> {

    private static final double MOST_SECONDS = 1000;
    private static final Pattern FIGURE = Pattern.compile("\\| (\\d+) \\| (\\d+) \\| ([0-9.]+) \\|.*");

    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final DeviceFlag device = new DeviceFlag();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the report is written, as Markdown. Default: selftest.md.")
    private Path report = Path.of("selftest.md");

    @Option(names = "--seconds", paramLabel = "T", description = "How long each speed is measured. Default: 2.")
    private double seconds = 2;

    @Spec
    private CommandSpec command;

    SelfTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new InputErrors.NotAllowed(
                    command, "--seconds", seconds, "a number over 0, at most " + (int) MOST_SECONDS);
        }
        device.choose(console);
        NativeBackend.Description engine = NativeBackend.description();
        List<String> lines = new ArrayList<>(machine(engine));
        boolean passed = measure(engine.device(), lines);
        lines.addAll(List.of("", passed ? "Passed." : "FAILED."));
        String text = String.join("\n", lines) + "\n";
        console.out().print(text);
        console.out().flush();
        try {
            AtomicFiles.write(report.toAbsolutePath(), text);
        } catch (IOException e) {
            console.err().println("The report " + report + " cannot be written: " + IoReason.of(e) + ".");
            console.err().flush();
            return Cli.FAILURE;
        }
        console.out().println("Written to " + report);
        console.out().flush();
        return passed ? Cli.OK : Cli.FAILURE;
    }

    private static List<String> machine(NativeBackend.Description engine) {
        return List.of(
                "# Self-test of Particle Arena on " + engine.device().name(),
                "",
                "- program: " + ProgramVersion.text() + ", " + ProgramVersion.source(),
                "- device: " + engine.device().description(),
                "- maths library: " + engine.backend() + ", " + engine.classifier() + ", " + engine.threads()
                        + " native thread for each trainer",
                "- Java: " + System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                "- system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
    }

    /** A device that fails in the middle is what the report is for. */
    private boolean measure(Device tried, List<String> lines) throws IOException {
        try {
            List<Loss> losses = SelfTest.losses();
            lines.addAll(List.of("", "| loss after ten updates | recorded | here | |", "|---|---|---|---|"));
            for (Loss loss : losses) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %.6f | %.6f | %s |",
                        loss.name(),
                        loss.expected(),
                        loss.actual(),
                        loss.agrees() ? "agrees" : "DIFFERS"));
            }
            speeds(tried, lines);
            return losses.stream().allMatch(Loss::agrees);
        } catch (RuntimeException e) {
            lines.addAll(List.of("", "The device failed: " + e));
            return false;
        }
    }

    private void speeds(Device tried, List<String> lines) throws IOException {
        boolean card = !tried.name().equals("cpu");
        List<Speed> here = SelfTest.speeds(seconds);
        List<Speed> processor = card ? processorSpeeds() : List.of();
        lines.addAll(List.of(
                "",
                "| batch | hidden units | updates/s |" + (card ? " on the CPU |" : ""),
                "|---|---|---|" + (card ? "---|" : "")));
        for (int i = 0; i < here.size(); i++) {
            String row = String.format(
                    Locale.ROOT,
                    "| %d | %d | %.1f |",
                    here.get(i).batch(),
                    here.get(i).hidden(),
                    here.get(i).updatesPerSecond());
            String beside = i < processor.size()
                    ? String.format(Locale.ROOT, " %.1f |", processor.get(i).updatesPerSecond())
                    : " unknown |";
            lines.add(row + (card ? beside : ""));
        }
    }

    /** Measured by this same command in a process of its own, as one process computes on one device; empty if that fails. */
    private List<Speed> processorSpeeds() throws IOException {
        Path other = Files.createTempFile("selftest", ".md");
        try {
            List<String> words = new ArrayList<>();
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.particlearena.Main", "selftest"));
            words.addAll(
                    List.of("--device", "cpu", "--seconds", Double.toString(seconds), "--report", other.toString()));
            new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return figures(Files.readAllLines(other));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            Files.delete(other);
        }
    }

    /** The speeds in a report. */
    static List<Speed> figures(List<String> lines) {
        List<Speed> speeds = new ArrayList<>();
        for (String line : lines) {
            Matcher figure = FIGURE.matcher(line);
            if (figure.matches()) {
                speeds.add(new Speed(
                        Integer.parseInt(figure.group(1)),
                        Integer.parseInt(figure.group(2)),
                        Double.parseDouble(figure.group(3))));
            }
        }
        return speeds;
    }
}
