package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.Critic;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.MlpActor;
import java.util.List;

/** Tells the Q value that one seat's critic gives to the joint action of a step. */
final class SeatCritic implements Critic {

    private final CriticView view;
    private final MlpActor network;

    /**
     * @param view what the critic sees
     * @param network a snapshot of the critic
     */
    SeatCritic(CriticView view, MlpActor network) {
        this.view = view;
        this.network = network;
    }

    @Override
    public List<Signal> judge(StepBuffer before, double[][] actions) {
        float[] input = new float[view.size()];
        for (int seat : view.observed()) {
            copy(before.observation(seat), input, view.observationStart(seat));
        }
        for (int seat : view.acting()) {
            copy(actions[seat], input, view.actionStart(seat));
        }
        float[] q = new float[1];
        network.apply(input, network.newScratch(), q);
        return List.of(Signal.scalar("q_value", q[0]));
    }

    private static void copy(double[] values, float[] input, int to) {
        for (int i = 0; i < values.length; i++) {
            input[to + i] = (float) values[i];
        }
    }
}
