package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.PlayMeasure;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.Student;
import io.particlearena.env.Environment;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStreams;
import io.particlearena.options.OptionException;
import io.particlearena.results.Histogram;
import io.particlearena.results.MetricDictionary;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The training loop, one environment step at a time: act, step, remember, learn, report; and between trajectories one unit
 * of study at a time. Knows neither threads nor files nor the clock, so that the same specification always yields the same
 * metrics and weights.
 *
 * <p>{@link #save} covers all but the replay buffer, which lies in segments of its own (see {@link Checkpoints}).
 */
final class Trainer implements Stateful, AutoCloseable {

    private final LiveScenario scenario;
    private final Seating seating;
    private final boolean learns;
    private final JointReplay replay;
    private final Policies policies;
    private final Learning learning;
    private final Course course;
    private final EpisodeStatistics statistics;

    /** By policy, where nobody learns. */
    private final Map<String, PlayMeasure> measures;

    private final List<Lane> lanes = new ArrayList<>();
    private final Actor[] actors;
    private final MetricLog log;
    private final OptionChanges changes;
    private final ScheduledRecording recording;
    private final RunHistograms histograms;
    private final Found found = new Found();
    private long steps;
    private long trajectorySteps;

    /**
     * Makes everything new; nothing has happened yet.
     *
     * @param spec valid
     * @param experience where policies keep what they need between trajectories; made when first needed
     * @param log receives the metrics
     */
    Trainer(Catalogue catalogue, ExperimentSpec spec, Path experience, MetricLog log) {
        this.log = log;
        changes = new OptionChanges(catalogue, spec);
        scenario = new LiveScenario(catalogue, spec);
        seating = catalogue.seating(spec);
        learns = !spec.run().test();
        RandomStreams streams = new RandomStreams(spec.seed());
        replay = Policies.replay(catalogue, spec, seating, spec.run().replayBufferCapacity());
        policies = new Policies(catalogue, spec, seating, replay, experience, learns);
        course = new Course(spec, learns ? policies.students() : List.of());
        actors = policies.actors();
        measures = learns ? Map.of() : policies.newPlayMeasures();
        for (int i = 0; i < spec.run().numEnvironments(); i++) {
            Lane lane = new Lane(
                    catalogue.environment(spec, streams.stream("world/" + i)), actors, streams, "acting/" + i, false);
            lane.begin();
            lanes.add(lane);
        }
        Environment first = lanes.get(0).environment();
        recording = new ScheduledRecording(
                lanes.get(0),
                scenario.recorder(lanes.get(0)),
                policies::critics,
                spec.run().recordEvery());
        recording.begin(0, 0);
        statistics = new EpisodeStatistics(first, lanes.size(), spec.run().saveRate());
        histograms = new RunHistograms(seating.agents(), spec.run());
        learning = new Learning(policies.bySeat(), seating.names(), spec.run().agentUpdates());
    }

    /**
     * Makes one step of the environment whose turn it is, and lets learn whoever is due; or does one unit of study.
     *
     * @return whether an episode or a unit of study ended
     */
    boolean advance() {
        if (course.isStudying()) {
            study();
            return true;
        }
        return play();
    }

    private boolean play() {
        int number = (int) (trajectorySteps % lanes.size());
        Lane lane = lanes.get(number);
        lane.step(actors);
        steps++;
        trajectorySteps++;
        StepBuffer after = lane.after();
        statistics.step(number, after);
        if (number == 0) {
            recording.step(log);
        }
        if (learns) {
            replay.add(lane.before(), lane.executed(), after);
            for (Policy policy : policies.playing()) {
                policy.observe(number, lane.before(), lane.executed(), after, lane.memories());
            }
            refreshActors();
            learning.update(trajectorySteps, steps, actors, log);
            histograms.learned(policies.bySeat(), learning::hasUpdated, steps, log);
        }
        histograms.step(lane.executed());
        measures.values().forEach(measure -> measure.add(lane.executed(), lane.memories(), true));
        boolean ended = after.episodeOver();
        if (ended) {
            statistics.endEpisode(number, steps, log);
            histograms.endEpisode(statistics.episodes(), steps, log);
            measures.values().forEach(measure -> measure.reportIfDue(found));
            if (number == 0) {
                log.signals(steps, this::stage, lane::signals);
            }
        }
        if (ended && course.endEpisode()) {
            endTrajectory();
        } else {
            lane.proceed();
            if (ended && number == 0) {
                recording.begin(steps, statistics.episodes());
            }
        }
        return ended;
    }

    /** What is reported where nobody learns. */
    private final class Found implements Student.Findings {

        @Override
        public void put(int seat, String name, double value) {
            log.put(tag(seat, name), steps, value);
        }

        @Override
        public void profile(int seat, String name, double[] byStep) {
            log.histogram(tag(seat, name), steps, Histogram.ofNumbered(byStep), List.of());
        }

        private String tag(int seat, String name) {
            return MetricDictionary.tag(seating.agents().get(seat).name(), name);
        }
    }

    private void endTrajectory() {
        policies.playingStudents().forEach(Student::endTrajectory);
        course.endTrajectory(trajectorySteps);
        beginTrajectory();
    }

    /** Begins the trajectory that the course has come to, if it has come to one. */
    private void beginTrajectory() {
        if (course.isOver() || course.isStudying()) {
            return;
        }
        trajectorySteps = 0;
        replay.clear();
        seat();
        policies.playing().forEach(Policy::restart);
        refreshActors();
        statistics.forgetUnfinished();
        lanes.forEach(lane -> lane.beginAnew(actors));
        recording.begin(steps, statistics.episodes());
    }

    private void seat() {
        policies.seat(course.opponent());
        learning.seat(policies.bySeat());
        log.seat(course.opponent());
    }

    /** A unit counts as a step, so that the values that it reports have a place of their own on the axis of steps. */
    private void study() {
        Student student = policies.student(course.student());
        if (!course.knowsUnits()) {
            course.setUnits(student.beginStudy(log::notice));
        } else {
            steps++;
            learning.study(student, course.unit(), steps, log);
            histograms.studied(student, course.unit(), steps, log);
            course.endUnit();
        }
        beginTrajectory();
    }

    /**
     * Changes a live option and takes note of it.
     *
     * @param policy whose option it is; empty for an option of the scenario
     * @return what is noted
     * @throws OptionException if the value does not go with the other options of the policy or scenario
     */
    OptionChange change(String policy, String option, Object value) {
        give(policy, option, value);
        OptionChange change = new OptionChange(steps, policy, option, value);
        changes.add(change);
        return change;
    }

    /** Gives a live option the value that a fork asks for; what it was changed to before counts no more. */
    void override(String policy, String option, Object value) {
        give(policy, option, value);
        changes.forget(policy, option);
    }

    private void give(String policy, String option, Object value) {
        if (policy.isEmpty()) {
            scenario.change(option, value);
            renewEnvironments();
        } else {
            policies.named(policy).change(option, value);
        }
    }

    /** Whether what an episode holds is all that those who learn need of it: they sample single steps. */
    boolean learnsFromLessons() {
        return learns && replay.capacity() > 1 && policies.students().isEmpty();
    }

    /** Adds the steps of a lesson to the experience. */
    void learnFrom(Lesson lesson) {
        lesson.addTo(replay);
    }

    private void renewEnvironments() {
        lanes.forEach(scenario::receive);
        recording.moveTo(scenario.recorder(lanes.get(0)));
    }

    /** The run's specification with the scenario's options as they are now. */
    ExperimentSpec presentSpec() {
        return scenario.spec();
    }

    /** Goes on after what was the end of the run, if it is to have more episodes now. */
    void extend() {
        if (course.extend()) {
            int ended = (int) ((trajectorySteps - 1) % lanes.size());
            lanes.get(ended).begin();
            if (ended == 0) {
                recording.begin(steps, statistics.episodes());
            }
        }
    }

    /** The options that were changed so far. */
    OptionChanges changes() {
        return changes;
    }

    /** Environment steps made and units of study done. */
    long steps() {
        return steps;
    }

    /** Updates made, summed over agents. */
    long updates() {
        return learning.updates();
    }

    /** Episodes that ended. */
    long episodes() {
        return statistics.episodes();
    }

    /** Whether all trajectories are played and studied. */
    boolean isOver() {
        return course.isOver();
    }

    Stage stage() {
        return course.stage(course.isStudying() ? steps : steps - trajectorySteps);
    }

    /** By seat, the mean return of the latest episodes; empty before the first ended. */
    List<Double> meanReturns() {
        return statistics.meanReturns();
    }

    Seating seating() {
        return seating;
    }

    Policies policies() {
        return policies;
    }

    JointReplay replay() {
        return replay;
    }

    /** Takes the actors' newest snapshots. */
    void refreshActors() {
        List<Policy> bySeat = policies.bySeat();
        for (int seat = 0; seat < actors.length; seat++) {
            actors[seat] = bySeat.get(seat).actor(seat);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("steps", steps);
        out.putLong("trajectory_steps", trajectorySteps);
        out.putLong("updates", learning.updates());
        out.put("changes", changes);
        out.put("scenario", scenario);
        out.put("course", course);
        out.put("statistics", statistics);
        out.put("recording", recording);
        out.put("histograms", histograms);
        out.put("policies", policies);
        measures.forEach((name, measure) -> out.child("measures").put(name, measure));
        for (int i = 0; i < lanes.size(); i++) {
            out.child("lane").put(Integer.toString(i), lanes.get(i));
        }
    }

    @Override
    public void load(StateReader in) {
        steps = in.getLong("steps");
        trajectorySteps = in.getLong("trajectory_steps");
        learning.restoreUpdates(in.getLong("updates"));
        in.get("changes", changes);
        // A checkpoint in whose run no option of the scenario has changed has no part of it.
        scenario.load(in.has("scenario") ? in.child("scenario") : new MemoryState().reader());
        renewEnvironments();
        in.get("course", course);
        seat();
        in.get("statistics", statistics);
        if (in.has("recording")) {
            // A checkpoint of an earlier version has none, and the next episode that begins is recorded.
            in.get("recording", recording);
        }
        if (in.has("histograms")) {
            // A checkpoint of an earlier version has none, and counting begins.
            in.get("histograms", histograms);
        }
        in.get("policies", policies);
        measures.forEach((name, measure) -> in.child("measures").get(name, measure));
        refreshActors();
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).renewMemories(actors);
            in.child("lane").get(Integer.toString(i), lanes.get(i));
        }
    }

    @Override
    public void close() {
        learning.close();
    }
}
