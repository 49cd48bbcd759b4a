package io.particlearena.algo.lemol;

import io.particlearena.env.AgentSpec;
import java.util.List;

/**
 * What a row of experience holds: what an agent observed, did and got, whether the step began and ended an episode, and for
 * every agent that it models what that agent did and what had been predicted.
 *
 * <p>Columns, float32: own observation; own action; own reward; 1 where the step was an episode's first; 1 where it was an
 * episode's last; then for each modelled agent its action, and after all actions for each modelled agent the prediction.
 *
 * @param own the agent's seat
 * @param modelled the seats of the modelled agents, ascending
 * @param observationSize of the agent
 * @param actionSize of the agent
 * @param modelledSizes the sizes of the modelled agents' actions
 */
record ExperienceLayout(
        int own, List<Integer> modelled, int observationSize, int actionSize, List<Integer> modelledSizes) {

    ExperienceLayout {
        modelled = List.copyOf(modelled);
        modelledSizes = List.copyOf(modelledSizes);
    }

    static ExperienceLayout of(List<AgentSpec> agents, int own, List<Integer> modelled) {
        return new ExperienceLayout(
                own,
                modelled,
                agents.get(own).observationSize(),
                agents.get(own).actionSize(),
                modelled.stream().map(seat -> agents.get(seat).actionSize()).toList());
    }

    int action() {
        return observationSize;
    }

    int reward() {
        return observationSize + actionSize;
    }

    int first() {
        return reward() + 1;
    }

    int last() {
        return reward() + 2;
    }

    /** The column at which the action of a modelled agent begins, by its place among the modelled. */
    int modelledAction(int index) {
        return reward() + 3 + sizesBefore(index);
    }

    /** The column at which the prediction for a modelled agent begins. */
    int prediction(int index) {
        return reward() + 3 + predictions() + sizesBefore(index);
    }

    /** The number of all predicted numbers. */
    int predictions() {
        return sizesBefore(modelledSizes.size());
    }

    private int sizesBefore(int index) {
        return modelledSizes.subList(0, index).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The number of columns. */
    int size() {
        return reward() + 3 + 2 * predictions();
    }

    /** The number of columns of an event as an opponent model sees it: its agent's action, then the own part. */
    int eventSize(int index) {
        return modelledSizes.get(index) + observationSize + actionSize + 2;
    }

    /** Copies the event of a row as the model of one agent sees it: its action, own observation, action, reward, end. */
    void event(float[] row, int from, int index, float[] event, int to) {
        int size = modelledSizes.get(index);
        System.arraycopy(row, from + modelledAction(index), event, to, size);
        System.arraycopy(row, from, event, to + size, observationSize + actionSize + 1);
        event[to + size + observationSize + actionSize + 1] = row[from + last()];
    }
}
