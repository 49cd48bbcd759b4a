package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.AgentSpec;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;

/** How well one agent predicts in play each of the agents that it models. */
final class InPlayPredictions implements Stateful {

    private final ExperienceLayout layout;
    private final int interval;
    private final List<InPlayStatistics> statistics = new ArrayList<>();
    private final double[][] probabilities;

    InPlayPredictions(LemolOptions options, PolicyContext context, ExperienceLayout layout) {
        this.layout = layout;
        this.interval = options.lemolInPlayPerfLogFreq();
        for (int modelled : layout.modelled()) {
            AgentSpec agent = context.agents().get(modelled);
            statistics.add(new InPlayStatistics(
                    agent.name(), agent.actions(), context.maxEpisodeLength(), options.publishedInPlayCrossEntropy()));
        }
        probabilities = layout.modelledSizes().stream().map(double[]::new).toArray(double[][]::new);
    }

    /**
     * Adds a step. Allocates nothing.
     *
     * @param actions by seat, as executed
     * @param memories by seat
     * @param sampled whether actions were drawn; else the largest probability of an action limits no prediction
     */
    void add(double[][] actions, List<ActorMemory> memories, boolean sampled) {
        LemolMemory memory = (LemolMemory) memories.get(layout.own());
        boolean oracle = memory.models.isEmpty();
        for (int index = 0; index < statistics.size(); index++) {
            int modelled = layout.modelled().get(index);
            boolean told = sampled && memories.get(modelled).readActionProbabilities(probabilities[index]);
            statistics
                    .get(index)
                    .add(
                            memory.step - 1,
                            oracle ? memory.input : memory.models.get(index).probabilities(),
                            oracle ? memory.predictionStart(index) : 0,
                            actions[modelled],
                            told ? probabilities[index] : null);
        }
    }

    /** Reports the means since the last report, once there are enough steps. */
    void reportIfDue(MetricSink metrics) {
        for (InPlayStatistics each : statistics) {
            if (each.count() >= interval) {
                each.report(metrics);
            }
        }
    }

    /** Reports the means since the last report. */
    void report(MetricSink metrics) {
        statistics.forEach(each -> each.report(metrics));
    }

    /** Forgets everything, for a new trajectory. */
    void clear() {
        statistics.forEach(InPlayStatistics::clear);
    }

    @Override
    public void save(StateWriter out) {
        for (int index = 0; index < statistics.size(); index++) {
            out.put("statistics_" + index, statistics.get(index));
        }
    }

    @Override
    public void load(StateReader in) {
        for (int index = 0; index < statistics.size(); index++) {
            in.get("statistics_" + index, statistics.get(index));
        }
    }
}
