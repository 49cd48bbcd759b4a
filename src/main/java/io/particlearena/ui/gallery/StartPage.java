package io.particlearena.ui.gallery;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.experiment.Preset;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

/** The page that the window begins with: agents at play, recent runs, and the gallery. */
public final class StartPage implements Page {

    /** Its name. */
    public static final String ID = "start";

    private final Workbench workbench;
    private final Desk desk;
    private final Background files = new Background("start-page");
    private final Background pictures = new Background("thumbnails");
    private final Showcase showcase;
    private final RecentRuns recent;
    private final Gallery gallery;
    private final InfoView info;
    private final ScrollPane scroll;
    private final StackPane content;
    private List<Preset> presets = List.of();
    private boolean shownBefore;

    /** @param openFile asks the user for a file to open */
    public StartPage(Workbench workbench, Desk desk, Runnable openFile) {
        this.workbench = workbench;
        this.desk = desk;
        this.showcase = new Showcase(workbench, desk, openFile);
        this.recent = new RecentRuns(workbench, desk);
        this.gallery = new Gallery(
                workbench, pictures, Screen.getPrimary().getOutputScaleX(), new Gallery.Actions(desk, this::read));
        this.info = new InfoView(this::showGallery, this::use);
        VBox column = new VBox(showcase, recent, gallery);
        column.getStyleClass().add("start-column");
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        content = new StackPane(scroll, info);
        content.getStyleClass().add("start-page");
        info.setVisible(false);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Texts.of("page.start");
    }

    @Override
    public Icon icon() {
        return Icon.HOME;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        showcase.setPaused(false);
        files.run(workbench::presets, this::show, e -> desk.tell(String.valueOf(e.getMessage())));
        recent.refresh(files);
        if (!shownBefore) {
            shownBefore = true;
            showcase.loadTrained(files);
        }
    }

    @Override
    public void hidden() {
        showcase.setPaused(true);
    }

    @Override
    public void pulse(long now) {
        showcase.pulse(now);
    }

    @Override
    public void setTheme(Theme theme, double textSize) {
        showcase.setTheme(theme, textSize);
        gallery.setTheme(theme, textSize);
    }

    @Override
    public void close() {
        showcase.close();
        gallery.close();
        files.close();
        pictures.close();
    }

    /** Shows what there is to read about a scenario or an algorithm; a name that is neither changes nothing. */
    public void read(String name) {
        Stream.concat(workbench.scenarios().stream(), workbench.algorithms().stream())
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .ifPresent(entry -> files.run(
                        () -> workbench.info(name).orElse(""),
                        text -> show(entry, text),
                        e -> desk.tell(String.valueOf(e.getMessage()))));
    }

    /** The number of frames of the episode at its head that were shown. */
    public long frames() {
        return showcase.frames();
    }

    private void show(List<Preset> all) {
        if (!all.equals(presets)) {
            presets = all;
            showcase.setPresets(all, desk);
            gallery.setPresets(all);
        }
    }

    private void show(CatalogueEntry entry, String text) {
        info.show(entry, text, isScenario(entry));
        info.setVisible(true);
        scroll.setVisible(false);
    }

    private void showGallery() {
        info.setVisible(false);
        scroll.setVisible(true);
    }

    private boolean isScenario(CatalogueEntry entry) {
        return workbench.scenarios().stream().anyMatch(each -> each.name().equals(entry.name()));
    }

    private void use(CatalogueEntry scenario) {
        if (!presets.isEmpty()) {
            desk.edit(specOf(scenario, presets));
        }
    }

    /** What shows a scenario: the first preset that has it, else the default preset's algorithm in it. */
    static ExperimentSpec specOf(CatalogueEntry scenario, List<Preset> presets) {
        ExperimentSpec first = presets.get(0).spec();
        PolicySpec policy = first.policies().values().iterator().next();
        return presets.stream()
                .map(Preset::spec)
                .filter(spec -> spec.scenario().equals(scenario.name()))
                .findFirst()
                .orElseGet(() -> new ExperimentSpec(
                        scenario.name(),
                        Map.of(),
                        Map.of("good", policy, "bad", policy),
                        Map.of(),
                        List.of(),
                        first.run(),
                        first.seed(),
                        List.of()));
    }
}
