package io.particlearena.ui.compare;

import io.particlearena.env.Side;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Matchups;
import io.particlearena.experiment.Preset;
import io.particlearena.ui.Background;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Page;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.form.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/** Every chosen algorithm of the good side against every one of the bad side, as a table of returns. */
public final class ComparePage implements Page {

    /** The page's {@link Page#id}. */
    public static final String ID = "compare";

    private static final int MOST_SEEDS = 100;
    private static final long READ_NANOS = 2_000_000_000L;

    private final Workbench workbench;
    private final Supplier<@Nullable ExperimentSpec> ownSettings;
    private final Supplier<String> ownFault;
    private final Background background = new Background("compare");
    private final RunQueue queue;
    private final ComboBox<Settings> settings = new ComboBox<>();
    private final CheckComboBox<CatalogueEntry> good;
    private final CheckComboBox<CatalogueEntry> bad;
    private final Spinner<Integer> seeds = new Spinner<>(1, MOST_SEEDS, 3);
    private final Label about = new Label();
    private final Label fault = new Label();
    private final ReturnsNote note = new ReturnsNote();
    private final Label progress = new Label();
    private final Button start = new Button(Texts.of("compare.start"), Icon.PLAY.node());
    private final Button stop = new Button(Texts.of("compare.stop"), Icon.STOP.node());
    private final MatrixView goodTable = new MatrixView();
    private final MatrixView badTable = new MatrixView();
    private final VBox goodPart = part("compare.good-returns", goodTable);
    private final VBox badPart = part("compare.bad-returns", badTable);
    private final BorderPane content = new BorderPane();
    private List<Matchups.Pair> pairs = List.of();
    private boolean reading;
    private boolean wanted;
    private boolean faulty;
    private long readAt;

