package io.particlearena.ui.runs;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.ui.Background;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.form.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
    private final Label caption = new Label();
    private final Button group = new Button(Texts.of("runs.seeds.group"));
    private final Button train = new Button(Texts.of("runs.seeds.train"));
    private final Button stop = new Button(Texts.of("runs.seeds.stop"));
    private final VBox content;
    private @Nullable Settings settings;
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
        caption.setLabelFor(further);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, caption, further);
        line.setAlignment(Pos.CENTER_LEFT);
        progress.setId("run-seeds-progress");
        progress.setWrapText(true);
        progress.managedProperty().bind(progress.textProperty().isNotEmpty());
        stop.setId("run-seeds-stop");
        stop.setOnAction(event -> queue.stop());
        group.setId("run-seeds-group");
        group.setOnAction(event -> showGroup());
        train.setId("run-seeds-train");
        train.setOnAction(event -> train());
        content = new VBox(8, about, line, progress);
    }

    /** Settings that are to be trained with several seeds. */
    private final class Settings {
        private final String heading;
        private final Map<String, String> options;
        private final Callable<ExperimentSpec> spec;

        /** Whether seeds are counted from that of the settings, rather than from the largest that was trained. */
        private final boolean fromOwnSeed;

        Settings(String heading, Map<String, String> options, Callable<ExperimentSpec> spec, boolean fromOwnSeed) {
            this.heading = heading;
            this.options = options;
            this.spec = spec;
            this.fromOwnSeed = fromOwnSeed;
        }

        /** The runs that have them, whatever their seed. */
        List<RunRow> runs() {
            return model.rows().stream()
                    .filter(row -> !row.run().listing().isForeign()
                            && equalButForSeed(row.run().listing().options(), options))
                    .toList();
        }

        /** The next seeds that were not trained yet, nor are about to be. */
        List<ExperimentSpec> next(ExperimentSpec one, int count) {
            Set<Long> used = new HashSet<>();
            runs().forEach(row -> row.run().listing().seed().ifPresent(used::add));
            queue.state().specs().stream()
                    .filter(other -> other.withSeed(0).equals(one.withSeed(0)))
                    .forEach(other -> used.add(other.seed()));
            long first = fromOwnSeed || used.isEmpty() ? one.seed() : Collections.max(used) + 1;
            return LongStream.iterate(first, seed -> seed + 1)
                    .filter(seed -> !used.contains(seed))
                    .limit(count)
                    .mapToObj(one::withSeed)
                    .toList();
        }
    }

    /** Opens for the settings of a run. */
    void show(RunRow row) {
        open(new Settings(
                Texts.of("runs.seeds.title", row.run().title()),
                row.run().listing().options(),
                () -> specOf(row.path()),
                false));
    }

    /** Opens for settings of which there may be no run yet. */
    void show(ExperimentSpec spec) {
        open(new Settings(Texts.of("runs.seeds.settings"), workbench.options(spec), () -> spec, true));
    }

    private void open(Settings next) {
        settings = next;
        showRuns();
        showProgress();
        boolean known = !group.isDisabled();
        group.setDefaultButton(known);
        train.setDefaultButton(!known);
        sheet.show(next.heading, content, known ? group : train, group, train, stop);
    }

    private ExperimentSpec specOf(Path run) {
        if (workbench.originOf(run).isPresent()) {
            throw new IllegalStateException(Texts.of("runs.seeds.fork"));
        }
        return workbench.specOf(run);
    }

    private void showGroup() {
        if (settings != null) {
            List<RunRow> rows = settings.runs();
            sheet.hide();
            grouping.accept(rows);
        }
    }

    /** Says how far the runs in the background are; called once a frame. */
    void pulse(long now) {
        if (now - lookedAt > LOOK_NANOS) {
            lookedAt = now;
            if (content.getParent() != null) {
                showRuns();
                showProgress();
            }
        }
    }

    /** The seeds that train in the background. */
    RunQueue queue() {
        return queue;
    }

    /** Lets the runs in the background save and end. */
    @Override
    public void close() {
        queue.stopAndWait();
        background.close();
    }

    private static boolean equalButForSeed(Map<String, String> one, Map<String, String> other) {
        return one.size() == other.size()
                && one.entrySet().stream()
                        .allMatch(option -> option.getKey().equals(SEED)
                                || option.getValue().equals(other.get(option.getKey())));
    }

    private void train() {
        Settings chosen = settings;
        int count = further.getValue();
        if (chosen != null) {
            background.run(
                    chosen.spec,
                    spec -> {
                        queue.add(chosen.next(spec, count));
                        showProgress();
                    },
                    e -> sheet.setFault(String.valueOf(e.getMessage())));
        }
    }

    private void showRuns() {
        List<RunRow> runs = settings == null ? List.of() : settings.runs();
        List<String> seeds = runs.stream()
                .flatMap(row -> row.run().listing().seed().stream())
                .sorted()
                .distinct()
                .map(String::valueOf)
                .toList();
        about.setText(
                runs.isEmpty()
                        ? Texts.of("runs.seeds.none")
                        : Texts.of("runs.seeds.about", runs.size(), String.join(", ", seeds), seeds.size()));
        caption.setText(Texts.of(runs.isEmpty() ? "runs.seeds.count" : "runs.seeds.further"));
        further.setAccessibleText(caption.getText());
        group.setDisable(runs.isEmpty());
        // Until the runs are listed, which seeds there are is not known.
        train.setDisable(!model.isListed());
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
