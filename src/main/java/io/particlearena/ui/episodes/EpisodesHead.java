package io.particlearena.ui.episodes;

import io.particlearena.results.RunListing;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.arena.EpisodeView;
import io.particlearena.ui.form.NumberText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choices above the arenas: run, moment of its training, and how many arenas there are. */
final class EpisodesHead extends VBox {

    private final ComboBox<RunListing> runs = new ComboBox<>();
    private final ComboBox<Arrangement> arrangement = new ComboBox<>();
    private final ToggleButton following = new ToggleButton(Texts.of("episodes.follow"), Icon.FOLLOW.node());
    private final ToggleButton predictions = new ToggleButton(Texts.of("episodes.predictions"), Icon.BARS.node());
    private final Label moment = new Label();
    private final Button another = new Button(Texts.of("episodes.another"), Icon.RESTART.node());
    private final ToggleButton live = new ToggleButton(Texts.of("episodes.live"), Icon.ARENA.node());
    private final Button fork = new Button(Texts.of("episodes.fork"), Icon.FORK.node());
    private final Button record = new Button(Texts.of("episodes.record"), Icon.RECORD.node());
    private final Button earlier = new Button("", Icon.BACK.node());
    private final Button later = new Button("", Icon.FORWARD.node());
    private final ExportMenu export;
    private final ArenaGrid grid;
    private boolean filling;

    EpisodesHead(EpisodesPage page, ArenaGrid grid, TrainingAxis axis) {
        getStyleClass().add("episodes-head");
        this.grid = grid;
        export = new ExportMenu(page::exportFilm, page::exportTrace);
        for (Control control : List.of(arrangement, predictions, following, export)) {
            control.managedProperty().bind(control.visibleProperty());
        }
        getChildren().addAll(choices(page), moments(page), axis);
    }

    private HBox choices(EpisodesPage page) {
        runs.setId("episodes-run");
        runs.setPromptText(Texts.of("episodes.run"));
        runs.setConverter(names());
        runs.setOnShowing(event -> page.readRuns());
        runs.valueProperty().addListener((o, before, now) -> {
            if (!filling && now != null) {
                page.chooseRun(now.folder().path());
            }
        });
        arrangement.setId("episodes-arenas");
        arrangement.getItems().setAll(Arrangement.values());
        arrangement.setValue(Arrangement.ONE);
        arrangement.valueProperty().addListener((o, before, now) -> page.arrange(now));
        arrangement.setAccessibleText(Texts.of("episodes.arenas.help"));
        arrangement.setTooltip(new Tooltip(Texts.of("episodes.arenas.help")));
        following.setId("episodes-follow");
        following.selectedProperty().addListener((o, before, now) -> grid.setFollowing(now));
        predictions.setId("episodes-predictions");
        predictions.setSelected(true);
        predictions.selectedProperty().addListener((o, before, now) -> grid.setPredictions(now));
        Label caption = new Label(Texts.of("episodes.run"));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(runs);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        return line(
                caption,
                runs,
                arrangement,
                grow(),
                described(predictions, "episodes.predictions.help"),
                described(following, "episodes.follow.help"),
                export);
    }

    private HBox moments(EpisodesPage page) {
        moment.setId("episodes-moment");
        moment.getStyleClass().add("episodes-moment");
        moment.setMinWidth(0);
        another.setId("episodes-another");
        another.setOnAction(event -> page.playAnother());
        record.setId("episodes-record");
        record.setOnAction(event -> page.record());
        live.setId("episodes-live");
        live.selectedProperty().addListener((o, before, now) -> page.setLive(now));
        fork.setId("episodes-fork");
        fork.setOnAction(event -> page.fork());
        for (ButtonBase button : List.of(another, record, live, fork)) {
            button.managedProperty().bind(button.visibleProperty());
            button.setVisible(false);
        }
        earlier.setId("episodes-earlier");
        earlier.setOnAction(event -> page.move(-1));
        later.setId("episodes-later");
        later.setOnAction(event -> page.move(1));
        return line(
                described(earlier, "episodes.earlier.help"),
                described(later, "episodes.later.help"),
                moment,
                grow(),
                described(live, "episodes.live.help"),
                described(another, "episodes.another.help"),
                described(record, "episodes.record.help"),
                described(fork, "episodes.fork"));
    }

    private static HBox line(javafx.scene.Node... nodes) {
        HBox line = new HBox(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("episodes-line");
        return line;
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static ButtonBase described(ButtonBase button, String help) {
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(Texts.of(help)));
        button.setAccessibleText(Texts.of(help));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static StringConverter<RunListing> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable RunListing run) {
                return run == null ? "" : run.name();
            }

            @Override
            public RunListing fromString(String name) {
                throw new UnsupportedOperationException("Runs are chosen, not written");
            }
        };
    }

    /** Changes what there is to choose from. */
    void showRuns(List<RunListing> listings) {
        filling = true;
        RunListing chosen = runs.getValue();
        runs.getItems().setAll(listings.stream().filter(run -> !run.isForeign()).toList());
        runs.setValue(chosen == null ? null : find(chosen.folder().path()).orElse(chosen));
        filling = false;
    }

    private Optional<RunListing> find(Path run) {
        Path path = run.toAbsolutePath().normalize();
        return runs.getItems().stream()
                .filter(each ->
                        each.folder().path().toAbsolutePath().normalize().equals(path))
                .findFirst();
    }

    /** Shows what an arena shows. */
    void show(ArenaCell cell) {
        filling = true;
        runs.setValue(cell.history().flatMap(history -> find(history.run())).orElse(null));
        filling = false;
        EpisodeChoice choice = cell.choice();
        boolean played = choice != null && choice.isPlayed();
        boolean watched = !live.isSelected();
        if (choice == null) {
            moment.setText(cell.history().isEmpty() ? "" : Texts.of("episodes.no-moment"));
        } else {
            moment.setText(watched ? choice.title() : choice.liveTitle());
        }
        earlier.setDisable(choice == null);
        later.setDisable(choice == null);
        arrangement.setVisible(watched);
        arrangement.setDisable(grid.cells().size() == 1 && choice == null);
        following.setVisible(watched && cell.episode() != null);
        export.setVisible(watched);
        another.setVisible(played && watched);
        record.setVisible(played && watched);
        live.setVisible(played);
        fork.setVisible(cell.origin().isPresent());
        cell.origin()
                .ifPresent(origin -> fork.getTooltip()
                        .setText(Texts.of("episodes.fork.help", NumberText.count(origin.checkpoint()))));
        record.setDisable(cell.episode() == null);
        export.show(cell.episode());
        predictions.setVisible(watched
                && cell.episode() != null
                && EpisodeView.hasPredictions(cell.episode().frames()));
    }

    /** Goes back from live episodes. */
    void endLive() {
        live.setSelected(false);
    }

    void toggleFollowing() {
        following.fire();
    }
}
