package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.PlayMeasure;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.Student;
import io.particlearena.math.RandomStreams;
import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The policies of a specification, connected with each other. A side's policy that plays no agent in the scenario is not
 * made. Where policies take turns, the first one's seats pass to the others.
 */
final class Policies implements Stateful {

    private final Map<String, Policy> byName = new LinkedHashMap<>();
    private final Seating seating;
    private final List<String> opponents;
    private volatile List<Policy> bySeat = List.of();
    private List<Policy> playing = List.of();

    /**
     * @param experience where each policy may have a folder of its name
     * @param learn whether they are to learn
     */
    Policies(
            Catalogue catalogue,
            ExperimentSpec spec,
            Seating seating,
            JointReplay replay,
            Path experience,
            boolean learn) {
        this.seating = seating;
        this.opponents = spec.opponents();
        RandomStreams streams = new RandomStreams(spec.seed());
        spec.policies().forEach((name, policy) -> {
            List<Integer> seats = seats(seating, spec, name);
            if (!seats.isEmpty()) {
                PolicyContext context = new PolicyContext(
                        name,
                        seats,
                        seating.agents(),
                        streams,
                        replay,
                        seating.timeLimit(),
                        experience.resolve(name),
                        learn);
                byName.put(name, catalogue.algorithm(policy.algorithm()).create(policy.options(), context));
            }
        });
        seat(opponents.isEmpty() ? "" : opponents.get(0));
    }

    /** The seats of a policy when it has its turn. */
    static List<Integer> seats(Seating seating, ExperimentSpec spec, String policy) {
        return seating.seatsOf(
                spec.opponents().contains(policy) ? spec.opponents().get(0) : policy);
    }

    /**
     * An empty replay buffer with the columns that the policies of a specification need; it keeps the latest step alone
     * where none samples from it.
     */
    static JointReplay replay(Catalogue catalogue, ExperimentSpec spec, Seating seating, int capacity) {
        Set<ReplayColumn> columns = new LinkedHashSet<>();
        boolean sampled = false;
        for (Map.Entry<String, PolicySpec> policy : spec.policies().entrySet()) {
            List<Integer> seats = seats(seating, spec, policy.getKey());
            if (!seats.isEmpty()) {
                AlgorithmEntry<?> algorithm =
                        catalogue.algorithm(policy.getValue().algorithm());
                columns.addAll(algorithm.columns(policy.getValue().options(), seats, seating.agents()));
                sampled |= algorithm.usesReplay();
            }
        }
        return new JointReplay(seating.agents(), sampled ? capacity : 1, List.copyOf(columns));
    }

    /**
     * Gives the seats of the first of the policies that take turns to another one.
     *
     * @param opponent the policy whose turn it is; empty where no policies take turns
     */
    void seat(String opponent) {
        List<Policy> seated = new ArrayList<>();
        for (String name : seating.policyOfSeat()) {
            boolean passes = !opponent.isEmpty() && name.equals(opponents.get(0));
            seated.add(named(passes ? opponent : name));
        }
        bySeat = List.copyOf(seated);
        playing = byName.values().stream().filter(seated::contains).toList();
        playing.forEach(policy -> policy.connect(seated));
    }

    /**
     * Refuses trajectories that are too short for those who learn between them.
     *
     * @throws OptionException if so
     */
    void requireLongTrajectories(RunOptions run) {
        Map<String, Long> longest = new LinkedHashMap<>();
        for (String opponent : opponents.isEmpty() ? List.of("") : opponents) {
            seat(opponent);
            long steps = learningSteps(run);
            students().stream()
                    .filter(name -> playing.contains(named(name)))
                    .forEach(name -> longest.merge(name, steps, Math::max));
        }
        longest.forEach((name, steps) -> Catalogue.within("policies." + name + ".", "Policy " + name + ": ", () -> {
            student(name).requireLongTrajectories(steps);
            return name;
        }));
    }

