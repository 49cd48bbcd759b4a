package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The presets that ship with the program, as resources. */
final class Presets {

    /** The names in the order in which they are offered; the first one is the default, what asks for more comes later. */
    static final List<String> NAMES = List.of(
            "maddpg-openai",
            "simple-ppo",
            "simple",
            "simple-spread",
            "simple-spread-mappo",
            "simple-tag",
            "simple-tag-m3ddpg",
            "simple-push",
            "simple-adversary",
            "simple-speaker-listener",
            "lemol-push-pretrained",
            "lemol-push",
            "lemol-push-ablated",
            "lemol-push-oracle",
            "lemol-push-maddpg",
            "lemol-code",
            "lemol-readme",
            "uav");

    private static final String FOLDER = "/io/particlearena/presets/";

    private Presets() {}

    static SpecLayer layer(String name) {
        return layer(name, NAMES);
    }

    /** @param offered the names that an error lists */
    static SpecLayer layer(String name, List<String> offered) {
        String known = name.replace('_', '-');
        if (!NAMES.contains(known)) {
            throw new OptionException(
                    "preset",
                    "There is no preset \"" + name + "\"; the presets are " + String.join(", ", offered) + ".");
        }
        String resource = FOLDER + known + ".json";
        try (InputStream in = Presets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its resource " + resource);
            }
            return SpecJson.parse(in.readAllBytes(), "of preset " + known);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read", e);
        }
    }
}
