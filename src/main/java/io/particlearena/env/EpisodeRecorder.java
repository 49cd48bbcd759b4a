package io.particlearena.env;

import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records one episode after another while somebody else plays them: {@link #begin} after each reset, {@link #step} after
 * each step, {@link #finish} when the episode is over or to be cut there. It copies what it is shown and changes nothing.
 *
 * <p>Its state is the recording that is under way, if there is one.
 */
public final class EpisodeRecorder implements Stateful {

    /** Recordings of episodes that seem to have no end should be cut off here, before they fill the memory. */
    public static final int MOST_STEPS = 10_000;

    private final Environment environment;
    private final String scenario;
    private final Map<String, Object> options;
    private final List<Growing> agents = new ArrayList<>();
    private final List<List<List<Signal>>> signals = new ArrayList<>();
    private long[] ends = new long[64];
    private int steps;
    private EpisodeRecording.@Nullable About about;
    private @Nullable StateReader initialState;

    /**
     * @param environment whose episodes are recorded
     * @param scenario the name by which the catalogue of scenarios knows it
     * @param options the scenario's options by key, all of them, so that the recording outlives a change of defaults
     */
    public EpisodeRecorder(Environment environment, String scenario, Map<String, Object> options) {
        this.environment = environment;
        this.scenario = scenario;
        this.options = options;
    }

    /** The steps recorded of the present episode. */
    public int steps() {
        return steps;
    }

    /** Ends the present recording, of which nothing remains. */
    public void cancel() {
        initialState = null;
    }

    /** Whether a recording is under way. */
    public boolean isRecording() {
        return initialState != null;
    }

    /**
     * Begins a recording.
     *
     * @param origin where the episode comes from, for people
     * @param moment when in training it is played
     * @param afterReset into which the environment was just reset
     */
    public void begin(String origin, EpisodeRecording.Moment moment, StepBuffer afterReset) {
        about = new EpisodeRecording.About(
                scenario, options, origin, moment, environment.rewardTerms(), environment.events());
        initialState = MemoryState.of(environment).reader();
        agents.clear();
        signals.clear();
        steps = 0;
        for (AgentSpec spec : environment.agents()) {
            agents.add(new Growing(
                    spec, environment.rewardTerms().size(), environment.events().size()));
        }
        observe(afterReset);
    }

    /**
     * Records a step.
     *
     * @param actions by seat, what was handed to the environment
     * @param emitted by seat, what the agents emitted while choosing; an empty list if nobody emitted anything
     * @param after what came of it
     */
    public void step(double[][] actions, List<List<Signal>> emitted, StepBuffer after) {
        if (initialState == null) {
            throw new IllegalStateException("No recording was begun");
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            Growing agent = agents.get(seat);
            agent.actions.add(actions[seat]);
            agent.rewards.add(new double[] {after.rewards()[seat]});
            agent.rewardTerms.add(after.rewardTerms(seat));
            agent.events.add(after.events(seat));
        }
        observe(after);
        signals.add(
                emitted.isEmpty()
                        ? agents.stream().map(agent -> List.<Signal>of()).toList()
                        : emitted.stream().map(List::copyOf).toList());
        if (steps == ends.length) {
            ends = Arrays.copyOf(ends, 2 * steps);
        }
        ends[steps++] = EpisodeRecording.end(after);
    }

    /** The recording of all steps since the beginning; the recorder is free for the next one. */
    public EpisodeRecording finish() {
        EpisodeRecording recording = soFar();
        initialState = null;
        return recording;
    }

    /** A recording of all steps since the beginning, which goes on. */
    public EpisodeRecording soFar() {
        StateReader state = initialState;
        EpisodeRecording.About of = about;
        if (state == null || of == null) {
            throw new IllegalStateException("No recording was begun");
        }
        return new EpisodeRecording(
                of,
                state,
                Arrays.copyOf(ends, steps),
                agents.stream().map(Growing::toAgent).toList(),
                signals);
    }

    @Override
    public void save(StateWriter out) {
        if (isRecording()) {
            soFar().save(out.child("episode"));
        }
    }

    @Override
    public void load(StateReader in) {
        initialState = null;
        if (in.has("episode")) {
            EpisodeRecording begun = EpisodeRecording.load(in.child("episode"));
            about = begun.about();
            initialState = begun.environment();
            agents.clear();
            signals.clear();
            List<AgentSpec> specs = environment.agents();
            for (int seat = 0; seat < specs.size(); seat++) {
                agents.add(new Growing(specs.get(seat), begun.agents().get(seat)));
            }
            steps = begun.steps();
            ends = Arrays.copyOf(begun.ends(), Math.max(64, 2 * steps));
            for (int step = 0; step < steps; step++) {
                signals.add(begun.signals(step));
            }
        }
    }

    private void observe(StepBuffer buffer) {
        for (int seat = 0; seat < agents.size(); seat++) {
            agents.get(seat).observations.add(buffer.observation(seat));
            agents.get(seat).addPixels(buffer.pixels(seat));
        }
    }

    /** Rows that grow. */
    private static final class GrowingRows {
        private final int width;
        private double[] numbers = new double[0];
        private int length;

        GrowingRows(int width) {
            this.width = width;
        }

        GrowingRows(RecordedAgent.Rows begun) {
            width = begun.width();
            numbers = begun.numbers().clone();
            length = numbers.length;
        }

        void add(double[] row) {
            if (length + width > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(32 * width, 2 * numbers.length));
            }
            System.arraycopy(row, 0, numbers, length, width);
            length += width;
        }

        RecordedAgent.Rows toRows() {
            return new RecordedAgent.Rows(Arrays.copyOf(numbers, length), width);
        }
    }

    private static final class Growing {
        private final AgentSpec spec;
        private final GrowingRows observations;
        private final GrowingRows actions;
        private final GrowingRows rewards;
        private final GrowingRows rewardTerms;
        private final GrowingRows events;
        private byte[] pixels = new byte[0];
        private int pixelsLength;

        Growing(AgentSpec spec, int rewardTermCount, int eventCount) {
            this.spec = spec;
            observations = new GrowingRows(spec.observationSize());
            actions = new GrowingRows(spec.actionSize());
            rewards = new GrowingRows(1);
            rewardTerms = new GrowingRows(rewardTermCount);
            events = new GrowingRows(eventCount);
        }

        Growing(AgentSpec spec, RecordedAgent begun) {
            this.spec = spec;
            observations = new GrowingRows(begun.observations());
            actions = new GrowingRows(begun.actions());
            rewards = new GrowingRows(begun.rewards());
            rewardTerms = new GrowingRows(begun.rewardTerms());
            events = new GrowingRows(begun.events());
            pixels = begun.pixels().clone();
            pixelsLength = pixels.length;
        }

        void addPixels(byte[] row) {
            if (pixelsLength + row.length > pixels.length) {
                pixels = Arrays.copyOf(pixels, Math.max(8 * row.length, 2 * pixels.length));
            }
            System.arraycopy(row, 0, pixels, pixelsLength, row.length);
            pixelsLength += row.length;
        }

        RecordedAgent toAgent() {
            return new RecordedAgent(
                    spec.name(),
                    observations.toRows(),
                    Arrays.copyOf(pixels, pixelsLength),
                    spec.pixelCount(),
                    actions.toRows(),
                    rewards.toRows(),
                    rewardTerms.toRows(),
                    events.toRows());
        }
    }
}
