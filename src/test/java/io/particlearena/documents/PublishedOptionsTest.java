package io.particlearena.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.options.OptionDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever comes from LeMOL's program finds its options under their names; and no option of the algorithms that it brought
 * here is without a test.
 */
final class PublishedOptionsTest {

    private static final List<String> ALGORITHMS = List.of("lemol", "ppo", "mmmaddpg");

    private static final List<String> OF_LEMOL = List.of(
            "omlr",
            "lstm_hidden_dim",
            "learning_feature_dim",
            "chunk_length",
            "num_traj_to_train",
            "om_training_iters",
            "episode_embedding_dim",
            "block_processing",
            "recurrent_om_prediction",
            "in_ep_lstm_dim",
            "use_triplet_representation_loss",
            "rep_loss_pos_dist",
            "rep_loss_neg_dist",
            "representation_loss_weight",
            "representation_loss_weight_decay_base",
            "use_alternative_lstm",
            "ablate_lemol_lstm",
            "decentralise_lemol_obs",
            "fully_decentralise_lemol",
            "train_lemol_om_on_oh",
            "lemol_save_path",
            "lemol_in_play_perf_log_freq",
            "log_om_influence",
            "log_om_influence_freq",
            "feed_lemol_true_action",
            "lemol_true_action_feed_proportion",
            "feed_lemol_true_action_before",
            "feed_lemol_true_action_after",
            "lemol_oracle_baseline_acc",
            "lr",
            "gamma",
            "batch_size",
            "num_units",
            "agent_update_freq",
            "polyak");

    private static final List<String> OF_PPO = List.of(
            "ppo_lambda",
            "ppo_pi_lr",
            "ppo_vf_lr",
            "ppo_target_kl",
            "ppo_clip_ratio",
            "ppo_train_cycles",
            "ppo_history_length",
            "verbose_ppo",
            "gamma",
            "num_units");

    private static final List<String> OF_M3DDPG =
            List.of("adv_eps", "adv_eps_s", "lr", "gamma", "batch_size", "polyak");

    private static final List<String> OF_THE_RUN = List.of(
            "num_episodes",
            "n_opp_cycles",
            "traj_per_iter",
            "skip_to_om_training",
            "skip_to_om_training_first_cycle",
            "replay_buffer_capacity",
            "save_rate",
            "test");

    private static final List<String> OF_THE_GRID = List.of(
            "uav_grid_height",
            "uav_grid_width",
            "uav_seeker_noise",
            "uav_target_noise",
            "uav_listen_imp",
            "uav_reward_scale",
            "max_episode_len");

    private final Catalogue catalogue = Catalogue.standard();

    private CatalogueEntry algorithm(String name) {
        return entry(catalogue.algorithms(), name);
    }

    private static CatalogueEntry entry(List<CatalogueEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(List<OptionDescriptor> options) {
        return options.stream().map(OptionDescriptor::key).toList();
    }

    @Test
    void optionsOfThePublishedProgramKeepTheirNames() {
        assertThat(keys(algorithm("lemol").options())).containsAll(OF_LEMOL);
        assertThat(keys(algorithm("ppo").options())).containsAll(OF_PPO);
        assertThat(keys(algorithm("mmmaddpg").options())).containsAll(OF_M3DDPG);
        assertThat(keys(catalogue.runOptions())).containsAll(OF_THE_RUN);
        assertThat(keys(entry(catalogue.scenarios(), "uav").options())).containsAll(OF_THE_GRID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--scenario",
                "--good-policy",
                "--bad-policy",
                "--opponents",
                "--load-good",
                "--load-bad",
                "--load-policy",
                "--discrete-actions",
                "--exp-name",
                "--runs-dir",
                "--seed"
            })
    void flagsThatAreNoOptionsAreDocumentedToo(String flag) throws IOException {
        assertThat(Path.of("docs", "options.md")).content().containsPattern("\n\\|[^|]*`" + flag + "`");
    }

    @Test
    void everyOptionIsDocumented() throws IOException {
        String document = Files.readString(Path.of("docs", "options.md"));
        for (String name : ALGORITHMS) {
            String section = document.substring(document.indexOf("\n### " + name + "\n"));
            int next = section.indexOf("\n### ", 1);
            String own = next < 0 ? section : section.substring(0, next);
            for (OptionDescriptor option : algorithm(name).options()) {
                assertThat(own).contains("| `" + option.flag() + "` |");
            }
        }
    }

    @Test
    void flagsThatThePageOnLemolNamesExist() throws IOException {
        String table = Files.readString(Path.of("docs", "options.md"));
        assertThat(Pattern.compile("--[a-z][a-z-]+")
                        .matcher(Files.readString(Path.of("docs", "lemol.md")))
                        .results()
                        .map(MatchResult::group))
                .contains("--freeze-ablated-lstm", "--variant")
                .allSatisfy(flag -> assertThat(table).contains("`" + flag + "`"));
    }

    @Test
    void everyOptionOccursInATest() throws IOException {
        Map<Path, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                    .filter(path -> !path.endsWith("PublishedOptionsTest.java"))
                    .toList()) {
                tests.put(file, Files.readString(file));
            }
        }
        for (String name : ALGORITHMS) {
            for (OptionDescriptor option : algorithm(name).options()) {
                // As a key, in NAME=VALUE, in a table of values, or as a flag.
                Pattern use =
                        Pattern.compile("(?<![\\w-])(" + option.key() + "[\"=,]|" + option.flag() + ")(?![\\w-])");
                assertThat(tests.values())
                        .as("tests that use option %s of %s", option.key(), name)
                        .anyMatch(source -> use.matcher(source).find());
            }
        }
    }
}
