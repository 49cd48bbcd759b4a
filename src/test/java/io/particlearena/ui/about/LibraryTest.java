package io.particlearena.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that whatever ships with the program is named in its About window. */
final class LibraryTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    private static final List<String> ONLY_FOR_TESTS = List.of(
            "junit-",
            "opentest4j-",
            "apiguardian-",
            "assertj-",
            "byte-buddy-",
            "archunit",
            "testfx-",
            "openjfx-monocle-",
            "org.osgi.core-",
            "hamcrest-",
            "surefire",
            "maven-",
            "org.jacoco",
            "console.jar");

    @Test
    void everyDependencyOfThePomIsListed() throws IOException {
        Matcher dependencies =
                DEPENDENCY.matcher(Files.readString(Path.of("pom.xml")).split("<build>", 2)[0]);
        List<String> unlisted = new ArrayList<>();
        int found = 0;
        while (dependencies.find()) {
            String dependency = dependencies.group(1);
            Matcher artifact = ARTIFACT.matcher(dependency);
            boolean shipped = !dependency.contains("<scope>") || dependency.contains("<scope>runtime</scope>");
            if (shipped && artifact.find()) {
                found++;
                if (!isListed(artifact.group(1) + "-1.0.jar")) {
                    unlisted.add(artifact.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(10);
        assertThat(unlisted).isEmpty();
    }

    @Test
    void everyArchiveOnTheClassPathIsListedOrForTestsOnly() {
        List<String> unlisted = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(name -> !isListed(name) && ONLY_FOR_TESTS.stream().noneMatch(name::startsWith))
                .toList();
        assertThat(unlisted).isEmpty();
    }

    @Test
    void everyLibraryHasALicenceAndAnAddress() {
        assertThat(Library.all()).hasSizeGreaterThan(20).allSatisfy(library -> {
            assertThat(library.name()).isNotBlank();
            assertThat(library.licence()).isNotBlank();
            assertThat(library.address()).startsWith("https://");
        });
    }

    @Test
    void theCitationIsBibTex() throws IOException {
        assertThat(AboutPane.citation())
                .startsWith("@software{")
                .contains("Particle Arena")
                .endsWith("}\n");
        assertThat(Files.readString(Path.of("docs", "CITATION.cff")))
                .contains("a desktop workbench for multi-agent reinforcement learning")
                .contains("version: " + pomVersion());
    }

    private static String pomVersion() throws IOException {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static boolean isListed(String archive) {
        return Library.all().stream().anyMatch(library -> library.has(archive));
    }
}
