package io.particlearena.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.particlearena.options.OptionException;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The runs of a folder as the user keeps them: with titles, tags and colours, TensorBoard directories beside them, and a
 * trash. Any thread may use it; each change is on disk when its method returns.
 *
 * <p>Methods that change something throw {@link StoreException} if the disk does not allow it, and {@link OptionException}
 * if what was asked for is not allowed.
 */
public final class Workspace {

    private static final int MAX_TITLE = 200;
    private static final int MAX_TAG = 40;
    private static final int MAX_NOTE = 200;

    private final Path runsFolder;
    private final Clock clock;
    private final WorkspaceFile file;
    private final Trash trash;

    /** @param runsFolder where runs lie, each in a folder of its own; need not exist */
    public Workspace(Path runsFolder) {
        this(runsFolder, Clock.system(ZoneId.systemDefault()));
    }

    Workspace(Path runsFolder, Clock clock) {
        this.runsFolder = absolute(runsFolder);
        this.clock = clock;
        this.file = new WorkspaceFile(this.runsFolder);
        this.trash = new Trash(this.runsFolder);
    }

    /** Where runs lie, as an absolute path. */
    public Path runsFolder() {
        return runsFolder;
    }

    /** Where deleted runs lie. */
    public Path trashFolder() {
        return runsFolder.resolve(Trash.NAME);
    }

    /** Why titles, tags and colours cannot be read, in one sentence; empty if they can. */
    public String problem() {
        return content().problem();
    }

    WorkspaceContent content() {
        WorkspaceContent content = file.read();
        List<Path> directories = content.directories().stream()
                .map(directory -> runsFolder.resolve(directory).normalize())
                .toList();
        return new WorkspaceContent(content.runs(), directories, content.notes(), content.problem());
    }

    /**
     * The folder of a run.
     *
     * @param nameOrPath its name in the runs folder or an opened directory, as lists have it, or its path
     * @throws OptionException if there is no such run
     */
    public Path find(String nameOrPath) {
        List<Path> places = new ArrayList<>(List.of(runsFolder));
        content().directories().forEach(directory -> places.add(directory.resolveSibling("")));
        places.add(absolute(Path.of("")));
        try {
            for (Path place : places) {
                Path folder = place.resolve(nameOrPath).normalize();
                if (new RunFolder(folder).looksLikeARun() || EventFolders.holdsEvents(folder)) {
                    return folder;
                }
            }
        } catch (InvalidPathException e) {
            throw new OptionException("run", "\"" + nameOrPath + "\" is no name of a run: " + e.getReason() + ".");
        }
        throw new OptionException(
                "run",
                "There is no run \"" + nameOrPath + "\" in " + runsFolder + ", and no run's folder of that path.");
    }

    /** Gives a run a title in place of its name; an empty one takes it away. Its folder keeps its name. */
    public void rename(Path run, String title) {
        String text = line("title", title, MAX_TITLE);
        edit(run, metadata -> {
            if (text.isEmpty()) {
                metadata.remove("title");
            } else {
                metadata.put("title", text);
            }
        });
    }

    /** Adds a tag to a run; one that it has already stays. */
    public void tag(Path run, String tag) {
        String text = line("tag", tag, MAX_TAG);
        if (text.isEmpty() || text.contains(",")) {
            throw new OptionException("tag", "The tag is \"" + tag + "\", but must be a text without commas.");
        }
        edit(run, metadata -> {
            ArrayNode tags = metadata.withArray("tags");
            if (indexOf(tags, text) < 0) {
                tags.add(text);
            }
        });
    }

    /** Takes a tag from a run; nothing happens if the run does not have it. */
    public void untag(Path run, String tag) {
        edit(run, metadata -> {
            int place = indexOf(metadata.path("tags"), tag.strip());
            if (place >= 0) {
                metadata.withArray("tags").remove(place);
            }
            if (metadata.path("tags").isEmpty()) {
                metadata.remove("tags");
            }
        });
    }

    /** Gives a run's curves a colour, {@code 0xRRGGBB}; an empty one leaves the choice to the program. */
    public void paint(Path run, OptionalInt colour) {
        edit(run, metadata -> {
            if (colour.isPresent()) {
                metadata.put("colour", colourText(colour.getAsInt()));
            } else {
                metadata.remove("colour");
            }
        });
    }

    /**
     * Keeps the colours that the program gave to runs, {@code 0xRRGGBB} by the run's folder. A run that has one already keeps
     * it, and a file that cannot be read stays as it is.
     */
    public void keepAutomaticColours(Map<Path, Integer> colours) {
        if (colours.isEmpty() || !problem().isEmpty()) {
            return;
        }
        file.change(root -> {
            ObjectNode runs = root.withObjectProperty("runs");
            colours.forEach((run, colour) -> runs.withObjectProperty(key(run))
                    .putIfAbsent("automatic_colour", TextNode.valueOf(colourText(colour))));
        });
    }

    private static String colourText(int colour) {
        return "#%06x".formatted(colour & 0xffffff);
    }

    /** The notes beside charts, in the order in which they were written. */
    public List<ChartNote> notes() {
        return content().notes();
    }

    /** Adds a note beside a chart, in place of one at the same step; an empty text takes that one away. */
    public void note(ChartNote note) {
        String text = line("note", note.text(), MAX_NOTE);
        file.change(root -> {
            ArrayNode notes = root.withArray("notes");
            for (int i = notes.size() - 1; i >= 0; i--) {
                JsonNode old = notes.get(i);
                if (old.path("tag").asText().equals(note.tag())
                        && old.path("step").asLong() == note.step()) {
                    notes.remove(i);
                }
            }
            if (!text.isEmpty()) {
                notes.addObject()
                        .put("tag", note.tag())
                        .put("step", note.step())
                        .put("text", text);
            }
        });
    }

