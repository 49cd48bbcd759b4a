package io.particlearena.ui.gallery;

import io.particlearena.env.Side;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.experiment.Preset;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.arena.SceneThumbnails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Cards of presets, of scenarios and of algorithms, one kind at a time, with a search over what they say. */
final class Gallery extends VBox {

    /** The least width of a picture; all are as much wider as fills the lines of cards. */
    private static final double LEAST_WIDTH_EM = 18.5;

    private static final double HEIGHT_OF_WIDTH = 10.5 / 18.5;
    private static final Duration RESIZED = Duration.millis(200);

    private final Workbench workbench;
    private final SceneThumbnails thumbnails;
    private final Actions actions;
    private final TilePane cards = new TilePane();
    private final TextField search = new TextField();
    private final Label nothing = new Label(Texts.of("gallery.nothing"));
    private final Map<Card, ExperimentSpec> shown = new LinkedHashMap<>();
    private final PauseTransition resized = new PauseTransition(RESIZED);
    private double width;
    private Kind kind = Kind.PRESETS;
    private List<Preset> presets = List.of();
    private Theme theme = Theme.LIGHT;
    private double em = 13;

    /** What cards are of. */
    private enum Kind {
        PRESETS("left-pill"),
        SCENARIOS("center-pill"),
        ALGORITHMS("right-pill");

        private final String pill;

        Kind(String pill) {
            this.pill = pill;
        }
    }

    /**
     * What cards do.
     *
     * @param desk edits and trains
     * @param read shows what there is to read about a name
     */
    record Actions(Desk desk, Consumer<String> read) {}

