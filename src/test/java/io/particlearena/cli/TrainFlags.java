package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.options.OptionDescriptor;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of {@code train} that belong to no catalogue, for the documents, from what the command declares. */
public final class TrainFlags {

    private TrainFlags() {}

    /** A table of the flags, and what the command says of those of other programs. */
    public static String markdown(Catalogue catalogue) {
        CommandSpec command = command(catalogue);
        Set<String> documented = Stream.of(
                        List.of(catalogue.runOptions()),
                        options(catalogue.algorithms()),
                        options(catalogue.scenarios()))
                .flatMap(List::stream)
                .flatMap(Collection::stream)
                .map(OptionDescriptor::flag)
                .collect(Collectors.toSet());
        StringBuilder text = new StringBuilder("| flag | value | meaning |\n|---|---|---|\n");
        for (OptionSpec option : command.options()) {
            if (!option.hidden() && Stream.of(option.names()).noneMatch(documented::contains)) {
                text.append(row(option));
            }
        }
        text.append(
                "\nEach flag of an algorithm sets both sides; as `--good-FLAG` or `--bad-FLAG` it sets one side only.\n");
        text.append("\nFlags of the programs that you may come from:\n\n| their flag | here |\n|---|---|\n");
        for (String line : OriginalFlags.help()) {
            String[] parts = line.strip().split(" +", 2);
            text.append("| `").append(parts[0]).append("` | ").append(parts[1]).append(" |\n");
        }
        return text.toString();
    }

    private static List<List<OptionDescriptor>> options(List<CatalogueEntry> entries) {
        return entries.stream().map(CatalogueEntry::options).toList();
    }

    private static CommandSpec command(Catalogue catalogue) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new TrainCommand(catalogue, new Console(nowhere, nowhere, false), List.of())
                .commandLine()
                .getCommandSpec();
    }

    private static String row(OptionSpec option) {
        String names = Stream.of(option.names()).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        String value =
                option.typeInfo().isBoolean() ? "" : "`" + option.paramLabel().replace("|", "\\|") + "`";
        String meaning = String.join(" ", option.description()).replace("%%", "%");
        return "| " + names + " | " + value + " | " + meaning.replace("|", "\\|") + " |\n";
    }
}
