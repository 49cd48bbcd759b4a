package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.RunHistory;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.arena.EpisodeView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One of the arenas side by side: an episode under a caption, or what there is to say instead. */
final class ArenaCell extends BorderPane {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final EpisodeView view = new EpisodeView();
    private final Label caption = new Label();
    private final Label emptyTitle = new Label();
    private final Label emptyText = new Label();
    private final VBox empty = new VBox(emptyTitle, emptyText);
    private Optional<RunHistory> history = Optional.empty();
    private @Nullable EpisodeChoice choice;
    private @Nullable Episode episode;

    ArenaCell() {
        getStyleClass().add("arena-cell");
        setMinSize(0, 0);
        caption.getStyleClass().add("arena-cell-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        emptyTitle.getStyleClass().add("empty-title");
        emptyText.getStyleClass().add("empty-text");
        emptyText.setWrapText(true);
        empty.getStyleClass().add("empty-state");
        empty.setAlignment(Pos.CENTER);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.accessibleTextProperty().bind(caption.textProperty().map(text -> Texts.of("arena.picture", text)));
        setTop(caption);
        setCenter(new StackPane(view, empty));
        showEmpty(Texts.of("episodes.none.title"), Texts.of("episodes.none.text"));
    }

    /** Where the episode comes from, if it belongs to a run. */
    Optional<RunHistory> history() {
        return history;
    }

    void setHistory(@Nullable RunHistory next) {
        history = Optional.ofNullable(next);
    }

    /** What is shown, or about to be. */
    @Nullable
    EpisodeChoice choice() {
        return choice;
    }

    /** The checkpoint from which a new run can go on: the one that plays here, else the last one before this moment. */
    Optional<ForkOrigin> origin() {
        EpisodeChoice shown = choice;
        if (shown == null || history.isEmpty()) {
            return Optional.empty();
        }
        return history.get().checkpoints().stream()
                .filter(checkpoint -> checkpoint <= shown.step())
                .reduce((earlier, later) -> later)
                .map(checkpoint -> new ForkOrigin(history.get().run(), checkpoint));
    }

    @Nullable
    Episode episode() {
        return episode;
    }

    /** Says what is about to be shown; the episode before stays until then. */
    void expect(EpisodeChoice next) {
        choice = next;
        caption.setText(title(next));
        if (episode == null) {
            showEmpty(Texts.of("episodes.opening"), next.title());
        }
    }

    /** Shows an episode. */
    void show(Episode next, double time) {
        episode = next;
        empty.setVisible(false);
        view.setVisible(true);
        view.show(next.frames());
        view.seek(time);
    }

    /** Shows no episode but says why. */
    void showEmpty(String title, String text) {
        episode = null;
        view.show(List.of());
        view.setVisible(false);
        emptyTitle.setText(title);
        emptyText.setText(text);
        empty.setVisible(true);
    }

    /** Forgets everything. */
    void clear() {
        choice = null;
        caption.setText("");
        history = Optional.empty();
        showEmpty(Texts.of("episodes.none.title"), Texts.of("episodes.none.text"));
    }

    /** The caption of an episode: what it is, and its run. */
    static String title(EpisodeChoice choice) {
        return choice.title() + choice.run().map(run -> "  ·  " + name(run)).orElse("");
    }

    private static String name(Path run) {
        return String.valueOf(run.getFileName());
    }

    void seek(double time) {
        if (episode != null) {
            view.seek(time);
        }
    }

    void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    EpisodeView view() {
        return view;
    }

    void setTheme(Theme theme, double textSize) {
        view.setTheme(theme, textSize);
    }
}
