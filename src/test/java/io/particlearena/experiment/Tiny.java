package io.particlearena.experiment;

import java.util.List;
import java.util.Map;

/** The tiny environment and algorithm put together. */
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
}
