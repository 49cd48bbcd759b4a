package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import io.particlearena.world.Physics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who and what is in a scenario: agents, then landmarks.
 *
 * @param agents in the order of their indices
 * @param landmarks in the order of their indices; they follow the agents
 * @param messageSize the length of every agent's message, 0 if nobody speaks
 */
record Cast(List<Figure> agents, List<Figure> landmarks, int messageSize) {

    Cast {
        agents = List.copyOf(agents);
        landmarks = List.copyOf(landmarks);
    }

    /** Equal adversaries, then equal good agents, and nobody who speaks. */
    static Cast ofTwoSides(List<Figure> adversaries, List<Figure> good, List<Figure> landmarks) {
        return new Cast(Stream.concat(adversaries.stream(), good.stream()).toList(), landmarks, 0);
    }

    /** A world with these bodies. */
    ParticleWorld world(Rules rules) {
        List<Body> bodies = Stream.concat(agents.stream(), landmarks.stream())
                .map(Figure::body)
                .toList();
        return new ParticleWorld(Physics.standard(rules.integration()), bodies, agents.size(), messageSize);
    }

    /** The figure of a body. */
    Figure figure(int body) {
        return body < agents.size() ? agents.get(body) : landmarks.get(body - agents.size());
    }

    /** By agent, whether it is an adversary. */
    boolean[] adversaries() {
        boolean[] adversaries = new boolean[agents.size()];
        for (int agent = 0; agent < adversaries.length; agent++) {
            adversaries[agent] = agents.get(agent).side() == Side.BAD;
        }
        return adversaries;
    }

    /** Equal figures, numbered from 0. */
    static List<Figure> several(String name, int count, Scene.Kind kind, Side side, Body body) {
        List<Figure> figures = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            figures.add(new Figure(name + " " + number, kind, side, body));
        }
        return figures;
    }

    /** Equal agents of the good side, numbered from 0. */
    static List<Figure> good(String name, int count, Body body) {
        return several(name, count, Scene.Kind.AGENT, Side.GOOD, body);
    }

    /** Equal adversaries, numbered from 0. */
    static List<Figure> bad(String name, int count, Body body) {
        return several(name, count, Scene.Kind.AGENT, Side.BAD, body);
    }

    /** Equal landmarks of one kind, numbered from 0. */
    static List<Figure> props(String name, int count, Scene.Kind kind, Body body) {
        return several(name, count, kind, Side.GOOD, body);
    }
}
