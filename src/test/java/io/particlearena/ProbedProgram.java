package io.particlearena;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;

/**
 * The program as users start it, which at its end says whether objects of several classes could be read from their serialised
 * form. A window is closed as soon as it is shown.
 */
final class ProbedProgram {

    /** What it says of a class that could not be read. */
    static final String REFUSED = "refused: ";

    /** What it says when a window is shown. */
    static final String SHOWN = "the window is shown";

    private static final long PAUSE_NANOS = 50_000_000L;

    private ProbedProgram() {}

    /** A class of our own. */
    private record Own(int number) implements Serializable {}

    /** What Java's own libraries and ND4J's are made of as well as our own. */
    private static final List<Object> OBJECTS =
            List.of(new ArrayList<>(List.of("text")), new int[3], 5L, new Own(3), Instant.EPOCH);

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(ProbedProgram::probe));
        if (!args[0].equals("train")) {
            Thread closer = new Thread(ProbedProgram::closeWindow);
            closer.setDaemon(true);
            closer.start();
        }
        Main.main(args);
    }

    private static void probe() {
        for (Object object : OBJECTS) {
            String name = object.getClass().getSimpleName();
            try {
                read(written(object));
                System.out.println("read: " + name);
            } catch (InvalidClassException e) {
                System.out.println(REFUSED + name);
            } catch (IOException | ClassNotFoundException e) {
                System.out.println("failed: " + e);
            }
        }
    }

    static int probes() {
        return OBJECTS.size();
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Reads an object as a library might do. */
    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static void closeWindow() {
        AtomicBoolean shown = new AtomicBoolean();
        while (!shown.get()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            try {
                Platform.runLater(() -> {
                    if (Window.getWindows().stream().anyMatch(Window::isShowing) && shown.compareAndSet(false, true)) {
                        System.out.println(SHOWN);
                        List.copyOf(Window.getWindows()).forEach(Window::hide);
                    }
                });
            } catch (IllegalStateException e) {
                // JavaFX has not begun yet.
                shown.set(false);
            }
        }
    }
}
