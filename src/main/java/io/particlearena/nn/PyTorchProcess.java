package io.particlearena.nn;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Python process with PyTorch that measures on demand, so that two programs take turns and meet the same machine in the
 * same state. It answers each line with the seconds that it took.
 */
public final class PyTorchProcess implements AutoCloseable {

    private static final String GREETING = "ready ";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String version;

    private PyTorchProcess(Process process, BufferedReader answers, String version) {
        this.process = process;
        this.answers = answers;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.version = version;
    }

    /**
     * Starts a script of the folder {@code benchmarks} on one thread.
     *
     * @param pythons commands of Python 3 to try; the first that has PyTorch is taken
     * @return nothing where no Python has PyTorch
     */
    public static Optional<PyTorchProcess> start(List<String> pythons, Path script) {
        for (String python : pythons) {
            Optional<PyTorchProcess> started = start(python, script);
            if (started.isPresent()) {
                return started;
            }
        }
        return Optional.empty();
    }

    private static Optional<PyTorchProcess> start(String python, Path script) {
        ProcessBuilder builder = new ProcessBuilder(python, script.toString(), "--serve");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        try {
            Process process = builder.start();
            BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
            String greeting = answers.readLine();
            if (greeting == null || !greeting.startsWith(GREETING)) {
                process.destroy();
                return Optional.empty();
            }
            return Optional.of(new PyTorchProcess(process, answers, greeting.substring(GREETING.length())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** PyTorch's name and version. */
    public String version() {
        return version;
    }

    /**
     * Lets the process do something a number of times.
     *
     * @param what a name that the script knows
     */
    public Seconds seconds(String what, int times) {
        try {
            questions.write(what + " " + times + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("The Python process ended before it answered \"" + what + "\"");
            }
            String[] numbers = answer.split(" ", -1);
            return new Seconds(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("The PyTorch side of the benchmark broke off", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
