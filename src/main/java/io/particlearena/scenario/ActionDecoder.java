package io.particlearena.scenario;

import io.particlearena.env.ActionHead;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the numbers of agents' heads into forces and messages.
 *
 * <p>Two sign conventions exist and both are kept: in OpenAI's vector mode the second weight of a move pushes right and the
 * third left, in index mode it is the other way round; MPE2 goes left with the second and right with the third in both.
 */
final class ActionDecoder {

    /** The number of moves: none, and two for each axis. */
    static final int MOVES = 5;

    private static final List<String> TO_THE_RIGHT_FIRST = List.of("none", "right", "left", "up", "down");
    private static final List<String> TO_THE_LEFT_FIRST = List.of("none", "left", "right", "down", "up");

    private final ActionMode mode;
    private final double firstMoveSign;

    ActionDecoder(Rules rules, ActionMode mode) {
        this.mode = mode;
        this.firstMoveSign = mode == ActionMode.INDEX ? -1 : rules.firstMoveSign();
    }

    /** The heads of an agent. */
    List<ActionHead> heads(boolean moves, boolean speaks, int messageSize) {
        List<ActionHead> heads = new ArrayList<>();
        List<String> names = firstMoveSign > 0 ? TO_THE_RIGHT_FIRST : TO_THE_LEFT_FIRST;
        if (moves) {
            heads.add(
                    switch (mode) {
                        case VECTOR -> ActionHead.categorical("move", MOVES).named(names);
                        case FORCED, INDEX -> ActionHead.oneHot("move", MOVES).named(names);
                        case BOX -> ActionHead.box("move", 2, -1, 1);
                    });
        }
        if (speaks) {
            heads.add(
                    switch (mode) {
                        case VECTOR, FORCED -> ActionHead.categorical("message", messageSize);
                        case INDEX -> ActionHead.oneHot("message", messageSize);
                        case BOX -> ActionHead.box("message", messageSize, 0, 1);
                    });
        }
        return heads;
    }

    /** Sets an agent's control and outgoing message. */
    void decode(double[] action, ParticleWorld world, int agent) {
        int next = 0;
        if (world.movable()[agent]) {
            double gain = world.gain()[agent];
            if (mode == ActionMode.VECTOR) {
                world.controlX()[agent] = firstMoveSign * (action[1] - action[2]) * gain;
                world.controlY()[agent] = firstMoveSign * (action[3] - action[4]) * gain;
                next = MOVES;
            } else if (mode == ActionMode.BOX) {
                world.controlX()[agent] = action[0] * gain;
                world.controlY()[agent] = action[1] * gain;
                next = 2;
            } else {
                int move = firstLargest(action, 0, MOVES);
                world.controlX()[agent] = firstMoveSign * direction(move, 1) * gain;
                world.controlY()[agent] = firstMoveSign * direction(move, 3) * gain;
                next = MOVES;
            }
        }
        if (world.speaks()[agent]) {
            say(action, next, world.outgoing()[agent]);
        }
    }

    /** What a move adds along the axis whose two moves begin with {@code first}: 1, -1 or nothing. */
    static double direction(int move, int first) {
        return move == first ? 1 : move == first + 1 ? -1 : 0;
    }

    private void say(double[] action, int from, double[] outgoing) {
        if (mode == ActionMode.INDEX) {
            int symbol = firstLargest(action, from, outgoing.length);
            for (int i = 0; i < outgoing.length; i++) {
                outgoing[i] = i == symbol ? 1 : 0;
            }
        } else {
            System.arraycopy(action, from, outgoing, 0, outgoing.length);
        }
    }

    /** The index, counted from {@code from}, of the first largest of some values. */
    static int firstLargest(double[] values, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (values[from + i] > values[from + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
