package io.particlearena.nn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The program's classes with only one of ND4J's backends on offer.
 *
 * <p>ND4J takes the backend of the highest priority among all that the class path offers, and only variables of the
 * environment change a priority, which a program cannot set for itself.
 */
final class BackendClasses extends ClassLoader {

    private static final String OFFERS = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final String backend;

    private BackendClasses(ClassLoader classes, String backend) {
        super(classes);
        this.backend = backend;
    }

    /** The classes with the backend for a device. */
    static BackendClasses forDevice(Device device, ClassLoader classes) {
        return new BackendClasses(
                classes,
                device.isCuda()
                        ? "org.nd4j.linalg.jcublas.JCublasBackend"
                        : "org.nd4j.linalg.cpu.nativecpu.CpuBackend");
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        return name.equals(OFFERS)
                ? Collections.enumeration(
                        Collections.list(all).stream().filter(this::offersIt).toList())
                : all;
    }

    private boolean offersIt(URL offer) {
        try (InputStream in = offer.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().anyMatch(backend::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
