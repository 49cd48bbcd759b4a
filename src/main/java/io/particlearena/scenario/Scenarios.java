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
                    "simple_adversary",
                    "Physical deception",
                    "Good agents know which landmark is the goal and must reach it without showing the adversary, which must guess, where it is.",
                    OptionSchema.of(SimpleAdversary.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleAdversary(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_crypto",
                    "Covert communication",
                    "Alice sends Bob a message with a secret key; Eve hears everything and tries to understand. Nobody moves.",
                    OptionSchema.of(SimpleCrypto.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleCrypto(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_push",
                    "Keep-away",
                    "An agent goes to a landmark that only it knows; an adversary is paid for keeping it away and learns to push.",
                    OptionSchema.of(SimplePush.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimplePush(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_reference",
                    "Tell each other where to go",
                    "Two agents move and speak; each knows only where the other must go.",
                    OptionSchema.of(SimpleReference.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleReference(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_speaker_listener",
                    "Speaker and listener",
                    "A speaker that cannot move tells a listener that cannot speak which coloured landmark to go to.",
                    OptionSchema.of(SimpleSpeakerListener.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleSpeakerListener(options), options.rules(), options.particles(), random)),
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
                            new SimpleTag(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_world_comm",
                    "Predators with a leader",
                    "A leader tells its fellow predators where the prey are, which look for food and hide in forests.",
                    OptionSchema.of(SimpleWorldCommOptions.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleWorldComm(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_formation",
                    "Form a circle",
                    "Four agents stand evenly on a circle around a landmark.",
                    OptionSchema.of(SimpleFormation.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleFormation(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "simple_line",
                    "Form a line",
                    "Four agents stand evenly on the line between two landmarks.",
                    OptionSchema.of(SimpleLine.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new SimpleLine(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "collect_treasure",
                    "Collect treasures",
                    "Six collectors pick up treasures and bring each to the deposit of its colour, which moves as well.",
                    OptionSchema.of(CollectTreasure.Options.class),
                    (options, random) -> new ParticleEnvironment(
                            new CollectTreasure(options), options.rules(), options.particles(), random)),
            new EnvironmentEntry<>(
                    "uav",
                    "Hunt on a grid",
                    "A UAV searches a small grid for a target that moves in more directions; each hears where the other is, often wrongly, and better when it stands still.",
                    OptionSchema.of(Uav.Options.class),
                    Uav::new));

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
