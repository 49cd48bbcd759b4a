package io.particlearena.ui.runs;

import io.particlearena.results.RunListing;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.ListedState;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** What a run is doing, with a light before it, and how far it has come if that is not its end. */
final class StateCell extends TableCell<RunRow, WorkspaceRun> {

    /** By state, then by progress. */
    static final Comparator<WorkspaceRun> ORDER = Comparator.<WorkspaceRun, String>comparing(
                    run -> ListedState.of(run.listing()))
            .thenComparing(run -> progress(run.listing()));

    private final Circle light = new Circle(4);

    StateCell(CellTooltip tooltip) {
        tooltip.serve(this);
    }

    @Override
    protected void updateItem(@Nullable WorkspaceRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setText("");
            setGraphic(null);
            setAccessibleHelp("");
            return;
        }
        RunListing listing = run.listing();
        setText(text(listing));
        List<String> styles = List.of("state-light", "state-" + listing.state());
        if (!light.getStyleClass().equals(styles)) {
            light.getStyleClass().setAll(styles);
        }
        setGraphic(light);
        setAccessibleHelp(
                listing.episodesInAll() > 0
                        ? Texts.of(
                                "runs.progress",
                                NumberText.count(listing.episodes()),
                                NumberText.count(listing.episodesInAll()))
                        : "");
    }

    private static String text(RunListing run) {
        String state = ListedState.of(run);
        boolean further =
                run.canGoOn() || run.state().equals("running") || run.state().equals("paused");
        return further && run.episodesInAll() > 0 ? state + " " + (int) Math.floor(progress(run) * 100) + " %" : state;
    }

    /** How much of a run is done, from 0 to 1. */
    private static double progress(RunListing run) {
        return run.episodesInAll() > 0 ? Math.min(1, (double) run.episodes() / run.episodesInAll()) : 0;
    }
}
