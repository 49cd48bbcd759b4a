package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.Critic;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.MlpActor;
import java.util.List;

/** Tells the value that one seat's network gives to what it sees, whatever is done then. */
final class PpoCritic implements Critic {

    private final ValueView view;
    private final MlpActor network;
    private final double scale;
    private final double shift;

    /**
     * @param view what the network sees
     * @param network a snapshot of the value network
     * @param returns turns what the network says into returns; read here alone
     */
    PpoCritic(ValueView view, MlpActor network, ReturnScale returns) {
        this.view = view;
        this.network = network;
        shift = returns.fromNetwork(0);
        scale = returns.fromNetwork(1) - shift;
    }

    @Override
    public List<Signal> judge(StepBuffer before, double[][] actions) {
        float[] input = new float[network.inputs()];
        int at = 0;
        for (int seat : view.seats()) {
            for (double value : before.observation(seat)) {
                input[at++] = (float) value;
            }
        }
        float[] output = new float[1];
        network.apply(input, network.newScratch(), output);
        return List.of(Signal.scalar("value", output[0] * scale + shift));
    }
}
