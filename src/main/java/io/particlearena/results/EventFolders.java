package io.particlearena.results;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders with event files in a directory, which TensorBoard calls its runs. Hidden folders, links and
 * what may not be read are left out; of a directory that holds more than {@value #MAX_FOLDERS} folders, the rest is not
 * looked at.
 */
final class EventFolders {

    private static final int MAX_FOLDERS = 20_000;
    private static final int MAX_DEPTH = 12;

    private final Path directory;

    EventFolders(Path directory) {
        this.directory = directory;
    }

    /** Whether event files lie in the folder itself. */
    static boolean holdsEvents(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(EventFiles::isOne);
        } catch (IOException e) {
            // A folder that this user may not read: to all intents there are none.
            return false;
        }
    }

    /** The event files by their folder, each list in the order in which they were begun. */
    SortedMap<Path, List<Path>> find() {
        SortedMap<Path, List<Path>> found = new TreeMap<>();
        try {
            Files.walkFileTree(directory, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Visitor(found));
        } catch (IOException e) {
            throw new IllegalStateException("The visitor answers every failure itself", e);
        }
        found.values().forEach(files -> files.sort(null));
        return found;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final SortedMap<Path, List<Path>> found;
        private int folders;

        Visitor(SortedMap<Path, List<Path>> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folders++;
            if (folders > MAX_FOLDERS) {
                return FileVisitResult.TERMINATE;
            }
            boolean hidden = String.valueOf(folder.getFileName()).startsWith(".");
            return hidden && !folder.equals(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path folder = file.getParent();
            if (folder != null && EventFiles.isOne(file) && attributes.isRegularFile()) {
                found.computeIfAbsent(folder, path -> new ArrayList<>()).add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
