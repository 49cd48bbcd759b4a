package io.particlearena.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What installers are made from, as far as that can be seen without making one. */
final class PackagingTest {

    private static final Path WORKFLOW = Path.of(".github", "workflows", "installers.yml");
    private static final Path LICENCES = Path.of("packaging", "licences");

    @Test
    void workflowRunsScriptsThatAreThere() throws IOException {
        String workflow = Files.readString(WORKFLOW);
        Matcher scripts = Pattern.compile("(?m)(packaging/[a-z-]+|\\./mvnw)").matcher(workflow);
        List<Path> named =
                scripts.results().map(found -> Path.of(found.group())).toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(5).allSatisfy(script -> {
            assertThat(script).isExecutable();
            assertThat(Files.readString(script)).startsWith("#!");
        });
        assertThat(workflow).doesNotContain("\t").contains("ubuntu", "windows", "macos");
    }

    @Test
    void workflowBuildsTypesThatTheScriptKnows() throws IOException {
        String script = Files.readString(Path.of("packaging", "build"));
        String usage = script.lines()
                .filter(line -> line.startsWith("# usage:"))
                .findFirst()
                .orElseThrow();
        List<String> types = Pattern.compile("types: (.*)")
                .matcher(Files.readString(WORKFLOW))
                .results()
                .flatMap(line -> Stream.of(line.group(1).split(" ")))
                .toList();

        assertThat(types)
                .contains("deb", "rpm", "msi", "exe", "dmg")
                .allSatisfy(type -> assertThat(usage).contains(type));
    }

    @Test
    void everyLicenceOfALibraryHasItsText() throws IOException {
        List<String> licences =
                Files.readAllLines(Path.of("src/main/resources/io/particlearena/ui/libraries.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Stream.of(line.split(" \\| ", -1)[1].split(" or (?!later)| with (?=GCC)", -1)))
                        .distinct()
                        .toList();

        assertThat(licences)
                .isNotEmpty()
                .allSatisfy(
                        licence -> assertThat(LICENCES.resolve(fileOf(licence))).isNotEmptyFile());
    }

    private static String fileOf(String licence) {
        return switch (licence) {
            case "Apache 2.0" -> "Apache-2.0.txt";
            case "BSD 3-Clause" -> "BSD-3-Clause.txt";
            case "EPL 1.0" -> "EPL-1.0.txt";
            case "GCC Runtime Library Exception" -> "GCC-Runtime-Library-Exception-3.1.txt";
            case "GPL 2 with Classpath Exception" -> "GPL-2.0-with-Classpath-Exception.txt";
            case "GPL 3" -> "GPL-3.0.txt";
            case "LGPL 2.1 or later" -> "LGPL-2.1.txt";
            case "MIT" -> "MIT.txt";
            default -> licence + ", of which no text is known";
        };
    }

    @Test
    void fileEndingsAreTheSameOnAllSystems() throws IOException {
        String linux = Files.readString(Path.of("packaging", "linux", "particle-arena.xml"));
        String entry = Files.readString(Path.of("packaging", "linux", "particle-arena.desktop"));
        for (String ending : List.of("arena", "episode")) {
            List<String> lines = Files.readAllLines(Path.of("packaging", ending + ".properties"));
            assertThat(lines).contains("extension=" + ending);
            assertThat(linux).contains("*." + ending);
            String type = lines.stream()
                    .filter(line -> line.startsWith("mime-type="))
                    .findFirst()
                    .orElseThrow()
                    .substring("mime-type=".length());
            assertThat(linux).contains("\"" + type + "\"");
            assertThat(entry).contains(type + ";");
        }
    }
}
