package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers two backends, of which ND4J is to see the one for the device. */
final class BackendClassesTest {

    private static final String OFFERS = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    @Test
    void onlyTheBackendOfTheDeviceIsOffered(@TempDir Path folder) throws IOException {
        Path processor = offer(folder.resolve("processor"), "# a comment\norg.nd4j.linalg.cpu.nativecpu.CpuBackend");
        Path card = offer(folder.resolve("card"), "org.nd4j.linalg.jcublas.JCublasBackend\n");
        try (URLClassLoader both = new URLClassLoader(
                new URL[] {card.toUri().toURL(), processor.toUri().toURL()}, null)) {
            assertThat(offers(Device.cpu(""), both))
                    .containsExactly(processor.resolve(OFFERS).toUri().toURL());
            assertThat(offers(new Device("cuda:0", "card", ""), both))
                    .containsExactly(card.resolve(OFFERS).toUri().toURL());
            assertThat(BackendClasses.forDevice(Device.cpu(""), both)
                            .getResources("META-INF")
                            .hasMoreElements())
                    .isTrue();
        }
    }

    private static Path offer(Path folder, String backend) throws IOException {
        Path file = folder.resolve(OFFERS);
        Files.createDirectories(file.getParent());
        Files.writeString(file, backend);
        return folder;
    }

    private static List<URL> offers(Device device, ClassLoader both) throws IOException {
        return Collections.list(BackendClasses.forDevice(device, both).getResources(OFFERS));
    }
}
