package io.particlearena.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.particlearena.results.RunFolder;
import io.particlearena.results.RunIndex;
import io.particlearena.results.RunListing;
import io.particlearena.results.RunMetadata;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.chart.Dash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunsModelTest {

    private final RunsModel model = new RunsModel();

    @Test
    void theNewestRunsAreShownAtFirstAndLaterOnesAsTheyCome() {
        list(0, 15);
        assertThat(names(model.shown())).hasSize(RunsModel.NEWEST).startsWith("run 14", "run 13");
        list(0, 17);
        assertThat(names(model.shown())).hasSize(12).startsWith("run 16", "run 15", "run 14");
        list(0, 100);
        assertThat(model.shown()).hasSize(40);
    }

    @Test
    void rowsStayWhatTheyAreWhileRunsComeAndGo() {
        list(0, 3);
        RunRow second = row("run 1");
        RunColour colour = second.lineProperty().get().colour();
        second.shownProperty().set(false);
        list(1, 5);
        assertThat(names(model.rows())).containsExactly("run 1", "run 2", "run 3", "run 4");
        assertThat(row("run 1")).isSameAs(second);
        assertThat(second.shownProperty().get()).isFalse();
        assertThat(second.lineProperty().get().colour()).isEqualTo(colour);
        assertThat(names(model.shown())).containsExactly("run 4", "run 3", "run 2");
    }

    @Test
    void aRunThatComesBackFromTheTrashIsInTheChartsOnlyIfItWasBefore() {
        list(0, 4);
        row("run 0").shownProperty().set(false);
        RunColour colour = row("run 1").lineProperty().get().colour();
        list(2, 4);
        list(0, 4);
        assertThat(names(model.rows())).hasSize(4);
        assertThat(names(model.shown())).containsExactly("run 3", "run 2", "run 1");
        assertThat(row("run 1").lineProperty().get().colour()).isEqualTo(colour);
    }

    @Test
    void runsOfOneColourInTheChartsDifferInTheirGaps() {
        list(0, 25);
        assertThat(model.shown())
                .extracting(row -> row.lineProperty().get().dash())
                .containsOnly(Dash.SOLID);
        model.showOnly(model.rows());
        assertThat(model.rows().stream().map(row -> row.lineProperty().get()).distinct())
                .hasSize(25);
        assertThat(dash("run 4")).isEqualTo(Dash.SOLID);
        assertThat(dash("run 14")).isEqualTo(Dash.DASHED);
        assertThat(dash("run 24")).isEqualTo(Dash.DOTTED);
        row("run 4").shownProperty().set(false);
        assertThat(dash("run 24")).isEqualTo(Dash.DASHED);
    }

    @Test
    void runsKeepTheirColoursWhateverComesAndGoes() {
        Map<Path, Integer> given = new HashMap<>(list(0, 5));
        assertThat(given)
                .containsEntry(path(3), RunColour.PALETTE.get(3).light())
                .hasSize(5);
        assertThat(list(0, 5)).isEmpty();

        given.keySet().remove(path(1));
        RunsModel next = new RunsModel();
        Map<Path, Integer> later = next.update(contents(given, OptionalInt.empty(), 0, 2, 3, 4, 5, 6));
        assertThat(later)
                .containsOnly(
                        entry(path(5), RunColour.PALETTE.get(1).light()),
                        entry(path(6), RunColour.PALETTE.get(5).light()));
        assertThat(next.rows())
                .extracting(row ->
                        RunColour.PALETTE.indexOf(row.lineProperty().get().colour()))
                .containsExactly(0, 2, 3, 4, 1, 5);
    }

    @Test
    void aRunHasItsOwnColourAgainWhenTheChosenOneIsTakenAway() {
        Map<Path, Integer> given = list(0, 3);
        model.update(contents(given, OptionalInt.of(0xcc3311), 0, 1, 2));
        assertThat(row("run 2").lineProperty().get().colour()).isEqualTo(RunColour.of(0xcc3311));
        model.update(contents(given, OptionalInt.empty(), 0, 1, 2));
        assertThat(row("run 2").lineProperty().get().colour()).isEqualTo(RunColour.PALETTE.get(2));
    }

    @Test
    void newRunsHaveColoursThatNoRunHasAndThenThoseOfRunsThatAreNotInTheCharts() {
        list(0, 6);
        model.showOnly(List.of(row("run 0"), row("run 2"), row("run 4")));
        list(0, 12);
        assertThat(IntStream.range(6, 12).mapToObj(place -> row("run " + place)))
                .extracting(row ->
                        RunColour.PALETTE.indexOf(row.lineProperty().get().colour()))
                .containsExactly(6, 7, 8, 9, 1, 3);
    }

    @Test
    void coloursThatTheUserChoseAreLeftToTheirRuns() {
        OptionalInt first = OptionalInt.of(RunColour.PALETTE.get(0).light());
        WorkspaceRun older = run(Path.of(""), 1, OptionalInt.empty(), OptionalInt.empty());
        WorkspaceRun newer = run(Path.of(""), 2, first, OptionalInt.empty());
        model.update(new RunIndex.Contents(List.of(older, newer), List.of(), List.of()));
        assertThat(row("run 1").lineProperty().get().colour()).isEqualTo(RunColour.PALETTE.get(1));
        assertThat(row("run 2").lineProperty().get().colour()).isEqualTo(RunColour.PALETTE.get(0));
    }

    @Test
    void aNewRunDiffersFromThoseInTheChartsEvenIfFewOthersHaveTheirColour() {
        list(0, 31);
        model.showOnly(List.of(row("run 20")));
        int[] without = IntStream.range(0, 32)
                .filter(place -> place % 10 != 0 || place == 20)
                .toArray();
        model.update(contents(Map.of(), OptionalInt.empty(), without));
        assertThat(row("run 20").lineProperty().get().colour()).isEqualTo(RunColour.PALETTE.get(0));
        assertThat(row("run 31").lineProperty().get().colour()).isEqualTo(RunColour.PALETTE.get(1));
    }

    private Dash dash(String name) {
        return row(name).lineProperty().get().dash();
    }

    @Test
    void theSearchLooksAtEverythingThatIsSaidOfARun() {
        list(0, 20);
        assertThat(found("SIMPLE_TAG odd 13")).containsExactly("run 13");
        assertThat(found("maddpg even seed")).hasSize(10);
        assertThat(found("")).hasSize(20);
        model.expressionProperty().set(true);
        assertThat(found("^run 1[12]$")).containsExactly("run 11", "run 12");
        assertThat(found("^run 1[12$")).containsExactly("run 11", "run 12");
        assertThat(model.faultProperty().get()).startsWith("Not a regular expression");
    }

    private List<String> found(String text) {
        model.searchProperty().set(text);
        return names(model.found());
    }

    private RunRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.run().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<RunRow> rows) {
        return rows.stream().map(row -> row.run().name()).toList();
    }

    private Map<Path, Integer> list(int from, int to) {
        return model.update(contents(
                Map.of(), OptionalInt.empty(), IntStream.range(from, to).toArray()));
    }

    private static RunIndex.Contents contents(Map<Path, Integer> given, OptionalInt chosen, int... places) {
        List<WorkspaceRun> runs = IntStream.of(places)
                .mapToObj(place -> {
                    Integer colour = given.get(path(place));
                    return run(
                            Path.of(""), place, chosen, colour == null ? OptionalInt.empty() : OptionalInt.of(colour));
                })
                .toList();
        return new RunIndex.Contents(runs, List.of(), List.of());
    }

    private static Path path(int place) {
        return run(Path.of(""), place).path();
    }

    /** A finished run in a folder; the higher its place, the newer. */
    static WorkspaceRun run(Path folder, int place) {
        return run(folder, place, OptionalInt.empty(), OptionalInt.empty());
    }

    private static WorkspaceRun run(Path folder, int place, OptionalInt colour, OptionalInt automatic) {
        String name = "run " + place;
        RunListing listing = new RunListing(
                new RunFolder(folder.resolve(name)),
                "finished",
                "simple_tag",
                Map.of("good", "maddpg"),
                Optional.of(7L),
                1,
                1,
                1,
                Map.of(),
                Map.of(),
                true,
                Optional.of(Instant.ofEpochSecond(place)),
                Instant.EPOCH,
                Map.of(),
                "");
        String tag = place % 2 == 0 ? "even" : "odd";
        return new WorkspaceRun(listing, new RunMetadata("", List.of(tag), colour, automatic), name, Optional.empty());
    }
}
