package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, flags and files that cannot be used, and the sentence that says so. */
final class WrongInputTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--num-episodes abc",
                "--num-episodes 0",
                "--unknown 1",
                "--seed x",
                "--preset none",
                "--spec none.json",
                "--scenario none",
                "--num-adversaries 2",
                "--num-obstacles 2",
                "--good-policy none",
                "--good-lr 7",
                "--assign nobody=good",
                "--assign nobody",
                "--load-good none",
                "--exp-name ../up",
                "--agent-updates never",
                "--test maybe",
                "--discrete-actions maybe",
                "--device gpu",
                "--device cuda:77",
                "--scenario uav --uav-grid-height 1",
                "--runs-dir /dev/null/runs"
            })
    void badInputIsOneSentenceAndWritesNothing(String flags) throws IOException {
        assertThat(terminal.train(flags.split(" ", -1))).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines().findFirst().orElse("")).isNotBlank().endsWith(".");
        assertThat(terminal.err()).doesNotContain("Exception", "\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tran | There is no command \"tran\"; you may mean \"train\".",
                "xyzzy | There is no command \"xyzzy\"; the commands are train, resume, repeat, fork, snapshot, evaluate, record, replay, export, runs, matrix, scenarios,"
                        + " algorithms, presets, info, benchmark, selftest.",
                "--scenario simple | There is no flag --scenario; it belongs to the command train or matrix.",
                "train --num_episods 3 | There is no flag --num_episods of the command train; you may mean --num-episodes.",
                "train --zzzzzzzzzzzzzz 3 | There is no flag --zzzzzzzzzzzzzz of the command train.",
                "train simple_tag | The word \"simple_tag\" is one too many for the command train.",
                "train --seed | The flag --seed needs a value, N.",
                "train --N 2 --scenario simple_tag | The flag --N means nothing for the scenario simple_tag.",
                "train --num-adversaries 2 --scenario uav | The scenario uav has 1 adversary, not 2.",
                "train --num-adversaries x --scenario uav |"
                        + " The flag --num-adversaries is \"x\", but must be a whole number of at most 18 digits.",
                "evaluate | The command evaluate needs RUN: the run's name, or the path of its folder.",
                "train --batch-size 2000 --replay-buffer-capacity 1000 |"
                        + " Option replay_buffer_capacity is \"1000\", but must be at least 2000, the batch_size of policy"
                        + " good.",
                "train --change 5:good.lr |"
                        + " The flag --change is \"5:good.lr\", but must have the form STEP:[POLICY.]KEY=VALUE.",
                "train --change good.lr=1 |"
                        + " The flag --change is \"good.lr=1\", but must have the form STEP:[POLICY.]KEY=VALUE.",
                "train --change 5:rules=mpe2 | Option rules of simple_tag cannot change while training; those that can are"
                        + " adversary_accel, prey_accel, adversary_max_speed, prey_max_speed, curriculum_stage, action_noise,"
                        + " message_noise, agent_mass, landmark_mass.",
                "train --change 5:good.num_units=8 | Option num_units of maddpg cannot change while training; those that can"
                        + " are lr, gamma, polyak, grad_norm_clipping, policy_regularisation.",
                "evaluate a b | The word \"b\" is one too many for the command evaluate.",
                "evaluate a --episodes x |"
                        + " The flag --episodes is \"x\", but must be a whole number of at most 18 digits.",
                "evaluate a --num_episodes=0 |"
                        + " The flag --num_episodes is \"0\", but must be a whole number from 1 to 10000000.",
                "evaluate a --record -1 |"
                        + " The flag --record is \"-1\", but must be a whole number from 0 to 10000000.",
                "evaluate a --checkpoint x |"
                        + " The flag --checkpoint is \"x\", but must be a whole number of at most 18 digits.",
                "selftest --device gpu | The device is \"gpu\", but must be auto, cpu, or cuda:N with the number N of a card, such as cuda:0.",
                "selftest --seconds 0 | The flag --seconds is \"0.0\", but must be a number over 0, at most 1000.",
                "train --seeds 2 --device cuda:0 | The device is \"cuda:0\", but several runs at once compute on the CPU only.",
                "benchmark --seconds x | The flag --seconds is \"x\", but must be a number.",
                "benchmark --seconds 0 | The flag --seconds is \"0.0\", but must be a number over 0, at most 1000000.",
                "benchmark --rounds x | The flag --rounds is \"x\", but must be a whole number of at most 9 digits.",
                "benchmark --rounds 0 | The flag --rounds is \"0\", but must be a whole number from 1 to 1000000.",
                "benchmark update --script nofile | The flag --script is \"nofile\", but must be a file that is there.",
                "train --benchmark-iters 100 | There is no flag --benchmark-iters of the command train; 'evaluate RUN"
                        + " --episodes N' says how many episodes are measured.",
                "train --log_dir x | There is no flag --log_dir of the command train; --runs-dir says where runs lie, with"
                        + " their weights, metrics and logs.",
                "train --restore | There is no flag --restore of the command train; 'resume RUN' goes on with a run.",
                "train --scenario simple_spread --rules mpe2 --ignore-self-collision | Scenario simple_spread: Option"
                        + " ignore_self_collision is \"true\", but must be false under rules mpe2, where nobody collides"
                        + " with itself.",
                "train --scenario simple_world_comm --rules mpe2 --food-attracts | Scenario simple_world_comm: Option"
                        + " food_attracts is \"true\", but must be false under rules mpe2, where food attracts anyway.",
                "train --scenario simple_adversary --rules mpe2 --unsquared-distance | Scenario simple_adversary: Option"
                        + " unsquared_distance is \"true\", but must be false under rules mpe2, where the distance is not"
                        + " squared.",
                "train --landmark-mass 2 | Scenario simple_tag: Option landmark_mass is \"2.0\", but must be 1 where"
                        + " landmarks cannot move; movable_landmarks lets them.",
                "train --scenario simple --opponents good | The opponents are \"good\" alone, but at least two policies"
                        + " must take turns, or none be named.",
                "train --exp-name= | The flag --exp-name is \"\", but must be a name of at least one letter or digit.",
                "train --spec . | The specification . is a folder, but must be a file.",
                "train --scenario simple_spread --num-agent-neighbors 3 |"
                        + " Scenario simple_spread: Option num_agent_neighbors is \"3\", but must be at most 2, the number of"
                        + " other agents, or pad_neighbors must be true.",
                "train --scenario simple_spread --num-landmark-neighbors 4 |"
                        + " Scenario simple_spread: Option num_landmark_neighbors is \"4\", but must be at most 3, the number"
                        + " of landmarks, or pad_neighbors must be true."
            })
    void wrongWordsAreNamedAsTheyWereWritten(String words, String sentence) {
        assertThat(terminal.run(words.split(" "))).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines().findFirst()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bad-policy maddpg",
                "--adv-policy ppo",
                "--bad-lr 0.5",
                "--load-bad other",
                "--load-policy bad=other",
                "--policy-option bad.lr=0.5"
            })
    void whatIsSaidOfASideWithoutAgentsIsRefused(String flags) {
        String sentence =
                "The policy \"bad\" plays no agent of simple_spread here, which has agent 0, agent 1, agent 2;"
                        + " leave out what is said of it.";
        assertThat(terminal.train(("--scenario simple_spread " + flags).split(" ")))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines()).containsExactly(sentence);
        assertThat(terminal.run(("train --preset simple-spread " + flags).split(" ")))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines()).containsExactly(sentence);
    }

    @Test
    void optionOfAPolicyThatPlaysNoAgentIsUnknown() {
        assertThat(terminal.run(
                        "train", "--preset", "lemol-push", "--scenario", "simple_spread", "--chunk-length", "8"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("None of the chosen algorithms has an option chunk_length.");
    }

    @Test
    void fileThatSpeaksOfASideWithoutAgentsIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.json"),
                "{\"scenario\": \"simple_spread\", \"policies\": {\"good\": {\"algorithm\": \"maddpg\"},"
                        + " \"bad\": {\"options\": {\"lr\": 0.5}}}}");
        assertThat(terminal.run("train", "--spec", file.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).startsWith("The policy \"bad\" plays no agent of simple_spread here");
        assertThat(terminal.train("--spec", file.toString(), "--scenario", "simple_push", "--exp-name", "pushed"))
                .as(terminal.err())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "3", "null", "", "{\"run\""})
    void specificationThatIsNoObjectIsRefusedInOneSentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("my.json"), content);
        assertThat(terminal.train("--spec", file.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().strip())
                .startsWith("The specification " + file)
                .endsWith(".")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"run\": {\"num_episodes\": \"5\"}} | Option num_episodes is \"5\", but must be a whole number",
                "{\"run\": {\"test\": \"true\"}} | Option test is \"true\", but must be true or false.",
                "{\"scenario_options\": {\"scripted_agents\": \"agent 0\"}} | Scenario simple_tag: Option scripted_agents is \"agent 0\", but must be a list",
                "{\"policies\": {\"good\": {\"options\": {\"lr\": \"0.1\"}}}} | Policy good: Option lr is \"0.1\", but must be a"
            })
    void textsStandForNothingElseInASpecification(String spec, String refusal) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.json"), spec);
        assertThat(terminal.run(
                        "train",
                        "--spec",
                        file.toString(),
                        "--runs-dir",
                        folder.resolve("runs").toString()))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).startsWith(refusal);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void wrongKeyOfARunIsToldWithItsFile() throws IOException {
        assertThat(terminal.train("--exp-name", "mine")).isZero();
        Path file = folder.resolve("runs/mine/spec.json");
        Files.writeString(file, Files.readString(file).replace("\"save_rate\"", "\"save_rat\""));
        String runs = folder.resolve("runs").toString();
        for (String command : List.of("evaluate", "resume", "fork", "record")) {
            assertThat(terminal.run(command, "mine", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
            assertThat(terminal.err().strip())
                    .contains(file.toString(), "There is no option \"save_rat\" here; you may mean \"save_rate\".")
                    .hasLineCount(1);
        }
    }

    @Test
    void aSpecificationAloneBeginsNoFolderOfExperience() throws IOException {
        Path pool = folder.resolve("pool");
        Path file = Files.writeString(
                folder.resolve("my.json"),
                "{\"scenario\": \"simple_push\", \"policies\": {\"bad\": {\"algorithm\": \"lemol\", \"options\":"
                        + " {\"lemol_save_path\": \"" + pool + "\", \"chunk_length\": 1, \"om_training_iters\": 0}}}}");
        assertThat(terminal.train("--scenario=simple_push", "--spec", file.toString()))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().strip())
                .startsWith("Policy bad: Option lemol_save_path is " + pool + " in the file, but no run has written to "
                        + pool + "/seat-0 before")
                .contains("give the flag --lemol-save-path")
                .endsWith(".");
        assertThat(pool).doesNotExist();
        assertThat(terminal.run(file.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.opened()).isEmpty();
        assertThat(terminal.err()).contains("Option lemol_save_path is " + pool + " in the file");
        assertThat(terminal.train(
                        "--scenario=simple_push",
                        "--spec",
                        file.toString(),
                        "--lemol-save-path",
                        pool.toString(),
                        "--exp-name",
                        "told"))
                .as(terminal.err())
                .isZero();
        assertThat(pool.resolve("seat-0/training.lock")).exists();
        assertThat(terminal.train("--scenario=simple_push", "--spec", file.toString(), "--exp-name", "again"))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void folderThatCannotBeWrittenIsNoStackTrace() throws IOException {
        assertThat(terminal.train("--exp-name", "learned")).as(terminal.err()).isZero();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(terminal.run(
                        "snapshot",
                        "learned",
                        file.resolve("snapshot").toString(),
                        "--runs-dir",
                        folder.resolve("runs").toString()))
                .isEqualTo(Cli.FAILURE);
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .contains(file.toString(), " cannot be read or written: ");
    }
}
