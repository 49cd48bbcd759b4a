package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import java.util.ArrayList;
import java.util.List;

/**
 * When an event of one kind happened in an episode.
 *
 * @param event the event's name
 * @param marks in the order of time
 */
record EventMarks(String event, List<Mark> marks) {

    EventMarks {
        marks = List.copyOf(marks);
    }

    /**
     * An event that happened in a step.
     *
     * @param step counted from 1
     * @param seat the first of the agents that it happened to
     * @param agents the number of agents that it happened to
     */
    record Mark(int step, int seat, int agents) {}

    /** All kinds of events that an episode's scenario counts, in its order. */
    static List<EventMarks> of(Episode episode) {
        List<EventMarks> all = new ArrayList<>();
        for (int event = 0; event < episode.events().size(); event++) {
            List<Mark> marks = new ArrayList<>();
            for (int step = 1; step <= episode.steps(); step++) {
                int first = -1;
                int count = 0;
                List<List<Double>> bySeat = episode.moments().get(step).events();
                for (int seat = 0; seat < bySeat.size(); seat++) {
                    if (bySeat.get(seat).get(event) > 0) {
                        first = first < 0 ? seat : first;
                        count++;
                    }
                }
                if (count > 0) {
                    marks.add(new Mark(step, first, count));
                }
            }
            all.add(new EventMarks(episode.events().get(event), marks));
        }
        return all;
    }
}
