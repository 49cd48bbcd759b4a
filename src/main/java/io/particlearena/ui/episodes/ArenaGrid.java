package io.particlearena.ui.episodes;

import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** The arenas side by side; one of them is the one that choices are about. */
final class ArenaGrid extends GridPane {

    private static final PseudoClass SINGLE = PseudoClass.getPseudoClass("single");

    private final Runnable onActivated;
    private final List<ArenaCell> cells = new ArrayList<>();
    private Arrangement arrangement = Arrangement.ONE;
    private int active;
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;
    private boolean following;
    private boolean predictions = true;

    /** @param onActivated called when the user chose another arena */
    ArenaGrid(Runnable onActivated) {
        this.onActivated = onActivated;
        getStyleClass().add("arena-grid");
        setId("arena-grid");
        setMinSize(0, 0);
        arrange(Arrangement.ONE);
    }

    /** Shows another number of arenas; those that were there before stay the first ones. */
    void arrange(Arrangement next) {
        arrangement = next;
        while (cells.size() > next.arenas()) {
            cells.remove(cells.size() - 1);
        }
        while (cells.size() < next.arenas()) {
            cells.add(newCell());
        }
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        for (int column = 0; column < next.columns(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / next.columns());
            getColumnConstraints().add(constraints);
        }
        for (int row = 0; row < next.rows(); row++) {
            RowConstraints constraints = new RowConstraints();
            constraints.setPercentHeight(100.0 / next.rows());
            getRowConstraints().add(constraints);
        }
        for (int i = 0; i < cells.size(); i++) {
            add(cells.get(i), i % next.columns(), i / next.columns());
        }
        pseudoClassStateChanged(SINGLE, cells.size() == 1);
        activate(Math.min(active, cells.size() - 1));
    }

    private ArenaCell newCell() {
        ArenaCell cell = new ArenaCell();
        cell.setTheme(theme, textSize);
        cell.view().setFollowing(following);
        cell.view().setPredictions(predictions);
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            activate(cells.indexOf(cell));
            onActivated.run();
        });
        return cell;
    }

    private void activate(int index) {
        active = index;
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setActive(cells.size() > 1 && i == index);
        }
    }

    Arrangement arrangement() {
        return arrangement;
    }

    /** The arenas, row by row. */
    List<ArenaCell> cells() {
        return List.copyOf(cells);
    }

    /** The arena that choices are about. */
    ArenaCell active() {
        return cells.get(active);
    }

    void seek(double time) {
        cells.forEach(cell -> cell.seek(time));
    }

    void setFollowing(boolean follow) {
        following = follow;
        cells.forEach(cell -> cell.view().setFollowing(follow));
    }

    void setPredictions(boolean shown) {
        predictions = shown;
        cells.forEach(cell -> cell.view().setPredictions(shown));
    }

    void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        cells.forEach(cell -> cell.setTheme(next, size));
    }

    void pulse(long now) {
        cells.forEach(cell -> cell.view().pulse(now));
    }
}
