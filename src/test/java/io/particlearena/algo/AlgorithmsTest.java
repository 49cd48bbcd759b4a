package io.particlearena.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AlgorithmsTest {

    @Test
    void namesAreUnique() {
        assertThat(Algorithms.all()).extracting(AlgorithmEntry::name).doesNotHaveDuplicates();
    }

    @Test
    void everySubPackageIsListed() {
        Set<String> listed = Algorithms.all().stream()
                .map(entry -> entry.options().defaults().getClass().getPackageName())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());

        assertThat(listed).isEqualTo(subPackages());
    }

    private static Set<String> subPackages() {
        try {
            Path folder = Path.of(Objects.requireNonNull(Algorithms.class.getResource("Algorithms.class"))
                            .toURI())
                    .getParent();
            try (Stream<Path> entries = Files.list(Objects.requireNonNull(folder))) {
                return entries.filter(Files::isDirectory)
                        .map(path -> path.getFileName().toString())
                        .filter(name -> !name.equals("parts"))
                        .collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyAlgorithmAndOptionIsDocumented() {
        for (AlgorithmEntry<?> entry : Algorithms.all()) {
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.description()).endsWith(".");
            assertThat(entry.options().options()).isNotEmpty();
            for (OptionDescriptor option : entry.options().options()) {
                assertThat(option.help()).as(option.key()).endsWith(".").hasSizeGreaterThan(10);
            }
        }
    }

    @Test
    void unknownNameIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> Algorithms.find("maddog"))
                .isInstanceOf(OptionException.class)
                .hasMessage("There is no algorithm \"maddog\"; the algorithms are ddpg, lemol, maddpg, mmmaddpg, ppo.");
    }

    @Test
    void knownNameIsFound() {
        assertThat(Algorithms.find("ddpg").name()).isEqualTo("ddpg");
    }

    @Test
    void engineTellsWhatComputes() {
        assertThat(Algorithms.engine())
                .containsOnlyKeys("device", "device_name", "device_reason", "backend", "classifier", "threads")
                .containsEntry("threads", "1");
    }
}
