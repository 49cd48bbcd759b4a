package io.particlearena.ui.runs;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.results.RunListing;
import io.particlearena.results.Workspace;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.SystemClipboard;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/**
 * What can be done with the selected runs. Questions are asked on the sheet; files are changed on a thread of their own, and
 * what went wrong is said on the sheet, or in the status line where it is not shown.
 */
final class RunActions implements AutoCloseable {

    private final Workbench workbench;
    private final Workspace workspace;
    private final Desk desk;
    private final RunsModel model;
    private final Sheet sheet;
    private final SeedSheet seeds;
    private final Supplier<List<RunRow>> selected;
    private final Runnable refresh;
    private final Background background = new Background("run-actions");
    private FolderOpener folders = FolderOpener.ofSystem();
    private Consumer<List<RunRow>> onGroup = rows -> {};

    /**
     * @param selected the runs that are meant
     * @param refresh lists the runs anew
     */
    RunActions(
            Workbench workbench,
            Workspace workspace,
            Desk desk,
            RunsModel model,
            Sheet sheet,
            Supplier<List<RunRow>> selected,
            Runnable refresh) {
        this.workbench = workbench;
        this.workspace = workspace;
        this.desk = desk;
        this.model = model;
        this.sheet = sheet;
        this.seeds = new SeedSheet(workbench, model, sheet, rows -> onGroup.accept(rows));
        this.selected = selected;
        this.refresh = refresh;
    }

    /**
     * Something to do.
     *
     * @param key of its texts, {@code runs.action.KEY}
     * @param allowed for which runs
     */
    record Action(String key, Icon icon, Predicate<List<RunRow>> allowed, Runnable work) {

        String name() {
            return Texts.of("runs.action." + key);
        }

        boolean allows(List<RunRow> rows) {
            return allowed.test(rows);
        }
    }

    /** All that can be done, in the order in which it is offered. */
    List<Action> all() {
        Predicate<List<RunRow>> any = rows -> !rows.isEmpty();
        Predicate<List<RunRow>> one = rows -> rows.size() == 1;
        // Folders of other programs have no specification.
        Predicate<List<RunRow>> own = one.and(rows -> !listing(rows).isForeign());
        Predicate<List<RunRow>> resumable = own.and(rows -> listing(rows).canGoOn());
        return List.of(
                new Action("resume", Icon.PLAY, resumable, this::resume),
                new Action("episodes", Icon.FILM, own, this::watch),
                new Action("duplicate", Icon.COPY, own, this::duplicate),
                new Action(
                        "seeds",
                        Icon.LAYERS,
                        own,
                        () -> seeds.show(selected.get().get(0))),
                new Action("rename", Icon.PENCIL, one, this::rename),
                new Action("tag", Icon.TAG, any, this::tag),
                new Action("paint", Icon.DROP, any, this::paint),
                new Action("command", Icon.COMMAND, own, this::command),
                new Action("folder", Icon.FOLDER, one, this::showFolder),
                new Action("delete", Icon.TRASH, any, this::delete));
    }

    private static RunListing listing(List<RunRow> rows) {
        return rows.get(0).run().listing();
    }

    /** Adds a TensorBoard directory, and puts its runs into the charts. */
    void open(Path directory) {
        perform(
                () -> {
                    workspace.open(directory);
                    return directory;
                },
                path -> desk.tell(Texts.of("runs.opened", path)));
    }

    /** Takes a TensorBoard directory away. */
    void close(Path directory) {
        perform(
                () -> {
                    workspace.close(directory);
                    return directory;
                },
                path -> desk.tell(Texts.of("runs.closed", path)));
    }

    /** Shows a folder in the operating system's file browser. */
    void showFolder(Path folder) {
        background.run(
                () -> {
                    folders.open(folder);
                    return folder;
                },
                path -> desk.tell(""),
                e -> desk.tell(Texts.of("runs.folder.fault", folder, String.valueOf(e.getMessage()))));
    }

    /** Shows folders by another program from now on. */
    void setFolders(FolderOpener opener) {
        folders = opener;
    }

    /** Who shows runs as one group of the charts. */
    void setOnGroup(Consumer<List<RunRow>> action) {
        onGroup = action;
    }

    /** Called once a frame. */
    void pulse(long now) {
        seeds.pulse(now);
    }

    /** Offers to train these settings with several seeds. */
    void showSeeds(ExperimentSpec spec) {
        seeds.show(spec);
    }

    /** The seeds that train in the background. */
    RunQueue queue() {
        return seeds.queue();
    }

    private void rename() {
        RunRow row = selected.get().get(0);
        TextField title = new TextField(row.run().title());
        title.setId("run-title");
        title.setPromptText(row.run().name());
        title.setAccessibleText(Texts.of("runs.rename.title", row.run().name()));
        Button save = accent("save", "runs.rename.save");
        save.setOnAction(event -> {
            String text = title.getText().strip();
            change(() -> workspace.rename(row.path(), text.equals(row.run().name()) ? "" : text), sheet::hide);
        });
        sheet.show(Texts.of("runs.rename.title", row.run().name()), title, title, save);
        title.selectAll();
    }

