package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.lemol.OpponentModelOptions.TripletForm;
import io.particlearena.nn.GateActivation;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpponentModelOptionsTest {

    private static final OptionSchema<OpponentModelOptions> SCHEMA = OptionSchema.of(OpponentModelOptions.class);

    @Test
    void defaultsAreThoseOfThePublishedProgram() {
        assertThat(SCHEMA.values(SCHEMA.defaults()))
                .containsEntry("omlr", 0.001)
                .containsEntry("lstm_hidden_dim", 64L)
                .containsEntry("chunk_length", 64L)
                .containsEntry("num_traj_to_train", 8L)
                .containsEntry("om_training_iters", 5L)
                .containsEntry("episode_embedding_dim", 128L)
                .containsEntry("block_processing", false)
                .containsEntry("recurrent_om_prediction", false)
                .containsEntry("in_ep_lstm_dim", 32L)
                .containsEntry("use_triplet_representation_loss", false)
                .containsEntry("rep_loss_pos_dist", 3L)
                .containsEntry("rep_loss_neg_dist", 40L)
                .containsEntry("representation_loss_weight", 0.1)
                .containsEntry("representation_loss_weight_decay_base", 15.0)
                .containsEntry("ablate_lemol_lstm", false)
                .containsEntry("train_lemol_om_on_oh", false)
                .containsEntry("gate_activation", "sigmoid")
                .containsEntry("triplet_form", "per-row")
                .containsEntry("triplet_norm", "squared")
                .containsEntry("initial_cell_from_h", false);
    }

    @Test
    void choicesAreReadWithUnderscores() {
        OpponentModelOptions options = SCHEMA.parse(Map.of("gate_activation", "hard_sigmoid", "triplet_form", "cross"));
        assertThat(options.gateActivation()).isEqualTo(GateActivation.HARD_SIGMOID);
        assertThat(options.tripletForm()).isEqualTo(TripletForm.CROSS);
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        refused(Map.of("episode_embedding_dim", 7), "episode_embedding_dim", "is 7, but must be even");
        refused(Map.of("use_alternative_lstm", true), "use_alternative_lstm", "is obsolete");
        refused(Map.of("learning_feature_dim", 32), "learning_feature_dim", "is \"32\", but must be 64");
        refused(Map.of("freeze_ablated_lstm", true), "freeze_ablated_lstm", "says how ablate_lemol_lstm is done");
        refused(
                Map.of("use_triplet_representation_loss", true, "ablate_lemol_lstm", true),
                "use_triplet_representation_loss",
                "needs the LSTM that ablate_lemol_lstm takes away");
        refused(
                Map.of("use_triplet_representation_loss", true, "chunk_length", 42),
                "chunk_length",
                "is 42, but the triplet loss needs at least rep_loss_pos_dist + rep_loss_neg_dist = 43 LSTM steps");
        assertThat(SCHEMA.parse(Map.of("use_triplet_representation_loss", true, "chunk_length", 43)))
                .isNotNull();
        assertThat(SCHEMA.parse(Map.of("chunk_length", 1))).isNotNull();
    }

    private static void refused(Map<String, Object> values, String option, String reason) {
        assertThatThrownBy(() -> SCHEMA.parse(values))
                .isInstanceOfSatisfying(
                        OptionException.class, e -> assertThat(e.option()).isEqualTo(option))
                .hasMessageContaining("Option " + option + " ")
                .hasMessageContaining(reason);
    }

    @Test
    void weightOfTheTripletLossDecaysWithTheChunk() {
        OpponentModelOptions options = SCHEMA.defaults();
        assertThat(options.tripletWeight(0)).isEqualTo(0.1);
        assertThat(options.tripletWeight(1)).isCloseTo(0.09375, within(1e-12));
        assertThat(options.tripletWeight(15)).isCloseTo(0.05, within(1e-12));
        assertThat(options.tripletWeight(155)).isCloseTo(0.008824, within(5e-7));
    }

    @Test
    void parameterCountsAreThoseOfThePublishedProgram() {
        OpponentModelShape push = new OpponentModelShape(8, 5, List.of(5));
        assertThat(push.event()).isEqualTo(20);
        OpponentModelNetwork steps = new OpponentModelNetwork(SCHEMA.defaults(), push, 1);
        assertThat(steps.learning().layout().size()).isEqualTo(21_760);
        assertThat(steps.head().layout().size()).isEqualTo(9_157);
        assertThat(steps.layout().size()).isEqualTo(21_760 + 128 + 9_157);
        OpponentModelNetwork blocks = new OpponentModelNetwork(
                SCHEMA.parse(Map.of("block_processing", true, "recurrent_om_prediction", true)), push, 25);
        assertThat(blocks.learning().layout().size()).isEqualTo(49_408);
        assertThat(blocks.forwardSummary().layout().size()
                        + blocks.backwardSummary().layout().size())
                .isEqualTo(43_520);
        assertThat(blocks.episode().layout().size()).isEqualTo(5_248);
        assertThat(blocks.head().layout().size()).isEqualTo(10_693);
        assertThat(blocks.layout().size()).isEqualTo(43_520 + 49_408 + 128 + 5_248 + 64 + 10_693);
        OpponentModelNetwork ablated = new OpponentModelNetwork(
                SCHEMA.parse(Map.of("block_processing", true, "ablate_lemol_lstm", true)), push, 25);
        assertThat(ablated.layout().size()).isEqualTo(9_157 - 64 * 64);
        OpponentModelNetwork frozen = new OpponentModelNetwork(
                SCHEMA.parse(Map.of("block_processing", true, "ablate_lemol_lstm", true, "freeze_ablated_lstm", true)),
                push,
                25);
        assertThat(frozen.head().layout().size()).isEqualTo(9_157);
    }
}
