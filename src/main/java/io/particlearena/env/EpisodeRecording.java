package io.particlearena.env;

import io.particlearena.store.MemoryState;
import io.particlearena.store.StateFile;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One episode as it was played: all that is needed to play it again (scenario, options, the environment's state after its
 * reset, actions) and all that came out. Immutable.
 *
 * <p>The file is a {@link StateFile} with these values: {@code kind} and {@code kind_version}; {@code scenario}, {@code
 * origin}, {@code options}, {@code reward_terms}, {@code events} and {@code signals} (the last four as JSON, the last
 * as bytes in UTF-8); {@code training_step} and {@code training_episode}, both left out where unknown; {@code steps};
 * {@code ends}, by step 1 for terminated plus 2 for truncated; the part {@code environment}; and in the part {@code
 * agents} for every seat a part {@code agent_SEAT} with its name, its sizes, and one array for each kind of number,
 * step after step: {@code observations} and {@code pixels} (one more than steps: the first is that of the reset),
 * {@code actions}, {@code rewards}, {@code reward_terms}, {@code events}.
 */
public final class EpisodeRecording {

    private static final String KIND = "particle-arena-episode";
    private static final long KIND_VERSION = 1;
    private static final int TERMINATED = 1;
    private static final int TRUNCATED = 2;

    private final About about;
    private final StateReader environment;
    private final long[] ends;
    private final List<RecordedAgent> agents;
    private final List<List<List<Signal>>> signals;

    /**
     * What an episode is an episode of.
     *
     * @param scenario a name of the catalogue of scenarios
     * @param options the scenario's options by key, the rules among them
     * @param origin where the episode comes from, for people, for example the run and the number of the episode
     * @param moment when in training it was played
     * @param rewardTerms as in {@link Environment#rewardTerms}
     * @param events as in {@link Environment#events}
     */
    public record About(
            String scenario,
            Map<String, Object> options,
            String origin,
            Moment moment,
            List<String> rewardTerms,
            List<String> events) {
        public About {
            options = RecordingJson.copy(options);
            rewardTerms = List.copyOf(rewardTerms);
            events = List.copyOf(events);
        }
    }

    /**
     * A moment of a run.
     *
     * @param step the environment steps made in training when the episode began; -1 where unknown
     * @param episode its number among the run's training episodes, from 1; 0 for an episode played beside training
     */
    public record Moment(long step, long episode) {

        /** Of an episode that belongs to no run, or whose run is not known. */
        public static final Moment UNKNOWN = new Moment(-1, 0);
    }

    EpisodeRecording(
            About about,
            StateReader environment,
            long[] ends,
            List<RecordedAgent> agents,
            List<List<List<Signal>>> signals) {
        this.about = about;
        this.environment = environment;
        this.ends = ends.clone();
        this.agents = List.copyOf(agents);
        this.signals = List.copyOf(signals);
    }

    /** What the episode is an episode of. */
    public About about() {
        return about;
    }

    /** The number of steps. */
    public int steps() {
        return ends.length;
    }

    /** The environment's state after its reset. */
    public StateReader environment() {
        return environment;
    }

    /** The agents by seat. */
    List<RecordedAgent> agents() {
        return agents;
    }

    /** The agents' names by seat. */
    public List<String> agentNames() {
        return agents.stream().map(RecordedAgent::name).toList();
    }

    /** What an agent observed before a step; after the last one for the step that would have come next. */
    public double[] observation(int agent, int step) {
        return agents.get(agent).observations().row(step);
    }

    /** What an agent did in a step, counted from 0. */
    public double[] action(int agent, int step) {
        return agents.get(agent).actions().row(step);
    }

    /** What an agent was paid for a step, counted from 0. */
    public double reward(int agent, int step) {
        return agents.get(agent).rewards().at(step, 0);
    }

    /** What an agent was paid for a step by term, in the order of the names. */
    public double[] rewardTerms(int agent, int step) {
        return agents.get(agent).rewardTerms().row(step);
    }

    /** How often each event happened to an agent in a step, in the order of the names. */
    public double[] events(int agent, int step) {
        return agents.get(agent).events().row(step);
    }

    /** What an agent emitted while choosing its action of a step, counted from 0. */
    public List<Signal> signals(int agent, int step) {
        return signals.get(step).get(agent);
    }

    /** By seat, what the agents emitted while choosing their actions of a step. */
    List<List<Signal>> signals(int step) {
        return signals.get(step);
    }

    /** How the steps ended, see the description of the file; not a copy. */
    long[] ends() {
        return ends;
    }

    /** Whether the step, counted from 0, ended the episode by the scenario's own rules. */
    public boolean terminated(int step) {
        return (ends[step] & TERMINATED) != 0;
    }

    /** Whether the step, counted from 0, was the last that the time limit allowed. */
    public boolean truncated(int step) {
        return (ends[step] & TRUNCATED) != 0;
    }