    /**
     * Refuses a run that leaves out play where there is nobody who learns without, or nothing to learn from.
     *
     * @param option the option that leaves out play
     * @throws OptionException if so
     */
    void requireExperience(String option) {
        if (students().isEmpty()) {
            throw new OptionException(
                    "run." + option,
                    "Option " + option + " leaves out play, but no policy learns between trajectories; LeMOL does.");
        }
        students()
                .forEach(name -> Catalogue.within("policies." + name + ".", "Policy " + name + ": ", () -> {
                    student(name).requireExperience();
                    return name;
                }));
    }

    /** The most steps that the first environment makes in a trajectory while all who play learn. */
    private long learningSteps(RunOptions run) {
        long environments = run.numEnvironments();
        long limit = seating.timeLimit();
        long exploring =
                playing.stream().mapToLong(Policy::explorationSteps).max().orElse(0);
        long own = roundedUp(Math.min(exploring, run.replayBufferCapacity()), environments);
        // Learning is followed from the beginning of an episode; where there are others, episodes that end early may
        // move it.
        long before = environments == 1 ? roundedUp(own, limit) * limit : own;
        return Math.max(0, roundedUp(run.numEpisodes(), environments) * limit - before);
    }

    private static long roundedUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** By seat, the policy that plays it. May be called from any thread. */
    List<Policy> bySeat() {
        return bySeat;
    }

    /** Those who play now, whoever plays later. May be called from any thread. */
    Players players() {
        return new Seated(bySeat);
    }

    /** How those who play now value what happens, by seat; newest snapshots. May be called from any thread. */
    List<Critic> critics() {
        return players().critics();
    }

    private record Seated(List<Policy> policies) implements Players {

        @Override
        public Actor[] actors() {
            Actor[] actors = new Actor[policies.size()];
            for (int seat = 0; seat < actors.length; seat++) {
                actors[seat] = policies.get(seat).actor(seat);
            }
            return actors;
        }

        @Override
        public List<Critic> critics() {
            List<Critic> critics = new ArrayList<>();
            for (int seat = 0; seat < policies.size(); seat++) {
                critics.add(policies.get(seat).critic(seat));
            }
            return critics;
        }
    }

    /** The policies that play now, each once. */
    List<Policy> playing() {
        return playing;
    }

    /** By name, new measures of the policies that play now and have something to report. */
    Map<String, PlayMeasure> newPlayMeasures() {
        Map<String, PlayMeasure> measures = new LinkedHashMap<>();
        byName.forEach((name, policy) -> {
            if (playing.contains(policy)) {
                policy.newPlayMeasure().ifPresent(measure -> measures.put(name, measure));
            }
        });
        return measures;
    }

    /** The policies that play now and learn between trajectories. */
    List<Student> playingStudents() {
        return playing().stream()
                .filter(Student.class::isInstance)
                .map(Student.class::cast)
                .toList();
    }

    /** The names of all policies that learn between trajectories. */
    List<String> students() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Student)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A policy that learns between trajectories. */
    Student student(String name) {
        if (named(name) instanceof Student student) {
            return student;
        }
        throw new IllegalArgumentException("The policy \"" + name + "\" does not learn between trajectories");
    }

    /** The policies by name, in the order of the specification. */
    Map<String, Policy> byName() {
        return byName;
    }

    /** The policy of this name, which must play an agent. */
    Policy named(String name) {
        Policy policy = byName.get(name);
        if (policy == null) {
            throw new IllegalArgumentException("No agent is played by a policy \"" + name + "\"");
        }
        return policy;
    }

    /** By seat, the newest snapshots. May be called from any thread. */
    Actor[] actors() {
        return players().actors();
    }

    @Override
    public void save(StateWriter out) {
        byName.forEach(out::put);
    }

    @Override
    public void load(StateReader in) {
        byName.forEach(in::get);
    }
}
