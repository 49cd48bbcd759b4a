package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Signal;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.SpecCommand;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.experiment.UserPresets;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> opened = new ArrayList<>();

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        return new Cli(
                        CATALOGUE,
                        new UserPresets(folder.resolve("own-presets")),
                        console,
                        arguments -> opened.addAll(List.of(arguments)))
                .execute(words);
    }

    /** A run short enough for a test. */
    private int train(String... further) {
        return run(Stream.concat(
                        Stream.of(
                                "train",
                                "--scenario",
                                "simple",
                                "--num-episodes=6",
                                "--warm-up-steps=32",
                                "--batch_size",
                                "32",
                                "--agent-update-freq",
                                "10",
                                "--save-rate",
                                "2",
                                "--replay-buffer-capacity",
                                "1000",
                                "--runs-dir",
                                folder.resolve("runs").toString()),
                        Stream.of(further))
                .toArray(String[]::new));
    }

    @Test
    void trainingLeavesARunThatCanBeListedAndEvaluated() {
        assertThat(train("--exp-name", "mine", "--seed", "3"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Training simple for 6 episodes", "Finished: episode 6/6");
        RunSummary summary = RunSummary.read(new RunFolder(folder.resolve("runs/mine")).summary());
        assertThat(summary.updates()).isPositive();
        String runs = folder.resolve("runs").toString();
        assertThat(run("runs", "--runs-dir", runs)).isZero();
        assertThat(out.toString()).contains("mine", "finished", "6/6");
        assertThat(run("evaluate", "mine", "--runs-dir", runs, "--episodes", "5", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"returns\"", "agent 0", "\"low\"");
        assertThat(run("evaluate", "mine", "--runs-dir", runs, "--episodes", "5", "--deterministic", "--record", "1"))
                .isZero();
        assertThat(out.toString()).contains("95 % INTERVAL");
        Path recording = folder.resolve("runs/mine/episodes/000000000150-deterministic-0-000001.episode");
        assertThat(run("replay", "--verify", recording.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("largest deviation 0.0");
    }

    private List<EpisodeFile> recordings(String run) {
        return EpisodeFile.list(new RunFolder(folder.resolve("runs").resolve(run)).episodes());
    }

    @Test
    void episodesOfACheckpointAreRecorded() {
        assertThat(train(
                        "--exp-name",
                        "mine",
                        "--checkpoint-interval",
                        "2",
                        "--checkpoints-kept",
                        "9",
                        "--record-every",
                        "0"))
                .as(err.toString())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(run("record", "mine", "--runs-dir", runs, "--episodes", "2")).isZero();
        assertThat(run("record", "mine", "--runs-dir", runs, "--checkpoint", "50", "--deterministic"))
                .as(err.toString())
                .isZero();
        assertThat(recordings("mine"))
                .extracting(file -> String.valueOf(file.path().getFileName()))
                .containsExactly(
                        "000000000050-deterministic-0-000001.episode",
                        "000000000150-evaluation-0-000001.episode",
                        "000000000150-evaluation-0-000002.episode");
        assertThat(out.toString()).contains(recordings("mine").get(0).path().toString());
        EpisodeRecording recording =
                EpisodeRecording.read(recordings("mine").get(1).path());
        assertThat(recording.about().moment()).isEqualTo(new EpisodeRecording.Moment(150, 0));
        assertThat(recording.signals(0, 0)).extracting(Signal::name).containsExactly("action_probabilities", "q_value");
        assertThat(run("record", "mine", "--runs-dir", runs, "--checkpoint", "51"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains("There is no checkpoint of step 51; the run has those of steps 150, ")
                .contains(", 50.");
        assertThat(run("evaluate", "mine", "--runs-dir", runs, "--checkpoint", "51"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(run("record", "mine", "--runs-dir", runs, "--episodes", "0")).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void matrixShowsWhatIsMissingAndTrainsIt() {
        String runs = folder.resolve("runs").toString();
        String[] words = {
            "matrix",
            "--scenario=simple_push",
            "--algorithms=maddpg,ddpg",
            "--bad-algorithms=ddpg",
            "--seeds=2",
            "--num-episodes=2",
            "--warm-up-steps=100000",
            "--save-rate=2",
            "--runs-dir",
            runs
        };
        assertThat(run(words)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("against ddpg", "maddpg  - (0 of 2)", "4 runs are missing; the same command with --start");
        assertThat(run(Stream.concat(Stream.of(words), Stream.of("--start")).toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("Run 4 of 4", "Mean final return of a good agent", "Mean final return of a bad agent", " ± ")
                .doesNotContain("missing");
        assertThat(run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        assertThat(out.toString()).contains("\"goodReturn\"", "\"missing\" : 0");
        assertThat(run("matrix", "--seeds", "0")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("--seeds", "0", "from 1 to 1000");
    }

    @Test
    void presetsAreSavedUsedAndDeleted() {
        assertThat(run("presets", "save", "My tag", "--preset", "simple-tag", "--seed", "9"))
                .as(err.toString())
                .isZero();
        assertThat(run("presets", "my-tag")).isZero();
        assertThat(out.toString()).contains("My tag");
        assertThat(run("presets", "save", "Simple", "--preset", "simple-tag")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("simple", "ships with the program");
        assertThat(run("presets", "delete", "my-tag")).isZero();
        assertThat(run("presets", "delete", "my-tag")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("my-tag", "none was saved");
    }

    @Test
    void scenariosAndAlgorithmsAreExplained() {
        assertThat(run("info", "simple-tag")).isZero();
        assertThat(out.toString()).contains("Predator and prey", "## THINGS TO TRY");
        assertThat(run("info", "lemol")).isZero();
        assertThat(run("info", "nothing")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("nothing", "simple_tag", "maddpg");
    }

    @Test
    void gridIsTrainedRecordedAndReplayedLikeAnyScenario() {
        assertThat(train("--scenario", "uav", "--discrete-actions", "--uav-grid-width", "4", "--exp-name", "grid"))
                .as(err.toString())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(run("evaluate", "grid", "--runs-dir", runs, "--episodes", "3", "--record", "1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("adversary 0", "agent 0");
        assertThat(run("replay", "--verify", recordings("grid").get(0).path().toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("DIAGNOSTIC");
        assertThat(train("--scenario", "uav", "--discrete-actions", "false")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains("The flag --discrete-actions is \"false\", but uav has discrete actions only.");
    }

    @Test
    void policyTakenOverKeepsTheShapeOfItsNetworksAndMustFit() throws IOException {
        assertThat(train("--exp-name", "small", "--num-units", "16", "--lr", "0.003"))
                .as(err.toString())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(train("--exp-name", "next", "--load-good", "small"))
                .as(err.toString())
                .isZero();
        ExperimentSpec next = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/next"));
        assertThat(next.policy("good").options())
                .containsEntry("num_units", 16L)
                .doesNotContainKey("lr");
        assertThat(train("--exp-name", "no", "--load-good", "small", "--num-units", "32"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("Option num_units is \"32\", but the policy of the run ", " has 16.");
        assertThat(train("--exp-name", "no", "--load-good", "small", "--scenario", "simple_spread"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains("does not fit here: it played agent 0 in seat 0 with 4 numbers observed and 5 of an action,"
                        + " but is to play agent 0 in seat 0 with 18 numbers observed and 5 of an action.");
        assertThat(train("--exp-name", "no", "--load-bad", "small")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains(
                        "The policy \"bad\" plays no agent of simple here, which has agent 0; leave out what is said of it.");
        assertThat(folder.resolve("runs/no")).doesNotExist();
        Files.move(folder.resolve("runs/small"), folder.resolve("runs/gone"));
        assertThat(run("evaluate", "next", "--runs-dir", runs, "--episodes", "2"))
                .as(err.toString())
                .isZero();
        String proximal =
                "train --scenario simple --good-policy ppo --num-episodes 6 --runs-dir " + runs + " --exp-name ";
        assertThat(run((proximal + "proximal --num-units 16 --critic centralised").split(" ")))
                .as(err.toString())
                .isZero();
        assertThat(run((proximal + "goes-on --load-good proximal").split(" ")))
                .as(err.toString())
                .isZero();
        Path pushed = folder.resolve("runs/pushed");
        assertThat(train("--exp-name", "pushed", "--scenario", "simple_push")).isZero();
        assertThat(run("evaluate", "next", "--runs-dir", runs, "--load-bad", "pushed"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly("The policy \"bad\" of the run " + pushed + " cannot play in the run "
                        + folder.resolve("runs/next") + ", because the latter has no policy of that name.");
        assertThat(run("evaluate", "pushed", "--runs-dir", runs, "--load-bad", "next"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly("The policy \"bad\" of the run " + folder.resolve("runs/next")
                        + " cannot play in the run " + pushed + ", because the former has no policy of that name.");
        assertThat(train("--exp-name", "wide", "--scenario", "simple_spread")).isZero();
        assertThat(run("evaluate", "next", "--runs-dir", runs, "--load-good", "wide", "--episodes", "2"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("does not fit here");
    }

    @Test
    void sameCommandGivesTheSameDigests() {
        assertThat(train("--exp-name", "one")).isZero();
        assertThat(train("--exp-name", "two")).isZero();
        RunSummary one = RunSummary.read(new RunFolder(folder.resolve("runs/one")).summary());
        RunSummary two = RunSummary.read(new RunFolder(folder.resolve("runs/two")).summary());
        assertThat(two.weightsSha256()).isEqualTo(one.weightsSha256()).isNotEmpty();
        assertThat(two.metricsSha256()).isEqualTo(one.metricsSha256()).isNotEmpty();
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
                "--scenario uav --uav-grid-height 1",
                "--runs-dir /dev/null/runs"
            })
    void badInputIsOneSentenceAndWritesNothing(String flags) throws IOException {
        assertThat(train(flags.split(" ", -1))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines().findFirst().orElse("")).isNotBlank().endsWith(".");
        assertThat(err.toString()).doesNotContain("Exception", "\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void specificationFileLiesBetweenPresetAndFlags() throws IOException {
        Path file = folder.resolve("my.json");
        Files.writeString(
                file, "{\"run\": {\"save_rate\": 5, \"num_episodes\": 9}, \"seed\": 8}", StandardCharsets.UTF_8);
        assertThat(train("--spec", file.toString(), "--exp-name", "mine")).isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/mine"));
        assertThat(spec.seed()).isEqualTo(8);
        assertThat(spec.run().numEpisodes()).isEqualTo(6);
        assertThat(spec.run().saveRate()).isEqualTo(2);
        assertThat(spec.policy("good").options()).containsEntry("batch_size", 32L);
    }

    @Test
    void commandOfASpecificationRepeatsIt() {
        assertThat(train(
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
                .as(err.toString())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/first"));
        List<String> words = new ArrayList<>(SpecCommand.arguments(CATALOGUE, spec));
        words.addAll(List.of(
                "--exp-name", "second", "--runs-dir", folder.resolve("runs").toString()));
        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isZero();
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
        assertThat(train(
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
                .as(err.toString())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/robust"));
        assertThat(spec.policy("good").algorithm()).isEqualTo("mmmaddpg");
        assertThat(spec.policy("good").options())
                .containsEntry("adv_eps", 0.002)
                .containsEntry("adv_eps_s", 0.1);
        assertThat(spec.policy("bad").options()).doesNotContainKey("adv_eps");
        assertThat(train("--adv-eps", "0.002")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("None of the chosen algorithms has an option adv_eps.");
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
        assertThat(train(("--scenario simple_spread " + flags).split(" "))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines()).containsExactly(sentence);
        assertThat(run(("train --preset simple-spread " + flags).split(" "))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines()).containsExactly(sentence);
    }

    @Test
    void fileThatSpeaksOfASideWithoutAgentsIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.json"),
                "{\"scenario\": \"simple_spread\", \"policies\": {\"good\": {\"algorithm\": \"maddpg\"},"
                        + " \"bad\": {\"options\": {\"lr\": 0.5}}}}");
        assertThat(run("train", "--spec", file.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith("The policy \"bad\" plays no agent of simple_spread here");
        assertThat(train("--spec", file.toString(), "--scenario", "simple_push", "--exp-name", "pushed"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void optionOfAPolicyThatPlaysNoAgentIsUnknown() {
        assertThat(run("train", "--preset", "lemol-push", "--scenario", "simple_spread", "--chunk-length", "8"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("None of the chosen algorithms has an option chunk_length.");
    }

    @Test
    void countOfAdversariesIsSetWhereItVariesAndElseChecked() {
        assertThat(train("--scenario", "simple_spread", "--num-adversaries", "3"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("The scenario simple_spread has 0 adversaries, not 3.");
        assertThat(train("--scenario", "simple_tag", "--num-adversaries", "2", "--exp-name", "tag"))
                .as(err.toString())
                .isZero();
        assertThat(CATALOGUE.agents(new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/tag"))))
                .hasSize(3);
    }

    @Test
    void scriptedAgentsNeedNoPolicy() {
        assertThat(train(
                        "--scenario",
                        "simple_push",
                        "--scripted-agents",
                        "adversary 0",
                        "--script",
                        "chase",
                        "--exp-name",
                        "chased"))
                .as(err.toString())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/chased"));
        assertThat(spec.policies()).containsOnlyKeys("good");
        assertThat(CATALOGUE.agents(spec))
                .singleElement()
                .extracting(AgentSpec::name)
                .isEqualTo("agent 0");
        assertThat(run(
                        "evaluate",
                        "chased",
                        "--runs-dir",
                        folder.resolve("runs").toString(),
                        "--episodes",
                        "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("agent 0").doesNotContain("adversary 0");
    }

    @Test
    void evaluationShowsWhatThePublicationReports() {
        assertThat(train("--scenario", "simple_adversary", "--exp-name", "mine"))
                .as(err.toString())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(run("evaluate", "mine", "--runs-dir", runs, "--episodes", "2"))
                .isZero();
        assertThat(out.toString()).contains("MEAN PER STEP", "squared_goal_distance");
        assertThat(run("evaluate", "mine", "--runs-dir", runs, "--episodes", "2", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"diagnostics\"", "\"squared_goal_distance\"");
    }

    @Test
    void evaluationLetsAnyOfThePoliciesThatTakeTurnsPlay() {
        assertThat(train(
                        "--scenario=simple_push",
                        "--good-policy=maddpg_ddpg",
                        "--bad-policy=ddpg",
                        "--n-opp-cycles=1",
                        "--exp-name=turns"))
                .as(err.toString())
                .isZero();
        String[] evaluate = {
            "evaluate", "turns", "--runs-dir", folder.resolve("runs").toString(), "--episodes", "3"
        };
        assertThat(run(evaluate)).as(err.toString()).isZero();
        String first = out.toString();
        assertThat(first).startsWith("simple_push, 3 episodes, stochastic actions, opponent good\n");
        assertThat(run(with(evaluate, "--opponent", "good"))).isZero();
        assertThat(out.toString()).isEqualTo(first);
        assertThat(run(with(evaluate, "--opponent", "good-2"))).isZero();
        assertThat(out.toString().lines().findFirst().orElse("")).endsWith(", opponent good-2");
        assertThat(out.toString().lines().skip(1).toList())
                .isNotEqualTo(first.lines().skip(1).toList());
        assertThat(run(with(evaluate, "--opponent", "good-2", "--json"))).isZero();
        assertThat(out.toString()).contains("\"opponent\" : \"good-2\"");
        assertThat(run(with(evaluate, "--opponent", "bad"))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .isEqualTo("There is no opponent \"bad\" in this run; those that take turns are good, good-2.\n");
        assertThat(train("--exp-name", "alone")).isZero();
        evaluate[1] = "alone";
        assertThat(run(with(evaluate, "--opponent", "good"))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .isEqualTo("There is no opponent \"good\" in this run; no policies take turns in it.\n");
    }

    private static String[] with(String[] words, String... further) {
        return Stream.concat(Stream.of(words), Stream.of(further)).toArray(String[]::new);
    }

    @Test
    void runWithoutACheckpointSaysThatResumingBeginsAnew() throws IOException {
        assertThat(train("--exp-name", "mine")).isZero();
        Path run = folder.resolve("runs/mine");
        Path summary = run.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"finished\"", "\"running\""));
        String runs = folder.resolve("runs").toString();
        assertThat(run("runs", "--runs-dir", runs)).isZero();
        assertThat(out.toString()).contains("interrupted").doesNotContain("begins anew");
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(run("runs", "--runs-dir", runs)).isZero();
        assertThat(out.toString()).contains("no checkpoint yet, so 'resume' begins anew");
        assertThat(run("resume", "mine", "--runs-dir", runs)).isZero();
        assertThat(err.toString()).contains("The run had not written a checkpoint yet and begins anew.");
        assertThat(out.toString()).startsWith("Training simple");
    }

    @Test
    void namesOfOtherProgramsStandForWhatTheyMeanInTheScenario() {
        assertThat(train("--scenario", "simple_spread", "--N", "2", "--max-cycles", "9", "--exp-name", "two"))
                .as(err.toString())
                .isZero();
        ExperimentSpec spec = new Experiments(CATALOGUE, folder).spec(folder.resolve("runs/two"));
        assertThat(spec.scenarioOptions())
                .containsEntry("num_agents", 2L)
                .containsEntry("num_landmarks", 2L)
                .containsEntry("max_episode_len", 9L);
        assertThat(spec.policies()).containsOnlyKeys("good");
    }

    @Test
    void wrongKeyOfARunIsToldWithItsFile() throws IOException {
        assertThat(train("--exp-name", "mine")).isZero();
        Path file = folder.resolve("runs/mine/spec.json");
        Files.writeString(file, Files.readString(file).replace("\"save_rate\"", "\"save_rat\""));
        String runs = folder.resolve("runs").toString();
        for (String command : List.of("evaluate", "resume", "fork", "record")) {
            assertThat(run(command, "mine", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
            assertThat(err.toString().strip())
                    .contains(file.toString(), "There is no option \"save_rat\" here; you may mean \"save_rate\".")
                    .hasLineCount(1);
        }
    }

    @Test
    void finishedRunIsNotTrainedAgain() {
        assertThat(train("--exp-name", "mine")).isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(run("resume", "mine", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("finished");
        assertThat(run("resume", "none", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void goldenFileVerifiesAndATamperedOneDoesNot() throws IOException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        assertThat(run("replay", "--verify", golden.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("simple_tag", "largest deviation");
        String text = Files.readString(golden);
        int at = text.indexOf("\"rewards\":");
        int digit = at + 10;
        while (!Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        char other = text.charAt(digit) == '7' ? '8' : '7';
        Path tampered = folder.resolve("tampered.json");
        Files.writeString(tampered, text.substring(0, digit) + other + text.substring(digit + 1));
        assertThat(run("replay", "--verify", tampered.toString())).isEqualTo(Cli.FAILURE);
        assertThat(err.toString()).contains("largest deviation", "is allowed");
        for (String content : List.of("{\"format\": \"other\"}", "no JSON", "[]", "")) {
            Files.writeString(tampered, content);
            assertThat(run("replay", "--verify", tampered.toString())).isEqualTo(Cli.BAD_INPUT);
            assertThat(err.toString().strip()).startsWith(tampered.toString()).endsWith(".");
            assertThat(err.toString().lines()).hasSize(1);
        }
        assertThat(run("replay", "--verify", "none.json")).isEqualTo(Cli.BAD_INPUT);
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
        assertThat(run(
                        "train",
                        "--spec",
                        file.toString(),
                        "--runs-dir",
                        folder.resolve("runs").toString()))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith(refusal);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void theLastOfTwoFlagsForTheSameCounts() throws IOException {
        assertThat(train("--exp-name", "former", "--scenario", "simple_spread", "--num-agents", "5", "--N", "2"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("runs/former/spec.json"))).contains("\"num_agents\" : 2");
        assertThat(train("--exp-name", "own", "--scenario", "simple_spread", "--N", "5", "--num-agents", "2"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("runs/own/spec.json"))).contains("\"num_agents\" : 2");
        assertThat(train("--discrete-actions", "--action-mode", "box")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith("The flags --discrete-actions and --action-mode set the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tran | There is no command \"tran\"; you may mean \"train\".",
                "xyzzy | There is no command \"xyzzy\"; the commands are train, resume, repeat, fork, snapshot, evaluate, record, replay, export, runs, matrix, scenarios,"
                        + " algorithms, presets, info, benchmark.",
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
                "train --change 5:good.lr |"
                        + " The flag --change is \"5:good.lr\", but must have the form STEP:POLICY.KEY=VALUE.",
                "train --change good.lr=1 |"
                        + " The flag --change is \"good.lr=1\", but must have the form STEP:POLICY.KEY=VALUE.",
                "train --change 5:good.num_units=8 | Option num_units of maddpg cannot change while training.",
                "evaluate a b | The word \"b\" is one too many for the command evaluate.",
                "evaluate a --episodes x |"
                        + " The flag --episodes is \"x\", but must be a whole number of at most 18 digits.",
                "evaluate a --num_episodes=0 |"
                        + " The flag --num_episodes is \"0\", but must be a whole number from 1 to 10000000.",
                "evaluate a --record -1 |"
                        + " The flag --record is \"-1\", but must be a whole number from 0 to 10000000.",
                "evaluate a --checkpoint x |"
                        + " The flag --checkpoint is \"x\", but must be a whole number of at most 18 digits.",
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
        assertThat(run(words.split(" "))).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().lines().findFirst()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "3", "null", "", "{\"run\""})
    void specificationThatIsNoObjectIsRefusedInOneSentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("my.json"), content);
        assertThat(train("--spec", file.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().strip())
                .startsWith("The specification " + file)
                .endsWith(".")
                .hasLineCount(1);
    }

    @Test
    void helpOfACommandIsNotCutInTheList() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Measures the newest policies of a run.");
        assertThat(run("train", "--help")).isZero();
        assertThat(out.toString()).doesNotContain("Formerly").contains("Also --max-cycles.");
    }

    @Test
    void recordingsOfEitherFormatOpenTheWindowAndOtherFilesAreRefused() throws IOException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        assertThat(run("replay", golden.toString())).as(err.toString()).isZero();
        assertThat(opened).containsExactly("--replay=" + golden);
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"other\"}");
        assertThat(run("replay", other.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(run("replay", "none.json")).isEqualTo(Cli.BAD_INPUT);
        assertThat(opened).hasSize(1);
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(run("--theme", "dark")).isZero();
        assertThat(opened).containsExactly("--theme=dark");
        assertThat(run("nonsense")).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void helpExplainsEveryCommand() {
        assertThat(run("--help")).isZero();
        for (String command :
                List.of("train", "resume", "evaluate", "replay", "runs", "scenarios", "algorithms", "benchmark")) {
            assertThat(run("--help")).isZero();
            assertThat(out.toString()).contains(command);
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage:");
        }
        assertThat(run("train", "--help")).isZero();
        assertThat(out.toString())
                .contains("--good-policy", "--max-episode-len", "--polyak", "--adv-policy")
                .contains("--benchmark-iters  'evaluate RUN --episodes N'", "--log-dir", "--display");
    }

    @Test
    void catalogueIsListedAndDescribed() {
        assertThat(run("scenarios")).isZero();
        assertThat(out.toString()).contains("simple_tag", "simple_spread");
        assertThat(run("scenarios", "simple-tag")).isZero();
        assertThat(out.toString()).contains("--num-adversaries");
        assertThat(run("algorithms")).isZero();
        assertThat(out.toString()).contains("maddpg", "ddpg");
        assertThat(run("presets")).isZero();
        assertThat(out.toString()).contains("lemol-code");
        assertThat(run("scenarios", "none")).isEqualTo(Cli.BAD_INPUT);
    }
}
