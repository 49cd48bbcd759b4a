package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.EpisodeRecording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Controls a run from another thread. */
public interface RunHandle {

    /** The specification, complete and valid. */
    ExperimentSpec spec();

    /** The run's folder. */
    Path folder();

    /** The agents by seat. */
    List<AgentSpec> agents();

    /** What computes, as the run's provenance has it; empty until the first step. */
    Map<String, String> engine();

    /** The newest progress. */
    Progress progress();

    /** Holds the run after the present step. */
    void pause();

    /** Lets a paused run go on. */
    void resume();

    /**
     * Changes an option that its declaration calls live; it holds from the next step on, and the run's folder keeps when
     * it changed. Nothing happens if the run is over by then.
     *
     * @param policy the name of the policy; empty for an option of the scenario
     * @param option the option's key
     * @param value in the option's own type or as text
     * @throws io.particlearena.options.OptionException if the run has no such policy, the option cannot change while
     *     training, or the value is not allowed
     */
    void change(String policy, String option, Object value);

    /**
     * Whether the run can learn from episodes that somebody else plays: it learns, and those who learn sample single steps,
     * as MADDPG does; false before the first step and after the end.
     */
    boolean learnsFromLessons();

    /**
     * Lets the run learn from an episode beside its own, from the next step on; the run's folder keeps it, so that a resumed
     * or repeated run learns from it at the same step. Nothing happens where the run {@linkplain #learnsFromLessons
     * does not learn} from such episodes, or is over by then.
     *
     * @throws io.particlearena.store.StoreException if it was played by other agents
     */
    void learnFrom(EpisodeRecording episode);

    /** Asks the run to write a checkpoint and end; returns at once. */
    void stop();

    /** Waits until the run is over and all its files are written. */
    void await() throws InterruptedException;

    /** A player of live episodes with this run's newest policies, in an environment and with random numbers of its own. */
    EpisodePlayer newPlayer();

    /**
     * Keeps an episode of such a player among the run's recordings; may be called from any thread but JavaFX's.
     *
     * @return its file
     * @throws io.particlearena.store.StoreException if it cannot be written
     */
    Path keep(EpisodeRecording recording);
}
