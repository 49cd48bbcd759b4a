package io.particlearena.experiment;

import io.particlearena.algo.lemol.StudyBenchmark;
import io.particlearena.store.Folders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a stretch of LeMOL's training, says where its time goes, and extrapolates the time of a default experiment: cycles
 * of trajectories with as many episodes as the published program has without flags.
 *
 * <p>The measured trajectory explores longer and learns shorter than that of the experiment, so that the replay buffer is as
 * full as it is on the average there. Event files and checkpoints are left out.
 */
public final class LemolBenchmark {

    /** The preset whose course is extrapolated. */
    private static final String DEFAULT_EXPERIMENT = "lemol-code";

    /** Of each trajectory of that experiment; a batch has as many steps, and all are explored before the first update. */
    private static final int EXPLORATION = 1024;

    private static final Workload WORKLOAD = new Workload(5000, 1280, 100);
    private static final double SMALL_SHARE = 0.01;
    private static final String STUDENT = "bad";
    private static final String OTHER = "good";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final Workload workload;
    private final Seating seating;
    private final RunOptions whole;
    private final StudyBenchmark model;

    private LemolBenchmark(Catalogue catalogue, SpecDraft draft, Workload workload) {
        this.catalogue = catalogue;
        this.workload = workload;
        int limit = catalogue.seating(draft.resolve()).timeLimit();
        // One episode more, with which the trajectory ends, is not timed.
        spec = draft.policyOption("warm_up_steps", workload.exploration() * limit)
                .runOption("num_episodes", workload.exploration() + workload.warmUp() + workload.learning() + 1)
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .seed(1)
                .resolve();
        seating = catalogue.seating(spec);
        whole = new SpecDraft(catalogue)
                .over(catalogue.presetLayer(DEFAULT_EXPERIMENT))
                .resolve()
                .run();
        model = new StudyBenchmark(
                spec.policy(STUDENT).options(),
                seating.agents().get(seating.seatsOf(STUDENT).get(0)),
                seating.agents().get(seating.seatsOf(OTHER).get(0)),
                limit);
    }

    /**
     * How much is measured.
     *
     * @param exploration episodes before the first update; the later half is timed
     * @param learning episodes that are timed while all agents learn, and from which the profile of a trajectory is taken; a
     *     tenth of them goes ahead untimed
     * @param chunks chunks from which the profile of a pass is taken
     */
    record Workload(int exploration, int learning, int chunks) {

        int warmUp() {
            return learning / 10;
        }
    }

    /**
     * How long something takes.
     *
     * @param wall seconds by the clock
     * @param processor seconds that this thread spent on the processor
     */
    public record Time(double wall, double processor) {

        private static Time of(Runnable work) {
            long start = System.nanoTime();
            long processorStart = PROCESSOR.getCurrentThreadCpuTime();
            work.run();
            return new Time(
                    (System.nanoTime() - start) / NANOS_PER_SECOND,
                    (PROCESSOR.getCurrentThreadCpuTime() - processorStart) / NANOS_PER_SECOND);
        }

        private Time times(double factor) {
            return new Time(factor * wall, factor * processor);
        }

        private Time plus(Time other) {
            return new Time(wall + other.wall, processor + other.processor);
        }
    }

    /**
     * What was measured.
     *
     * @param trajectory time of a trajectory of the default experiment
     * @param pass time of a pass of the opponent model over a batch of such trajectories
     * @param experiment time of the default experiment
     * @param ofTrajectory by part its share of the time of a trajectory
     * @param ofPass by operation its share of the time of a pass, the costliest first
     */
    public record Figure(
            Time trajectory, Time pass, Time experiment, Map<String, Double> ofTrajectory, Map<String, Double> ofPass) {

        /** The times of several presets and then their profiles, as Markdown. */
        public static String tables(Map<String, Figure> figures) {
            StringBuilder text =
                    new StringBuilder("| preset | a trajectory | a pass | default experiment |\n|---|---|---|---|\n");
            figures.forEach((preset, figure) -> text.append(String.format(
                    Locale.ROOT,
                    "| `%s`, by the clock | %.1f s | %.1f s | %.0f min |%n| the same, processor time | %.1f s | %.1f s | %.0f min |%n",
                    preset,
                    figure.trajectory.wall,
                    figure.pass.wall,
                    figure.experiment.wall / 60,
                    figure.trajectory.processor,
                    figure.pass.processor,
                    figure.experiment.processor / 60)));
            figures.forEach((preset, figure) -> {
                addShares(text, "a trajectory of `" + preset + "`", 0, figure.ofTrajectory);
                addShares(text, "a pass of `" + preset + "`", SMALL_SHARE, figure.ofPass);
            });
            return text.toString();
        }

        private static void addShares(StringBuilder text, String title, double least, Map<String, Double> shares) {
            text.append(String.format(Locale.ROOT, "%n| part of %s | share |%n|---|---|%n", title));
            double small = 0;
            for (Map.Entry<String, Double> part : shares.entrySet()) {
                if (part.getValue() < least) {
                    small += part.getValue();
                } else {
                    text.append(String.format(Locale.ROOT, "| %s | %.1f %% |%n", part.getKey(), 100 * part.getValue()));
                }
            }
            if (small > 0) {
                text.append(String.format(
                        Locale.ROOT, "| others, none over %.0f %% | %.1f %% |%n", 100 * least, 100 * small));
            }
        }
    }

