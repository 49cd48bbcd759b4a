package io.particlearena.ui.runs;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.results.RunIndex;
import io.particlearena.results.Workspace;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.KeyUse;
import io.particlearena.ui.Page;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.board.BoardPane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All runs on the left, the charts of the chosen ones on the right. */
public final class RunsPage implements Page {

    /** The page's {@link Page#id}. */
    public static final String ID = "runs";

    private static final long POLL_NANOS = 2_000_000_000L;
    private static final double TABLE_SHARE = 0.58;

    private final Workspace workspace;
    private final RunIndex index;
    private final Background background = new Background("runs");
    private final RunsModel model = new RunsModel();
    private final RunTable table = new RunTable(model);
    private final Sheet sheet = new Sheet(table::requestFocus);
    private final RunActions actions;
    private final DirectoryChoice directories;
    private final RunsHead head;
    private final ActionBar bar;
    private final TrashView trash;
    private final EmptyRuns empty;
    private final StackPane middle;
    private final BorderPane list;
    private final StackPane left;
    private final StackPane right = new StackPane();
    private final BoardPane board = new BoardPane();
    private final RunCurves curves;
    private final KeptCharts kept;
    private final SplitPane content;
    private List<String> problems = List.of();
    private List<String> notes = List.of();
    private RunIndex.@Nullable Contents contents;
    private @Nullable Path wanted;
    private boolean listing;
    private boolean stale = true;
    private long listedAt;

