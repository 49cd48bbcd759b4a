package io.particlearena.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.InputFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The file {@code workspace.json} of a runs folder: titles, tags, colours, opened TensorBoard directories and
 * notes beside charts.
 *
 * <pre>{@code
 * {
 *   "format": "particle-arena-workspace", "version": 1,
 *   "runs": {"NAME or PATH": {"title": "...", "tags": ["..."], "colour": "#1f6fc4", "automatic_colour": "#2c6ed4"}},
 *   "directories": ["PATH"],
 *   "notes": [{"tag": "...", "step": 12000, "text": "..."}]
 * }
 * }</pre>
 *
 * <p>What the program does not know in the file stays in it. A file that is damaged or of another kind is renamed when the
 * next change is written, so that nothing is lost. Several processes may change it; they wait for each other.
 */
final class WorkspaceFile {

    static final String NAME = "workspace.json";

    private static final String LOCK = ".workspace.lock";
    private static final String FORMAT = "particle-arena-workspace";
    private static final int VERSION = 1;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final ObjectMapper JSON = JsonLimits.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** @param runsFolder made when the first change is written */
    WorkspaceFile(Path runsFolder) {
        this.file = runsFolder.resolve(NAME);
    }

    /** The file is there but not what it should be. */
    private static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        Damaged(String reason) {
            super(reason);
        }
    }

    /** Reads the file; never fails and changes nothing. */
    WorkspaceContent read() {
        try {
            return content(load());
        } catch (Damaged e) {
            return unreadable(file + " " + e.getMessage()
                    + ", so titles, tags, colours and opened directories are not shown; the next change keeps it as "
                    + keptAside().getFileName() + ".");
        } catch (IOException e) {
            return unreadable(file + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    private static WorkspaceContent unreadable(String problem) {
        return new WorkspaceContent(Map.of(), List.of(), List.of(), problem);
    }

    /**
     * Changes the file as it is at this moment.
     *
     * @throws StoreException if it cannot be read or written
     */
    void change(Consumer<ObjectNode> change) {
        try {
            Files.createDirectories(folder());
            LockFile.holding(folder().resolve(LOCK), () -> {
                ObjectNode root = loadOrKeepAside();
                change.accept(root);
                AtomicFiles.write(file, JSON.writeValueAsString(root) + "\n");
            });
        } catch (IOException e) {
            throw new StoreException(file + " cannot be changed: " + IoReason.of(e) + ".", e);
        }
    }

    private ObjectNode loadOrKeepAside() throws IOException {
        try {
            ObjectNode root = load();
            content(root);
            return root;
        } catch (Damaged e) {
            Files.move(file, keptAside());
            return empty();
        }
    }

    private Path keptAside() {
        Path aside = file.resolveSibling(NAME + ".kept");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(NAME + ".kept-" + i);
        }
        return aside;
    }

    private ObjectNode load() throws IOException, Damaged {
        try {
            if (JSON.readTree(InputFiles.ownBytes(file, JsonLimits.FILE_BYTES)) instanceof ObjectNode root) {
                return root;
            }
            throw new Damaged("is not a workspace file");
        } catch (NoSuchFileException e) {
            return empty();
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new Damaged("is damaged");
        }
    }

    private static ObjectNode empty() {
        return JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
    }

    /** Makes sure of the whole file, so that no change is built on what is not understood. */
    private static WorkspaceContent content(ObjectNode root) throws Damaged {
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new Damaged("is not a workspace file");
        }
        if (!root.path("version").isInt()) {
            throw new Damaged("is not a workspace file");
        }
        if (root.path("version").intValue() != VERSION) {
            throw new Damaged("is of version " + root.path("version") + ", which this program does not know");
        }
        Map<String, RunMetadata> runs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : properties(root.path("runs"))) {
            runs.put(entry.getKey(), metadata(entry.getValue()));
        }
        List<Path> directories = new ArrayList<>();
        for (String directory : texts(root.path("directories"))) {
            try {
                directories.add(Path.of(directory));
            } catch (InvalidPathException e) {
                throw new Damaged("is damaged");
            }
        }
        return new WorkspaceContent(runs, directories, notes(root.path("notes")), "");
    }

    private static Iterable<Map.Entry<String, JsonNode>> properties(JsonNode node) throws Damaged {
        if (!node.isMissingNode() && !node.isObject()) {
            throw new Damaged("is damaged");
        }
        return node.properties();
    }

    private static RunMetadata metadata(JsonNode node) throws Damaged {
        properties(node);
        JsonNode title = node.path("title");
        if (!(title.isMissingNode() || title.isTextual())) {
            throw new Damaged("is damaged");
        }
        return new RunMetadata(
                title.asText(""),
                texts(node.path("tags")),
                colour(node.path("colour")),
                colour(node.path("automatic_colour")));
    }

    private static OptionalInt colour(JsonNode node) throws Damaged {
        if (node.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!COLOUR.matcher(node.asText()).matches()) {
            throw new Damaged("is damaged");
        }
        return OptionalInt.of(Integer.parseInt(node.asText().substring(1), 16));
    }

    private static List<String> texts(JsonNode list) throws Damaged {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            texts.add(element.asText());
        }
        boolean sound = list.isMissingNode() || list.isArray();
        for (JsonNode element : list) {
            sound &= element.isTextual();
        }
        if (!sound) {
            throw new Damaged("is damaged");
        }
        return texts;
    }

    private static List<ChartNote> notes(JsonNode list) throws Damaged {
        List<ChartNote> notes = new ArrayList<>();
        boolean sound = list.isMissingNode() || list.isArray();
        for (JsonNode note : list) {
            JsonNode tag = note.path("tag");
            JsonNode step = note.path("step");
            JsonNode text = note.path("text");
            sound &= tag.isTextual() && step.canConvertToLong() && text.isTextual();
            notes.add(new ChartNote(tag.asText(), step.asLong(), text.asText()));
        }
        if (!sound) {
            throw new Damaged("is damaged");
        }
        return notes;
    }

    private Path folder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("the root of a file system cannot be a runs folder");
        }
        return folder;
    }
}
