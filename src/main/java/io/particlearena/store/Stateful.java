package io.particlearena.store;

/** Something whose whole state can be written down, so that a resumed run ends in the same bytes as one never stopped. */
public interface Stateful {

    /** Writes the state, under names of this object's own. */
    void save(StateWriter out);

    /**
     * Takes over a state that {@link #save} wrote.
     *
     * @throws StoreException if a name is missing or a value has another type or length than this object needs
     */
    void load(StateReader in);
}
