package io.particlearena.experiment;

import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.Map;

/**
 * The scenario of a run with its options as they are now. An option that changes makes new environments, into which the
 * lanes move in the middle of their episodes, so that a scenario need not know how to change itself.
 */
final class LiveScenario implements Stateful {

    private final Catalogue catalogue;
    private final ExperimentSpec initial;
    private final LiveOptions<?> options;

    /** The scenario as the specification has it. */
    LiveScenario(Catalogue catalogue, ExperimentSpec spec) {
        this.catalogue = catalogue;
        this.initial = spec;
        this.options = options(catalogue.scenario(spec.scenario()).options(), spec.scenarioOptions());
    }

    private static <O extends Record> LiveOptions<O> options(OptionSchema<O> schema, Map<String, ?> values) {
        return new LiveOptions<>(schema, schema.parse(values));
    }

    /** The run's specification with the scenario's options as they are now. */
    ExperimentSpec spec() {
        return initial.withScenarioOptions(options.values());
    }

    /**
     * Changes a live option.
     *
     * @throws OptionException if the value does not go with the scenario's other options
     */
    void change(String option, Object value) {
        options.change(option, value);
    }

    /** Lets a lane go on in the scenario as it is now. */
    void receive(Lane lane) {
        // The random stream comes with the state.
        Environment environment = catalogue.environment(spec(), RandomStream.ofSeed(0));
        lane.moveTo(environment);
    }

    /** Records episodes of a lane in the scenario as it is now. */
    EpisodeRecorder recorder(Lane lane) {
        return catalogue.recorder(spec(), lane.environment());
    }

    @Override
    public void save(StateWriter out) {
        options.save(out);
    }

    @Override
    public void load(StateReader in) {
        options.load(in);
    }
}
