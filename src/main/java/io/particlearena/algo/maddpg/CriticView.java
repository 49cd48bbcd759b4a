package io.particlearena.algo.maddpg;

import io.particlearena.env.AgentSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a critic sees, and where each part lies in its input: the observations of some seats, then the actions of some.
 *
 * @param agents all agents by seat
 * @param observed the seats whose observations are seen, ascending
 * @param acting the seats whose actions are seen, ascending
 */
public record CriticView(List<AgentSpec> agents, List<Integer> observed, List<Integer> acting) {

    public CriticView {
        agents = List.copyOf(agents);
        observed = List.copyOf(observed);
        acting = List.copyOf(acting);
    }

    /** Of a critic that sees all agents. */
    public static CriticView centralised(List<AgentSpec> agents) {
        List<Integer> all = IntStream.range(0, agents.size()).boxed().toList();
        return new CriticView(agents, all, all);
    }

    /** Of a critic that sees its own agent alone. */
    public static CriticView own(List<AgentSpec> agents, int seat) {
        return new CriticView(agents, List.of(seat), List.of(seat));
    }

    /** The number of observation columns. */
    int observationSize() {
        return observed.stream()
                .mapToInt(seat -> agents.get(seat).observationSize())
                .sum();
    }

    /** The number of columns. */
    int size() {
        return actionEnd(Integer.MAX_VALUE);
    }

    /** The first column of a seat's observation. */
    int observationStart(int seat) {
        return observed.stream()
                .filter(seen -> seen < seat)
                .mapToInt(seen -> agents.get(seen).observationSize())
                .sum();
    }

    /** The first column of a seat's action. */
    int actionStart(int seat) {
        return actionEnd(seat - 1);
    }

    /** The column behind a seat's action. */
    int actionEnd(int seat) {
        return observationSize()
                + acting.stream()
                        .filter(seen -> seen <= seat)
                        .mapToInt(seen -> agents.get(seen).actionSize())
                        .sum();
    }
}
