package io.particlearena.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small file of named settings as one JSON object whose values are texts, numbers, truth values and lists of texts.
 * Reading it never fails: what cannot be read is told in one sentence and counts as not set.
 */
public final class SettingsFile {

    /** Far more than settings need; a larger file is none of ours and is not read. */
    static final int LARGEST_BYTES = 1 << 20;

    private static final ObjectMapper JSON = JsonLimits.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** @param file made, with its folder, when settings are first written */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param values each a {@link String}, {@link Double}, {@link Boolean} or {@link List} of strings
     * @param problem one sentence if the file was there but could not be read, otherwise empty
     */
    public record Content(Map<String, Object> values, String problem) {

        public Content {
            values = Map.copyOf(values);
        }
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    /** Reads the file; one that is not there holds nothing. */
    public Content read() {
        try {
            return JSON.readTree(InputFiles.ownBytes(file, LARGEST_BYTES)) instanceof ObjectNode root
                    ? new Content(values(root), "")
                    : unread("is not a JSON object");
        } catch (NoSuchFileException e) {
            return new Content(Map.of(), "");
        } catch (JsonProcessingException e) {
            return unread("is damaged");
        } catch (IOException e) {
            return unread("cannot be read (" + IoReason.of(e) + ")");
        }
    }

    /** Replaces the file by these settings, in their order; of several processes the last one counts. */
    public void write(Map<String, Object> values) throws IOException {
        Path folder = AtomicFiles.folderOf(file);
        Files.createDirectories(folder);
        if (Files.isSymbolicLink(file)) {
            // What it points at was not read, so that its settings would be lost.
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is a symbolic link");
        }
        LockFile.holding(
                folder.resolve("." + file.getFileName() + ".lock"),
                () -> AtomicFiles.write(file, JSON.writeValueAsString(values) + "\n"));
    }

    private Content unread(String why) {
        return new Content(Map.of(), file + " " + why + ", so all its settings are at their defaults.");
    }

    /** Values of other kinds, which this program does not write, are left out. */
    private static Map<String, Object> values(ObjectNode root) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            JsonNode value = entry.getValue();
            if (value.isTextual()) {
                values.put(entry.getKey(), value.textValue());
            } else if (value.isNumber()) {
                values.put(entry.getKey(), value.doubleValue());
            } else if (value.isBoolean()) {
                values.put(entry.getKey(), value.booleanValue());
            } else if (value instanceof ArrayNode list && isOfTexts(list)) {
                List<String> texts = new ArrayList<>();
                list.forEach(text -> texts.add(text.textValue()));
                values.put(entry.getKey(), List.copyOf(texts));
            }
        }
        return values;
    }

    private static boolean isOfTexts(ArrayNode list) {
        for (JsonNode element : list) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }
}
