package io.particlearena.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the operating system keeps what a program remembers about its user. */
public final class UserFolders {

    private static final String UNIX_NAME = "particle-arena";
    private static final String NAME = "Particle Arena";

    private UserFolders() {}

    /**
     * The folder for preferences and presets of this user: below {@code XDG_CONFIG_HOME} or {@code ~/.config} on Linux,
     * {@code ~/Library/Application Support} on macOS, {@code %APPDATA%} on Windows. It need not exist.
     */
    public static Path configuration() {
        return configuration(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    /**
     * The same for any machine.
     *
     * @param system the operating system's name as Java gives it
     * @param home the user's folder
     * @param environment the environment variables
     */
    static Path configuration(String system, String home, Map<String, String> environment) {
        String known = system.toLowerCase(Locale.ROOT);
        if (known.contains("mac")) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        if (known.contains("windows")) {
            String data = environment.getOrDefault("APPDATA", "");
            return data.isBlank() ? Path.of(home, "AppData", "Roaming", NAME) : Path.of(data, NAME);
        }
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // The XDG specification has relative paths passed over.
        boolean usable = !configuration.isBlank() && Path.of(configuration).isAbsolute();
        return usable ? Path.of(configuration, UNIX_NAME) : Path.of(home, ".config", UNIX_NAME);
    }
}
