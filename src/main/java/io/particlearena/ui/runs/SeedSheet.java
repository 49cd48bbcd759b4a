package io.particlearena.ui.runs;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.ui.Background;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.form.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The runs that differ in their seed only: shows them as one group of the charts, and trains further seeds beside the
 * window's run.
 */
final class SeedSheet implements AutoCloseable {

    private static final int MOST_SEEDS = 100;
    private static final long LOOK_NANOS = 500_000_000L;
    private static final String SEED = "seed";

    private final Workbench workbench;
    private final RunsModel model;
    private final Sheet sheet;
    private final Consumer<List<RunRow>> grouping;
    private final RunQueue queue;
    private final Background background = new Background("run-seeds");
    private final Label about = new Label();
    private final Spinner<Integer> further = new Spinner<>(1, MOST_SEEDS, 2);
    private final Label progress = new Label();
    private final Button stop = new Button(Texts.of("runs.seeds.stop"));
    private final VBox content;
    private long lookedAt;

    /** @param grouping shows runs as one group of the charts */
    SeedSheet(Workbench workbench, RunsModel model, Sheet sheet, Consumer<List<RunRow>> grouping) {
        this.workbench = workbench;
        this.model = model;
        this.sheet = sheet;
        this.grouping = grouping;
        this.queue = new RunQueue(workbench);
        about.setId("run-seeds-about");
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        further.setId("run-seeds-further");
        further.setEditable(true);
        further.setPrefWidth(90);
        Label caption = new Label(Texts.of("runs.seeds.further"));
        caption.setLabelFor(further);
        further.setAccessibleText(caption.getText());
        caption.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, caption, further);
        line.setAlignment(Pos.CENTER_LEFT);
        progress.setId("run-seeds-progress");
        progress.setWrapText(true);
        progress.managedProperty().bind(progress.textProperty().isNotEmpty());
        stop.setId("run-seeds-stop");
        stop.setOnAction(event -> queue.stop());
        content = new VBox(8, about, line, progress);
    }

    /** Opens for a run. */
    void show(RunRow row) {
        List<RunRow> alike = alike(row);
        String seeds = alike.stream()
                .flatMap(other -> other.run().listing().seed().stream())
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        about.setText(Texts.of("runs.seeds.about", alike.size(), seeds));
        Button group = new Button(Texts.of("runs.seeds.group"));
        group.setId("run-seeds-group");
        group.getStyleClass().add("accent");
        group.setDefaultButton(true);
        group.setOnAction(event -> {
            sheet.hide();
            grouping.accept(alike(row));
        });
        Button train = new Button(Texts.of("runs.seeds.train"));
        train.setId("run-seeds-train");
        train.setOnAction(event -> train(row));
        showProgress();
        sheet.show(Texts.of("runs.seeds.title", row.run().title()), content, group, group, train, stop);
    }

    /** Says how far the runs in the background are; called once a frame. */
    void pulse(long now) {
        if (now - lookedAt > LOOK_NANOS) {
            lookedAt = now;
            showProgress();
        }
    }

    /** Lets the runs in the background save and end. */
    @Override
    public void close() {
        queue.stopAndWait();
        background.close();
    }

    private List<RunRow> alike(RunRow row) {
        Map<String, String> wanted = butSeed(row);
        return model.rows().stream()
                .filter(other ->
                        !other.run().listing().isForeign() && butSeed(other).equals(wanted))
                .toList();
    }

    private static Map<String, String> butSeed(RunRow row) {
        Map<String, String> options = new TreeMap<>(row.run().listing().options());
        options.remove(SEED);
        return options;
    }

    private void train(RunRow row) {
        Path run = row.path();
        int count = further.getValue();
        background.run(
                () -> {
                    if (workbench.originOf(run).isPresent()) {
                        throw new IllegalStateException(Texts.of("runs.seeds.fork"));
                    }
                    return workbench.specOf(run);
                },
                spec -> {
                    queue.add(next(spec, row, count));
                    showProgress();
                },
                e -> sheet.setFault(String.valueOf(e.getMessage())));
    }

    /** The seeds after the largest one that there is. */
    private List<ExperimentSpec> next(ExperimentSpec spec, RunRow row, int count) {
        LongStream trained = alike(row).stream()
                .flatMap(other -> other.run().listing().seed().stream())
                .mapToLong(Long::longValue);
        LongStream pending = queue.state().specs().stream()
                .filter(other -> other.withSeed(0).equals(spec.withSeed(0)))
                .mapToLong(ExperimentSpec::seed);
        long first = LongStream.concat(trained, pending).max().orElse(spec.seed()) + 1;
        return LongStream.range(first, first + count).mapToObj(spec::withSeed).toList();
    }

    private void showProgress() {
        RunQueue.State state = queue.state();
        stop.setDisable(!state.isBusy());
        List<String> lines = new ArrayList<>();
        for (RunQueue.Training training : state.going()) {
            lines.add(Texts.of(
                    "runs.seeds.training",
                    Long.toString(training.spec().seed()),
                    NumberText.count(training.progress().episode()),
                    NumberText.count(training.progress().episodes())));
        }
        if (state.isBusy()) {
            lines.add(Texts.of(
                    "runs.seeds.waiting", state.specs().size() - state.going().size(), state.done()));
        } else if (state.done() > 0) {
            lines.add(Texts.of("runs.seeds.done", state.done()));
        }
        if (!state.problem().isEmpty()) {
            lines.add(Texts.of("compare.failed", state.problem()));
        }
        progress.setText(String.join("\n", lines));
    }
}
