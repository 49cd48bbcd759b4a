package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_reference}: each agent knows where the next one (with two agents, the other) must go, and must
 * tell it. Agents move and speak at once.
 *
 * <p>An agent wears the colour of its goal, which it does not see. OpenAI's rules pay everyone the sum of all agents'
 * rewards, minus squared distances; MPE2's pay a local ratio of the own reward, minus a distance, and the rest of the mean.
 */
final class SimpleReference implements Scenario {

    private static final int COLOUR = 3;

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(
                    help = "Number of agents; each guides the next one, the last the first.",
                    value = "2",
                    min = 2,
                    max = 100)
            int numAgents,

            @Option(
                    help = "Number of landmarks, each of a colour of its own.",
                    value = "3",
                    min = 1,
                    max = Palette.SIZE)
            int numLandmarks,

            @Option(help = "Number of symbols in a message.", value = "10", min = 1, max = 100, formerName = "dim-c")
            int messageSize,

            @Option(help = "Radius of agents.", value = "0.05", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.05", min = 0.001, max = 1)
            double landmarkSize,

            @OptionGroup("OpenAI rewards") TeamReward team,

            @OptionGroup("MPE2 rewards") LocalRatio shared,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            shared.requireMpe2(rules);
            team.requireOpenAi(rules);
        }
    }

    private final Cast cast;
    private final Sharing sharing;
    private final boolean squared;
    private final double[][] colours;
    private final int[] goals;

    SimpleReference(Options options) {
        ParticleOptions particles = options.particles();
        Body agent = particles.agent(Body.agent(options.agentSize()).speaking());
        Body landmark = particles.landmark(Body.landmark(options.landmarkSize()));
        cast = new Cast(
                Cast.good("agent", options.numAgents(), agent),
                Cast.props("landmark", options.numLandmarks(), Scene.Kind.LANDMARK, landmark),
                options.messageSize());
        if (options.rules() == Rules.MPE2) {
            sharing = options.shared().sharing();
        } else {
            sharing = options.team().sharing(options.numAgents());
        }
        squared = options.rules() == Rules.OPENAI;
        colours = Palette.colours(options.numLandmarks(), 0.25, 0.75);
        goals = new int[options.numAgents()];
    }

    /** The agent that an agent guides. */
    private int guided(int agent) {
        return (agent + 1) % goals.length;
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return sharing;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("distance");
    }

    @Override
    public List<String> events() {
        return List.of("goal_reached", "message");
    }

    @Override
    public int observationSize(int agent) {
        return 2 + 2 * cast.landmarks().size() + COLOUR + (goals.length - 1) * cast.messageSize();
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int agent = 0; agent < goals.length; agent++) {
            goals[guided(agent)] = random.nextInt(colours.length);
        }
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double sum = 0;
        for (int agent = 0; agent < goals.length; agent++) {
            int guided = guided(agent);
            double away = Space.squared(world, guided, world.agents() + goals[guided]);
            score.own()[agent][0] = squared ? -away : -Math.sqrt(away);
            sum += score.own()[agent][0];
            score.events()[agent][0] = Space.touch(world, agent, world.agents() + goals[agent]) ? 1 : 0;
            score.events()[agent][1] = Talk.said(world, agent) ? 1 : 0;
        }
        score.team()[0] = sum / goals.length;
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < goals.length; agent++) {
            double[] out = observations[agent];
            int at = Vision.landmarks(world, agent, out, Vision.velocity(world, agent, out, 0));
            at = Vision.constants(colours[goals[guided(agent)]], out, at);
            Vision.othersMessages(world, agent, out, at);
        }
    }

    @Override
    public Scene.Colour colour(int body) {
        if (body < goals.length) {
            double[] rgb = colours[goals[body]];
            return Colours.agent(rgb[0], rgb[1], rgb[2]);
        }
        double[] rgb = colours[body - goals.length];
        return Colours.landmark(rgb[0], rgb[1], rgb[2]);
    }

    @Override
    public void choose(Choices choices, ParticleWorld world) {
        for (int agent = 0; agent < goals.length; agent++) {
            if (choices.index("goal_agent", agent) != guided(agent)) {
                throw new IllegalArgumentException("In the recording, agent " + agent + " guides agent "
                        + choices.index("goal_agent", agent) + ", but here agent " + guided(agent) + ".");
            }
            goals[guided(agent)] = choices.index("goal_landmark_of_agent", agent);
        }
    }

    @Override
    public void save(StateWriter out) {
        Talk.saveIndices(out, "goals", goals);
    }

    @Override
    public void load(StateReader in) {
        Talk.loadIndices(in, "goals", goals);
    }
}
