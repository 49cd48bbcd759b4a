package io.particlearena.scenario;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Deviation;
import io.particlearena.env.Environment;
import io.particlearena.env.Scene;
import io.particlearena.env.StepBuffer;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An episode that the reference implementations recorded, in the format {@code mpe-golden/1}: it holds everything that is
 * needed to replay it without random numbers, and everything that came out.
 *
 * <p>Replaying starts from the recorded beginning and never returns to the recorded state in between.
 */
public final class GoldenTrajectory {

    /** The name of the format, under the key {@code format} of the file. */
    public static final String FORMAT = "mpe-golden/1";

    /** The largest difference that the format's description allows. */
    public static final double TOLERANCE = 1e-9;

    private final Tree file;

    /**
     * @param file the parsed JSON: maps, lists, numbers, texts, booleans and nulls
     * @throws IllegalArgumentException if it is not of this format, or something is missing
     */
    public GoldenTrajectory(@Nullable Object file) {
        this.file = new Tree("", file);
        if (!(file instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("The file holds " + this.file.found() + "; it must hold an object.");
        }
        if (!FORMAT.equals(members.get("format"))) {
            throw new IllegalArgumentException(
                    "The file's format is \"" + members.get("format") + "\", but must be \"" + FORMAT + "\".");
        }
        GoldenFormat.require(this.file);
    }

    /** The name of the scenario, {@code core} for bodies without a task. */
    public String scenario() {
        return file.get("scenario").text();
    }

    /**
     * What is to be seen of the episode at its beginning or after a step.
     *
     * @param observations by seat, of the new state
     * @param actions by seat, as recorded; zeros at the beginning
     * @param rewards by seat, for the step; zeros at the beginning
     * @param rewardTerms by seat, the rewards by term
     * @param events by seat, how often each event happened
     */
    public record Moment(
            Scene scene,
            List<List<Double>> observations,
            List<List<Double>> actions,
            List<Double> rewards,
            List<List<Double>> rewardTerms,
            List<List<Double>> events) {
        public Moment {
            observations = List.copyOf(observations);
            actions = List.copyOf(actions);
            rewards = List.copyOf(rewards);
            rewardTerms = List.copyOf(rewardTerms);
            events = List.copyOf(events);
        }

        private static Moment of(Environment environment, StepBuffer buffer, double[][] actions) {
            return new Moment(
                    environment.scene(),
                    bySeat(actions, buffer::observation),
                    bySeat(actions, seat -> actions[seat]),
                    Arrays.stream(buffer.rewards()).boxed().toList(),
                    bySeat(actions, buffer::rewardTerms),
                    bySeat(actions, buffer::events));
        }

        private static List<List<Double>> bySeat(double[][] actions, IntFunction<double[]> values) {
            return IntStream.range(0, actions.length)
                    .mapToObj(seat -> Arrays.stream(values.apply(seat)).boxed().toList())
                    .toList();
        }
    }

    /** The names of the terms whose sum is an agent's reward. */
    public List<String> rewardTerms() {
        return new GoldenStage(file).build().rewardTerms();
    }

    /** The names of the events that are counted. */
    public List<String> events() {
        return new GoldenStage(file).build().events();
    }

    /** The agents by seat. */
    public List<AgentSpec> agents() {
        return new GoldenStage(file).build().agents();
    }

    /**
     * Plays the recorded actions and keeps what is to be seen: the beginning, and one moment for each step.
     *
     * @throws IllegalArgumentException as {@link #replay}
     */
    public List<Moment> moments() {
        ParticleEnvironment environment = new GoldenStage(file).build();
        StepBuffer buffer = new StepBuffer(environment);
        environment.begin(buffer);
        double[][] none = environment.agents().stream()
                .map(agent -> new double[agent.actionSize()])
                .toArray(double[][]::new);
        List<Moment> moments = new ArrayList<>(List.of(Moment.of(environment, buffer, none)));
        for (Tree step : file.get("steps").list()) {
            double[][] actions = actions(step, environment);
            environment.advance(actions, buffer);
            moments.add(Moment.of(environment, buffer, actions));
        }
        return moments;
    }

    /**
     * Plays the recorded actions and compares everything that comes out.
     *
     * @throws IllegalArgumentException if the episode cannot be set up
     */
    public Deviation replay() {
        ParticleEnvironment environment = new GoldenStage(file).build();
        StepBuffer buffer = new StepBuffer(environment);
        Comparison comparison = new Comparison();
        environment.begin(buffer);
        comparison.at("beginning");
        if (!GoldenFormat.isMpe2(file)) {
            boolean shared = environment.scenario().sharing().equals(Sharing.SUM);
            comparison.fact("shared reward", file.get("shared_reward").truth(), shared);
        }
        observations(comparison, file.get("initial_obs").list(), buffer);
        boolean over = false;
        List<Tree> steps = file.get("steps").list();
        for (int number = 0; number < steps.size(); number++) {
            Tree step = steps.get(number);
            environment.advance(actions(step, environment), buffer);
            comparison.at("step " + number);
            state(comparison, step, environment.world());
            observations(comparison, step.get("obs").list(), buffer);
            rewards(comparison, step, environment, buffer);
            diagnostics(comparison, step, environment);
            if (!over) {
                ends(comparison, step, buffer);
            }
            over |= buffer.episodeOver();
        }
        return comparison.deviation();
    }

    private double[][] actions(Tree step, ParticleEnvironment environment) {
        List<Tree> recorded = step.get("actions").list();
        double[][] actions = new double[environment.world().agents()][];
        for (int agent = 0; agent < actions.length; agent++) {
            Tree action = recorded.get(agent);
            actions[agent] = action.node() instanceof Number
                    ? oneHot((int) action.number(), environment.world(), agent)
                    : action.numbers();
            int needed = environment.actionSize(agent);
            if (actions[agent].length != needed) {
                throw new IllegalArgumentException("The recording's \"" + action.path() + "\" has "
                        + actions[agent].length + " numbers; it must have " + needed + ".");
            }
        }
        return actions;
    }

    /** A number that stands for a move, a symbol, or for both as {@code move + 5 * symbol}. */
    private static double[] oneHot(int index, ParticleWorld world, int agent) {
        int moves = world.body(agent).movable() ? ActionDecoder.MOVES : 0;
        int symbols = world.body(agent).speaks() ? world.messageSize() : 0;
        double[] action = new double[moves + symbols];
        int move = moves == 0 ? 0 : index % moves;
        int symbol = moves == 0 ? index : index / moves;
        if (moves > 0) {
            action[move] = 1;
        }
        if (symbols > 0) {
            action[moves + symbol] = 1;
        }
        return action;
    }

    private static void state(Comparison comparison, Tree step, ParticleWorld world) {
        for (int agent = 0; agent < world.agents(); agent++) {
            Tree state = step.get("agents").list().get(agent);
            body(comparison, state, world, agent, "agent " + agent);
            double[] said = state.get("c").numbers();
            double[] heard = world.messages()[agent];
            for (int symbol = 0; symbol < Math.max(said.length, heard.length); symbol++) {
                double recorded = symbol < said.length ? said[symbol] : 0;
                double replayed = symbol < heard.length ? heard[symbol] : 0;
                comparison.number("message of agent " + agent, symbol, recorded, replayed);
            }
            double[] control = {
                world.body(agent).movable() ? world.controlX()[agent] : 0,
                world.body(agent).movable() ? world.controlY()[agent] : 0
            };
            comparison.numbers(
                    "force of agent " + agent, step.get("u").list().get(agent).numbers(), control);
        }
        if (step.get("landmarks").present()) {
            List<Tree> landmarks = step.get("landmarks").list();
            for (int landmark = 0; landmark < landmarks.size(); landmark++) {
                body(comparison, landmarks.get(landmark), world, world.agents() + landmark, "landmark " + landmark);
            }
        }
    }

    private static void body(Comparison comparison, Tree state, ParticleWorld world, int body, String name) {
        comparison.numbers(
                "position of " + name, state.get("pos").numbers(), new double[] {world.x()[body], world.y()[body]});
        comparison.numbers("velocity of " + name, state.get("vel").numbers(), new double[] {
            world.velocityX()[body], world.velocityY()[body]
        });
    }

    private static void observations(Comparison comparison, List<Tree> recorded, StepBuffer buffer) {
        for (int agent = 0; agent < buffer.rewards().length; agent++) {
            comparison.numbers(
                    "observation of agent " + agent, recorded.get(agent).numbers(), buffer.observation(agent));
        }
    }

    private static void rewards(Comparison comparison, Tree step, ParticleEnvironment environment, StepBuffer buffer) {
        comparison.numbers("reward of agent", step.get("rewards").numbers(), buffer.rewards());
        double[][] terms = environment.score().own();
        double[] own = new double[terms.length];
        for (int agent = 0; agent < own.length; agent++) {
            own[agent] = sum(terms[agent]);
        }
        comparison.numbers("own reward of agent", step.get("own_rewards").numbers(), own);
        if (step.get("global_reward").present()) {
            comparison.number(
                    "reward of the team",
                    -1,
                    step.get("global_reward").number(),
                    sum(environment.score().team()));
        }
    }

    private static double sum(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    private static void diagnostics(Comparison comparison, Tree step, ParticleEnvironment environment) {
        if (step.get("info").present()) {
            List<Tree> info = step.get("info").list();
            for (int agent = 0; agent < info.size(); agent++) {
                double[] values = new double[environment.diagnostics(agent).size()];
                environment.readDiagnostics(agent, values);
                comparison.numbers("info of agent " + agent, info.get(agent).allNumbers(), values);
            }
        }
    }

    private static void ends(Comparison comparison, Tree step, StepBuffer buffer) {
        boolean terminated = GoldenFormat.any(step.get("terminated")) || GoldenFormat.any(step.get("dones"));
        comparison.fact("terminated", terminated, buffer.terminated());
        comparison.fact("truncated", GoldenFormat.any(step.get("truncated")), buffer.truncated());
    }
}
