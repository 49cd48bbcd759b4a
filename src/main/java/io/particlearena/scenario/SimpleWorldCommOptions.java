package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;
import java.util.ArrayList;
import java.util.List;

/** What can be set in {@link SimpleWorldComm}. */
record SimpleWorldCommOptions(
        @Option(help = ParticleOptions.RULES, value = "openai")
        Rules rules,

        @Option(help = "Number of adversaries; the first is the leader.", value = "4", min = 1, max = 100)
        int numAdversaries,

        @Option(help = "Number of good agents.", value = "2", min = 1, max = 100, formerName = "num-good")
        int numGoodAgents,

        @Option(help = "Number of obstacles.", value = "1", min = 0, max = 100)
        int numObstacles,

        @Option(help = "Number of pieces of food.", value = "2", min = 0, max = 100)
        int numFood,

        @Option(help = "Number of forests, which hide who is in them.", value = "2", min = 0, max = 100)
        int numForests,

        @Option(
                help = "Number of symbols in the leader's message.",
                value = "4",
                min = 1,
                max = 100,
                formerName = "dim-c")
        int messageSize,

        @Option(help = "Radius of adversaries.", value = "0.075", min = 0.001, max = 1)
        double adversarySize,

        @Option(help = "Radius of good agents.", value = "0.045", min = 0.001, max = 1)
        double preySize,

        @Option(help = "Radius of obstacles.", value = "0.2", min = 0.001, max = 1)
        double obstacleSize,

        @Option(help = "Radius of food.", value = "0.03", min = 0.001, max = 1)
        double foodSize,

        @Option(help = "Radius of forests.", value = "0.3", min = 0.001, max = 1)
        double forestSize,

        @Option(help = "Force of an adversary's full action.", value = "3", min = 0, max = 100, live = true)
        double adversaryAccel,

        @Option(help = "Force of a good agent's full action.", value = "4", min = 0, max = 100, live = true)
        double preyAccel,

        @Option(help = "Largest speed of adversaries.", value = "1", min = 0, max = 100, unit = "units/s", live = true)
        double adversaryMaxSpeed,

        @Option(
                help = "Largest speed of good agents.",
                value = "1.3",
                min = 0,
                max = 100,
                unit = "units/s",
                live = true)
        double preyMaxSpeed,

        @Option(
                help = "Whether good agents are paid for being near to food under OpenAI's rules too, a correction of"
                        + " their sign.",
                value = "false")
        boolean foodAttracts,

        @OptionGroup("Particle world") ParticleOptions particles) {

    SimpleWorldCommOptions {
        rules.requireForCorrection("food_attracts", foodAttracts, "food attracts anyway");
    }

    /** The leader, the other adversaries, good agents, obstacles, food and forests. */
    Cast cast() {
        Body adversary =
                particles.agent(Body.agent(adversarySize).colliding().withDrive(adversaryAccel, adversaryMaxSpeed));
        Body prey = particles.agent(Body.agent(preySize).colliding().withDrive(preyAccel, preyMaxSpeed));
        List<Figure> agents = new ArrayList<>(Cast.bad("leader", 1, adversary.speaking()));
        agents.addAll(Cast.bad("adversary", numAdversaries - 1, adversary));
        agents.addAll(Cast.good("agent", numGoodAgents, prey));
        Body obstacle = particles.landmark(Body.landmark(obstacleSize).colliding());
        List<Figure> landmarks = new ArrayList<>(Cast.props("obstacle", numObstacles, Scene.Kind.OBSTACLE, obstacle));
        landmarks.addAll(Cast.props("food", numFood, Scene.Kind.FOOD, particles.landmark(Body.landmark(foodSize))));
        landmarks.addAll(
                Cast.props("forest", numForests, Scene.Kind.FOREST, particles.landmark(Body.landmark(forestSize))));
        return new Cast(agents, landmarks, messageSize);
    }
}
