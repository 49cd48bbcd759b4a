package io.particlearena.ui;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.env.Signal;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.PlayedTrajectory;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.math.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A run that makes up its values: some hundred episodes a second, with learning curves that rise. */
public final class FakeRun implements RunHandle {

    private static final List<String> NAMES = List.of("adversary 0", "adversary 1", "adversary 2", "agent 0");
    static final List<AgentSpec> AGENTS = NAMES.stream()
            .map(name -> new AgentSpec(
                    name,
                    name.startsWith("adv") ? Side.BAD : Side.GOOD,
                    List.of(),
                    List.of(ActionHead.categorical("move", 3))))
            .toList();
    private static final int EPISODE_STEPS = 25;

    private final ExperimentSpec spec;
    private final List<RunListener> listeners;
    private final boolean failing;
    private final boolean modelling;
    private final Thread thread = new Thread(this::run, "fake-run");
    private final RandomStream random = RandomStream.ofSeed(7);
    private volatile RunState state = RunState.PREPARING;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final AtomicLong episodes = new AtomicLong();
    private final AtomicInteger lessons = new AtomicInteger();
    private volatile boolean stopWanted;

    FakeRun(ExperimentSpec spec, List<RunListener> listeners, boolean failing, boolean modelling) {
        this.spec = spec;
        this.listeners = List.copyOf(listeners);
        this.failing = failing;
        this.modelling = modelling;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        state = RunState.RUNNING;
        try {
            while (!stopWanted && episodes.get() < spec.run().numEpisodes()) {
                if (state == RunState.RUNNING) {
                    metrics();
                    if (modelling) {
                        signals();
                    }
                    if (episodes.incrementAndGet() == 40 && failing) {
                        fail();
                        return;
                    }
                }
                listeners.forEach(listener -> listener.progress(progress()));
                Thread.sleep(5);
            }
            state = stopWanted ? RunState.STOPPED : RunState.FINISHED;
        } catch (InterruptedException e) {
            state = RunState.STOPPED;
        }
        listeners.forEach(listener -> listener.ended(progress()));
    }

    private void fail() {
        state = RunState.FAILED;
        IllegalStateException cause = new IllegalStateException("critic_loss of adversary 0 is NaN");
        listeners.forEach(listener -> listener.failed("The loss of adversary 0 is not a number.", cause));
        listeners.forEach(listener -> listener.ended(progress()));
    }

    private void metrics() {
        long step = (episodes.get() + 1) * EPISODE_STEPS;
        double learnt = 1 - Math.exp(-step / 8000.0);
        for (int seat = 0; seat < NAMES.size(); seat++) {
            boolean good = seat == 3;
            double level = good ? -30 * learnt : 9 * learnt + seat;
            metric(seat, "episode_return", step, level + 6 * (random.nextDouble() - 0.5));
            metric(seat, "critic_loss", step, 2 * (1 - learnt) + 0.3 * random.nextDouble());
            metric(seat, "policy_loss", step, -level / 3 + random.nextDouble());
            metric(seat, "q_mean", step, level / 2 + 0.5 * random.nextDouble());
        }
    }

    private void signals() {
        long episode = episodes.get();
        List<List<Signal>> signals = CirclePlayer.signals(1);
        List<Double> feature = List.of(episode * 0.1, Math.sin(episode * 0.2), 1.0);
        List<Signal> first = new ArrayList<>(signals.get(0));
        first.add(new Signal("learning_feature", Signal.Kind.VECTOR, 3, feature));
        List<Signal> second = new ArrayList<>(signals.get(1));
        second.add(new Signal("learning_feature", Signal.Kind.VECTOR, 3, feature));
        listeners.forEach(listener ->
                listener.signals(episode * EPISODE_STEPS, stage(), List.of(first, second, List.of(), signals.get(3))));
    }

    /** The first trajectory of a cycle of two, then the second one. */
    private Stage stage() {
        if (!modelling) {
            return Stage.SINGLE;
        }
        boolean second = episodes.get() > 60;
        return new Stage(
                2,
                3,
                second ? 2 : 1,
                2,
                second ? 1500 : 0,
                "good",
                "",
                0,
                0,
                second ? List.of(new PlayedTrajectory(2, 1, "good", 1500)) : List.of());
    }

    private void metric(int seat, String name, long step, double value) {
        listeners.forEach(listener -> listener.metric(NAMES.get(seat) + "/" + name, step, value));
    }

    @Override
    public ExperimentSpec spec() {
        return spec;
    }

    @Override
    public Path folder() {
        return Path.of("runs", spec.scenario() + "-fake");
    }

    @Override
    public List<AgentSpec> agents() {
        return AGENTS;
    }

