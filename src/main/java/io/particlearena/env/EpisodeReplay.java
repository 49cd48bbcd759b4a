package io.particlearena.env;

import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a recorded episode again in a freshly made environment: to compare what comes out with what was recorded, or to show
 * it. Belongs to one thread.
 *
 * <p>The environment must have been made from the recording's scenario and options; its random stream may be any, since the
 * recorded state includes one.
 */
public final class EpisodeReplay {

    private final EpisodeRecording recording;
    private final Environment environment;
    private final StepBuffer buffer;
    private final double[][] actions;

    /**
     * @throws StoreException if the recording does not fit the environment, with the first thing that does not
     */
    public EpisodeReplay(EpisodeRecording recording, Environment environment) {
        this.recording = recording;
        this.environment = environment;
        recording.requireAgents(environment.agents());
        recording.require("reward terms", recording.about().rewardTerms(), environment.rewardTerms());
        recording.require("events", recording.about().events(), environment.events());
        this.buffer = new StepBuffer(environment);
        this.actions = new double[recording.agents().size()][];
    }

    /**
     * Simulates the whole episode and compares its first observations, where they follow from the recorded state, and
     * observations, rewards, reward terms, events and ends of every step.
     */
    public Deviation verify() {
        DeviationMeter meter = new DeviationMeter();
        restore();
        boolean observed = environment.observeBeginning(buffer);
        for (int seat = 0; observed && seat < actions.length; seat++) {
            compareObservation(
                    seat, 0, meter, " of " + recording.agents().get(seat).name() + " at the beginning");
        }
        for (int step = 0; step < recording.steps(); step++) {
            if (!advance(step)) {
                int early = step;
                meter.disagree(() -> "the episode, which ends before step " + (early + 1));
                break;
            }
            compare(step, meter);
        }
        return meter.result();
    }

    /** What the environment looks like after its reset and after every step: one scene more than there are steps. */
    public List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        restore();
        scenes.add(environment.scene());
        for (int step = 0; step < recording.steps() && advance(step); step++) {
            scenes.add(environment.scene());
        }
        return scenes;
    }

    private void restore() {
        try {
            environment.load(recording.environment());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new StoreException(
                    "The recorded state of the environment makes no sense: " + e.getMessage() + ".", e);
        }
    }

    /** Makes a step; false if the environment says that its episode was over before. */
    private boolean advance(int step) {
        for (int seat = 0; seat < actions.length; seat++) {
            actions[seat] = recording.action(seat, step);
        }
        try {
            environment.step(actions, buffer);
            return true;
        } catch (IllegalStateException e) {
            // The one reason for which the contract lets a step fail; the caller tells it as a deviation.
            return false;
        }
    }

    private void compare(int step, DeviationMeter meter) {
        for (int seat = 0; seat < actions.length; seat++) {
            RecordedAgent agent = recording.agents().get(seat);
            String of = " of " + agent.name() + " in step " + (step + 1);
            compareObservation(seat, step + 1, meter, of);
            compareRow(agent.rewardTerms(), step, buffer.rewardTerms(seat), meter, "reward term", of);
            compareRow(agent.events(), step, buffer.events(seat), meter, "event", of);
            meter.compare(agent.rewards().at(step, 0), buffer.rewards()[seat], () -> "the reward" + of);
        }
        if (recording.terminated(step) != buffer.terminated() || recording.truncated(step) != buffer.truncated()) {
            meter.disagree(() -> "the end of the episode in step " + (step + 1));
        }
    }

    private void compareObservation(int seat, int row, DeviationMeter meter, String of) {
        RecordedAgent agent = recording.agents().get(seat);
        compareRow(agent.observations(), row, buffer.observation(seat), meter, "observation", of);
        for (int i = 0; i < agent.pixelCount(); i++) {
            int pixel = i;
            int recorded = agent.pixels()[row * agent.pixelCount() + i] & 0xff;
            meter.compare(recorded, buffer.pixels(seat)[i] & 0xff, () -> "pixel " + pixel + of);
        }
    }

    private static void compareRow(
            RecordedAgent.Rows rows, int row, double[] actual, DeviationMeter meter, String what, String of) {
        for (int i = 0; i < rows.width(); i++) {
            int column = i;
            meter.compare(rows.at(row, i), actual[i], () -> what + " " + column + of);
        }
    }
}
