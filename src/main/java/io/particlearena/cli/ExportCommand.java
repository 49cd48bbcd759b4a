package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Episode;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.options.OptionException;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import io.particlearena.ui.Theme;
import io.particlearena.ui.arena.EpisodePicture;
import io.particlearena.ui.film.Film;
import io.particlearena.ui.film.FilmFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes recorded episodes as video, moving or still pictures. */
@Command(
        name = "export",
        description = {
            "Writes recorded episodes as a moving picture (FILE.gif), a video (FILE.avi) or numbered pictures (FILE.png).",
            "Several recordings stand side by side. With --trace it is one picture of an agent's way."
        },
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    private static final int LARGEST_SIZE = 4096;
    private static final int MOST_FRAMES = 50;
    private static final double FASTEST = 64;

    private final Catalogue catalogue;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Option(names = "--size", paramLabel = "PIXELS", description = "Width and height of each arena. Default: 480.")
    private int size = 480;

    @Option(names = "--columns", paramLabel = "N", description = "Arenas side by side. Default: as in a square.")
    private int columns;

    @Option(names = "--fps", paramLabel = "N", description = "Frames in a second. Default: 20.")
    private int framesPerSecond = Film.USUAL_FRAMES;

    @Option(names = "--speed", paramLabel = "X", description = "Times as fast as in the arena. Default: 1.")
    private double speed = 1;

    @Option(names = "--dark", description = "On a dark page.")
    private boolean dark;

    @Option(
            names = "--trace",
            paramLabel = "AGENT",
            description = "Write the way of this agent through the first recording, as one picture.")
    private String trace = "";

    @Parameters(
            arity = "2..*",
            paramLabel = "RECORDING... FILE",
            description = "Recordings, and last the file to be written.")
    private List<Path> paths = List.of();

    @Spec
    private CommandSpec command;

    ExportCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() {
        InputErrors.checkRange(command, "--size", size, 64, LARGEST_SIZE);
        InputErrors.checkRange(command, "--fps", framesPerSecond, 1, MOST_FRAMES);
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new InputErrors.NotAllowed(command, "--speed", speed, "a number over 0, at most 64");
        }
        Path target = paths.get(paths.size() - 1);
        FilmFormat format = FilmFormat.of(target);
        if (!trace.isEmpty() && format != FilmFormat.PNG) {
            throw new OptionException("file", "The file is \"" + target + "\", but a trace must end with .png.");
        }
        List<EpisodePicture.Part> parts = new ArrayList<>();
        Episode first = read(paths.get(0));
        for (Path path : paths.subList(0, paths.size() - 1)) {
            Episode episode = path.equals(paths.get(0)) ? first : read(path);
            parts.add(new EpisodePicture.Part(episode.scenario() + "  ·  " + episode.origin(), episode.frames()));
        }
        int side = columns > 0 ? columns : (int) Math.ceil(Math.sqrt(parts.size()));
        EpisodePicture picture = new EpisodePicture(parts, side, size, dark ? Theme.DARK : Theme.LIGHT);
        try {
            if (trace.isEmpty()) {
                new Film(picture, framesPerSecond, speed).write(target, () -> false, share -> {});
            } else {
                Film.writePicture(picture.trace(seat(first)), target);
            }
        } catch (IOException e) {
            throw new StoreException(target + " cannot be written: " + IoReason.of(e) + ".", e);
        }
        boolean numbered = trace.isEmpty() && format == FilmFormat.PNG;
        console.out().println(numbered ? Film.numbered(target, 0) + " ..." : target);
        console.out().flush();
        return Cli.OK;
    }

    private Episode read(Path file) {
        try {
            return new EpisodeArchive(catalogue).open(file);
        } catch (StoreException e) {
            throw new OptionException("", String.valueOf(e.getMessage()));
        }
    }

    private int seat(Episode episode) {
        List<String> names =
                episode.agents().stream().map(agent -> agent.name()).toList();
        int seat = names.indexOf(trace);
        if (seat < 0) {
            throw new OptionException(
                    "trace", "There is no agent \"" + trace + "\"; the agents are " + String.join(", ", names) + ".");
        }
        return seat;
    }
}
