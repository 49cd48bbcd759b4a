package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.SpecCommand;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code train}, and the experiments that its flags make. */
final class TrainCommandTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void sameCommandGivesTheSameDigests() {
        assertThat(terminal.train("--exp-name", "one")).isZero();
        assertThat(terminal.train("--exp-name", "two")).isZero();
        RunSummary one = RunSummary.read(new RunFolder(folder.resolve("runs/one")).summary());
        RunSummary two = RunSummary.read(new RunFolder(folder.resolve("runs/two")).summary());
        assertThat(two.weightsSha256()).isEqualTo(one.weightsSha256()).isNotEmpty();
        assertThat(two.metricsSha256()).isEqualTo(one.metricsSha256()).isNotEmpty();
    }

    @Test
    void specificationFileLiesBetweenPresetAndFlags() throws IOException {
        Path file = folder.resolve("my.json");
        Files.writeString(
                file, "{\"run\": {\"save_rate\": 5, \"num_episodes\": 9}, \"seed\": 8}", StandardCharsets.UTF_8);
        assertThat(terminal.train("--spec", file.toString(), "--exp-name", "mine"))
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/mine"));
        assertThat(spec.seed()).isEqualTo(8);
        assertThat(spec.run().numEpisodes()).isEqualTo(6);
        assertThat(spec.run().saveRate()).isEqualTo(2);
        assertThat(spec.policy("good").options()).containsEntry("batch_size", 32L);
    }

    @Test
    void commandOfASpecificationRepeatsIt() {
        assertThat(terminal.train(
                        "--exp-name",
                        "first",
                        "--scenario",
                        "simple_push",
                        "--bad-lr",
                        "0.5",
                        "--good-policy",
                        "ddpg",
                        "--seed",
                        "-4"))
                .as(terminal.err())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/first"));
        List<String> words = new ArrayList<>(SpecCommand.arguments(CATALOGUE, spec));
        words.addAll(List.of(
                "--exp-name", "second", "--runs-dir", folder.resolve("runs").toString()));
        assertThat(terminal.run(words.toArray(String[]::new)))
                .as(terminal.err())
                .isZero();
        assertThat(new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/second")))
                .isEqualTo(spec);
    }

    @Test
    void commandNamesAgentsThatOnlyTheOptionsMake() {
        ExperimentSpec spec = new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("simple-tag"))
                .scenarioOption("num_good_agents", 2)
                .algorithm("other", "ddpg")
                .assign("agent 1", "other")
                .resolve();
        assertThat(SpecCommand.line(CATALOGUE, spec)).contains("--num-good-agents 2", "--assign 'agent 1=other'");
    }

    @Test
    void optionsOfOneSidesAlgorithmAreFlags() {
        assertThat(terminal.train(
                        "--exp-name",
                        "robust",
                        "--scenario",
                        "simple_push",
                        "--good-policy",
                        "mmmaddpg",
                        "--adv-eps",
                        "0.002",
                        "--adv_eps_s",
                        "0.1"))
                .as(terminal.err())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/robust"));
        assertThat(spec.policy("good").algorithm()).isEqualTo("mmmaddpg");
        assertThat(spec.policy("good").options())
                .containsEntry("adv_eps", 0.002)
                .containsEntry("adv_eps_s", 0.1);
        assertThat(spec.policy("bad").options()).doesNotContainKey("adv_eps");
        assertThat(terminal.train("--adv-eps", "0.002")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("None of the chosen algorithms has an option adv_eps.");
    }

    @Test
    void countOfAdversariesIsSetWhereItVariesAndElseChecked() {
        assertThat(terminal.train("--scenario", "simple_spread", "--num-adversaries", "3"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("The scenario simple_spread has 0 adversaries, not 3.");
        assertThat(terminal.train("--scenario", "simple_tag", "--num-adversaries", "2", "--exp-name", "tag"))
                .as(terminal.err())
                .isZero();
        assertThat(CATALOGUE.agents(new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/tag"))))
                .hasSize(3);
    }

    @Test
    void scriptedAgentsNeedNoPolicy() {
        assertThat(terminal.train(
                        "--scenario",
                        "simple_push",
                        "--scripted-agents",
                        "adversary 0",
                        "--script",
                        "chase",
                        "--exp-name",
                        "chased"))
                .as(terminal.err())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/chased"));
        assertThat(spec.policies()).containsOnlyKeys("good");
        assertThat(CATALOGUE.agents(spec))
                .singleElement()
                .extracting(AgentSpec::name)
                .isEqualTo("agent 0");
        assertThat(terminal.run(
                        "evaluate",
                        "chased",
                        "--runs-dir",
                        folder.resolve("runs").toString(),
                        "--episodes",
                        "2"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("agent 0").doesNotContain("adversary 0");
    }

    @Test
    void namesOfOtherProgramsStandForWhatTheyMeanInTheScenario() {
        assertThat(terminal.train("--scenario", "simple_spread", "--N", "2", "--max-cycles", "9", "--exp-name", "two"))
                .as(terminal.err())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/two"));
        assertThat(spec.scenarioOptions())
                .containsEntry("num_agents", 2L)
                .containsEntry("num_landmarks", 2L)
                .containsEntry("max_episode_len", 9L);
        assertThat(spec.policies()).containsOnlyKeys("good");
    }

    @Test
    void theLastOfTwoFlagsForTheSameCounts() throws IOException {
        assertThat(terminal.train(
                        "--exp-name", "former", "--scenario", "simple_spread", "--num-agents", "5", "--N", "2"))
                .as(terminal.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("runs/former/spec.json"))).contains("\"num_agents\" : 2");
        assertThat(terminal.train("--exp-name", "own", "--scenario", "simple_spread", "--N", "5", "--num-agents", "2"))
                .as(terminal.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("runs/own/spec.json"))).contains("\"num_agents\" : 2");
        assertThat(terminal.train("--discrete-actions", "--action-mode", "box")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).startsWith("The flags --discrete-actions and --action-mode set the same");
    }

    @Test
    void policyTakenOverKeepsTheShapeOfItsNetworksAndMustFit() throws IOException {
        assertThat(terminal.train("--exp-name", "small", "--num-units", "16", "--lr", "0.003"))
                .as(terminal.err())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.train("--exp-name", "next", "--load-good", "small"))
                .as(terminal.err())
                .isZero();
        ExperimentSpec next = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/next"));
        assertThat(next.policy("good").options())
                .containsEntry("num_units", 16L)
                .doesNotContainKey("lr");
        assertThat(terminal.train("--exp-name", "no", "--load-good", "small", "--num-units", "32"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("Option num_units is \"32\", but the policy of the run ", " has 16.");
        assertThat(terminal.train("--exp-name", "no", "--load-good", "small", "--scenario", "simple_spread"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .contains("does not fit here: it played agent 0 in seat 0 with 4 numbers observed and 5 of an action,"
                        + " but is to play agent 0 in seat 0 with 18 numbers observed and 5 of an action.");
        assertThat(terminal.train("--exp-name", "no", "--load-bad", "small")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .contains(
                        "The policy \"bad\" plays no agent of simple here, which has agent 0; leave out what is said of it.");
        assertThat(folder.resolve("runs/no")).doesNotExist();
        Files.move(folder.resolve("runs/small"), folder.resolve("runs/gone"));
        assertThat(terminal.run("evaluate", "next", "--runs-dir", runs, "--episodes", "2"))
                .as(terminal.err())
                .isZero();
        String proximal =
                "train --scenario simple --good-policy ppo --num-episodes 6 --runs-dir " + runs + " --exp-name ";
        assertThat(terminal.run((proximal + "proximal --num-units 16 --critic centralised").split(" ")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run((proximal + "goes-on --load-good proximal").split(" ")))
                .as(terminal.err())
                .isZero();
        Path pushed = folder.resolve("runs/pushed");
        assertThat(terminal.train("--exp-name", "pushed", "--scenario", "simple_push"))
                .isZero();
        assertThat(terminal.run("evaluate", "next", "--runs-dir", runs, "--load-bad", "pushed"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines())
                .containsExactly("The policy \"bad\" of the run " + pushed + " cannot play in the run "
                        + folder.resolve("runs/next") + ", because the latter has no policy of that name.");
        assertThat(terminal.run("evaluate", "pushed", "--runs-dir", runs, "--load-bad", "next"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err().lines())
                .containsExactly("The policy \"bad\" of the run " + folder.resolve("runs/next")
                        + " cannot play in the run " + pushed + ", because the former has no policy of that name.");
        assertThat(terminal.train("--exp-name", "wide", "--scenario", "simple_spread"))
                .isZero();
        assertThat(terminal.run("evaluate", "next", "--runs-dir", runs, "--load-good", "wide", "--episodes", "2"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("does not fit here");
    }
}
