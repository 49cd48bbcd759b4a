package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.world.Body;

/**
 * A body with a name and a part to play.
 *
 * @param name unique in the scenario, for example {@code adversary 0}
 * @param kind what it stands for
 * @param side the side of an agent; landmarks have none that matters
 * @param body its properties
 */
record Figure(String name, Scene.Kind kind, Side side, Body body) {

    static Figure good(String name, Body body) {
        return new Figure(name, Scene.Kind.AGENT, Side.GOOD, body);
    }

    static Figure bad(String name, Body body) {
        return new Figure(name, Scene.Kind.AGENT, Side.BAD, body);
    }

    static Figure prop(String name, Scene.Kind kind, Body body) {
        return new Figure(name, kind, Side.GOOD, body);
    }
}
