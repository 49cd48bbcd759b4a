package io.particlearena.experiment;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.results.RunFolder;
import io.particlearena.store.Folders;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A checkpoint of another run from which a new run goes on with changed options: weights, optimisers, replay buffer, worlds
 * and random streams are the checkpoint's. Without any change it ends in the weights of the other run.
 */
final class Fork {

    /** The options of a run on whose values no saved state depends. */
    private static final Set<String> CHANGEABLE = new TreeSet<>(
            Set.of("num_episodes", "checkpoint_interval", "checkpoints_kept", "record_every", "agent_updates"));

    private final Catalogue catalogue;
    private final ForkOrigin origin;
    private final ExperimentSpec before;
    private final ExperimentSpec spec;

    /**
     * Compares the specifications.
     *
     * @param before the other run's specification
     * @param spec the new run's, normalised
     * @throws OptionException naming the first option that cannot change
     */
    Fork(Catalogue catalogue, ForkOrigin origin, ExperimentSpec before, ExperimentSpec spec) {
        this.catalogue = catalogue;
        this.origin = origin;
        this.before = before;
        this.spec = spec;
        same("scenario", before.scenario(), spec.scenario());
        same("seed", before.seed(), spec.seed());
        same("assignment", before.assignment(), spec.assignment());
        same("opponents", before.opponents(), spec.opponents());
        same("policies", before.policies().keySet(), spec.policies().keySet());
        before.policies().forEach((name, policy) -> comparePolicy(name, policy, spec.policy(name)));
        compareRun();
        if (!catalogue.agents(before).equals(catalogue.agents(spec))) {
            throw new OptionException(
                    "scenario_options",
                    "The scenario's options change what agents there are, or what they see or do, which cannot change in a"
                            + " fork of the run " + origin.run() + ".");
        }
    }

    private void same(String what, Object earlier, Object wanted) {
        if (!earlier.equals(wanted)) {
            throw new OptionException(
                    what,
                    "The " + what + " of a fork cannot change: the run " + origin.run() + " has " + earlier + ", not "
                            + wanted + ".");
        }
    }

    private void comparePolicy(String name, PolicySpec earlier, PolicySpec wanted) {
        same("algorithm of policy " + name, earlier.algorithm(), wanted.algorithm());
        OptionSchema<?> schema = catalogue.algorithm(earlier.algorithm()).options();
        Map<String, Object> values = Catalogue.complete(schema, wanted.options());
        Catalogue.complete(schema, earlier.options()).forEach((key, value) -> {
            boolean shapes =
                    schema.find(key).map(OptionDescriptor::shapesNetworks).orElse(false);
            if (shapes && !value.equals(values.get(key))) {
                throw new OptionException(
                        "policies." + name + "." + key,
                        "Policy " + name + ": Option " + key + " is " + values.get(key)
                                + ", but the networks of the run " + origin.run() + " have " + value + ".");
            }
        });
    }

    private void compareRun() {
        Map<String, Object> values = Catalogue.RUN_OPTIONS.values(spec.run());
        Catalogue.RUN_OPTIONS.values(before.run()).forEach((key, value) -> {
            if (!CHANGEABLE.contains(key) && !Objects.equals(value, values.get(key))) {
                throw new OptionException(
                        "run." + key,
                        "Option " + key + " cannot change in a fork; of the run's options "
                                + String.join(", ", CHANGEABLE) + " can.");
            }
        });
    }

    /** Where the run comes from. */
    ForkOrigin origin() {
        return origin;
    }

    /**
     * Brings the trainer of the new run to the checkpoint.
     *
     * @param experience where the new run's policies keep experience of earlier trajectories
     * @throws OptionException if the checkpoint does not fit, or nothing remains to be done; nothing is left on disk then
     */
    void restore(Trainer trainer, Path experience) throws IOException {
        try {
            copyExperience(experience);
            new Checkpoints(new RunFolder(origin.run()), catalogue, before, trainer)
                    .restoreAt(origin.checkpoint(), trainer);
            changeLiveOptions(trainer);
            trainer.extend();
            if (trainer.isOver()) {
                throw new OptionException(
                        "run.num_episodes",
                        "The run " + origin.run() + " was over at step " + origin.checkpoint() + " after "
                                + trainer.episodes() + " episodes, so a fork needs more num_episodes than that.");
            }
        } catch (OptionException e) {
            delete(experience);
            throw e;
        } catch (StoreException | IllegalArgumentException | IndexOutOfBoundsException e) {
            delete(experience);
            throw new OptionException(
                    "fork",
                    "The checkpoint of step " + origin.checkpoint() + " of the run " + origin.run()
                            + " does not fit the changed options: " + e.getMessage());
        }
    }

    /** What was changed while the other run trained is part of the checkpoint; what is asked for now comes after it. */
    private void changeLiveOptions(Trainer trainer) {
        OptionSchema<?> scenario = catalogue.scenario(spec.scenario()).options();
        changeLiveOptions(trainer, "", scenario, before.scenarioOptions(), spec.scenarioOptions());
        spec.policies().forEach((name, policy) -> {
            OptionSchema<?> schema = catalogue.algorithm(policy.algorithm()).options();
            changeLiveOptions(trainer, name, schema, before.policy(name).options(), policy.options());
        });
    }

    private static void changeLiveOptions(
            Trainer trainer, String policy, OptionSchema<?> schema, Map<String, ?> earlier, Map<String, ?> wanted) {
        Map<String, Object> before = Catalogue.complete(schema, earlier);
        Catalogue.complete(schema, wanted).forEach((key, value) -> {
            boolean live = schema.find(key).map(OptionDescriptor::live).orElse(false);
            if (live && !value.equals(before.get(key))) {
                trainer.override(policy, key, value);
            }
        });
    }

    private void copyExperience(Path target) throws IOException {
        Path source = origin.run().resolve("experience");
        if (!Files.isDirectory(source)) {
            return;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                // Symbolic links are left out: they may lead to anything.
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new StoreException("The experience of the run cannot be copied: " + IoReason.of(e) + ".", e);
        }
    }

    private static void delete(Path experience) throws IOException {
        Folders.delete(experience);
        Path run = experience.getParent();
        if (run != null) {
            // Nothing but the experience was there yet.
            Files.deleteIfExists(run);
        }
    }
}
