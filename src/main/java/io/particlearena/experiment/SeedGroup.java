package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The runs of one specification with several seeds, counted on from that of the specification. Each is an ordinary run in a
 * folder {@code NAME-seedSEED} and the same as one that is trained alone.
 */
public final class SeedGroup {

    private final Catalogue catalogue;
    private final Experiments experiments;
    private final ExperimentSpec spec;
    private final int count;
    private final String name;

    /**
     * Writes nothing.
     *
     * @param name the beginning of the names of all folders
     * @throws OptionException if one of the runs could not be started
     */
    SeedGroup(Catalogue catalogue, Experiments experiments, ExperimentSpec spec, int count, String name) {
        this.catalogue = catalogue;
        this.experiments = experiments;
        this.spec = spec;
        this.count = count;
        this.name = name;
        for (Path folder : SharedFolders.of(catalogue, spec).keySet()) {
            throw new OptionException(
                    "seeds",
                    "All " + count + " runs would write to the folder " + folder
                            + "; leave it out, so that each keeps its experience to itself.");
        }
        specs().forEach(each -> experiments.requireFree(each, nameOf(each)));
        // What holds for the first seed holds for all.
        create(spec, List.of());
    }

    /** What the names of all folders begin with. */
    public String name() {
        return name;
    }

    /** One specification for each seed, in the order of seeds. */
    public List<ExperimentSpec> specs() {
        return LongStream.range(0, count)
                .mapToObj(i -> spec.withSeed(spec.seed() + i))
                .toList();
    }

    /** The name of a run's folder. */
    public String nameOf(ExperimentSpec each) {
        return name + "-seed" + each.seed();
    }

    /** Prepares one of the runs; its description has the command that trains it alone. */
    public Run create(ExperimentSpec each, List<RunListener> listeners) {
        return experiments.create(each, nameOf(each), List.of(), listeners);
    }

    /**
     * The command that trains the last runs of the group, under the same names.
     *
     * @param first the first of them
     */
    public String commandFrom(ExperimentSpec first) {
        return SpecCommand.line(catalogue, first) + " --seeds " + (spec.seed() + count - first.seed()) + " --exp-name "
                + name + " --runs-dir "
                + SpecCommand.quoted(experiments.runsFolder().toString());
    }
}
