package io.particlearena.env;

import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records one episode after another while somebody else plays them: {@link #begin} after each reset, {@link #step} after
 * each step, {@link #finish} when the episode is over or to be cut there. It copies what it is shown and changes nothing.
 */
public final class EpisodeRecorder {

    private final Environment environment;
    private final EpisodeRecording.About about;
    private final List<Growing> agents = new ArrayList<>();
    private final List<List<List<Signal>>> signals = new ArrayList<>();
    private long[] ends = new long[64];
    private int steps;
    private @Nullable StateReader initialState;

    /**
     * @param environment whose episodes are recorded
     * @param scenario the name by which the catalogue of scenarios knows it
     * @param options the scenario's options by key, all of them, so that the recording outlives a change of defaults
     * @param origin where the episodes come from, for people
     */
    public EpisodeRecorder(Environment environment, String scenario, Map<String, Object> options, String origin) {
        this.environment = environment;
        this.about =
                new EpisodeRecording.About(scenario, options, origin, environment.rewardTerms(), environment.events());
    }

    /** Begins a recording; the environment was just reset into this buffer. */
    public void begin(StepBuffer afterReset) {
        initialState = MemoryState.of(environment).reader();
        agents.clear();
        signals.clear();
        steps = 0;
        for (AgentSpec spec : environment.agents()) {
            agents.add(new Growing(spec));
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
        StateReader state = initialState;
        if (state == null) {
            throw new IllegalStateException("No recording was begun");
        }
        initialState = null;
        return new EpisodeRecording(
                about,
                state,
                Arrays.copyOf(ends, steps),
                agents.stream().map(Growing::toAgent).toList(),
                signals);
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

    private final class Growing {
        private final AgentSpec spec;
        private final GrowingRows observations;
        private final GrowingRows actions;
        private final GrowingRows rewards = new GrowingRows(1);
        private final GrowingRows rewardTerms =
                new GrowingRows(about.rewardTerms().size());
        private final GrowingRows events = new GrowingRows(about.events().size());
        private byte[] pixels = new byte[0];
        private int pixelsLength;

        Growing(AgentSpec spec) {
            this.spec = spec;
            observations = new GrowingRows(spec.observationSize());
            actions = new GrowingRows(spec.actionSize());
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