    private void tag() {
        List<RunRow> rows = selected.get();
        TagEditor editor = new TagEditor(
                rows,
                model.tags(),
                (tag, added) -> change(() -> rows.forEach(row -> add(row, tag)), added),
                (tag, removed) -> change(() -> rows.forEach(row -> workspace.untag(row.path(), tag)), removed));
        sheet.show(Texts.of("runs.tag.title", rows.size(), titleOf(rows)), editor, editor.field());
    }

    private void add(RunRow row, String tag) {
        workspace.tag(row.path(), tag);
    }

    private void paint() {
        List<RunRow> rows = selected.get();
        ColourChooser chooser = new ColourChooser(
                colour -> change(() -> rows.forEach(row -> workspace.paint(row.path(), colour)), sheet::hide),
                sheet::setFault);
        sheet.show(Texts.of("runs.paint.title", rows.size(), titleOf(rows)), chooser, chooser.first());
    }

    private void resume() {
        Path run = selected.get().get(0).path();
        background.run(() -> workbench.specOf(run), spec -> desk.resume(run, spec), this::fail);
    }

    private void watch() {
        // The newest of its episodes.
        desk.watch(selected.get().get(0).path(), Long.MAX_VALUE);
    }

    private void duplicate() {
        Path run = selected.get().get(0).path();
        background.run(
                () -> new Repetition(workbench.specOf(run), workbench.originOf(run)),
                repetition -> repetition
                        .origin()
                        .ifPresentOrElse(
                                origin -> desk.fork(origin, repetition.spec()), () -> desk.edit(repetition.spec())),
                this::fail);
    }

    private record Repetition(ExperimentSpec spec, Optional<ForkOrigin> origin) {}

    private void command() {
        RunRow row = selected.get().get(0);
        background.run(() -> workbench.commandOf(row.path()), text -> showCommand(row, text), this::fail);
    }

    private void showCommand(RunRow row, String command) {
        TextArea text = new TextArea(command);
        text.setId("run-command");
        text.setAccessibleText(Texts.of("runs.action.command"));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.getStyleClass().add("code");
        Button copy = accent("copy", "runs.command.copy");
        copy.setOnAction(event -> {
            SystemClipboard.copy(command);
            sheet.hide();
            desk.tell(Texts.of("runs.command.copied"));
        });
        sheet.show(Texts.of("runs.command.title", row.run().title()), text, copy, copy);
    }

    private void showFolder() {
        showFolder(selected.get().get(0).path());
    }

    /** What became of runs that were to be deleted. */
    private record Deletion(List<String> entries, List<String> faults) {}

    private void delete() {
        List<RunRow> rows = selected.get();
        Label text = wrapped(Texts.of("runs.delete.text", rows.size()));
        Button delete = accent("delete", "runs.delete.delete");
        Button keep = button("keep", "runs.delete.keep");
        List<Path> paths = rows.stream().map(RunRow::path).toList();
        delete.setOnAction(event -> perform(() -> delete(paths), this::deleted));
        keep.setOnAction(event -> sheet.hide());
        sheet.show(Texts.of("runs.delete.title", rows.size(), titleOf(rows)), text, delete, delete, keep);
    }

    private Deletion delete(List<Path> paths) {
        List<String> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path path : paths) {
            try {
                entries.add(workspace.delete(path));
            } catch (RuntimeException e) {
                // One run that must stay does not keep the others.
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new Deletion(entries, faults);
    }

    private void deleted(Deletion deletion) {
        Button undo = button("undo", "runs.delete.undo");
        undo.setOnAction(event -> change(() -> deletion.entries().forEach(workspace::restore), sheet::hide));
        Button[] buttons = deletion.entries().isEmpty() ? new Button[0] : new Button[] {undo};
        Label text = wrapped(
                deletion.faults().isEmpty() ? Texts.of("runs.delete.where") : String.join("\n", deletion.faults()));
        text.setId("run-deletion");
        sheet.show(
                Texts.of("runs.delete.done", deletion.entries().size()),
                text,
                buttons.length == 0 ? text : undo,
                buttons);
    }

    private static String titleOf(List<RunRow> rows) {
        return rows.get(0).run().title();
    }

    private void change(Runnable work, Runnable onDone) {
        perform(
                () -> {
                    work.run();
                    return true;
                },
                done -> onDone.run());
    }

    /** Does the work on the thread for files, lists the runs anew, then goes on. */
    <T> void perform(Callable<T> work, Consumer<T> onDone) {
        background.run(
                work,
                result -> {
                    refresh.run();
                    onDone.accept(result);
                },
                this::fail);
    }

    private void fail(Exception e) {
        String sentence = e instanceof IOException ? String.valueOf(e) : String.valueOf(e.getMessage());
        if (sheet.isVisible()) {
            sheet.setFault(sentence);
        } else {
            desk.tell(sentence);
        }
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Button accent(String id, String key) {
        Button button = button(id, key);
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    private static Button button(String id, String key) {
        Button button = new Button(Texts.of(key));
        button.setId("run-" + id);
        return button;
    }

    @Override
    public void close() {
        seeds.close();
        background.close();
    }
}