    /**
     * Adds a directory whose sub-folders with event files, at any depth, become runs of the workspace.
     *
     * @throws OptionException if it is no directory, or there is no event file in it
     */
    public void open(Path directory) {
        Path path = absolute(directory);
        if (!Files.isDirectory(path)) {
            throw new OptionException("directory", path + " is not a directory.");
        }
        if (new EventFolders(path).find().isEmpty()) {
            throw new OptionException("directory", "There is no event file of TensorBoard in " + path + ".");
        }
        file.change(root -> {
            ArrayNode directories = root.withArray("directories");
            if (indexOf(directories, key(path)) < 0) {
                directories.add(key(path));
            }
        });
    }

    /**
     * Takes an opened directory out of the workspace; its files stay.
     *
     * @throws OptionException if it is not open
     */
    public void close(Path directory) {
        Path path = absolute(directory);
        if (!content().directories().contains(path)) {
            throw new OptionException("directory", path + " is not open.");
        }
        file.change(root -> {
            ArrayNode directories = root.withArray("directories");
            directories.remove(indexOf(directories, key(path)));
        });
    }

    /**
     * Moves a run into the trash, from which {@link #restore} brings it back.
     *
     * @return the name of its entry there
     * @throws OptionException if a process trains the run, or it does not lie in the runs folder
     */
    public String delete(Path run) {
        Path path = absolute(run);
        RunFolder folder = new RunFolder(path);
        if (!runsFolder.equals(path.getParent())) {
            throw new OptionException(
                    "run", "The run " + path + " does not lie in " + runsFolder + ", so it is not deleted from here.");
        }
        if (folder.isTrained()) {
            throw new OptionException("run", "The run " + folder.name() + " is being trained; stop it first.");
        }
        try {
            Path entry = trash.put(path, LocalDateTime.now(clock));
            moveNotes(path, entry);
            return String.valueOf(entry.getFileName());
        } catch (IOException e) {
            throw new StoreException("The run " + folder.name() + " cannot be deleted: " + IoReason.of(e) + ".", e);
        }
    }

    /** The deleted runs, deleted last first. */
    public List<TrashedRun> trash() {
        WorkspaceContent content = content();
        List<TrashedRun> runs = new ArrayList<>();
        for (Trash.Entry entry : entries()) {
            runs.add(new TrashedRun(
                    entry.folder(),
                    entry.name(),
                    content.of(key(entry.folder())).title(),
                    RunListing.of(new RunFolder(entry.folder())).scenario(),
                    entry.deleted()));
        }
        return runs;
    }

    /**
     * Brings a deleted run back.
     *
     * @param name the name of its folder before, of which the run deleted last is meant, or of its entry in the trash
     * @return where it lies now, under another name if a newer run has taken its old one
     * @throws OptionException if there is no such run in the trash
     */
    public Path restore(String name) {
        Optional<Trash.Entry> found = entries().stream()
                .filter(each -> each.name().equals(name)
                        || String.valueOf(each.folder().getFileName()).equals(name))
                .findFirst();
        Trash.Entry entry = found.orElseThrow(
                () -> new OptionException("run", "There is no run \"" + name + "\" in " + trashFolder() + "."));
        try {
            Path run = trash.takeOut(entry);
            moveNotes(entry.folder(), run);
            return run;
        } catch (IOException e) {
            throw new StoreException("The run " + name + " cannot be restored: " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Deletes all runs in the trash for good.
     *
     * @return how many there were
     */
    public int emptyTrash() {
        List<Trash.Entry> entries = entries();
        for (Trash.Entry entry : entries) {
            try {
                trash.delete(entry);
            } catch (IOException e) {
                throw new StoreException(entry.folder() + " cannot be deleted: " + IoReason.of(e) + ".", e);
            }
        }
        List<String> keys = entries.stream().map(entry -> key(entry.folder())).toList();
        if (keys.stream().anyMatch(content().runs()::containsKey)) {
            file.change(root -> root.withObjectProperty("runs").remove(keys));
        }
        return entries.size();
    }

    private List<Trash.Entry> entries() {
        try {
            return trash.entries();
        } catch (IOException e) {
            throw new StoreException("The trash " + trashFolder() + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    /** The key of a run or directory in the workspace's files: short for those that move together with the files. */
    public String key(Path run) {
        Path path = absolute(run);
        return path.startsWith(runsFolder)
                ? runsFolder.relativize(path).toString().replace('\\', '/')
                : path.toString();
    }

    private void edit(Path run, Consumer<ObjectNode> change) {
        String key = key(run);
        file.change(root -> {
            ObjectNode runs = root.withObjectProperty("runs");
            ObjectNode metadata = runs.withObjectProperty(key);
            change.accept(metadata);
            if (metadata.isEmpty()) {
                runs.remove(key);
            }
        });
    }

    /** Notes follow their run; where they cannot, the run goes back to them. */
    private void moveNotes(Path from, Path to) throws IOException {
        try {
            move(key(from), key(to));
        } catch (StoreException e) {
            Files.move(to, from);
            try {
                move(key(to), key(from));
            } catch (StoreException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** A run without notes writes nothing. */
    private void move(String from, String to) {
        if (!content().runs().containsKey(from)) {
            return;
        }
        file.change(root -> {
            ObjectNode runs = root.withObjectProperty("runs");
            JsonNode metadata = runs.remove(from);
            if (metadata != null) {
                runs.set(to, metadata);
            }
        });
    }

    private static int indexOf(JsonNode list, String text) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).asText().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private static String line(String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() > longest || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new OptionException(
                    what,
                    "The " + what + " \"" + stripped + "\" must be one line of at most " + longest + " characters.");
        }
        return stripped;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
