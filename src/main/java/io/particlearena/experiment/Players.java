package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.Critic;
import java.util.List;

/** Those who play, by seat; asked before every step, so that they are as new as can be. Any thread may ask. */
@FunctionalInterface
interface Players {

    /** Their newest snapshots. */
    Actor[] actors();

    /** How they value what happens; empty where nobody can tell. */
    default List<Critic> critics() {
        return List.of();
    }
}
