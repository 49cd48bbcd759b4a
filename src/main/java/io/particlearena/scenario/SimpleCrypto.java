package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario {@code simple_crypto} (covert communication): Alice tells Bob which landmark is meant, with a key that both
 * know, so that Eve, who hears everything and has no key, does not understand. Nobody moves.
 *
 * <p>The goal is the number of a landmark as a one-hot vector. Bob and Eve answer with a message, and pay its squared
 * distance to the goal; a message of exact zeros costs nothing, as in the published code. Alice's message reaches the others
 * one step later, while rewards use what was just said.
 */
final class SimpleCrypto implements Scenario {

    /** Alice is the third agent wherever there are so many. */
    private static final int ALICE = 2;

    private static final Scene.Colour EVE_COLOUR = Colours.agent(0.75, 0.25, 0.25);
    private static final Scene.Colour ALICE_COLOUR = Colours.agent(0.25, 0.25, 0.25);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of eavesdroppers, each called Eve.", value = "1", min = 1, max = 2)
            int numAdversaries,

            @Option(help = "Number of receivers, each called Bob.", value = "1", min = 1, max = 100)
            int numReceivers,

            @Option(help = "Number of landmarks, one of which is meant.", value = "2", min = 1, max = 100)
            int numLandmarks,

            @Option(
                    help = "Number of symbols in a message, no fewer than there are landmarks.",
                    value = "4",
                    min = 1,
                    max = 100,
                    formerName = "dim-c")
            int messageSize,

            @Option(
                    help = "Whether a message of exact zeros is judged as any other, a correction of the rules.",
                    value = "false")
            boolean judgeSilence,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            if (messageSize < numLandmarks) {
                throw new OptionException(
                        "message_size",
                        "Option message_size is \"" + messageSize + "\", but must be at least " + numLandmarks
                                + ", the number of landmarks.");
            }
        }
    }

    private final Cast cast;
    private final int speaker;
    private final boolean[] adversary;
    private final double[][] colours;
    private final boolean judgeSilence;
    private int goal;
    private int key;

    SimpleCrypto(Options options) {
        ParticleOptions particles = options.particles();
        Body body = particles.agent(Body.landmark(0.05).speaking());
        List<Figure> agents = new ArrayList<>(Cast.bad("eve", options.numAdversaries(), body));
        agents.addAll(Cast.good("bob", options.numReceivers(), body));
        speaker = Math.min(ALICE, agents.size());
        agents.add(speaker, Figure.good("alice 0", body));
        Body landmark = particles.landmark(Body.landmark(0.05));
        cast = new Cast(
                agents,
                Cast.props("landmark", options.numLandmarks(), Scene.Kind.LANDMARK, landmark),
                options.messageSize());
        adversary = cast.adversaries();
        colours = new double[options.numLandmarks()][options.messageSize()];
        for (int i = 0; i < colours.length; i++) {
            colours[i][i] = 1;
        }
        judgeSilence = options.judgeSilence();
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("own_error", "opponent_error");
    }

    @Override
    public List<String> events() {
        return List.of("message", "understood");
    }

    @Override
    public int observationSize(int agent) {
        return adversary[agent] ? cast.messageSize() : 2 * cast.messageSize();
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        goal = random.nextInt(colours.length);
        key = random.nextInt(colours.length);
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double bobs = 0;
        double eves = 0;
        for (int agent = 0; agent < world.agents(); agent++) {
            boolean said = Talk.said(world, agent);
            double error = said || judgeSilence ? Talk.squaredError(world, agent, colours[goal]) : 0;
            if (adversary[agent]) {
                score.own()[agent][0] = -error;
                eves += error;
            } else if (agent != speaker) {
                bobs += error;
            }
            score.events()[agent][0] = said ? 1 : 0;
            score.events()[agent][1] = agent != speaker && loudest(world.messages()[agent]) == goal ? 1 : 0;
        }
        for (int agent = 0; agent < world.agents(); agent++) {
            if (!adversary[agent]) {
                score.own()[agent][0] = -bobs;
                score.own()[agent][1] = eves;
            }
        }
    }

    /** The symbol of the largest weight, -1 for silence. */
    private static int loudest(double[] message) {
        int loudest = -1;
        for (int symbol = 0; symbol < message.length; symbol++) {
            if (message[symbol] > (loudest < 0 ? 0 : message[loudest])) {
                loudest = symbol;
            }
        }
        return loudest;
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            if (agent == speaker) {
                Vision.constants(colours[key], out, Vision.constants(colours[goal], out, 0));
            } else {
                int at = adversary[agent] ? 0 : Vision.constants(colours[key], out, 0);
                Vision.message(world, speaker, out, at);
            }
        }
    }

    @Override
    public List<String> diagnostics(int agent) {
        List<String> names = new ArrayList<>();
        for (String part : List.of("message", "goal")) {
            for (int symbol = 0; symbol < cast.messageSize(); symbol++) {
                names.add(part + "_" + symbol);
            }
        }
        return names;
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        Vision.constants(colours[goal], out, Vision.message(world, agent, out, 0));
    }

    @Override
    public Scene.Colour colour(int body) {
        int agents = cast.agents().size();
        if (body == speaker) {
            return ALICE_COLOUR;
        }
        if (body < agents && cast.agents().get(body).side() == Side.BAD) {
            return EVE_COLOUR;
        }
        double[] rgb = Palette.colours(Palette.SIZE, 0.2, 0.9)[(body < agents ? goal : body - agents) % Palette.SIZE];
        return body < agents ? Colours.agent(rgb[0], rgb[1], rgb[2]) : Colours.landmark(rgb[0], rgb[1], rgb[2]);
    }

    @Override
    public void choose(Choices choices, ParticleWorld world) {
        goal = choices.index("goal_landmark");
        key = choices.index("key_landmark");
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("goal", goal);
        out.putLong("key", key);
    }

    @Override
    public void load(StateReader in) {
        goal = (int) in.getLong("goal");
        key = (int) in.getLong("key");
    }
}
