package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tiny environment and algorithm put together, and runs of them. */
final class Tiny {

    static final Catalogue CATALOGUE = new Catalogue(
            List.of(TinyWorld.ENTRY), List.of(TinyAlgorithm.ENTRY, TinyAlgorithm.OTHER, TinyStudent.ENTRY));

    private Tiny() {}

    static SpecDraft draft() {
        return new SpecDraft(CATALOGUE)
                .scenario("tiny")
                .algorithm("good", "tiny-walk")
                .algorithm("bad", "tiny-walk")
                .runOption("num_episodes", 40)
                .runOption("save_rate", 10)
                .runOption("replay_buffer_capacity", 64)
                .runOption("checkpoint_interval", 7)
                .seed(5);
    }

    static ExperimentSpec spec(Map<String, Object> runOptions) {
        SpecDraft draft = draft();
        runOptions.forEach(draft::runOption);
        return draft.resolve();
    }

    static Experiments experiments(Path runs) {
        return new Experiments(CATALOGUE, runs);
    }

    static RunSummary execute(Run run) {
        run.execute();
        return RunSummary.read(run.folder().resolve("summary.json"));
    }

    static RunSummary train(Path runs, ExperimentSpec spec, RunListener... listeners) {
        return execute(experiments(runs).create(spec, "", List.of(), List.of(listeners)));
    }

    /** A run that was stopped when so many metrics had been reported. */
    static Run stoppedAfter(Path runs, int metrics, ExperimentSpec spec) {
        MetricListener stopper = new MetricListener(metrics);
        Run run = experiments(runs).create(spec, "", List.of(), List.of(stopper));
        stopper.listenTo(run);
        assertThat(run.execute().state()).isEqualTo(RunState.STOPPED);
        return run;
    }

    /** Asserts that a run finished as another did, to the last bit. */
    static void assertSame(RunSummary actual, RunSummary expected) {
        assertThat(actual.state()).isEqualTo("finished");
        assertThat(actual.weightsSha256()).isEqualTo(expected.weightsSha256()).hasSize(64);
        assertThat(actual.metricsSha256()).isEqualTo(expected.metricsSha256()).hasSize(64);
        assertThat(actual.finalReturns()).isEqualTo(expected.finalReturns());
        assertThat(actual.steps()).isEqualTo(expected.steps());
        assertThat(actual.updates()).isEqualTo(expected.updates());
    }
}
