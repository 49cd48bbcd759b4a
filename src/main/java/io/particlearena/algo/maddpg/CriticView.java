package io.particlearena.algo.maddpg;

import io.particlearena.env.AgentSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which seats a critic sees, and where each lies in its input: the observations of all seats seen, then their actions.
 *
 * @param agents all agents by seat
 * @param seats the seats seen, ascending
 */
record CriticView(List<AgentSpec> agents, List<Integer> seats) {

    CriticView {
        agents = List.copyOf(agents);
        seats = List.copyOf(seats);
    }

    /** Of a critic that sees all agents. */
    static CriticView centralised(List<AgentSpec> agents) {
        return new CriticView(agents, IntStream.range(0, agents.size()).boxed().toList());
    }

    /** Of a critic that sees its own agent alone. */
    static CriticView own(List<AgentSpec> agents, int seat) {
        return new CriticView(agents, List.of(seat));
    }

    /** The number of observation columns. */
    int observationSize() {
        return seats.stream()
                .mapToInt(seat -> agents.get(seat).observationSize())
                .sum();
    }

    /** The number of columns. */
    int size() {
        return observationSize()
                + seats.stream().mapToInt(seat -> agents.get(seat).actionSize()).sum();
    }

    /** The first column of a seat's observation. */
    int observationStart(int seat) {
        return seats.stream()
                .filter(seen -> seen < seat)
                .mapToInt(seen -> agents.get(seen).observationSize())
                .sum();
    }

    /** The first column of a seat's action. */
    int actionStart(int seat) {
        return observationSize()
                + seats.stream()
                        .filter(seen -> seen < seat)
                        .mapToInt(seen -> agents.get(seen).actionSize())
                        .sum();
    }
}
