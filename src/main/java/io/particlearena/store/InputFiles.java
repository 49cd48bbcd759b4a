package io.particlearena.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens files that may come from anywhere: regular files alone, since a device or a pipe might never end. */
public final class InputFiles {

    private InputFiles() {}

    /** Opens a file for reading. */
    public static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is not a file");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * Reads a whole file that lies in a folder of the program's, where a link might have been put by somebody else.
     *
     * @throws IOException also if it is a symbolic link, or has more bytes than {@code most}
     */
    public static byte[] ownBytes(Path file, int most) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "it is a symbolic link");
        }
        return bytes(file, most);
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException also if it has more bytes than {@code most}
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Channels.newInputStream(open(file))) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new FileSystemException(file.toString(), null, "it is larger than " + most + " bytes");
            }
            return bytes;
        }
    }
}
