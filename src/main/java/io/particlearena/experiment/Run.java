package io.particlearena.experiment;

import io.particlearena.algo.Algorithms;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A run: trains on the thread that calls {@link #execute} and obeys other threads through {@link RunHandle}. All files of
 * the run are written by that one thread.
 */
public final class Run implements RunHandle {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    /** A checkpoint that is due is left out as long as it would take more than one part in so many of the time. */
    private static final long CHECKPOINT_SHARE = 25;

    private static final long REPORT_INTERVAL_NANOS = 5_000_000_000L;

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final ScheduledChanges scheduled;
    private final RunFiles files;
    private final Seating seating;
    private final Map<String, StateReader> loadedPolicies;
    private final Optional<Fork> fork;
    private final Lessons lessons;
    private final RunListeners listeners;
    private final ProgressMeter meter;
    private final RunControl control = new RunControl();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Policies> policies = new CompletableFuture<>();
    private volatile Map<String, String> engine = Map.of();
    private volatile Progress progress;
    private volatile boolean learnsFromLessons;

    /** With the scenario's options as they are now. */
    private volatile ExperimentSpec presentSpec;

    /** The steps that were made before the run began or was resumed. */
    private volatile long begunAt;

    private long reportedAt = System.nanoTime();
    private long checkpointNanos;
    private long checkpointEndedAt;
    private long checkpointStep = -1;

    /**
     * @param spec valid
     * @param changes those of the specification, and of a resumed run those that were made while it trained
     * @param files where the run lies on disk
     * @param loadedPolicies states of policies that are taken over from earlier runs
     * @param fork the checkpoint of another run that it goes on from, if it does
     */
    Run(
            Catalogue catalogue,
            ExperimentSpec spec,
            List<OptionChange> changes,
            RunFiles files,
            Map<String, StateReader> loadedPolicies,
            Optional<Fork> fork,
            List<RunListener> listeners) {
        this.catalogue = catalogue;
        this.spec = spec;
        this.presentSpec = spec;
        this.scheduled = new ScheduledChanges(changes);
        this.files = files;
        this.seating = catalogue.seating(spec);
        this.loadedPolicies = loadedPolicies;
        this.fork = fork;
        this.lessons = new Lessons(files.run().episodes());
        this.listeners = new RunListeners(listeners);
        this.meter = new ProgressMeter(Course.episodes(spec), !spec.run().test());
        this.progress = new Progress(
                RunState.PREPARING, 0, Course.episodes(spec), 0, 0, 0, 0, Double.NaN, List.of(), Stage.SINGLE);
    }

    @Override
    public ExperimentSpec spec() {
        return spec;
    }

    @Override
    public Path folder() {
        return files.folder();
    }

    @Override
    public List<AgentSpec> agents() {
        return seating.agents();
    }

    @Override
    public Map<String, String> engine() {
        return engine;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void pause() {
        control.pause();
    }

    @Override
    public void resume() {
        control.resume();
    }

    @Override
    public void stop() {
        control.stop();
    }

    @Override
    public void change(String policy, String option, Object value) {
        Object checked = new OptionChanges(catalogue, spec).check(policy, option, value);
        control.wish(trainer -> change(trainer, policy, option, checked));
    }

    @Override
    public boolean learnsFromLessons() {
        return learnsFromLessons;
    }

    @Override
    public void learnFrom(EpisodeRecording episode) {
        episode.requireAgents(seating.agents());
        if (learnsFromLessons) {
            lessons.wish(episode);
        }
    }

    private void change(Trainer trainer, String policy, String option, Object value) {
        try {
            OptionChange change = trainer.change(policy, option, value);
            presentSpec = trainer.presentSpec();
            writeChanges(trainer);
            listeners.changed(change);
            listeners.noticeAfter(change.step(), change.place() + " is " + value);
        } catch (OptionException e) {
            listeners.notice((policy.isEmpty() ? "Scenario: " : "Policy " + policy + ": ") + e.getMessage());
        }
    }

    @Override
    public void await() throws InterruptedException {
        over.await();
    }

    @Override
    public EpisodePlayer newPlayer() {
        return new RunPlayer(
                catalogue,
                () -> presentSpec,
                () -> policies.join().players(),
                () -> new EpisodeRecording.Moment(Math.max(begunAt, progress.step()), 0));
    }

    @Override
    public Path keep(EpisodeRecording recording) {
        return new EpisodeArchive(catalogue).keep(files.folder(), recording);
    }

    /** Trains on a thread of its own, which does not keep the program alive. */
    void start() {
        Thread thread = new Thread(this::execute, "training");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Trains on this thread until the run is finished, stopped or failed; must be called once.
     *
     * @return the last progress; its state says how the run ended
     */
    public Progress execute() {
        RunRecorder recorder = new RunRecorder(
                files.folder(), spec.run().originalTags() ? new OriginalTags(spec, seating) : null, listeners);
        try {
            train(recorder);
        } catch (RuntimeException | IOException | Error e) {
            fail(e);
        } finally {
            learnsFromLessons = false;
            policies.completeExceptionally(new IllegalStateException("The run is over"));
            listeners.ended(progress);
            over.countDown();
        }
        return progress;
    }

    private void train(RunRecorder recorder) throws IOException {
        Map<String, String> computes = Algorithms.engine();
        SharedFolders shared = SharedFolders.take(catalogue, spec);
        try (recorder;
                shared;
                Trainer trainer = new Trainer(catalogue, spec, files.experience(), recorder)) {
            loadedPolicies.forEach(
                    (name, state) -> trainer.policies().named(name).takeOver(state));
            trainer.refreshActors();
            if (fork.isPresent()) {
                fork.get().restore(trainer, files.experience());
            }
            Checkpoints checkpoints = new Checkpoints(files.run(), catalogue, spec, trainer);
            try (files) {
                files.take();
                List<Lesson> earlierLessons = files.lessons(seating.agents());
                List<String> notices = files.isResumed() ? restore(trainer, checkpoints) : List.of();
                files.begin(catalogue, spec, computes);
                engine = computes;
                try {
                    begin(trainer, checkpoints, recorder, notices);
                    lessons.begin(earlierLessons, trainer.steps());
                    loop(trainer, checkpoints, recorder);
                    finish(trainer, checkpoints, recorder);
                } catch (RuntimeException | IOException | Error e) {
                    failed(trainer, recorder, e);
                    throw e;
                }
            }
        }
    }

    /**
     * Writes nothing, so that a run that cannot go on stays as it was.
     *
     * @return what the user should know once the run has begun
     */
    private List<String> restore(Trainer trainer, Checkpoints checkpoints) throws IOException {
        List<String> notices = new ArrayList<>();
        if (checkpoints.restore(trainer, notices::add)) {
            checkpointStep = trainer.steps();
        } else {
            notices.add("The run had not written a checkpoint yet and begins anew.");
        }
        return notices;
    }

    private void begin(Trainer trainer, Checkpoints checkpoints, RunRecorder recorder, List<String> notices)
            throws IOException {
        if (files.isResumed()) {
            recorder.resume(trainer.steps()).ifPresent(notices::add);
        } else {
            recorder.create();
        }
        learnsFromLessons = trainer.learnsFromLessons();
        files.writeProgress(RunState.RUNNING, trainer);
        scheduled.skipBefore(trainer.steps());
        writeChanges(trainer);
        if (checkpointStep < 0) {
            // What lies in shared folders now is part of the beginning, to which a killed run may have to come back.
            checkpoint(trainer, checkpoints, recorder);
            // The first takes longer than those to come.
            checkpointNanos = 0;
        }
        presentSpec = trainer.presentSpec();
        begunAt = trainer.steps();
        // Not before, so that the first episode that is watched is of the scenario and the step that the run goes on
        // from.
        policies.complete(trainer.policies());
        listeners.started(spec, files.folder());
        trainer.changes().list().forEach(listeners::changed);
        notices.forEach(listeners::notice);
        tell(RunState.RUNNING, trainer);
    }

    private void loop(Trainer trainer, Checkpoints checkpoints, RunRecorder recorder) throws IOException {
        checkpointEndedAt = System.nanoTime();
        while (!trainer.isOver() && !control.shouldStop()) {
            if (control.shouldPause()) {
                hold(trainer);
                continue;
            }
            makeChanges(trainer);
            control.fulfil(trainer);
            lessons.teach(trainer, listeners);
            boolean ended = trainer.advance();
            if (ended && !trainer.isOver() && isCheckpointDue(trainer)) {
                checkpoint(trainer, checkpoints, recorder);
            }
            long now = System.nanoTime();
            if (meter.isDue(now)) {
                tell(RunState.RUNNING, trainer);
                report(trainer, recorder, now);
            }
        }
    }

    private void makeChanges(Trainer trainer) {
        while (scheduled.isDue(trainer.steps())) {
            OptionChange due = scheduled.next();
            change(trainer, due.policy(), due.option(), due.value());
        }
    }

    /** Those that were made, and those that are still to come. */
    private void writeChanges(Trainer trainer) {
        List<OptionChange> all = new ArrayList<>(trainer.changes().list());
        all.addAll(scheduled.pending());
        files.writeChanges(all);
    }

    /** For those who follow the run from another process. */
    private void report(Trainer trainer, RunRecorder recorder, long now) {
        boolean measured = progress.stepsPerSecond() > 0;
        if (now - reportedAt >= REPORT_INTERVAL_NANOS
                && (measured || progress.stage().isStudying())) {
            reportedAt = now;
            files.writeProgress(RunState.RUNNING, trainer);
        }
        if (reportedAt == now && measured) {
            recorder.put("steps_per_second", progress.step(), progress.stepsPerSecond());
            recorder.put("updates_per_second", progress.step(), progress.updatesPerSecond());
        }
    }

    private void hold(Trainer trainer) {
        tell(RunState.PAUSED, trainer);
        files.writeProgress(RunState.PAUSED, trainer);
        long began = System.nanoTime();
        control.awaitGo();
        files.addPause(System.nanoTime() - began);
        files.writeProgress(RunState.RUNNING, trainer);
        meter.restart();
        checkpointEndedAt = System.nanoTime();
        tell(RunState.RUNNING, trainer);
    }

    private void finish(Trainer trainer, Checkpoints checkpoints, RunRecorder recorder) throws IOException {
        boolean complete = trainer.isOver();
        tell(RunState.STOPPING, trainer);
        if (checkpointStep != trainer.steps()) {
            checkpoint(trainer, checkpoints, recorder);
        }
        recorder.close();
        RunState state = complete ? RunState.FINISHED : RunState.STOPPED;
        files.writeSummary(state, trainer, "");
        tell(state, trainer);
    }

    /**
     * The interval in episodes asks, or the end of a unit of study; the clock may only decide to wait for a later one, which
     * changes no result.
     */
    private boolean isCheckpointDue(Trainer trainer) {
        long interval = spec.run().checkpointInterval();
        return interval > 0
                && (trainer.stage().isStudying() || trainer.episodes() % interval == 0)
                && System.nanoTime() - checkpointEndedAt >= CHECKPOINT_SHARE * checkpointNanos;
    }

    private void checkpoint(Trainer trainer, Checkpoints checkpoints, RunRecorder recorder) throws IOException {
        long began = System.nanoTime();
        recorder.flush();
        checkpoints.write(trainer);
        checkpointStep = trainer.steps();
        files.writeProgress(RunState.RUNNING, trainer);
        checkpointEndedAt = System.nanoTime();
        checkpointNanos = checkpointEndedAt - began;
    }

    private void tell(RunState state, Trainer trainer) {
        progress = meter.measure(state, ProgressMeter.Counts.of(trainer), System.nanoTime());
        listeners.progress(progress);
    }

    /** Keeps what can be kept of a run that failed; its checkpoints are still there. */
    private void failed(Trainer trainer, RunRecorder recorder, Throwable cause) {
        tell(RunState.FAILED, trainer);
        try {
            recorder.close();
            files.writeSummary(RunState.FAILED, trainer, FailureMessage.of(cause, files.folder()));
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void fail(Throwable cause) {
        if (progress.state() != RunState.FAILED) {
            progress = progress.failed();
            listeners.progress(progress);
        }
        LOG.log(System.Logger.Level.DEBUG, "The run failed", cause);
        listeners.failed(FailureMessage.of(cause, files.folder()), cause);
    }
}
