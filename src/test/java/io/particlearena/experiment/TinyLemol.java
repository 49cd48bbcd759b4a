package io.particlearena.experiment;

import java.util.Map;
import java.util.TreeMap;

/** A small run of LeMOL. */
final class TinyLemol {

    static final Catalogue CATALOGUE = Catalogue.standard();

    private TinyLemol() {}

    /** Two cycles of two short trajectories on keep-away. */
    static SpecDraft draft() {
        SpecDraft draft = new SpecDraft(CATALOGUE)
                .scenario("simple_push")
                .algorithm("bad", "lemol")
                .algorithm("good", "maddpg")
                .policyOption("batch_size", 32)
                .policyOption("num_units", 16)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 25)
                .runOption("n_opp_cycles", 2)
                .runOption("traj_per_iter", 2)
                .runOption("num_episodes", 14)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 1)
                .seed(3);
        small(draft, "bad");
        return draft;
    }

    /** Makes a policy's opponent model small. */
    static void small(SpecDraft draft, String policy) {
        Map<String, Object> options = new TreeMap<>(Map.of(
                "block_processing", true,
                "recurrent_om_prediction", true,
                "chunk_length", 4,
                "num_traj_to_train", 2,
                "om_training_iters", 2,
                "lstm_hidden_dim", 8,
                "episode_embedding_dim", 8,
                "in_ep_lstm_dim", 4,
                "lemol_in_play_perf_log_freq", 25));
        options.forEach((key, value) -> draft.policyOption(policy, key, value));
    }
}
