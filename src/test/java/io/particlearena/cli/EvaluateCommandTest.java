package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code evaluate}. */
final class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void trainingLeavesARunThatCanBeListedAndEvaluated() {
        assertThat(terminal.train("--exp-name", "mine", "--seed", "3"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("Training simple for 6 episodes", "Finished: episode 6/6");
        RunSummary summary = RunSummary.read(new RunFolder(folder.resolve("runs/mine")).summary());
        assertThat(summary.updates()).isPositive();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("runs", "--runs-dir", runs)).isZero();
        assertThat(terminal.out()).contains("mine", "finished", "6/6");
        assertThat(terminal.run("evaluate", "mine", "--runs-dir", runs, "--episodes", "5", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"returns\"", "agent 0", "\"low\"");
        assertThat(terminal.run(
                        "evaluate", "mine", "--runs-dir", runs, "--episodes", "5", "--deterministic", "--record", "1"))
                .isZero();
        assertThat(terminal.out()).contains("95 % INTERVAL");
        Path recording = folder.resolve("runs/mine/episodes/000000000150-deterministic-0-000001.episode");
        assertThat(terminal.run("replay", "--verify", recording.toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("largest deviation 0.0");
    }

    @Test
    void evaluationShowsWhatThePublicationReports() {
        assertThat(terminal.train("--scenario", "simple_adversary", "--exp-name", "mine"))
                .as(terminal.err())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("evaluate", "mine", "--runs-dir", runs, "--episodes", "2"))
                .isZero();
        assertThat(terminal.out()).contains("MEAN PER STEP", "squared_goal_distance");
        assertThat(terminal.run("evaluate", "mine", "--runs-dir", runs, "--episodes", "2", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"diagnostics\"", "\"squared_goal_distance\"");
    }

    @Test
    void evaluationLetsAnyOfThePoliciesThatTakeTurnsPlay() {
        assertThat(terminal.train(
                        "--scenario=simple_push",
                        "--good-policy=maddpg_ddpg",
                        "--bad-policy=ddpg",
                        "--n-opp-cycles=1",
                        "--exp-name=turns"))
                .as(terminal.err())
                .isZero();
        String[] evaluate = {
            "evaluate", "turns", "--runs-dir", folder.resolve("runs").toString(), "--episodes", "3"
        };
        assertThat(terminal.run(evaluate)).as(terminal.err()).isZero();
        String first = terminal.out();
        assertThat(first).startsWith("simple_push, 3 episodes, stochastic actions, opponent good\n");
        assertThat(terminal.run(with(evaluate, "--opponent", "good"))).isZero();
        assertThat(terminal.out()).isEqualTo(first);
        assertThat(terminal.run(with(evaluate, "--opponent", "good-2"))).isZero();
        assertThat(terminal.out().lines().findFirst().orElse("")).endsWith(", opponent good-2");
        assertThat(terminal.out().lines().skip(1).toList())
                .isNotEqualTo(first.lines().skip(1).toList());
        assertThat(terminal.run(with(evaluate, "--opponent", "good-2", "--json")))
                .isZero();
        assertThat(terminal.out()).contains("\"opponent\" : \"good-2\"");
        assertThat(terminal.run(with(evaluate, "--opponent", "bad"))).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .isEqualTo("There is no opponent \"bad\" in this run; those that take turns are good, good-2.\n");
        assertThat(terminal.train("--exp-name", "alone")).isZero();
        evaluate[1] = "alone";
        assertThat(terminal.run(with(evaluate, "--opponent", "good"))).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .isEqualTo("There is no opponent \"good\" in this run; no policies take turns in it.\n");
    }

    private static String[] with(String[] words, String... further) {
        return Stream.concat(Stream.of(words), Stream.of(further)).toArray(String[]::new);
    }
}
