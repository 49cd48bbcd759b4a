package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.SpecJson;
import io.particlearena.experiment.UserPresets;
import io.particlearena.math.GroupComparison;
import io.particlearena.results.EventWriter;
import io.particlearena.results.Histogram;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.LockFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands below {@code runs}. */
final class RunsCommandTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String SPEC =
            SpecJson.write(CATALOGUE, CATALOGUE.preset("simple").spec());

    @TempDir
    private Path runs;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeRuns() throws IOException {
        for (String name : new String[] {"one", "two"}) {
            RunFolder run = new RunFolder(runs.resolve(name));
            Files.createDirectories(run.path());
            Files.writeString(run.spec(), SPEC);
            new RunSummary("finished", 20, 500, 10, 1, Map.of("agent 0", -1.5), Map.of("good", -1.5), "", "", "")
                    .write(run.summary());
        }
    }

    @Test
    void titlesAndTagsAreListedAndFoundAgain() throws IOException {
        assertThat(runs()).isZero();
        assertThat(out.toString()).contains("one", "two").doesNotContain("TITLE", "TAGS");
        assertThat(runs("rename", "one", "The first")).as(err.toString()).isZero();
        assertThat(runs("tag", "one", "paper", "seed 1")).isZero();
        assertThat(runs("colour", "one", "#1F6FC4")).isZero();
        assertThat(runs()).isZero();
        assertThat(out.toString()).contains("TITLE", "The first", "TAGS", "paper, seed 1", "agent 0 -1.50");
        assertThat(runs("--tag", "paper", "--json")).isZero();
        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list).hasSize(1);
        JsonNode run = list.get(0);
        assertThat(run.path("name").asText()).isEqualTo("one");
        assertThat(run.path("title").asText()).isEqualTo("The first");
        assertThat(run.path("tags")).hasSize(2);
        assertThat(run.path("colour").asText()).isEqualTo("#1f6fc4");
        assertThat(run.path("sideReturns").path("good").asDouble()).isEqualTo(-1.5);
        assertThat(run.path("folder").asText())
                .isEqualTo(runs.resolve("one").toAbsolutePath().toString());

        assertThat(runs("untag", "one", "paper")).isZero();
        assertThat(runs("colour", "one", "none")).isZero();
        assertThat(runs("--tag", "paper")).isZero();
        assertThat(out.toString()).contains("There are no runs in", "with the tag \"paper\"");
    }

    @Test
    void metricsAndHistogramsAreExportedByTheirTag() throws IOException {
        for (String name : new String[] {"one", "two"}) {
            try (EventWriter events = EventWriter.create(runs.resolve(name))) {
                events.scalar("agent 0/episode_return", 25, -1.5);
                events.histogram(
                        "agent 0/actions/move", 50, Histogram.ofNumbered(new double[] {4, 6}), "0 none, 1 right");
            }
        }
        Path csv = runs.resolve("out.csv");
        assertThat(runs("export", "agent 0/actions/move", csv.toString(), "one", "two"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains(csv.toString());
        assertThat(Files.readAllLines(csv))
                .hasSize(5)
                .startsWith("Run,Tag,Wall time,Step,From,To,Count,Name")
                .anySatisfy(line -> assertThat(line).startsWith("two,").endsWith(",50,0.5,1.5,6.0,right"));
        Path json = runs.resolve("out.json");
        assertThat(runs("export", "agent 0/episode_return", json.toString(), "one"))
                .isZero();
        JsonNode list = new ObjectMapper().readTree(json.toFile());
        assertThat(list.get(0).path("points").get(0).get(2).asDouble()).isEqualTo(-1.5);

        assertThat(runs("export", "loss", csv.toString(), "one")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains(
                        "There is nothing under the tag \"loss\"; there is agent 0/actions/move, agent 0/episode_return.");
        assertThat(runs("export", "loss", "out.txt", "one")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("The file is \"out.txt\", but must end with .csv or .json.");
    }

    /** The same values as in the test of the window's comparison, {@code BoardPaneTest}, which expects the same figures. */
    @Test
    void groupsAreComparedAsInTheWindow() throws IOException {
        String[] names = new String[6];
        for (int run = 0; run < 6; run++) {
            names[run] = "run " + run;
            ObjectNode spec = (ObjectNode) new ObjectMapper().readTree(SPEC);
            spec.put("seed", run).withObject("/policies/good").put("algorithm", run < 3 ? "ddpg" : "maddpg");
            Path folder = Files.createDirectories(runs.resolve(names[run]));
            Files.writeString(new RunFolder(folder).spec(), spec.toString());
            try (EventWriter events = EventWriter.create(folder)) {
                for (int step = 0; step <= 100; step++) {
                    events.scalar("score", step, (run < 3 ? 10 : 20) + run % 3);
                }
            }
        }
        assertThat(compare(names, "--by", "good.algorithm")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("score, steps 90 to 100:", "11.00", "10.00 to 12.00", "21.00", "-10.00", "0.0003", " 0 %");
        assertThat(compare(names)).isZero();
        assertThat(out.toString()).contains("good.algorithm maddpg").doesNotContain("seed");

        assertThat(compare(names, "--json")).isZero();
        JsonNode all = new ObjectMapper().readTree(out.toString());
        assertThat(all.path("groups").get(1).path("group").asText()).isEqualTo("good.algorithm maddpg");
        assertThat(all.path("groups").get(1).path("values")).hasSize(3);
        assertThat(all.path("groups")
                        .get(1)
                        .path("interquartileMean")
                        .path("centre")
                        .asDouble())
                .isEqualTo(21);
        GroupComparison window = GroupComparison.of(new double[] {10, 11, 12}, new double[] {20, 21, 22});
        JsonNode result = all.path("comparisons").get(0).path("result");
        assertThat(result.path("probability").asDouble()).isEqualTo(window.probability());
        assertThat(result.path("effectSize").asDouble()).isEqualTo(window.effectSize());

        assertThat(runs("compare", "score", names[0], names[1], "one")).isZero();
        assertThat(out.toString()).contains("all runs", "A test needs two groups of at least two runs each.");
        assertThat(err.toString()).contains("The run one has no metric \"score\", so it is left out.");
        assertThat(compare(names, "--by", "speed")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString())
                .contains("No run has an option \"speed\"; the runs differ in policies.good.algorithm, seed.");
        try (EventWriter events = EventWriter.create(runs.resolve("one"))) {
            events.scalar("score", 50, 1);
        }
        assertThat(runs("compare", "score", names[0], "one")).isZero();
        assertThat(err.toString()).contains("Left out for want of a value from step 90 on: 1 of 2 runs.");
        assertThat(runs("compare", "loss", "one")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("None of the runs has a metric \"loss\".");
    }

    private int compare(String[] names, String... flags) {
        return runs(Stream.of(new String[] {"compare", "score"}, names, flags)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    @Test
    void deletedRunsAreListedAndRestored() throws IOException {
        assertThat(runs("delete", "one", "two")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Moved one to the trash; 'runs restore one' brings it back.");
        assertThat(runs.resolve("one")).doesNotExist();
        assertThat(runs("trash")).isZero();
        assertThat(out.toString()).contains("one", "two", "DELETED", "simple");
        assertThat(runs("trash", "--json")).isZero();
        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list).hasSize(2);
        assertThat(list.get(0).path("entry").asText()).contains(".deleted-");
        assertThat(runs("restore", list.get(0).path("entry").asText())).isZero();
        assertThat(runs("restore", list.get(1).path("name").asText())).isZero();
        assertThat(runs.resolve("one/spec.json")).exists();
        assertThat(runs.resolve("two/spec.json")).exists();
        assertThat(runs("trash")).isZero();
        assertThat(out.toString()).contains("The trash is empty.");
    }

    @Test
    void aRunThatIsTrainedOrUnknownIsRefusedBeforeAnotherIsDeleted() {
        assertThat(runs("delete", "two", "three")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith("There is no run \"three\" in ");
        assertThat(runs.resolve("two")).exists();
        try (LockFile lock = new RunFolder(runs.resolve("one")).lock()) {
            assertThat(lock).isNotNull();
            assertThat(runs("delete", "one")).isEqualTo(Cli.BAD_INPUT);
        }
        assertThat(err.toString().trim()).isEqualTo("The run one is being trained; stop it first.");
        assertThat(runs.resolve("one")).exists();
    }

    @Test
    void tensorBoardDirectoriesAreOpenedAndClosed(@TempDir Path elsewhere) throws IOException {
        Path run = Files.createDirectories(elsewhere.resolve("logs/a"));
        Files.writeString(run.resolve("events.out.tfevents.1700000000.host"), "");
        assertThat(runs("open", elsewhere.resolve("logs").toString()))
                .as(err.toString())
                .isZero();
        assertThat(runs()).isZero();
        assertThat(out.toString()).contains(Path.of("logs", "a").toString(), "tensorboard");
        assertThat(runs("close", elsewhere.resolve("logs").toString())).isZero();
        assertThat(runs()).isZero();
        assertThat(out.toString()).doesNotContain("tensorboard");
        assertThat(runs("open", elsewhere.resolve("nowhere").toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains("nowhere is not a directory.");
    }

    @Test
    void aFolderThatLostItsSpecificationIsMentionedButNotListed() throws IOException {
        Files.delete(runs.resolve("two/spec.json"));
        Files.createDirectories(runs.resolve("holiday pictures"));
        assertThat(runs()).isZero();
        assertThat(out.toString()).contains("one").doesNotContain("two", "holiday");
        assertThat(err.toString().lines())
                .containsExactly("The folder " + runs.resolve("two").toAbsolutePath()
                        + " has files of a run but no spec.json, so it is not listed; 'runs delete' takes it away.");
        assertThat(runs("delete", "two")).isZero();
        assertThat(runs()).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDamagedWorkspaceFileIsSaidAndKept() throws IOException {
        Files.writeString(runs.resolve("workspace.json"), "{");
        assertThat(runs()).isZero();
        assertThat(err.toString()).contains("workspace.json is damaged");
        assertThat(out.toString()).contains("one", "two");
        assertThat(runs("tag", "one", "paper")).isZero();
        assertThat(err.toString()).contains("workspace.json is damaged", "keeps it as workspace.json.kept");
        assertThat(runs.resolve("workspace.json.kept")).hasContent("{");
    }

    @Test
    void theCommandOfARunIsPrinted() {
        assertThat(runs("command", "one")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("particle-arena train --scenario simple ");
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(runs("colour", "one", "blue")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString().trim())
                .isEqualTo("The colour is \"blue\", but must be of the form #1f6fc4, or none.");
        assertThat(runs("tag", "one")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith("The command tag needs TAG");
        assertThat(runs("tag", "one", "a,b")).isEqualTo(Cli.BAD_INPUT);
        assertThat(runs("remove", "one")).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).startsWith("There is no command \"remove\"");
        assertThat(runs("delete", "--help")).isZero();
        assertThat(out.toString()).contains("Moves runs to the trash.");
    }

    private int runs(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        String[] all = Stream.concat(Stream.of("runs", "--runs-dir", runs.toString()), Stream.of(words))
                .toArray(String[]::new);
        return new Cli(CATALOGUE, new UserPresets(runs.resolveSibling("own-presets")), console, arguments -> {})
                .execute(all);
    }
}
