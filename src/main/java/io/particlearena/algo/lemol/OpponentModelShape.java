package io.particlearena.algo.lemol;

import java.util.List;

/**
 * What an opponent model sees and predicts.
 *
 * @param observation numbers in the modelling agent's observation
 * @param ownAction numbers in the modelling agent's action
 * @param heads classes of each head of the modelled agent's action
 */
public record OpponentModelShape(int observation, int ownAction, List<Integer> heads) {

    public OpponentModelShape {
        heads = List.copyOf(heads);
        if (observation < 1 || ownAction < 1 || heads.isEmpty()) {
            throw new IllegalArgumentException(
                    "An opponent model needs observations, actions and heads to predict, not " + observation + ", "
                            + ownAction + " and " + heads);
        }
    }

    /** Numbers in the modelled agent's action. */
    public int opponentAction() {
        int sum = 0;
        for (int i = 0; i < heads.size(); i++) {
            sum += heads.get(i);
        }
        return sum;
    }

    /**
     * Numbers in an event: the opponent's action, the own observation that both acted on, the own action, the own reward, and
     * 1 if the episode ended with this step, else 0.
     */
    public int event() {
        return opponentAction() + observation + ownAction + 2;
    }

    /**
     * Writes down a step as the model sees it.
     *
     * @param ended whether the episode ended with this step, also by its time limit
     * @param event receives {@link #event} numbers
     */
    public void writeEvent(
            double[] opponentAction,
            double[] ownObservation,
            double[] ownAction,
            double reward,
            boolean ended,
            float[] event) {
        int at = copy(opponentAction, opponentAction(), event, 0);
        at = copy(ownObservation, observation, event, at);
        at = copy(ownAction, this.ownAction, event, at);
        event[at] = (float) reward;
        event[at + 1] = ended ? 1f : 0f;
    }

    private static int copy(double[] values, int count, float[] event, int at) {
        for (int i = 0; i < count; i++) {
            event[at + i] = (float) values[i];
        }
        return at + count;
    }
}
