package io.particlearena.ui;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.Matchups;
import io.particlearena.experiment.Preset;
import io.particlearena.experiment.PublishedReturns;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunListener;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.results.RunListing;
import io.particlearena.results.SpecOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the window needs from the rest of the program: what can be chosen, and how a run begins. */
public interface Workbench {

    /** The scenarios to choose from. */
    List<CatalogueEntry> scenarios();

    /** The algorithms to choose from. */
    List<CatalogueEntry> algorithms();

    /** Ready-made specifications, the default one first. */
    List<Preset> presets();

    /** The options of a run that belong neither to a scenario nor to an algorithm. */
    List<OptionDescriptor> runOptions();

    /**
     * The metrics worth watching in a run of this specification, for each chart a list: the first is the chart's, the others
     * are to compare it with. A name that ends in {@code /} stands for all that begin so.
     *
     * @throws io.particlearena.options.OptionException as {@link #validate}
     */
    List<List<String>> charts(ExperimentSpec spec);

    /**
     * The agents of the specification's scenario, by seat.
     *
     * @throws io.particlearena.options.OptionException as {@link #validate}
     */
    List<AgentSpec> agents(ExperimentSpec spec);

    /**
     * Where the returns of a run of this specification should be; empty where nothing is published.
     *
     * @throws io.particlearena.options.OptionException as {@link #validate}
     */
    List<PublishedReturns.Band> published(ExperimentSpec spec);

    /**
     * Checks a specification.
     *
     * @throws io.particlearena.options.OptionException with one sentence on the first fault that is found; its option is
     *     {@code scenario}, {@code scenario_options.KEY}, {@code policies.NAME.algorithm}, {@code policies.NAME.KEY},
     *     {@code run.KEY} or {@code seed}
     */
    void validate(ExperimentSpec spec);

    /**
     * Starts a run on a thread of its own. May take a moment, so call it off the JavaFX thread.
     *
     * @throws io.particlearena.options.OptionException as {@link #validate}
     */
    RunHandle start(ExperimentSpec spec, List<RunListener> listeners);

    /**
     * Goes on with a run on disk from its newest checkpoint, on a thread of its own. May take a moment, so call it off the
     * JavaFX thread.
     *
     * @throws io.particlearena.options.OptionException if there is no such run, or it is finished
     */
    RunHandle resume(Path run, List<RunListener> listeners);

    /**
     * Starts a run that goes on from a checkpoint of another one. Call it off the JavaFX thread.
     *
     * @param spec the other run's specification with changed options
     * @throws io.particlearena.options.OptionException if the changes do not fit
     */
    RunHandle fork(ForkOrigin origin, ExperimentSpec spec, List<RunListener> listeners);

    /**
     * A player of episodes of the specification's scenario in which all agents act at random.
     *
     * @throws io.particlearena.options.OptionException as {@link #validate}
     */
    EpisodePlayer preview(ExperimentSpec spec);

    /** The command line that does the same as a run on disk; reads files. */
    String commandOf(Path run);

    /** The command line that repeats a run of this specification. */
    String command(ExperimentSpec spec);

    /**
     * The runs that set algorithms against each other under these settings.
     *
     * @param settings all but algorithms and seeds
     * @param good algorithms of the good side
     * @param bad algorithms of the bad side
     * @param seeds the number of runs of each pair
     * @throws io.particlearena.options.OptionException with one sentence if one of the runs could not be started
     */
    Matchups matchups(ExperimentSpec settings, List<String> good, List<String> bad, int seeds);

    /** Episodes on disk. */
    EpisodeArchive episodes();

    /** A player of episodes with trained agents. May take a moment, so call it off the JavaFX thread. */
    EpisodePlayer showcase();

    /** What there is to read about a scenario or an algorithm, in Markdown. */
    Optional<String> info(String name);

    /** Where runs lie, each in a folder of its own; need not exist. */
    Path runsFolder();

    /** The runs on disk, newest first. Reads many files, so call it off the JavaFX thread. */
    List<RunListing> runs() throws IOException;

    /**
     * The specification of a run on disk, with the changes that were made while it trained. Call it off the JavaFX thread.
     *
     * @throws io.particlearena.options.OptionException if it cannot be read
     */
    ExperimentSpec specOf(Path run);

    /** The checkpoint of another run at which a run on disk began, if it did. Call it off the JavaFX thread. */
    Optional<ForkOrigin> originOf(Path run);

    /**
     * A specification or preset from a file. Call it off the JavaFX thread.
     *
     * @throws io.particlearena.options.OptionException if it is none, or not valid
     */
    ExperimentSpec read(Path file);

    /** The names of the presets that the user has saved. Reads a folder, so call it off the JavaFX thread. */
    List<String> ownPresets();

    /**
     * Saves settings as a preset of the user's own. Call it off the JavaFX thread.
     *
     * @return its name
     * @throws io.particlearena.options.OptionException if the title makes no free name, or it cannot be written
     */
    String savePreset(String title, ExperimentSpec spec);

    /**
     * Deletes a preset of the user's own. Call it off the JavaFX thread.
     *
     * @throws io.particlearena.options.OptionException if it is none, or cannot be deleted
     */
    void deletePreset(String name);

    /** The values of a specification by their place in it, as the listings of runs have them. */
    default Map<String, String> options(ExperimentSpec spec) {
        return SpecOptions.of(json(spec));
    }

    /** The specification as JSON that names every option. */
    String json(ExperimentSpec spec);
}