    /**
     * @param workbench where runs lie
     * @param desk the window around the page
     */
    public RunsPage(Workbench workbench, Desk desk) {
        this.workspace = new Workspace(workbench.runsFolder());
        this.index = new RunIndex(workspace);
        this.directories = new DirectoryChoice(workbench.runsFolder());
        this.actions = new RunActions(workbench, workspace, desk, model, sheet, table::selected, () -> stale = true);
        actions.setOnGroup(this::showGroup);
        this.head = new RunsHead(model, this::chooseDirectory, actions::close, this::showTrash);
        this.bar = new ActionBar(actions.all());
        this.trash = new TrashView(workspace, actions, this::showList);
        this.curves = new RunCurves(board, this::setNotes);
        this.kept = new KeptCharts(workspace, board, model, desk::tell);
        this.empty = new EmptyRuns(
                () -> desk.show("train"),
                this::chooseDirectory,
                () -> model.searchProperty().set(""));
        this.middle = new StackPane(table, empty);
        StackPane.setAlignment(table, Pos.TOP_CENTER);
        this.list = new BorderPane(null, head, null, new VBox(sheet, bar), null);
        list.getStyleClass().add("runs-list");
        this.left = new StackPane();
        left.getStyleClass().add("runs-left");
        this.content = new SplitPane(left, right);
        content.setDividerPositions(TABLE_SHARE);
        SplitPane.setResizableWithParent(left, false);
        model.setOnChange(() -> curves.show(model.shown()));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>)
                change -> bar.show(table.selected()));
        table.setContextMenu(menu());
        table.setRowFactory(view -> {
            TableRow<RunRow> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    model.showOnly(List.of(row.getItem()));
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() && !event.isAltDown() && isKnown(event)) {
                event.consume();
            }
        });
        model.found().addListener((ListChangeListener<RunRow>) change -> showEmptiness());
        board.setOnPoint((run, step) -> desk.watch(Path.of(run), step));
        board.setOnNote(note -> background.run(
                () -> {
                    workspace.note(note);
                    return workspace.notes();
                },
                board::setNotes,
                this::unlisted));
        background.run(workspace::notes, board::setNotes, this::unlisted);
        showEmptiness();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Texts.of("page.runs");
    }

    @Override
    public Icon icon() {
        return Icon.LIST;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        stale = true;
        table.requestFocus();
    }

    @Override
    public void pulse(long now) {
        if (!listing && kept.isRead() && (stale || now - listedAt >= POLL_NANOS)) {
            listing = true;
            stale = false;
            listedAt = now;
            background.run(index::update, this::listed, this::unlisted);
            curves.update();
            kept.keep();
        }
        arrive();
        board.pulse(now);
        actions.pulse(now);
        curves.pulse();
    }

    /** The parts of the page come one after the other, as finding the styles of all at once would hold the window up. */
    private void arrive() {
        if (left.getChildren().isEmpty()) {
            left.getChildren().add(list);
        } else if (list.getCenter() == null) {
            list.setCenter(middle);
            if (sheet.isVisible()) {
                sheet.takeFocus();
            } else if (!head.isFocusWithin()) {
                table.requestFocus();
            }
        } else if (right.getChildren().isEmpty()) {
            right.getChildren().add(board);
        } else {
            table.unroll(middle.getHeight());
        }
    }

    @Override
    public void setTheme(Theme theme, double textSize) {
        table.setLook(theme, textSize);
        board.setTheme(theme, textSize);
    }

    /** Keys count in the table only, so that elsewhere they do what they do anywhere. */
    private boolean isKnown(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> model.showOnly(table.selected());
            case F2 -> act("rename");
            case DELETE -> act("delete");
            case SPACE -> mark();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<KeyUse> keys() {
        return Stream.of("runs.mark", "runs.only", "runs.rename", "runs.delete")
                .map(KeyUse::of)
                .toList();
    }

    @Override
    public boolean search() {
        showList();
        head.focusSearch();
        return true;
    }

    /** Shows a run of the runs folder; any other folder is opened as a TensorBoard directory. */
    @Override
    public boolean open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        showList();
        stale = true;
        if (workspace.runsFolder().equals(path.getParent())) {
            model.searchProperty().set("");
            wanted = path;
            model.show(path).ifPresent(this::select);
        } else {
            actions.open(path);
        }
        return true;
    }

    /** Offers to train these settings with several seeds, in the background. */
    public void showSeeds(ExperimentSpec spec) {
        showList();
        actions.showSeeds(spec);
    }

    @Override
    public Optional<RunQueue> queue() {
        return Optional.of(actions.queue());
    }

    @Override
    public void close() {
        background.close();
        kept.close();
        actions.close();
        curves.close();
        board.close();
    }

    RunsModel model() {
        return model;
    }

    RunTable table() {
        return table;
    }

    RunActions actions() {
        return actions;
    }

    BoardPane board() {
        return board;
    }

    private void showGroup(List<RunRow> rows) {
        board.groupBySeed();
        model.showOnly(rows);
    }

    private void select(RunRow row) {
        wanted = null;
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
    }

    private void listed(RunIndex.Contents now) {
        listing = false;
        if (!now.equals(contents)) {
            contents = now;
            show(now);
        }
        if (wanted != null) {
            model.show(wanted).ifPresent(this::select);
        }
    }

    private void show(RunIndex.Contents now) {
        kept.keepColours(model.update(now));
        head.setDirectories(now.directories());
        bar.show(table.selected());
        problems = new ArrayList<>(now.problems());
        now.runs().stream()
                .map(run -> run.listing().problem())
                .filter(problem -> !problem.isEmpty())
                .forEach(problems::add);
        showNotes();
        showEmptiness();
    }

    private void unlisted(Exception e) {
        listing = false;
        contents = null;
        problems = List.of(String.valueOf(e.getMessage()));
        showNotes();
    }

    private void setNotes(List<String> sentences) {
        notes = sentences;
        showNotes();
    }

    private void showNotes() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(notes);
        head.setNotes(all);
    }

    private void act(String key) {
        actions.all().stream()
                .filter(action -> action.key().equals(key) && action.allows(table.selected()))
                .forEach(action -> action.work().run());
    }

    /** Puts the selected runs into the charts, or takes them out if all of them are there. */
    private void mark() {
        List<RunRow> rows = table.selected();
        boolean all = rows.stream().allMatch(row -> row.shownProperty().get());
        rows.forEach(row -> row.shownProperty().set(!all));
    }

    private ContextMenu menu() {
        MenuItem mark = new MenuItem(Texts.of("runs.mark"));
        mark.setOnAction(event -> mark());
        MenuItem only = new MenuItem(Texts.of("runs.show.only"));
        only.setOnAction(event -> model.showOnly(table.selected()));
        ContextMenu menu = new ContextMenu(mark, only, new SeparatorMenuItem());
        List<RunActions.Action> all = actions.all();
        List<MenuItem> items = new ArrayList<>();
        for (RunActions.Action action : all) {
            MenuItem item = new MenuItem(action.name(), action.icon().node());
            item.setOnAction(event -> action.work().run());
            items.add(item);
        }
        menu.getItems().addAll(items);
        menu.setOnShowing(event -> {
            List<RunRow> rows = table.selected();
            mark.setDisable(rows.isEmpty());
            only.setDisable(rows.isEmpty());
            for (int i = 0; i < all.size(); i++) {
                items.get(i).setDisable(!all.get(i).allows(rows));
            }
        });
        return menu;
    }

    private void chooseDirectory() {
        directories.ask(content.getScene().getWindow()).ifPresent(actions::open);
    }

    private void showTrash() {
        left.getChildren().setAll(trash);
        trash.refresh();
    }

    private void showList() {
        left.getChildren().setAll(list);
        table.requestFocus();
    }

    /** What to do where there is nothing to see. */
    private void showEmptiness() {
        boolean none = model.found().isEmpty();
        empty.setVisible(none);
        table.setVisible(!none);
        empty.show(
                !model.isListed()
                        ? EmptyRuns.Reason.WAITING
                        : model.rows().isEmpty() ? EmptyRuns.Reason.NONE : EmptyRuns.Reason.UNFOUND);
    }
}
