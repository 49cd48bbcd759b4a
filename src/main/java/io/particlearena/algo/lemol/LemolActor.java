package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.ActionHead;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts what each modelled agent will do in this step and acts on that and on its observation. After every step it shows
 * the models what happened, so that they follow how the others learn, in training as in evaluation.
 */
final class LemolActor implements Actor {

    private final Parts parts;

    /**
     * What an actor is made of.
     *
     * @param layout what is observed and modelled
     * @param heads of the own action
     * @param policy takes the observation and the predictions
     * @param models by modelled agent; empty for an oracle
     * @param known by modelled agent, what is known of it when a memory begins
     * @param follows whether what happens in episodes that begin now counts as events: not before all agents learn
     * @param oneHot whether predictions are reduced to their likeliest class
     * @param keepsEpisodeStates whether the memory keeps the states that predictions came from
     * @param oracle the oracle's rule
     * @param modelledHeads by modelled agent its heads
     */
    record Parts(
            ExperienceLayout layout,
            ActionHeads heads,
            MlpActor policy,
            List<OpponentModelActor> models,
            List<OpponentModelActor.Memory> known,
            boolean follows,
            boolean oneHot,
            boolean keepsEpisodeStates,
            OracleOptions oracle,
            List<List<ActionHead>> modelledHeads) {

        Parts {
            models = List.copyOf(models);
            known = List.copyOf(known);
            modelledHeads = List.copyOf(modelledHeads);
        }
    }

    LemolActor(Parts parts) {
        this.parts = parts;
    }

    @Override
    public ActorMemory newMemory() {
        List<OpponentModelActor.Memory> memories = new ArrayList<>();
        for (int i = 0; i < parts.models().size(); i++) {
            OpponentModelActor.Memory memory = parts.models().get(i).newMemory();
            memory.takeLearningFrom(parts.known().get(i));
            memories.add(memory);
        }
        return new LemolMemory(
                parts.layout(), parts.heads(), memories, parts.policy().newScratch());
    }

    @Override
    public boolean actsLast() {
        return parts.oracle().feedLemolTrueAction();
    }

    @Override
    public void foresee(double[][] actions, ActorMemory memory) {
        LemolMemory own = (LemolMemory) memory;
        for (int i = 0; i < own.foreseen.length; i++) {
            System.arraycopy(actions[parts.layout().modelled().get(i)], 0, own.foreseen[i], 0, own.foreseen[i].length);
        }
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        LemolMemory own = (LemolMemory) memory;
        if (own.step == 0) {
            // So every environment is followed from the beginning of an episode of its own.
            own.follows = parts.follows();
        }
        double[] observation = step.observation(parts.layout().own());
        for (int i = 0; i < observation.length; i++) {
            own.input[i] = (float) observation[i];
        }
        for (int i = 0; i < parts.layout().modelled().size(); i++) {
            int start = own.predictionStart(i);
            if (actsLast()) {
                foretell(own, i, start, random);
            } else {
                float[] prediction = predict(i, observation, own);
                System.arraycopy(prediction, 0, own.input, start, prediction.length);
            }
            if (parts.oneHot()) {
                reduce(own.input, start, parts.modelledHeads().get(i));
            }
        }
        own.predicted = true;
        own.actors = parts.models();
        parts.policy().apply(own.input, own.scratch, own.outputs);
        parts.heads().act(own.outputs, deterministic, random, action);
    }

    private float[] predict(int index, double[] observation, LemolMemory memory) {
        OpponentModelActor model = parts.models().get(index);
        OpponentModelActor.Memory known = memory.models.get(index);
        if (!parts.keepsEpisodeStates()) {
            return model.predict(observation, known);
        }
        model.episodeState(known, memory.episodeStates[index], 0);
        float[] prediction = model.predict(observation, known);
        model.episodeState(known, memory.episodeStates[index], known.episodeStateSize());
        return prediction;
    }

    private void foretell(LemolMemory memory, int index, int start, RandomStream random) {
        double[] told = memory.foreseen[index];
        if (parts.oracle().tellsTruth(memory.step, random)) {
            for (int i = 0; i < told.length; i++) {
                memory.input[start + i] = (float) told[i];
            }
            return;
        }
        int from = start;
        List<ActionHead> heads = parts.modelledHeads().get(index);
        for (int head = 0; head < heads.size(); head++) {
            int end = from + heads.get(head).size();
            if (heads.get(head).oneHot()) {
                setOneHot(memory.input, from, end, from + random.nextInt(end - from));
            } else {
                fillDistribution(memory.input, from, end, random);
            }
            from = end;
        }
    }

    /** Draws from the Dirichlet distribution whose parameters are all 1, that is, evenly from all distributions. */
    private static void fillDistribution(float[] values, int from, int end, RandomStream random) {
        double sum = 0;
        for (int i = from; i < end; i++) {
            values[i] = (float) random.nextExponential();
            sum += values[i];
        }
        for (int i = from; i < end; i++) {
            values[i] /= (float) sum;
        }
    }

    private static void reduce(float[] values, int start, List<ActionHead> heads) {
        int from = start;
        for (int head = 0; head < heads.size(); head++) {
            int end = from + heads.get(head).size();
            setOneHot(values, from, end, PredictionTally.largest(values, from, end));
            from = end;
        }
    }

    private static void setOneHot(float[] values, int from, int end, int one) {
        for (int i = from; i < end; i++) {
            values[i] = i == one ? 1f : 0f;
        }
    }

    @Override
    public void remember(StepBuffer before, double[][] actions, StepBuffer after, ActorMemory memory) {
        LemolMemory own = (LemolMemory) memory;
        own.step++;
        if (!own.follows) {
            return;
        }
        int seat = parts.layout().own();
        for (int i = 0; i < parts.models().size(); i++) {
            OpponentModelActor model = parts.models().get(i);
            model.shape()
                    .writeEvent(
                            actions[parts.layout().modelled().get(i)],
                            before.observation(seat),
                            actions[seat],
                            after.rewards()[seat],
                            after.episodeOver(),
                            own.event);
            model.observe(own.event, own.models.get(i));
        }
    }
}
