package io.particlearena.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.particlearena.env.Side;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.Interval;
import io.particlearena.experiment.Matchups;
import io.particlearena.experiment.Run;
import io.particlearena.experiment.RunState;
import io.particlearena.store.JsonLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets algorithms of the good side against algorithms of the bad side. */
@Command(
        name = "matrix",
        description = {
            "Shows how algorithms do against each other: mean final return, with a 95 %% interval over seeds, of",
            "the runs in the runs' folder that have these settings; --start trains those that are missing.",
            "Settings are given as for 'train'."
        },
        sortOptions = false,
        customSynopsis = "particle-arena matrix [--algorithms NAME,NAME...] [--seeds N] [--start] [--FLAG VALUE]...",
        footer = {
            "",
            "For example:",
            "  particle-arena matrix --scenario simple_push --algorithms maddpg,ddpg,ppo --num-episodes 6000 --start"
        })
final class MatrixCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 1000;

    private final Catalogue catalogue;
    private final Console console;
    private final SpecFlags flags;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Option(
            names = "--algorithms",
            paramLabel = "NAME,NAME...",
            split = ",",
            description = "Algorithms of both sides. Default: those of the settings.")
    private List<String> both = List.of();

    @Option(
            names = "--good-algorithms",
            paramLabel = "NAME,NAME...",
            split = ",",
            description = "Algorithms of the good side alone.")
    private List<String> good = List.of();

    @Option(
            names = "--bad-algorithms",
            paramLabel = "NAME,NAME...",
            split = ",",
            description = "Algorithms of the bad side alone.")
    private List<String> bad = List.of();

    @Option(names = "--seeds", paramLabel = "N", description = "Seeds of each pair, from --seed on. Default: 3.")
    private int seeds = 3;

    @Option(names = "--start", description = "Train the missing runs, one after the other, then show the table.")
    private boolean start;

    @Option(names = "--json", description = "Print JSON, with the runs of each pair, instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec command;

    MatrixCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
        this.flags = new SpecFlags(catalogue);
    }

    /** The command with the generated flags. */
    CommandLine commandLine() {
        return flags.addTo(this);
    }

    @Override
    public Integer call() throws IOException {
        InputErrors.checkRange(command, "--seeds", seeds, 1, MOST_SEEDS);
        ExperimentSpec settings = flags.spec();
        Matchups matchups = new Matchups(
                catalogue, runsFolder.path(), settings, of("good", good, settings), of("bad", bad, settings), seeds);
        if (start) {
            int code = trainMissing(matchups);
            if (code != Cli.OK) {
                return code;
            }
        }
        List<Matchups.Pair> pairs = matchups.read();
        if (json) {
            console.out().println(json(pairs));
        } else {
            for (Side side : Side.values()) {
                if (matchups.has(side)) {
                    table(matchups, pairs, side);
                }
            }
            hint(pairs);
        }
        console.out().flush();
        return Cli.OK;
    }

    private List<String> of(String side, List<String> own, ExperimentSpec settings) {
        if (!own.isEmpty() || !both.isEmpty()) {
            return own.isEmpty() ? both : own;
        }
        return settings.policies().containsKey(side)
                ? List.of(settings.policy(side).algorithm())
                : List.of();
    }

    /** Trains until none is missing, one fails or the user stops it; says with which code the program then ends. */
    private int trainMissing(Matchups matchups) throws IOException {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        List<ExperimentSpec> missing = new ArrayList<>();
        matchups.read().forEach(pair -> missing.addAll(pair.missing()));
        for (int i = 0; i < missing.size(); i++) {
            ExperimentSpec spec = missing.get(i);
            console.out()
                    .println("Run " + (i + 1) + " of " + missing.size() + ": "
                            + String.join(
                                    " against ",
                                    spec.policies().values().stream()
                                            .map(policy -> policy.algorithm())
                                            .toList())
                            + ", seed " + spec.seed());
            AtomicReference<@Nullable Run> begun = new AtomicReference<>();
            int code = TrainingSession.execute(console, catalogue.agents(spec), listeners -> {
                Run run = experiments.create(spec, "", List.of(), listeners);
                begun.set(run);
                return run;
            });
            Run run = begun.get();
            if (code != Cli.OK || run == null || run.progress().state() != RunState.FINISHED) {
                return code;
            }
        }
        return Cli.OK;
    }

    private void table(Matchups matchups, List<Matchups.Pair> pairs, Side side) {
        String name = side.name().toLowerCase(Locale.ROOT);
        console.out().println("Mean final return of a " + name + " agent");
        List<String> columns = matchups.algorithms(Side.BAD);
        List<String> headings = new ArrayList<>(List.of("GOOD"));
        columns.forEach(bad -> headings.add(bad.isEmpty() ? "" : "against " + bad));
        Table table = new Table(headings.toArray(String[]::new));
        for (int i = 0; i < pairs.size(); i += columns.size()) {
            List<String> cells = new ArrayList<>(List.of(pairs.get(i).good()));
            pairs.subList(i, i + columns.size()).forEach(pair -> cells.add(cell(pair, side)));
            table.row(cells.toArray(String[]::new));
        }
        table.print(console.out());
        console.out().println();
    }

    private String cell(Matchups.Pair pair, Side side) {
        String runs = pair.outcomes().size() + " of " + seeds;
        return pair.interval(side)
                .map(interval -> String.format(Locale.ROOT, "%.2f", interval.mean())
                        + (pair.outcomes().size() > 1 ? " ± " + half(interval) : "")
                        + (pair.outcomes().size() < seeds ? " (" + runs + ")" : ""))
                .orElse("- (" + runs + ")");
    }

    private static String half(Interval interval) {
        return String.format(Locale.ROOT, "%.2f", interval.high() - interval.mean());
    }

    private void hint(List<Matchups.Pair> pairs) {
        int missing = pairs.stream().mapToInt(pair -> pair.missing().size()).sum();
        if (missing > 0) {
            console.out()
                    .println(
                            missing == 1
                                    ? "1 run is missing; the same command with --start trains it."
                                    : missing + " runs are missing; the same command with --start trains them.");
        }
    }

    private static String json(List<Matchups.Pair> pairs) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Matchups.Pair pair : pairs) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("good", pair.good());
            fields.put("bad", pair.bad());
            fields.put("missing", pair.missing().size());
            for (Side side : Side.values()) {
                pair.interval(side)
                        .ifPresent(interval -> fields.put(side.name().toLowerCase(Locale.ROOT) + "Return", interval));
            }
            fields.put(
                    "runs",
                    pair.outcomes().stream()
                            .map(outcome -> String.valueOf(outcome.folder().getFileName()))
                            .toList());
            list.add(fields);
        }
        try {
            return JsonLimits.mapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be written as JSON", e);
        }
    }
}
