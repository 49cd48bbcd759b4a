package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each column lies within a row: real numbers in one run of floats, bytes in one run of bytes. All agents'
 * observations and then all agents' actions are neighbours, which is the order in which a centralised critic reads them.
 */
final class RowLayout {

    /** A column and the place of its first element in the row's run of its type. */
    record Place(ReplayColumn column, int offset) {}

    private final Map<String, Place> places = new HashMap<>();
    private final List<ReplayColumn> columns = new ArrayList<>();
    private int floats;
    private int bytes;

    RowLayout(List<AgentSpec> agents, List<ReplayColumn> extraColumns) {
        for (int seat = 0; seat < agents.size(); seat++) {
            addFloats(ReplayColumn.observation(seat), agents.get(seat).observationSize());
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            addFloats(ReplayColumn.action(seat), agents.get(seat).actionSize());
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            addFloats(ReplayColumn.reward(seat), 1);
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            addFloats(ReplayColumn.nextObservation(seat), agents.get(seat).observationSize());
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            int pixels = agents.get(seat).pixelCount();
            add(new ReplayColumn(ReplayColumn.pixels(seat), Elements.UINT8, pixels));
            add(new ReplayColumn(ReplayColumn.nextPixels(seat), Elements.UINT8, pixels));
        }
        add(new ReplayColumn(ReplayColumn.TERMINATED, Elements.UINT8, 1));
        add(new ReplayColumn(ReplayColumn.TRUNCATED, Elements.UINT8, 1));
        extraColumns.forEach(this::add);
    }

    private void addFloats(String name, int size) {
        add(new ReplayColumn(name, Elements.FLOAT32, size));
    }

    private void add(ReplayColumn column) {
        boolean isFloat = column.elements() == Elements.FLOAT32;
        if (places.put(column.name(), new Place(column, isFloat ? floats : bytes)) != null) {
            throw new IllegalArgumentException("There are two replay columns called " + column.name());
        }
        columns.add(column);
        if (isFloat) {
            floats += column.size();
        } else {
            bytes += column.size();
        }
    }

    List<ReplayColumn> columns() {
        return List.copyOf(columns);
    }

    /** The number of floats in a row. */
    int floats() {
        return floats;
    }

    /** The number of bytes in a row, besides its floats. */
    int bytes() {
        return bytes;
    }

    Place place(String column) {
        Place place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("There is no replay column called " + column);
        }
        return place;
    }
}
