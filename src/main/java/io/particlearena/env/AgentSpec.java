package io.particlearena.env;

import java.util.List;

/**
 * What a learner must know about one agent.
 *
 * @param name unique in its environment, for example {@code adversary 0}
 * @param side the side that it plays on
 * @param observations the parts of its observation, in order
 * @param actions the heads of its action, in order
 */
public record AgentSpec(String name, Side side, List<ObservationPart> observations, List<ActionHead> actions) {

    public AgentSpec {
        observations = List.copyOf(observations);
        actions = List.copyOf(actions);
    }

    /** The number of real-valued observation elements, over all parts of that type. */
    public int observationSize() {
        return observations.stream()
                .filter(part -> part.elements() == ObservationPart.Elements.FLOAT32)
                .mapToInt(ObservationPart::size)
                .sum();
    }

    /** The number of byte-valued observation elements, over all parts of that type. */
    public int pixelCount() {
        return observations.stream()
                .filter(part -> part.elements() == ObservationPart.Elements.UINT8)
                .mapToInt(ObservationPart::size)
                .sum();
    }

    /** The number of values in an action, over all heads. */
    public int actionSize() {
        return actions.stream().mapToInt(ActionHead::size).sum();
    }
}
