package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The presets that a user has saved, each a JSON file in one folder. */
public final class UserPresets {

    private static final String ENDING = ".json";
    private static final int LONGEST_NAME = 60;
    private static final String LOCK = ".lock";

    private final Path folder;

    /** @param folder made when the first preset is saved */
    public UserPresets(Path folder) {
        this.folder = folder;
    }

    /** The names in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(name -> name.equals(nameOf(name)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // A folder that cannot be read offers nothing; saving into it says why.
            return List.of();
        }
    }

    /**
     * A preset as a layer.
     *
     * @throws OptionException if there is none of this name, or its file is damaged
     */
    SpecLayer layer(String name) {
        return SpecJson.read(file(name));
    }

    /**
     * Saves settings under a title, in place of an earlier preset of the same name.
     *
     * @return the preset's name, made from the title
     * @throws OptionException if the title makes no name, the name is that of a preset that ships with the program, or the
     *     file cannot be written
     */
    public String save(Catalogue catalogue, String title, ExperimentSpec spec) {
        String name = nameOf(title);
        if (name.isEmpty()) {
            throw new OptionException(
                    "title", "The preset's title is \"" + title + "\", but must hold a letter or a digit.");
        }
        if (Presets.NAMES.contains(name)) {
            throw new OptionException("title", "The preset " + name + " ships with the program; choose another title.");
        }
        try {
            Files.createDirectories(folder);
            LockFile.holding(
                    folder.resolve(LOCK),
                    () -> AtomicFiles.write(
                            file(name), SpecJson.write(catalogue, title.strip(), catalogue.normalise(spec))));
        } catch (IOException e) {
            throw new OptionException("title", "The preset cannot be saved in " + folder + ": " + IoReason.of(e) + ".");
        }
        return name;
    }

    /**
     * Deletes a preset.
     *
     * @throws OptionException if there is none of this name among the user's
     */
    public void delete(String name) {
        if (!names().contains(name)) {
            String own = names().isEmpty() ? "none was saved." : "those are " + String.join(", ", names()) + ".";
            throw new OptionException(
                    "preset", "There is no preset \"" + name + "\" of your own that could be deleted; " + own);
        }
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new OptionException("preset", "The preset " + name + " cannot be deleted: " + IoReason.of(e) + ".");
        }
    }

    /** A title in small letters, digits and hyphens. */
    static String nameOf(String title) {
        String name = title.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