    Gallery(Workbench workbench, Background background, double density, Actions actions) {
        this.workbench = workbench;
        this.thumbnails = new SceneThumbnails(workbench, background, density);
        this.actions = actions;
        getStyleClass().add("gallery");
        cards.getStyleClass().add("gallery-cards");
        cards.setId("gallery-cards");
        // A single card in a line must not keep its width when the window becomes narrower.
        cards.setMinWidth(0);
        nothing.getStyleClass().add("muted");
        search.setId("gallery-search");
        search.setPromptText(Texts.of("gallery.search"));
        search.setAccessibleText(Texts.of("gallery.search"));
        search.textProperty().addListener((o, before, now) -> filter());
        HBox head = new HBox(kinds(), space(), search);
        head.getStyleClass().add("gallery-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, cards, nothing);
        resized.setOnFinished(event -> pictures());
        // Sizes that change while lines are laid out would be overlooked.
        cards.widthProperty().addListener((o, before, now) -> Platform.runLater(this::fit));
        filter();
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (Kind each : Kind.values()) {
            String name = each.name().toLowerCase(java.util.Locale.ROOT);
            ToggleButton button = new ToggleButton(Texts.of("gallery." + name));
            button.setId("gallery-" + name);
            button.getStyleClass().add(each.pill);
            button.setToggleGroup(group);
            button.setSelected(each == kind);
            button.setOnAction(event -> {
                button.setSelected(true);
                kind = each;
                refresh();
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    void setPresets(List<Preset> all) {
        presets = all;
        refresh();
    }

    void setTheme(Theme next, double textSize) {
        theme = next;
        em = textSize;
        fit();
        pictures();
    }

    /** Asks for no more pictures. */
    void close() {
        resized.stop();
    }

    private void refresh() {
        shown.clear();
        if (!presets.isEmpty()) {
            switch (kind) {
                case PRESETS -> presets.forEach(preset -> shown.put(card(preset), preset.spec()));
                case SCENARIOS -> workbench.scenarios().forEach(entry -> show(entry, StartPage.specOf(entry, presets)));
                case ALGORITHMS -> workbench.algorithms().forEach(entry -> show(entry, exampleOf(entry)));
            }
        }
        pictures();
        filter();
    }

    private void show(CatalogueEntry entry, ExperimentSpec example) {
        shown.put(card(entry, example), example);
    }

    private Card card(Preset preset) {
        ExperimentSpec spec = preset.spec();
        Desk desk = actions.desk();
        return new Card(preset.name(), preset.title(), preset.description(), tags(spec), () -> desk.edit(spec))
                .button("train-" + preset.name(), Texts.of("gallery.train"), Icon.PLAY, true, () -> desk.train(spec))
                .button(
                        "info-" + preset.name(),
                        Texts.of("gallery.read"),
                        Icon.INFO,
                        false,
                        () -> actions.read().accept(spec.scenario()));
    }

    /** Who plays, and what is special about the run. */
    private List<Card.Tag> tags(ExperimentSpec spec) {
        List<Card.Tag> tags = new ArrayList<>();
        PolicySpec good = spec.policies().get("good");
        PolicySpec bad = spec.policies().get("bad");
        if (bad != null) {
            tags.add(new Card.Tag(algorithmTitle(bad.algorithm()), Side.BAD));
        }
        if (good != null) {
            tags.add(new Card.Tag(algorithmTitle(good.algorithm()), Side.GOOD));
        }
        int cycles = spec.run().nOppCycles();
        if (cycles > 1) {
            tags.add(new Card.Tag(Texts.of("gallery.cycles", cycles), null));
        }
        if (spec.policies().values().stream()
                .anyMatch(policy -> !policy.loadedFrom().isEmpty())) {
            tags.add(new Card.Tag(Texts.of("gallery.trained"), null));
        }
        return tags;
    }

    /** @param example a run in which the scenario or algorithm plays */
    private Card card(CatalogueEntry entry, ExperimentSpec example) {
        Runnable read = () -> actions.read().accept(entry.name());
        return new Card(
                        entry.name(),
                        entry.title(),
                        entry.description(),
                        List.of(new Card.Tag(entry.name(), null)),
                        read)
                .button("info-" + entry.name(), Texts.of("gallery.read"), Icon.INFO, false, read)
                .button(
                        "use-" + entry.name(),
                        Texts.of("gallery.setup"),
                        Icon.ARENA,
                        false,
                        () -> actions.desk().edit(example));
    }

    /** The first preset in which the algorithm plays. */
    private ExperimentSpec exampleOf(CatalogueEntry algorithm) {
        return presets.stream()
                .map(Preset::spec)
                .filter(spec -> plays(algorithm, spec))
                .findFirst()
                .orElseGet(() -> withAlgorithm(presets.get(0).spec(), algorithm));
    }

    private static boolean plays(CatalogueEntry algorithm, ExperimentSpec spec) {
        return spec.policies().values().stream()
                .anyMatch(policy -> policy.algorithm().equals(algorithm.name()));
    }

    private static ExperimentSpec withAlgorithm(ExperimentSpec spec, CatalogueEntry algorithm) {
        Map<String, PolicySpec> policies = new LinkedHashMap<>(spec.policies());
        policies.replaceAll((name, policy) -> new PolicySpec(algorithm.name(), Map.of()));
        return spec.withPolicies(policies).withChanges(List.of());
    }

    private String algorithmTitle(String name) {
        return workbench.algorithms().stream()
                .filter(entry -> entry.name().equals(name))
                .map(CatalogueEntry::title)
                .findFirst()
                .orElse(name);
    }

    /** Makes the cards as wide as fills their lines; new pictures are painted once the width rests. */
    private void fit() {
        double fitting = fittingWidth();
        if (fitting != width) {
            boolean first = width == 0;
            width = fitting;
            shown.keySet().forEach(card -> card.setPictureSize(width, height()));
            if (first) {
                pictures();
            } else {
                resized.playFromStart();
            }
        }
    }

    private double fittingWidth() {
        double least = LEAST_WIDTH_EM * em + Card.EDGES;
        // As wide as it is at most once it is laid on whole pixels.
        double gap = Math.ceil(cards.getHgap());
        double columns = Math.max(1, Math.floor((cards.getWidth() + gap) / (least + gap)));
        return Math.floor((cards.getWidth() + gap) / columns - gap) - Card.EDGES;
    }

    private double height() {
        return Math.rint(HEIGHT_OF_WIDTH * width);
    }

    /** Gives all cards their pictures; those of one scenario show one episode after the other. */
    private void pictures() {
        if (width == 0) {
            return;
        }
        Map<String, Integer> episodes = new HashMap<>();
        shown.forEach((card, spec) -> {
            int episode = episodes.merge(spec.scenario(), 1, Integer::sum) - 1;
            card.setPictureSize(width, height());
            thumbnails.request(spec, episode, theme, width, height(), card::setPicture);
        });
    }

    private void filter() {
        List<Card> found = shown.keySet().stream()
                .filter(card -> card.matches(search.getText()))
                .toList();
        cards.getChildren().setAll(found);
        nothing.setVisible(found.isEmpty() && !shown.isEmpty());
        nothing.setManaged(nothing.isVisible());
    }
}
