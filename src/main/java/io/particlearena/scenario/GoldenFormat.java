package io.particlearena.scenario;

import java.util.List;
import java.util.Set;

/**
 * What a file of the format {@code mpe-golden/1} must hold. A file that lacks a part would else agree with anything in that
 * part.
 */
final class GoldenFormat {

    /** The steps of a file whose episode does not end before. */
    private static final int STEPS = 25;

    private static final int DIMENSIONS = 2;

    /** The scenarios whose diagnostics the reference implementations of both families report. */
    private static final Set<String> WITH_INFO =
            Set.of("simple_adversary", "simple_crypto", "simple_spread", "simple_tag", "simple_world_comm");

    /** In OpenAI's program the diagnostics of this one fail. */
    private static final String INFO_IN_MPE2_ONLY = "simple_speaker_listener";

    private final Tree file;
    private final int agents;
    private final int landmarks;
    private final boolean mpe2;

    private GoldenFormat(Tree file) {
        this.file = file;
        agents = file.get("entities").get("agents").list().size();
        landmarks = file.get("entities").get("landmarks").list().size();
        mpe2 = isMpe2(file);
    }

    /** Whether MPE2 recorded it. */
    static boolean isMpe2(Tree file) {
        return file.get("rules").present() && file.get("rules").text().equals("mpe2");
    }

    /**
     * Checks that everything is there.
     *
     * @throws IllegalArgumentException with a sentence that names the place of the first thing that is missing
     */
    static void require(Tree file) {
        new GoldenFormat(file).check();
    }

    private void check() {
        if (!mpe2) {
            file.get("shared_reward").given();
        }
        Tree initial = file.get("initial");
        initial.get("agents").list(agents).forEach(this::agent);
        initial.get("landmarks").list(landmarks).forEach(GoldenFormat::body);
        observations(file.get("initial_obs"));
        List<Tree> steps = file.get("steps").list();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("The recording's \"steps\" are empty; it must have at least one.");
        }
        steps.forEach(this::step);
        if (steps.size() < STEPS && !ended(steps.get(steps.size() - 1))) {
            throw new IllegalArgumentException("The recording's \"steps\" break off after " + steps.size()
                    + "; there must be " + STEPS + ", or the episode must end.");
        }
    }

    private void step(Tree step) {
        step.get("actions").list(agents);
        step.get("u").list(agents).forEach(force -> force.numbers(DIMENSIONS));
        step.get("agents").list(agents).forEach(this::agent);
        Tree bodies = step.get("landmarks");
        if (bodies.present() || anyLandmarkMoves()) {
            bodies.list(landmarks).forEach(GoldenFormat::body);
        }
        observations(step.get("obs"));
        step.get("rewards").numbers(agents);
        step.get("own_rewards").numbers(agents);
        if (file.get("local_ratio").present()) {
            step.get("global_reward").number();
        }
        String scenario = file.get("scenario").text();
        if (WITH_INFO.contains(scenario) || (mpe2 && scenario.equals(INFO_IN_MPE2_ONLY))) {
            step.get("info").list(agents);
        }
        for (String flag : mpe2 ? List.of("terminated", "truncated") : List.of("dones")) {
            requireFlags(step.get(flag));
        }
    }

    private boolean anyLandmarkMoves() {
        return file.get("entities").get("landmarks").list().stream()
                .anyMatch(landmark -> landmark.get("movable").truth());
    }

    private void observations(Tree observations) {
        observations.list(agents).forEach(Tree::numbers);
    }

    private void agent(Tree state) {
        body(state);
        state.get("c").numbers((int) file.get("world").get("dim_c").number());
    }

    private static void body(Tree state) {
        state.get("pos").numbers(DIMENSIONS);
        state.get("vel").numbers(DIMENSIONS);
    }

    private void requireFlags(Tree flags) {
        if (!(flags.node() instanceof Boolean)) {
            flags.list(agents);
        }
    }

    private static boolean ended(Tree step) {
        return any(step.get("dones")) || any(step.get("terminated")) || any(step.get("truncated"));
    }

    /** Whether a flag, or one of a list, is set; false where there is none. */
    static boolean any(Tree flags) {
        return flags.node() instanceof List<?> ? flags.list().stream().anyMatch(Tree::truth) : flags.truth();
    }
}
