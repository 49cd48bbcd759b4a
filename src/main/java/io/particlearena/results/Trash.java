package io.particlearena.results;

import io.particlearena.store.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder {@code .trash} of a runs folder. The name of an entry, {@code NAME.deleted-20261121-101500}, says all that is
 * needed to bring the run back.
 */
final class Trash {

    static final String NAME = ".trash";

    private static final Pattern ENTRY = Pattern.compile("(.+)\\.deleted-([0-9]{8}-[0-9]{6})(-[0-9]+)?");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path runsFolder;

    Trash(Path runsFolder) {
        this.runsFolder = runsFolder;
    }

    /** An entry's name, taken apart. */
    record Entry(Path folder, String name, Optional<LocalDateTime> deleted) {}

    /** Moves a run into the trash and gives its new place. */
    Path put(Path run, LocalDateTime now) throws IOException {
        Path trash = runsFolder.resolve(NAME);
        if (Files.isSymbolicLink(trash)) {
            throw new FileSystemException(trash.toString(), null, trash + " is a symbolic link");
        }
        Files.createDirectories(trash);
        Path entry = free(trash, run.getFileName() + ".deleted-" + STAMP.format(now));
        return Files.move(run, entry);
    }

    /** Moves an entry back and gives its new place, which has another name if the old one is taken. */
    Path takeOut(Entry entry) throws IOException {
        return Files.move(entry.folder(), free(runsFolder, entry.name()));
    }

    /** Deletes an entry for good. */
    void delete(Entry entry) throws IOException {
        Folders.delete(entry.folder());
    }

    /** What is in the trash, deleted last first. */
    List<Entry> entries() throws IOException {
        Path trash = runsFolder.resolve(NAME);
        if (!Files.isDirectory(trash, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> folders = Files.list(trash)) {
            for (Path folder : folders.filter(Trash::isEntry).toList()) {
                entries.add(entry(folder));
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.deleted().orElse(LocalDateTime.MIN))
                .thenComparing(Entry::folder)
                .reversed());
        return entries;
    }

    /** A link's target may be missed from here, if it was named from the runs folder. */
    private static boolean isEntry(Path file) {
        return Files.isDirectory(file) || Files.isSymbolicLink(file);
    }

    private static Entry entry(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Matcher parts = ENTRY.matcher(name);
        try {
            if (parts.matches()) {
                return new Entry(folder, parts.group(1), Optional.of(LocalDateTime.parse(parts.group(2), STAMP)));
            }
        } catch (DateTimeParseException e) {
            // Somebody renamed it; it is listed under the name that it has.
            return new Entry(folder, name, Optional.empty());
        }
        return new Entry(folder, name, Optional.empty());
    }

    private static Path free(Path folder, String name) {
        Path place = folder.resolve(name);
        for (int i = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
            place = folder.resolve(name + "-" + i);
        }
        return place;
    }
}
