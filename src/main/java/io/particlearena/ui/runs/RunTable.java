package io.particlearena.ui.runs;

import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The runs that are found, one to a line; any column sorts them. */
final class RunTable extends TableView<RunRow> {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Comparator<String> TEXT =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /** The height of a line, in sizes of the text. */
    private static final double ROW = 2.3;

    // In sizes of the text, as are the widths of columns.
    private static final double SHORTEST_NAME = 10;
    private static final double LONGEST_NAME = 20;
    private static final double SCROLL_BAR = 0.8;

    /** How many columns, and then lines, come onto the screen with a frame at first. */
    private static final int AT_ONCE = 3;

    private final DoubleProperty size = new SimpleDoubleProperty(13);
    private double widthOfOthers;
    private final CellTooltip tooltip = new CellTooltip();
    private final Deque<TableColumn<RunRow, ?>> columnsToCome = new ArrayDeque<>();
    private boolean unrolled;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    RunTable(RunsModel model) {
        setId("runs-table");
        setAccessibleText(Texts.of("page.runs"));
        getStyleClass().add("runs-table");
        SortedList<RunRow> sorted = new SortedList<>(model.found());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setTableMenuButtonVisible(true);
        setMinHeight(0);
        setMaxHeight(0);
        build();
    }

    private void build() {
        TableColumn<RunRow, Boolean> shown = new TableColumn<>();
        shown.setCellValueFactory(cell -> cell.getValue().shownProperty());
        shown.setCellFactory(column -> new ShownCell());
        shown.getStyleClass().add("mark-column");
        add(shown, "shown", 2.2);
        TableColumn<RunRow, RunLine> colour = new TableColumn<>();
        colour.setCellValueFactory(cell -> cell.getValue().lineProperty());
        colour.setCellFactory(column -> new ColourCell(theme));
        colour.setSortable(false);
        colour.getStyleClass().add("mark-column");
        add(colour, "colour", 2.3);
        TableColumn<RunRow, WorkspaceRun> name = runs("name", 0, Comparator.comparing(WorkspaceRun::title, TEXT));
        name.setCellFactory(column -> new NameCell(tooltip));
        name.prefWidthProperty().bind(Bindings.createDoubleBinding(this::nameWidth, size, widthProperty()));
        runs("state", 8.9, StateCell.ORDER).setCellFactory(column -> new StateCell(tooltip));
        text("scenario", 8.1, run -> run.listing().scenario());
        text("algorithms", 8.1, RunTable::algorithms);
        number("seed", 3.7, run -> run.listing().seed(), seed -> Long.toString(seed));
        number("good", 5, run -> sideReturn(run, "good"), RunTable::twoDigits);
        number("bad", 5, run -> sideReturn(run, "bad"), RunTable::twoDigits);
        runs(
                        "tags",
                        8,
                        Comparator.comparing(
                                run -> String.join(", ", run.metadata().tags()), TEXT))
                .setCellFactory(column -> new TagsCell());
        TableColumn<RunRow, WorkspaceRun> started = runs("started", 11, Comparator.comparing(RunRow::date));
        started.setCellFactory(column -> new TextCell(run -> run.listing()
                .started()
                .map(date -> MINUTE.format(date.atZone(ZoneId.systemDefault())))
                .orElse("")));
        started.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().add(started);
        getColumns().stream().filter(column -> column != started).forEach(columnsToCome::add);
        columnsToCome.forEach(column -> column.setVisible(false));
    }

    /**
     * Called once a frame with the height there is for it. The first time, columns and lines come onto the screen a few at a
     * time: cells take so long to make that the window would stand still for all of them.
     */
    void unroll(double height) {
        for (int i = 0; i < AT_ONCE && !columnsToCome.isEmpty(); i++) {
            columnsToCome.remove().setVisible(true);
        }
        if (!unrolled && columnsToCome.isEmpty() && isVisible() && height > 0) {
            double next = getHeight() + AT_ONCE * getFixedCellSize();
            unrolled = next >= height;
            setMaxHeight(unrolled ? Double.MAX_VALUE : next);
        }
    }

    /** Changes colours, and the widths of columns with the size of texts. */
    void setLook(Theme next, double textSize) {
        theme.set(next);
        setFixedCellSize(Math.rint(ROW * textSize));
        size.set(textSize);
    }

    /** What the other columns leave, where that is more than the least. */
    private double nameWidth() {
        double room = getWidth() / size.get() - SCROLL_BAR - widthOfOthers;
        return Math.rint(size.get() * Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, room)));
    }

    /** The selected runs in the table's order. */
    List<RunRow> selected() {
        // While rows come and go the selection may name a place that holds nothing any more.
        return getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
    }

    private void add(TableColumn<RunRow, ?> column, String key, double width) {
        column.setId("runs-column-" + key);
        column.setText(Texts.of("runs.column." + key));
        widthOfOthers += width;
        column.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.rint(width * size.get()), size));
        getColumns().add(column);
    }

    private TableColumn<RunRow, WorkspaceRun> runs(String key, double width, Comparator<WorkspaceRun> order) {
        TableColumn<RunRow, WorkspaceRun> column = new TableColumn<>();
        column.setCellValueFactory(cell -> cell.getValue().runProperty());
        column.setComparator(order);
        add(column, key, width);
        return column;
    }

    private void text(String key, double width, Function<WorkspaceRun, String> value) {
        runs(key, width, Comparator.comparing(value, TEXT)).setCellFactory(column -> new TextCell(value));
    }

    private <T extends Comparable<T>> void number(
            String key, double width, Function<WorkspaceRun, Optional<T>> value, Function<T, String> text) {
        Comparator<WorkspaceRun> order = Comparator.comparing(
                run -> value.apply(run).orElse(null), Comparator.nullsFirst(Comparator.<T>naturalOrder()));
        TableColumn<RunRow, WorkspaceRun> column = runs(key, width, order);
        column.getStyleClass().add("number-column");
        column.setCellFactory(
                each -> new TextCell(run -> value.apply(run).map(text).orElse("")));
    }

    private static final class TextCell extends TableCell<RunRow, WorkspaceRun> {
        private final Function<WorkspaceRun, String> text;

        TextCell(Function<WorkspaceRun, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(WorkspaceRun run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? "" : text.apply(run));
        }
    }

    private static Optional<Double> sideReturn(WorkspaceRun run, String side) {
        return Optional.ofNullable(run.listing().sideReturns().get(side)).filter(value -> !value.isNaN());
    }

    private static String twoDigits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String algorithms(WorkspaceRun run) {
        return run.listing().algorithms().values().stream().distinct().collect(Collectors.joining(" / "));
    }
}
