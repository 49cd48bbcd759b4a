package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserFoldersTest {

    @Test
    void everySystemHasItsPlace() {
        assertThat(UserFolders.configuration("Linux", "/home/a", Map.of()))
                .isEqualTo(Path.of("/home/a/.config/particle-arena"));
        assertThat(UserFolders.configuration("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "/etc/own")))
                .isEqualTo(Path.of("/etc/own/particle-arena"));
        assertThat(UserFolders.configuration("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(Path.of("/home/a/.config/particle-arena"));
        assertThat(UserFolders.configuration("Mac OS X", "/Users/a", Map.of()))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Particle Arena"));
        assertThat(UserFolders.configuration("Windows 11", "/home/a", Map.of("APPDATA", "/data")))
                .isEqualTo(Path.of("/data/Particle Arena"));
    }
}
