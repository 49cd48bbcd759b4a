package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.Signal;
import io.particlearena.nn.MlpActor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a {@link LemolActor} remembers: what it knows of each modelled agent, and its latest predictions. */
final class LemolMemory implements ActorMemory {

    final List<OpponentModelActor.Memory> models;
    /** The observation, then the predictions for each modelled agent: the input of the policy. */
    final float[] input;

    final float[] outputs;
    final float[] event;
    final MlpActor.Scratch scratch;
    /**
     * By modelled agent the states of its model's LSTM over the episode: hidden and cell state before the latest
     * prediction, then after it.
     */
    final float[][] episodeStates;

    /** By modelled agent, what an oracle was told. */
    final double[][] foreseen;

    /** The models that predicted last. */
    List<OpponentModelActor> actors = List.of();

    /** Steps of the present episode. */
    int step;

    /** Whether what happens in the present episode counts as events. */
    boolean follows;

    boolean predicted;

    private final int seat;
    private final ActionHeads heads;
    private final ExperienceLayout layout;

    LemolMemory(
            ExperienceLayout layout,
            ActionHeads heads,
            List<OpponentModelActor.Memory> models,
            MlpActor.Scratch scratch) {
        this.layout = layout;
        this.seat = layout.own();
        this.heads = heads;
        this.models = List.copyOf(models);
        this.scratch = scratch;
        input = new float[layout.observationSize() + layout.predictions()];
        outputs = new float[heads.outputSize()];
        event = new float
                [IntStream.range(0, layout.modelled().size())
                        .map(layout::eventSize)
                        .max()
                        .orElse(0)];
        episodeStates = models.stream()
                .map(memory -> new float[2 * memory.episodeStateSize()])
                .toArray(float[][]::new);
        foreseen = layout.modelledSizes().stream().map(double[]::new).toArray(double[][]::new);
    }

    /** The column of {@link #input} at which the prediction for a modelled agent begins. */
    int predictionStart(int index) {
        return layout.observationSize() + layout.prediction(index) - layout.prediction(0);
    }

    @Override
    public boolean readActionProbabilities(double[] probabilities) {
        return predicted && heads.readProbabilities(outputs, probabilities);
    }

    @Override
    public List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        if (!predicted) {
            return signals;
        }
        double[] own = new double[heads.actionSize()];
        if (readActionProbabilities(own)) {
            signals.add(Signal.distribution("action_probabilities", seat, own));
        }
        for (int i = 0; i < layout.modelled().size(); i++) {
            double[] prediction = new double[layout.modelledSizes().get(i)];
            for (int j = 0; j < prediction.length; j++) {
                prediction[j] = input[predictionStart(i) + j];
            }
            signals.add(Signal.distribution("prediction", layout.modelled().get(i), prediction));
            if (i < models.size()) {
                signals.addAll(feature(i));
            }
        }
        return signals;
    }

    /** What is known of how a modelled agent learns; nothing where the model does not follow that. */
    private List<Signal> feature(int index) {
        OpponentModelActor model = actors.get(index);
        float[] feature = new float[model.learningFeatureSize()];
        if (feature.length == 0) {
            return List.of();
        }
        model.learningFeature(models.get(index), feature);
        List<Double> values = new ArrayList<>();
        for (float value : feature) {
            values.add((double) value);
        }
        return List.of(new Signal(
                "learning_feature", Signal.Kind.VECTOR, layout.modelled().get(index), values));
    }

    @Override
    public void beginEpisode() {
        step = 0;
        predicted = false;
        models.forEach(OpponentModelActor.Memory::beginEpisode);
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("step", step);
        out.putLong("follows", follows ? 1 : 0);
        for (int i = 0; i < models.size(); i++) {
            out.put("model_" + i, models.get(i));
        }
    }

    @Override
    public void load(StateReader in) {
        step = Math.toIntExact(in.getLong("step"));
        follows = in.getLong("follows") != 0;
        for (int i = 0; i < models.size(); i++) {
            in.get("model_" + i, models.get(i));
        }
    }
}
