package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario {@code simple_speaker_listener} (cooperative communication): a speaker that cannot move sees the colour of the
 * goal, listeners that cannot speak must go there.
 *
 * <p>Everyone earns minus the listeners' squared distance. OpenAI's rules pay everyone the sum over all agents, with one
 * listener twice the distance; MPE2's pay it once.
 */
final class SimpleSpeakerListener implements Scenario {

    private static final int SPEAKER = 0;
    private static final int COLOUR = 3;
    private static final Scene.Colour GREY = Colours.agent(0.25, 0.25, 0.25);

    /** How much brighter a listener is than its goal. */
    private static final double BRIGHTER = 0.45;

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of listeners.", value = "1", min = 1, max = 100)
            int numListeners,

            @Option(
                    help = "Number of landmarks, each of a colour of its own.",
                    value = "3",
                    min = 1,
                    max = Palette.SIZE)
            int numLandmarks,

            @Option(help = "Number of symbols in a message.", value = "3", min = 1, max = 100, formerName = "dim-c")
            int messageSize,

            @Option(help = "Radius of agents.", value = "0.075", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.04", min = 0.001, max = 1)
            double landmarkSize,

            @OptionGroup("OpenAI rewards") TeamReward team,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            team.requireOpenAi(rules);
        }
    }

    private final Cast cast;
    private final Sharing sharing;
    private final double[][] colours;
    private int goal;

    SimpleSpeakerListener(Options options) {
        ParticleOptions particles = options.particles();
        Body agent = particles.agent(Body.agent(options.agentSize()));
        Body landmark = particles.landmark(Body.landmark(options.landmarkSize()));
        List<Figure> agents =
                new ArrayList<>(Cast.good("speaker", 1, agent.withMovable(false).speaking()));
        agents.addAll(Cast.good("listener", options.numListeners(), agent));
        cast = new Cast(
                agents,
                Cast.props("landmark", options.numLandmarks(), Scene.Kind.LANDMARK, landmark),
                options.messageSize());
        if (options.rules() == Rules.MPE2) {
            sharing = Sharing.NONE;
        } else {
            sharing = options.team().sharing(agents.size());
        }
        colours = Palette.colours(options.numLandmarks(), 0.15, 0.65);
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
        return agent == SPEAKER ? COLOUR : 2 + 2 * cast.landmarks().size() + cast.messageSize();
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        goal = random.nextInt(colours.length);
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double earned = -squaredDistance(world);
        for (int agent = 0; agent < world.agents(); agent++) {
            score.own()[agent][0] = earned;
            if (agent != SPEAKER) {
                score.events()[agent][0] = Space.touch(world, agent, world.agents() + goal) ? 1 : 0;
            }
        }
        score.events()[SPEAKER][1] = Talk.said(world, SPEAKER) ? 1 : 0;
    }

    private double squaredDistance(ParticleWorld world) {
        double sum = 0;
        for (int listener = 1; listener < world.agents(); listener++) {
            sum += Space.squared(world, listener, world.agents() + goal);
        }
        return sum;
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        Vision.constants(colours[goal], observations[SPEAKER], 0);
        for (int listener = 1; listener < world.agents(); listener++) {
            double[] out = observations[listener];
            int at = Vision.landmarks(world, listener, out, Vision.velocity(world, listener, out, 0));
            Vision.message(world, SPEAKER, out, at);
        }
    }

    @Override
    public List<String> diagnostics(int agent) {
        return List.of("reward");
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        out[0] = -squaredDistance(world);
    }

    @Override
    public Scene.Colour colour(int body) {
        int agents = cast.agents().size();
        if (body == SPEAKER) {
            return GREY;
        }
        double[] rgb = colours[body < agents ? goal : body - agents];
        return body < agents
                ? Colours.agent(rgb[0] + BRIGHTER, rgb[1] + BRIGHTER, rgb[2] + BRIGHTER)
                : Colours.landmark(rgb[0], rgb[1], rgb[2]);
    }

    @Override
    public void choose(Choices choices, ParticleWorld world) {
        goal = choices.index("goal_landmark_of_agent", SPEAKER);
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("goal", goal);
    }

    @Override
    public void load(StateReader in) {
        goal = (int) in.getLong("goal");
    }
}
