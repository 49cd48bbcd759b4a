package io.particlearena.scenario;

/** How an agent's numbers become a force and a message. */
public enum ActionMode {
    /** Five weights for a move (none, and two for each axis, taken as differences), one per symbol of a message; any reals. */
    VECTOR,
    /** As vector, but only the first largest weight of a move counts, as 1. */
    FORCED,
    /** One of five moves (none, left, right, down, up) and one symbol: the first largest weight of each head. */
    INDEX,
    /** Two components of a force, and one number per symbol; any reals. */
    BOX
}
