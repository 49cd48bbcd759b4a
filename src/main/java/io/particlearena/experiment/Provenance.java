package io.particlearena.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a run comes from: program, command, machine, libraries. */
final class Provenance {

    private Provenance() {}

    /**
     * Describes this session.
     *
     * @param command the words of the command that would repeat it
     * @param engine the maths engine as the algorithms describe it
     */
    static Map<String, Object> describe(List<String> command, long seed, Map<String, String> engine) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("program", "particle-arena " + ProgramVersion.text() + ", " + ProgramVersion.source());
        fields.put("command", command);
        fields.put("seed", seed);
        fields.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("java", property("java.vendor") + " " + property("java.runtime.version"));
        fields.put("java_arguments", ManagementFactory.getRuntimeMXBean().getInputArguments());
        fields.put("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        fields.put("cpu", cpu());
        fields.put("processors", Runtime.getRuntime().availableProcessors());
        fields.put("max_memory_bytes", Runtime.getRuntime().maxMemory());
        fields.put("engine", engine);
        return fields;
    }

    /**
     * Where a run comes from that went on from a checkpoint of another one.
     *
     * @throws OptionException if the run's description is damaged
     */
    static Optional<ForkOrigin> origin(RunFolder run) {
        if (!Files.exists(run.provenance())) {
            return Optional.empty();
        }
        JsonNode origin = SpecJson.tree(run.provenance()).path("origin");
        try {
            return origin.isObject()
                    ? Optional.of(new ForkOrigin(
                            run.path().resolve(origin.path("run").asText()).normalize(),
                            origin.path("checkpoint").asLong()))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            throw new OptionException(
                    "run", "In the description " + run.provenance() + " the origin's run is no path of a folder.");
        }
    }

    /** The same as it is written: from folder to folder where both lie side by side, so that they can move together. */
    static Map<String, Object> origin(RunFolder run, ForkOrigin from) {
        Path folder = run.path().toAbsolutePath().normalize();
        Path other = from.run().toAbsolutePath().normalize();
        boolean beside = Objects.equals(folder.getParent(), other.getParent());
        Path path = beside ? folder.relativize(other) : other;
        return Map.of("run", path.toString().replace('\\', '/'), "checkpoint", from.checkpoint());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String cpu() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpuinfo)) {
            return property("os.arch");
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }
}
