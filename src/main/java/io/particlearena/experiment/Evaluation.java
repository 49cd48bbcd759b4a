package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.math.RandomStreams;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.store.StateReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Plays episodes with the policies of runs and measures them. The episodes come from the streams {@code evaluation/...} of
 * a seed of their own, so that all runs of a scenario meet the same initial states.
 */
public final class Evaluation {

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final Policies policies;
    private String opponent;
    private final EpisodeRecording.Moment moment;

    /**
     * What came out.
     *
     * @param scenario the scenario's name
     * @param opponent which of the policies that take turns played; empty where none do
     * @param episodes the number of episodes
     * @param deterministic whether agents took their most likely action
     * @param seed the seed of the evaluation
     * @param returns by agent the return of an episode, with its interval
     * @param sum the return summed over agents
     * @param details by tag ({@code AGENT/reward/TERM}, {@code AGENT/event/NAME}, {@code episode_length}) the mean per
     *     episode
     * @param diagnostics by agent and name, the mean per step of the values that the scenario's publication reports
     * @param measures by agent and metric, what its policy measured of itself, for example how well it predicted others
     */
    public record Result(
            String scenario,
            String opponent,
            int episodes,
            boolean deterministic,
            long seed,
            Map<String, Interval> returns,
            Interval sum,
            Map<String, Double> details,
            Map<String, Map<String, Double>> diagnostics,
            Map<String, Map<String, Double>> measures) {

        public Result {
            returns = Collections.unmodifiableMap(new LinkedHashMap<>(returns));
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
            diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }
    }

    /**
     * Loads the newest policies of a run.
     *
     * @param run the run whose scenario is played
     * @param replaced by policy name another run whose policy of that name plays instead
     * @throws OptionException if a run has no such policy, or it does not fit
     */
    public Evaluation(Catalogue catalogue, Path run, Map<String, Path> replaced) {
        this(catalogue, run, OptionalLong.empty(), replaced);
    }

    /**
     * Loads the policies of a run as of a certain checkpoint.
     *
     * @param checkpoint its step; empty for the newest one that is whole
     * @throws OptionException if there is no such checkpoint, a run has no such policy, or it does not fit
     */
    public Evaluation(Catalogue catalogue, Path run, OptionalLong checkpoint, Map<String, Path> replaced) {
        this.catalogue = catalogue;
        Experiments experiments = new Experiments(catalogue, run);
        EarlierPolicies earlier = new EarlierPolicies(catalogue, experiments, withPolicies(experiments, run, replaced));
        this.spec = earlier.spec();
        Seating seating = catalogue.seating(spec);
        policies = new Policies(
                catalogue,
                spec,
                seating,
                Policies.replay(catalogue, spec, seating, 1),
                new RunFolder(run).path().resolve("experience"),
                false);
        Path checkpoints = new RunFolder(run).checkpoints();
        ExperimentSpec trained = experiments.spec(run);
        Checkpoints.Learned own = checkpoint.isPresent()
                ? Checkpoints.at(checkpoint.getAsLong(), checkpoints, catalogue, trained)
                : Checkpoints.newest(checkpoints, catalogue, trained);
        moment = new EpisodeRecording.Moment(own.step(), 0);
        for (String name : policies.byName().keySet()) {
            StateReader state = earlier.states().get(name);
            Checkpoints.restoring(() ->
                    policies.named(name).load(state == null ? own.policies().child(name) : state));
        }
        opponent = spec.opponents().isEmpty() ? "" : spec.opponents().get(0);
    }

    /**
     * Lets another one of the policies that take turns play; at first it is the first of them.
     *
     * @throws OptionException if it is none of them
     */
    public Evaluation against(String policy) {
        List<String> opponents = spec.opponents();
        if (!opponents.contains(policy)) {
            throw new OptionException(
                    "opponents",
                    "There is no opponent \"" + policy + "\" in this run; "
                            + (opponents.isEmpty()
                                    ? "no policies take turns in it."
                                    : "those that take turns are " + String.join(", ", opponents) + "."));
        }
        policies.seat(policy);
        opponent = policy;
        return this;
    }

    private static ExperimentSpec withPolicies(Experiments experiments, Path run, Map<String, Path> replaced) {
        ExperimentSpec spec = experiments.spec(run);
        Map<String, PolicySpec> chosen = new LinkedHashMap<>(spec.policies());
        // What the own policies began with is of no interest: their weights lie in the checkpoint.
        chosen.replaceAll((name, policy) -> new PolicySpec(policy.algorithm(), policy.options()));
        replaced.forEach((name, folder) -> {
            PolicySpec other = experiments.spec(folder).policies().get(name);
            if (other == null || !chosen.containsKey(name)) {
                throw new OptionException(
                        "policies." + name,
                        "The policy \"" + name + "\" of the run " + folder + " cannot play in the run " + run
                                + ", because " + (other == null ? "the former" : "the latter")
                                + " has no policy of that name.");
            }
            chosen.put(name, new PolicySpec(other.algorithm(), other.options(), folder.toString()));
        });
        // Nothing changes where nothing trains, and another algorithm may not even have the options.
        return spec.withPolicies(chosen).withChanges(List.of());
    }

    /** The environment steps that the run's policies had made in training. */
    public long step() {
        return moment.step();
    }

    /** A player of episodes with these policies, for a view. */
    public EpisodePlayer newPlayer() {
        return new RunPlayer(catalogue, () -> spec, policies::players, () -> moment);
    }

    /**
     * Plays episodes.
     *
     * @param episodes how many, positive
     * @param deterministic whether agents take their most likely action
     * @param seed the seed of the evaluation's streams
     */
    public Result play(int episodes, boolean deterministic, long seed) {
        return play(episodes, deterministic, seed, recording -> {}, 0);
    }

    /**
     * Plays episodes and records the first ones.
     *
     * @param recordings receives the recordings
     * @param recorded how many episodes to record
     */
    public Result play(
            int episodes, boolean deterministic, long seed, Consumer<EpisodeRecording> recordings, int recorded) {
        RandomStreams streams = new RandomStreams(seed);
        Environment environment = catalogue.environment(spec, streams.stream("evaluation/world"));
        Actor[] actors = policies.actors();
        Lane lane = new Lane(environment, actors, streams, "evaluation/acting", deterministic);
        EvaluationMeasure measure = new EvaluationMeasure(
                environment, episodes, policies.newPlayMeasures().values());
        EpisodeRecorder recorder = catalogue.recorder(spec, environment);
        for (int episode = 0; episode < episodes; episode++) {
            lane.begin();
            if (episode < recorded) {
                recorder.begin("evaluation with seed " + seed + ", episode " + (episode + 1), moment, lane.before());
            }
            playOne(lane, actors, deterministic, measure, recorder);
            if (recorder.isRecording()) {
                recordings.accept(recorder.finish());
            }
        }
        return measure.result(spec.scenario(), opponent, deterministic, seed);
    }

    private void playOne(
            Lane lane, Actor[] actors, boolean deterministic, EvaluationMeasure measure, EpisodeRecorder recorder) {
        while (true) {
            lane.step(actors);
            measure.step(lane, deterministic);
            if (recorder.isRecording() && recorder.steps() < EpisodeRecorder.MOST_STEPS) {
                recorder.step(lane.chosen(), lane.signals(policies.critics()), lane.after());
            }
            if (lane.after().episodeOver()) {
                measure.endEpisode();
                return;
            }
            lane.proceed();
        }
    }
}