    /**
     * @param workbench where runs begin
     * @param ownSettings the settings of the page for training, null while these are not valid
     * @param ownFault what is wrong with them then, in one sentence
     */
    public ComparePage(Workbench workbench, Supplier<@Nullable ExperimentSpec> ownSettings, Supplier<String> ownFault) {
        this.workbench = workbench;
        this.ownFault = ownFault;
        this.ownSettings = ownSettings;
        this.queue = new RunQueue(workbench);
        this.good = algorithms("compare-good");
        this.bad = algorithms("compare-bad");
        settings.setId("compare-settings");
        settings.getItems().add(new Settings(Texts.of("compare.own-settings"), null));
        workbench.presets().forEach(preset -> settings.getItems().add(new Settings(preset.title(), preset)));
        settings.setConverter(titles());
        settings.setValue(settings.getItems().get(0));
        settings.valueProperty().addListener((o, before, now) -> chooseItsAlgorithms());
        seeds.setEditable(true);
        seeds.setPrefWidth(90);
        seeds.valueProperty().addListener((o, before, now) -> read());
        start.setId("compare-start");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> startMissing(pairs));
        stop.setOnAction(event -> queue.stop());
        build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Texts.of("page.compare");
    }

    @Override
    public Icon icon() {
        return Icon.MATRIX;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        if (good.getCheckModel().isEmpty()) {
            chooseItsAlgorithms();
        }
        read();
    }

    @Override
    public void pulse(long now) {
        if (now - readAt > READ_NANOS) {
            readAt = now;
            read();
            showProgress();
        }
    }

    @Override
    public Optional<RunQueue> queue() {
        return Optional.of(queue);
    }

    @Override
    public void close() {
        queue.stopAndWait();
        background.close();
    }

    private void build() {
        fault.setId("compare-fault");
        content.getStyleClass().add("compare-page");
        FlowPane choices = new FlowPane(
                captioned("compare.settings", settings),
                captioned("compare.good", good),
                captioned("compare.bad", bad),
                captioned("compare.seeds", seeds));
        choices.getStyleClass().add("compare-choices");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        fault.getStyleClass().add("field-error");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        progress.getStyleClass().add("muted");
        progress.setMinWidth(0);
        HBox line = new HBox(10, start, stop, progress);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Button button : List.of(start, stop)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        VBox body = new VBox(choices, about, fault, line, note, goodPart, badPart);
        body.getStyleClass().add("compare-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        content.setCenter(scroll);
        showProgress();
    }

    private static VBox captioned(String key, Node control) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        VBox box = new VBox(label, control);
        box.getStyleClass().add("captioned");
        return box;
    }

    private static VBox part(String key, MatrixView table) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("part-title");
        VBox box = new VBox(label, table);
        box.getStyleClass().add("compare-part");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(false);
        return box;
    }

    private CheckComboBox<CatalogueEntry> algorithms(String id) {
        CheckComboBox<CatalogueEntry> box = new CheckComboBox<>();
        box.setId(id);
        box.setAccessibleText(Texts.of(id.replace('-', '.')));
        box.getItems().setAll(workbench.algorithms());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable CatalogueEntry entry) {
                return entry == null ? "" : entry.title();
            }

            @Override
            public CatalogueEntry fromString(String title) {
                throw new UnsupportedOperationException("Algorithms are chosen, not written");
            }
        });
        box.setPrefWidth(240);
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<CatalogueEntry>) change -> read());
        return box;
    }

    private static StringConverter<Settings> titles() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Settings entry) {
                return entry == null ? "" : entry.title();
            }

            @Override
            public Settings fromString(String title) {
                throw new UnsupportedOperationException("Settings are chosen, not written");
            }
        };
    }

    private @Nullable ExperimentSpec chosenSettings() {
        Preset preset = settings.getValue().preset();
        return preset == null ? ownSettings.get() : preset.spec();
    }

    private void chooseItsAlgorithms() {
        ExperimentSpec spec = chosenSettings();
        if (spec != null) {
            check(good, spec, "good");
            check(bad, spec, "bad");
        }
        read();
    }

    private static void check(CheckComboBox<CatalogueEntry> box, ExperimentSpec spec, String side) {
        box.getCheckModel().clearChecks();
        if (spec.policies().containsKey(side)) {
            String algorithm = spec.policy(side).algorithm();
            box.getItems().stream()
                    .filter(entry -> entry.name().equals(algorithm))
                    .forEach(entry -> box.getCheckModel().check(entry));
        }
    }

    /**
     * What stands in the list of settings.
     *
     * @param title what the user sees
     * @param preset the preset; null for the settings of the page for training
     */
    private record Settings(String title, @Nullable Preset preset) {}

    /** Reads the runs' folder again, once more afterwards if the choice changes meanwhile. */
    private void read() {
        wanted = reading;
        if (reading) {
            return;
        }
        ExperimentSpec spec = chosenSettings();
        if (spec != null && faulty && good.getCheckModel().isEmpty()) {
            faulty = false;
            chooseItsAlgorithms();
            return;
        }
        faulty = spec == null;
        if (spec == null) {
            about.setText("");
            refuse(Texts.of("compare.own-settings.wrong", ownFault.get()));
            return;
        }
        reading = true;
        about.setText(Texts.of(
                "compare.about",
                scenarioTitle(spec),
                NumberText.count(spec.run().numEpisodes()),
                Long.toString(spec.seed())));
        List<String> goodNames = names(good);
        List<String> badNames = names(bad);
        int number = seeds.getValue();
        background.run(
                () -> {
                    Matchups matchups = workbench.matchups(spec, goodNames, badNames, number);
                    return new Reading(matchups, matchups.read(), number);
                },
                this::show,
                e -> refuse(String.valueOf(e.getMessage())));
    }

    private record Reading(Matchups matchups, List<Matchups.Pair> pairs, int seeds) {}

    private void show(Reading result) {
        boolean changed = !result.pairs().equals(pairs) || (!goodPart.isVisible() && !badPart.isVisible());
        pairs = result.pairs();
        fault.setText("");
        if (changed) {
            for (Side side : Side.values()) {
                boolean isGood = side == Side.GOOD;
                (isGood ? goodPart : badPart).setVisible(result.matchups().has(side));
                (isGood ? goodTable : badTable)
                        .show(
                                result.matchups(),
                                pairs,
                                side,
                                result.seeds(),
                                this::algorithmTitle,
                                pair -> startMissing(List.of(pair)));
            }
        }
        note.show(pairs);
        hasRead();
    }

    private void refuse(String reason) {
        pairs = List.of();
        goodPart.setVisible(false);
        badPart.setVisible(false);
        note.show(pairs);
        fault.setText(reason);
        hasRead();
    }

    private void hasRead() {
        reading = false;
        showProgress();
        if (wanted) {
            read();
        }
    }

    private void startMissing(List<Matchups.Pair> chosen) {
        List<ExperimentSpec> missing = new ArrayList<>();
        chosen.forEach(pair -> missing.addAll(pair.missing()));
        queue.add(missing);
        showProgress();
    }

    private void showProgress() {
        RunQueue.State state = queue.state();
        int missing = pairs.stream().mapToInt(pair -> pair.missing().size()).sum();
        start.setText(missing > 0 ? Texts.of("compare.start-missing", missing) : Texts.of("compare.start"));
        start.setDisable(state.isBusy() || missing == 0);
        stop.setDisable(!state.isBusy());
        if (!state.going().isEmpty()) {
            progress.setText(describe(state.going().get(0), state));
        } else if (!state.problem().isEmpty()) {
            progress.setText(Texts.of("compare.failed", state.problem()));
        } else if (missing == 0 && !pairs.isEmpty()) {
            progress.setText(Texts.of("compare.complete"));
        } else {
            progress.setText("");
        }
    }

    /** One of the runs that train, and how many there are beside it. */
    private String describe(RunQueue.Training training, RunQueue.State state) {
        return Texts.of(
                "compare.progress",
                String.join(
                        Texts.of("compare.against"),
                        training.spec().policies().values().stream()
                                .map(policy -> algorithmTitle(policy.algorithm()))
                                .toList()),
                Long.toString(training.spec().seed()),
                NumberText.count(training.progress().episode()),
                NumberText.count(training.progress().episodes()),
                state.specs().size() - 1);
    }

    private String algorithmTitle(String name) {
        return titleOf(workbench.algorithms(), name);
    }

    private String scenarioTitle(ExperimentSpec spec) {
        return titleOf(workbench.scenarios(), spec.scenario());
    }

    private static String titleOf(List<CatalogueEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(CatalogueEntry::title)
                .findFirst()
                .orElse(name);
    }

    private static List<String> names(CheckComboBox<CatalogueEntry> box) {
        return box.getCheckModel().getCheckedItems().stream()
                .map(CatalogueEntry::name)
                .toList();
    }
}
