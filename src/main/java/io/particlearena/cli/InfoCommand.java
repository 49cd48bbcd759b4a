package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.InfoPages;
import io.particlearena.options.OptionException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what there is to read about a scenario or an algorithm. */
@Command(
        name = "info",
        description = "Explains a scenario or an algorithm: how it works, what to notice, what to try, references.")
final class InfoCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Parameters(paramLabel = "NAME", description = "A scenario or an algorithm.")
    private String name = "";

    InfoCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() {
        CatalogueEntry entry = find();
        String page = InfoPages.find(entry.name())
                .orElseThrow(() -> new OptionException("name", "Nothing is written about " + entry.name() + " yet."));
        console.out().println("# " + entry.title() + " (" + entry.name() + ")");
        console.out().println();
        console.out().print(page);
        console.out().flush();
        return Cli.OK;
    }

    private CatalogueEntry find() {
        List<CatalogueEntry> entries = Stream.concat(catalogue.scenarios().stream(), catalogue.algorithms().stream())
                .toList();
        return entries.stream()
                .filter(entry -> entry.name().replace('_', '-').equals(name.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        "name",
                        "There is no scenario and no algorithm \"" + name + "\"; there are "
                                + entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", ")) + "."));
    }
}