    /** Measures a preset in which LeMOL plays the side {@code bad} against one agent; writes to a temporary folder. */
    public static Figure run(String preset) throws IOException {
        Catalogue catalogue = Catalogue.standard();
        return run(catalogue, new SpecDraft(catalogue).over(catalogue.presetLayer(preset)), WORKLOAD);
    }

    static Figure run(Catalogue catalogue, SpecDraft draft, Workload workload) throws IOException {
        Path folder = Files.createTempDirectory("particle-arena-lemol");
        try {
            return new LemolBenchmark(catalogue, draft, workload).measure(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private Figure measure(Path folder) {
        try (Trainer trainer = new Trainer(catalogue, spec, folder, (tag, step, value) -> {})) {
            int half = workload.exploration() / 2;
            play(trainer, workload.exploration() - half);
            Time exploring = Time.of(() -> play(trainer, half)).times((double) EXPLORATION / half);
            learn(trainer, newProfile(trainer), workload.warmUp());
            PlayProfile profile = newProfile(trainer);
            Time learning = learn(trainer, profile, workload.learning())
                    .times((double) learningEpisodes() / workload.learning());
            Time trajectory = exploring.plus(learning);
            long chunks = learningEpisodes() * seating.timeLimit() / model.chunkSteps();
            Time pass = chunk(trainer).times((double) chunks);
            Time cycle = trajectory.times(whole.trajPerIter()).plus(pass.times(model.passes()));
            return new Figure(
                    trajectory,
                    pass,
                    cycle.times(whole.nOppCycles()),
                    partsOfTrajectory(profile, exploring, learning),
                    shares(model.profile(workload.chunks())));
        }
    }

    private PlayProfile newProfile(Trainer trainer) {
        return new PlayProfile(
                catalogue,
                spec,
                trainer.policies().bySeat(),
                seating.seatsOf(STUDENT).get(0),
                seating.seatsOf(OTHER).get(0));
    }

    private static void play(Trainer trainer, int episodes) {
        long end = trainer.episodes() + episodes;
        while (trainer.episodes() < end) {
            trainer.advance();
        }
    }

    /** The time of a chunk of the study after the trajectory; the first pass warms up. */
    private Time chunk(Trainer trainer) {
        while (!trainer.stage().isStudying() || trainer.stage().units() == 0) {
            trainer.advance();
        }
        long units = trainer.stage().units();
        long untimed = units / model.passes();
        for (long unit = 0; unit < untimed; unit++) {
            trainer.advance();
        }
        return Time.of(() -> {
                    while (!trainer.isOver()) {
                        trainer.advance();
                    }
                })
                .times(1.0 / (units - untimed));
    }

    /** Plays and learns; a profile of as many episodes is taken in turns with it, so that what disturbs one disturbs both. */
    private static Time learn(Trainer trainer, PlayProfile profile, int episodes) {
        Time sum = new Time(0, 0);
        for (int episode = 0; episode < episodes; episode++) {
            sum = sum.plus(Time.of(() -> play(trainer, 1)));
            profile.playEpisode();
        }
        return sum;
    }

    private Map<String, Double> partsOfTrajectory(PlayProfile profile, Time exploring, Time learning) {
        double scale = (double) learningEpisodes() / workload.learning();
        Map<String, Double> seconds = new LinkedHashMap<>();
        profile.seconds().forEach((part, time) -> seconds.put(part, scale * time));
        double known = seconds.values().stream().mapToDouble(value -> value).sum();
        seconds.put("replay buffer, experience, the rest", Math.max(0, learning.wall() - known));
        seconds.put("exploration", exploring.wall());
        return shares(seconds);
    }

    private long learningEpisodes() {
        return whole.numEpisodes() - EXPLORATION;
    }

    private static Map<String, Double> shares(Map<String, Double> times) {
        double sum = times.values().stream().mapToDouble(value -> value).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        times.forEach((part, time) -> shares.put(part, time / sum));
        return shares;
    }
}
