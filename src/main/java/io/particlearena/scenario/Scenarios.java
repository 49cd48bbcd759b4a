package io.particlearena.scenario;

import io.particlearena.env.EnvironmentEntry;
import io.particlearena.options.OptionSchema;
import java.util.List;
import java.util.Optional;

/** The catalogue of scenarios. */
public final class Scenarios {

    private static final List<EnvironmentEntry<?>> ENTRIES = List.of(
            new EnvironmentEntry<>(
                    "simple",
                    "Go to the landmark",
                    "One agent must go to a landmark that it sees. The smallest task, for trying things out.",
                    OptionSchema.of(Simple.Options.class),
                    (options, random) ->
                            new ParticleEnvironment(new Simple(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_spread",
                    "Cooperative navigation",
                    "Three agents must cover three landmarks without colliding; nobody is told which landmark to take.",
                    OptionSchema.of(SimpleSpread.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleSpread(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_tag",
                    "Predator and prey",
                    "Three slower predators hunt one faster prey among obstacles; the prey must not leave the arena.",
                    OptionSchema.of(SimpleTag.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleTag(options), options.rules(), options.particles(), random)));

    private Scenarios() {}

    /** All scenarios in the order in which they are shown. */
    public static List<EnvironmentEntry<?>> entries() {
        return ENTRIES;
    }

    /** The scenario with this name, if there is one. */
    public static Optional<EnvironmentEntry<?>> find(String name) {
        return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
