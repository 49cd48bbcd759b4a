package io.particlearena.algo.maddpg;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Each agent sees a cue, drawn anew every step, and is paid for following it: with the weight that it gives to the cued
 * class, or with minus the squared distance from the cued number. Episodes last five steps.
 */
public final class TinyWorld {

    public static final int EPISODE = 5;

    private final List<AgentSpec> agents;
    private final RandomStream random;
    private int step;

    public TinyWorld(List<AgentSpec> agents, long seed) {
        this.agents = agents;
        this.random = RandomStream.ofSeed(seed);
    }

    /** Agents that each have one head of this kind, the last one on the good side. */
    public static List<AgentSpec> agents(ActionHead... heads) {
        List<AgentSpec> agents = new ArrayList<>();
        for (int seat = 0; seat < heads.length; seat++) {
            boolean box = heads[seat].kind() == ActionHead.Kind.BOX;
            agents.add(new AgentSpec(
                    "agent " + seat,
                    seat == heads.length - 1 ? Side.GOOD : Side.BAD,
                    List.of(ObservationPart.vector("cue", box ? 1 : heads[seat].size())),
                    List.of(heads[seat])));
        }
        return agents;
    }

    public List<AgentSpec> agents() {
        return agents;
    }

    public void reset(StepBuffer out) {
        step = 0;
        for (int seat = 0; seat < agents.size(); seat++) {
            drawCue(seat, out.observation(seat));
            out.rewards()[seat] = 0;
        }
        out.setEnd(false, false);
    }

    private void drawCue(int seat, double[] cue) {
        if (agents.get(seat).actions().get(0).kind() == ActionHead.Kind.BOX) {
            cue[0] = random.nextDouble() * 2 - 1;
            return;
        }
        int cued = random.nextInt(cue.length);
        for (int i = 0; i < cue.length; i++) {
            cue[i] = i == cued ? 1 : 0;
        }
    }

    public void step(StepBuffer before, double[][] actions, StepBuffer out) {
        step++;
        for (int seat = 0; seat < agents.size(); seat++) {
            double[] cue = before.observation(seat);
            boolean box = agents.get(seat).actions().get(0).kind() == ActionHead.Kind.BOX;
            double reward = 0;
            for (int i = 0; i < cue.length; i++) {
                reward += box ? -Math.pow(cue[i] - actions[seat][i], 2) : cue[i] * actions[seat][i];
            }
            out.rewards()[seat] = reward;
            drawCue(seat, out.observation(seat));
        }
        out.setEnd(false, step == EPISODE);
    }
}
