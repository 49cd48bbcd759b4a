package io.particlearena.scenario;

import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.world.ParticleWorld;
import io.particlearena.world.Script;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Agents that a script moves in place of a policy; they have no seat, but take part in all else.
 *
 * @param scriptedAgents their names
 * @param script what they do
 */
record ScriptedAgents(
        @Option(
                help = "Names of agents that a script moves instead of a policy, for example \"adversary 0\".",
                value = "")
        List<String> scriptedAgents,

        @Option(
                help = "What these agents do: still, nothing; random, any move and symbol; chase, go to the nearest"
                        + " agent of the other side; flee, go away from it.",
                value = "still")
        Kind script) {

    /** What a script does. */
    enum Kind {
        STILL,
        RANDOM,
        CHASE,
        FLEE
    }

    ScriptedAgents {
        scriptedAgents = List.copyOf(scriptedAgents);
        if (scriptedAgents.isEmpty() && script != Kind.STILL) {
            throw new OptionException("script", "Option script has no effect, because scripted_agents names nobody.");
        }
    }

    /**
     * Gives the agents of a world their script.
     *
     * @param random where random moves come from
     * @throws OptionException if there are no such agents, there are no others, or the script needs opponents and one has none
     */
    void addTo(ParticleWorld world, Cast cast, RandomStream random) {
        List<String> names = cast.agents().stream().map(Figure::name).toList();
        for (String name : scriptedAgents) {
            if (!names.contains(name)) {
                throw new OptionException(
                        "scripted_agents",
                        "Option scripted_agents names \"" + name + "\", but the agents are " + String.join(", ", names)
                                + ".");
            }
        }
        if (scriptedAgents.containsAll(names)) {
            throw new OptionException(
                    "scripted_agents", "Option scripted_agents names every agent; at least one must be left to learn.");
        }
        for (String name : scriptedAgents) {
            int agent = names.indexOf(name);
            world.script(agent, of(agent, cast, random));
        }
    }

    private Script of(int scripted, Cast cast, RandomStream random) {
        return switch (script) {
            case STILL -> (world, agent) -> push(world, agent, 0, 0);
            case RANDOM -> (world, agent) -> wander(world, agent, random);
            case CHASE -> approaching(opponents(scripted, cast), 1);
            case FLEE -> approaching(opponents(scripted, cast), -1);
        };
    }

    private static Script approaching(int[] opponents, int sign) {
        return (world, agent) -> approach(world, agent, opponents, sign);
    }

    /** The agents of the other side. */
    private int[] opponents(int agent, Cast cast) {
        boolean[] adversaries = cast.adversaries();
        int[] opponents = IntStream.range(0, adversaries.length)
                .filter(other -> adversaries[other] != adversaries[agent])
                .toArray();
        if (opponents.length == 0) {
            throw new OptionException(
                    "script",
                    "Option script is \"" + script.name().toLowerCase(Locale.ROOT) + "\", but \""
                            + cast.agents().get(agent).name() + "\" has no opponents here.");
        }
        return opponents;
    }

    /** Exerts a force of a full move's strength, if the direction has length 1. */
    private static void push(ParticleWorld world, int agent, double x, double y) {
        world.controlX()[agent] = x * world.gain()[agent];
        world.controlY()[agent] = y * world.gain()[agent];
    }

    private static void approach(ParticleWorld world, int agent, int[] opponents, int sign) {
        int nearest = opponents[0];
        for (int opponent : opponents) {
            if (Space.squared(world, agent, opponent) < Space.squared(world, agent, nearest)) {
                nearest = opponent;
            }
        }
        double distance = Space.distance(world, agent, nearest);
        if (distance == 0) {
            push(world, agent, 0, 0);
            return;
        }
        double x = (world.x()[nearest] - world.x()[agent]) / distance;
        double y = (world.y()[nearest] - world.y()[agent]) / distance;
        push(world, agent, sign * x, sign * y);
    }

    private static void wander(ParticleWorld world, int agent, RandomStream random) {
        int move = random.nextInt(ActionDecoder.MOVES);
        push(world, agent, ActionDecoder.direction(move, 1), ActionDecoder.direction(move, 3));
        if (world.speaks()[agent]) {
            double[] message = world.outgoing()[agent];
            int symbol = random.nextInt(message.length);
            for (int i = 0; i < message.length; i++) {
                message[i] = i == symbol ? 1 : 0;
            }
        }
    }
}