    @Override
    public Map<String, String> engine() {
        return Map.of("device", "CPU", "backend", "none", "classifier", "none", "threads", "1");
    }

    @Override
    public Progress progress() {
        boolean running = state == RunState.RUNNING;
        long all = spec.run().numEpisodes();
        long episode = episodes.get();
        return new Progress(
                state,
                episode,
                all,
                episode * EPISODE_STEPS,
                episode * 4,
                running ? 5000 : 0,
                running ? 200 : 0,
                (all - episode) / 200.0,
                List.of(),
                stage());
    }

    @Override
    public void pause() {
        state = RunState.PAUSED;
    }

    @Override
    public void resume() {
        state = RunState.RUNNING;
    }

    @Override
    public void stop() {
        stopWanted = true;
    }

    @Override
    public void change(String policy, String option, Object value) {
        changes.add(policy + "." + option + "=" + value);
    }

    /** The changes of live options so far. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    @Override
    public boolean learnsFromLessons() {
        return state == RunState.RUNNING;
    }

    @Override
    public void learnFrom(EpisodeRecording episode) {
        lessons.incrementAndGet();
    }

    /** The episodes that it was to learn from so far. */
    public int lessons() {
        return lessons.get();
    }

    @Override
    public void await() throws InterruptedException {
        thread.join();
    }

    @Override
    public Path keep(EpisodeRecording recording) {
        return Path.of("runs", "fake.episode");
    }

    @Override
    public EpisodePlayer newPlayer() {
        return new CirclePlayer(modelling);
    }

    /** Bodies that go round in circles. */
    static final class CirclePlayer implements EpisodePlayer {

        private final boolean modelling;
        private long episode;
        private int step;

        CirclePlayer(boolean modelling) {
            this.modelling = modelling;
        }

        /** The first two agents predict the last one, one of them rightly. */
        private static List<List<Signal>> signals(int step) {
            if (step == 0) {
                return List.of(List.of(), List.of(), List.of(), List.of());
            }
            return List.of(
                    List.of(Signal.distribution("prediction", 3, new double[] {0.2, 0.7, 0.1})),
                    List.of(Signal.distribution("prediction", 3, new double[] {0.6, 0.3, 0.1})),
                    List.of(),
                    List.of(Signal.distribution("action_probabilities", 3, new double[] {0.1, 0.8, 0.1})));
        }

        @Override
        public EpisodeFrame next() {
            if (step == EPISODE_STEPS) {
                return restart();
            }
            step++;
            return frame();
        }

        @Override
        public EpisodeFrame restart() {
            episode++;
            step = 0;
            return frame();
        }

        private EpisodeFrame frame() {
            List<Scene.Disc> discs = new ArrayList<>();
            Scene.Colour red = new Scene.Colour(0.85, 0.35, 0.35, 1);
            Scene.Colour green = new Scene.Colour(0.35, 0.85, 0.35, 1);
            Scene.Colour grey = new Scene.Colour(0.25, 0.25, 0.25, 1);
            discs.add(new Scene.Disc("landmark 0", Scene.Kind.OBSTACLE, -1, -0.4, 0.3, 0.2, 0, 0, grey));
            discs.add(new Scene.Disc("landmark 1", Scene.Kind.OBSTACLE, -1, 0.5, -0.4, 0.2, 0, 0, grey));
            List<Double> returns = new ArrayList<>();
            for (int seat = 0; seat < 4; seat++) {
                double angle = seat * 1.4 + step * 0.11 + episode;
                double radius = 0.45 + 0.17 * seat;
                discs.add(new Scene.Disc(
                        NAMES.get(seat),
                        Scene.Kind.AGENT,
                        seat,
                        radius * Math.cos(angle),
                        radius * Math.sin(angle),
                        seat == 3 ? 0.05 : 0.075,
                        -radius * Math.sin(angle),
                        radius * Math.cos(angle),
                        seat == 3 ? green : red));
                returns.add(seat == 3 ? -2.5 * step : 1.5 * step);
            }
            List<Scene.Message> messages = List.of(new Scene.Message(0, List.of(0.1, 0.8, 0.1)));
            Scene scene = new Scene(discs, List.of(), messages, 0, 0, 1);
            List<Double> rewards = List.of(0.0, 0.0, 0.0, 0.0);
            boolean last = step == EPISODE_STEPS;
            return new EpisodeFrame(
                    episode,
                    step,
                    scene,
                    AGENTS,
                    returns,
                    rewards,
                    Collections.nCopies(4, List.of(0.0, 1.0, 0.0)),
                    signals(modelling ? step : 0),
                    last);
        }
    }
}
