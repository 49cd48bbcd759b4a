package io.particlearena.experiment;

import io.particlearena.algo.parts.Critic;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records episodes of a run's first environment as they are played in training: the first one, and then the next that begins
 * after every so many episodes. Copies what happens and changes nothing; part of the run's state, so that a resumed run
 * leaves the same recordings.
 */
final class ScheduledRecording implements Stateful {

    private final Lane lane;
    private EpisodeRecorder recorder;
    private final Supplier<List<Critic>> critics;
    private final long every;
    private long next;

    /**
     * @param lane the first environment's
     * @param recorder of its environment
     * @param critics gives by seat how the agents value what happens
     * @param every episodes between recordings; 0 for none
     */
    ScheduledRecording(Lane lane, EpisodeRecorder recorder, Supplier<List<Critic>> critics, long every) {
        this.lane = lane;
        this.recorder = recorder;
        this.critics = critics;
        this.every = every;
    }

    /**
     * Takes note that an episode has begun.
     *
     * @param steps environment steps made so far
     * @param episodes episodes that have ended so far
     */
    void begin(long steps, long episodes) {
        // A trajectory may end in the middle of this environment's episode.
        recorder.cancel();
        if (every > 0 && episodes >= next) {
            next = (episodes / every + 1) * every;
            recorder.begin(
                    "training episode " + (episodes + 1),
                    new EpisodeRecording.Moment(steps, episodes + 1),
                    lane.before());
        }
    }

    /**
     * Goes on with the recorder of another environment. An episode that begins in one and ends in the other is not recorded,
     * since no single environment can play it again; the next that begins is.
     */
    void moveTo(EpisodeRecorder other) {
        if (recorder.isRecording()) {
            next = 0;
        }
        recorder = other;
    }

    /** Takes note of a step; hands a recording over if it is the last of one. */
    void step(MetricLog log) {
        if (recorder.isRecording()) {
            recorder.step(lane.chosen(), lane.signals(critics.get()), lane.after());
            if (lane.after().episodeOver() || recorder.steps() == EpisodeRecorder.MOST_STEPS) {
                log.recording(recorder.finish());
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("next", next);
        out.put("recorder", recorder);
    }

    @Override
    public void load(StateReader in) {
        next = in.getLong("next");
        in.get("recorder", recorder);
    }
}