    /**
     * Writes what the agents saw after a step, what they were paid for it and whether it was the last one; reward terms and
     * events are left out.
     *
     * @param step counted from 1; 0 for what they saw after the reset
     */
    public void read(int step, StepBuffer out) {
        for (int seat = 0; seat < agents.size(); seat++) {
            RecordedAgent agent = agents.get(seat);
            int width = agent.observations().width();
            System.arraycopy(agent.observations().numbers(), step * width, out.observation(seat), 0, width);
            System.arraycopy(agent.pixels(), step * agent.pixelCount(), out.pixels(seat), 0, agent.pixelCount());
            out.rewards()[seat] = step == 0 ? 0 : reward(seat, step - 1);
        }
        out.setEnd(step > 0 && terminated(step - 1), step > 0 && truncated(step - 1));
    }

    /**
     * Makes sure that it was played by such agents.
     *
     * @param specs by seat
     * @throws StoreException with the first thing that does not fit
     */
    public void requireAgents(List<AgentSpec> specs) {
        List<String> names = specs.stream().map(AgentSpec::name).toList();
        if (!names.equals(agentNames())) {
            throw unfit("agents " + String.join(", ", agentNames()), String.join(", ", names));
        }
        for (int seat = 0; seat < specs.size(); seat++) {
            AgentSpec spec = specs.get(seat);
            RecordedAgent agent = agents.get(seat);
            String name = spec.name();
            require("observation size of " + name, agent.observations().width(), spec.observationSize());
            require("number of pixels of " + name, agent.pixelCount(), spec.pixelCount());
            require("action size of " + name, agent.actions().width(), spec.actionSize());
        }
    }

    void require(String what, Object recorded, Object actual) {
        if (!recorded.equals(actual)) {
            throw unfit(what + " " + recorded, String.valueOf(actual));
        }
    }

    private StoreException unfit(String recorded, String actual) {
        return new StoreException("The recording of " + about.scenario() + " has " + recorded
                + ", but the scenario as its options make it has " + actual + ".");
    }

    static long end(StepBuffer step) {
        return (step.terminated() ? TERMINATED : 0) | (step.truncated() ? TRUNCATED : 0);
    }

    /** Writes the recording, replacing the file in one step. */
    public void write(Path file) {
        MemoryState state = new MemoryState();
        save(state);
        StateFile.write(file, state);
    }

    void save(StateWriter state) {
        state.putString("kind", KIND);
        state.putLong("kind_version", KIND_VERSION);
        state.putString("scenario", about.scenario());
        state.putString("origin", about.origin());
        if (about.moment().step() >= 0) {
            state.putLong("training_step", about.moment().step());
            state.putLong("training_episode", about.moment().episode());
        }
        state.putString("options", RecordingJson.write(about.options()));
        state.putString("reward_terms", RecordingJson.write(about.rewardTerms()));
        state.putString("events", RecordingJson.write(about.events()));
        state.putBytes("signals", RecordingJson.writeSignals(signals));
        state.putLong("steps", ends.length);
        state.putLongs("ends", ends);
        StateWriter agentStates = state.child("agents");
        for (int seat = 0; seat < agents.size(); seat++) {
            agents.get(seat).save(agentStates.child(name(seat)));
        }
        environment.copyTo(state.child("environment"));
    }

    /**
     * Reads a recording.
     *
     * @throws StoreException if the file is missing, damaged, foreign or makes no sense; one sentence says which
     */
    public static EpisodeRecording read(Path file) {
        StateReader in = StateFile.read(file);
        if (!in.has("kind") || !in.getString("kind").equals(KIND)) {
            throw new StoreException(file + " is not the recording of an episode.");
        }
        if (in.getLong("kind_version") != KIND_VERSION) {
            throw new StoreException(file + " is a recording of version " + in.getLong("kind_version")
                    + "; this program reads version " + KIND_VERSION + ".");
        }
        try {
            return load(in);
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + " is a recording that makes no sense: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if it makes no sense
     */
    static EpisodeRecording load(StateReader in) {
        About about = new About(
                in.getString("scenario"),
                RecordingJson.readOptions(in.getString("options")),
                in.getString("origin"),
                in.has("training_step")
                        ? new Moment(in.getLong("training_step"), in.getLong("training_episode"))
                        : Moment.UNKNOWN,
                RecordingJson.readTexts(in.getString("reward_terms")),
                RecordingJson.readTexts(in.getString("events")));
        long[] ends = in.getLongs("ends");
        if (ends.length != in.getLong("steps") || Arrays.stream(ends).anyMatch(end -> end < 0 || end > 3)) {
            throw new IllegalArgumentException(
                    "the ends of its steps do not fit its " + in.getLong("steps") + " steps");
        }
        StateReader agentStates = in.child("agents");
        List<RecordedAgent> agents = new ArrayList<>();
        while (agentStates.has(name(agents.size()))) {
            agents.add(RecordedAgent.load(agentStates.child(name(agents.size())), about, ends.length));
        }
        List<List<List<Signal>>> signals =
                RecordingJson.readSignals(in.getBytes("signals"), ends.length, agents.size());
        return new EpisodeRecording(about, in.child("environment"), ends, agents, signals);
    }

    private static String name(int seat) {
        return "agent_" + seat;
    }
}
