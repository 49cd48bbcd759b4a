package io.particlearena.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.stream.Stream;

/** What is done to whole folders. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with all that it holds; of symbolic links, also in its own place, the links alone. A folder that is
     * not there is no error.
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isSymbolicLink(folder)) {
                Files.delete(folder);
            }
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Makes sure that what is read from a folder, written to it or deleted in it lies in it.
     *
     * @param depth how many levels are looked at: 1 for the folder's own entries alone
     * @throws StoreException if it, or anything within, is a symbolic link
     */
    public static void requireNoLinks(Path folder, int depth) {
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, new LinkFinder());
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + folder + ": " + IoReason.of(e) + ".", e);
        }
    }

    private static final class LinkFinder extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                throw new StoreException(file + " is a symbolic link, which might lead anywhere; put the file or folder"
                        + " itself in its place.");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                // Somebody who writes to the folder at this moment has replaced or deleted it.
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
