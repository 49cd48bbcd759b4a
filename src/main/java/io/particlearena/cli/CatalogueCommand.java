package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.UserPresets;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what there is to choose from, or describes one entry with its options. */
@Command
final class CatalogueCommand implements Callable<Integer> {

    private final String kind;
    private final List<CatalogueEntry> entries;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Describe this one and its options.")
    private String name = "";

    private CatalogueCommand(String kind, List<CatalogueEntry> entries, Console console) {
        this.kind = kind;
        this.entries = entries;
        this.console = console;
    }

    static CommandLine scenarios(Catalogue catalogue, Console console) {
        return command("scenario", "Lists the scenarios, or describes one.", catalogue.scenarios(), console);
    }

    static CommandLine algorithms(Catalogue catalogue, Console console) {
        return command("algorithm", "Lists the algorithms, or describes one.", catalogue.algorithms(), console);
    }

    static CommandLine presets(Catalogue catalogue, UserPresets own, Console console) {
        List<CatalogueEntry> entries = catalogue.presetNames().stream()
                .map(name -> new CatalogueEntry(
                        name,
                        catalogue.presetLayer(name).title(),
                        catalogue.presetLayer(name).description(),
                        List.of()))
                .toList();
        CommandLine line = command("preset", "Lists the presets that 'train --preset NAME' starts.", entries, console);
        line.addSubcommand(new SavePresetCommand(catalogue, own, console).commandLine());
        line.addSubcommand(new DeletePresetCommand(own, console));
        return line;
    }

    private static CommandLine command(String kind, String help, List<CatalogueEntry> entries, Console console) {
        CommandLine line = new CommandLine(new CatalogueCommand(kind, entries, console));
        line.getCommandSpec().usageMessage().description(help);
        return line;
    }

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            Table table = new Table("NAME", "TITLE", "DESCRIPTION");
            entries.forEach(entry -> table.row(entry.name(), entry.title(), entry.description()));
            table.print(console.out());
        } else {
            describe(find());
        }
        return Cli.OK;
    }

    private CatalogueEntry find() {
        return entries.stream()
                .filter(entry -> entry.name().replace('_', '-').equals(name.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        kind,
                        "There is no " + kind + " \"" + name + "\"; there are "
                                + entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", ")) + "."));
    }

    private void describe(CatalogueEntry entry) {
        console.out().println(entry.name() + ": " + entry.title());
        console.out().println(entry.description());
        if (!entry.options().isEmpty()) {
            console.out().println();
            Table table = new Table("OPTION", "DEFAULT", "MEANING");
            for (OptionDescriptor option : entry.options()) {
                table.row(option.flag(), OptionText.value(option.defaultValue()), option.help());
            }
            table.print(console.out());
        }
        console.out().flush();
    }
}
