package io.particlearena.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains in a process of its own, which can be killed. */
final class RunInChild {

    /** What is trained. */
    enum Subject {
        TINY,
        LEMOL;

        private Catalogue catalogue() {
            return this == TINY ? Tiny.CATALOGUE : TinyLemol.CATALOGUE;
        }

        ExperimentSpec spec() {
            return this == TINY
                    ? Tiny.spec(Map.of("num_episodes", 20_000, "checkpoint_interval", 500))
                    : TinyLemol.draft()
                            .policyOption("bad", "om_training_iters", 100)
                            .resolve();
        }
    }

    /** Slows studies down and, when a checkpoint was written during one, waits to be killed. */
    private static final class WaitInStudy implements RunListener {
        private final Path checkpoints;
        private List<Path> before = List.of();

        WaitInStudy(Path checkpoints) {
            this.checkpoints = checkpoints;
        }

        @Override
        public void metric(String tag, long step, double value) {
            if (!tag.contains("/opponent_model_loss/")) {
                return;
            }
            if (before.isEmpty()) {
                before = Checkpoints.list(checkpoints);
            }
            boolean written = !Checkpoints.list(checkpoints).equals(before);
            try {
                Thread.sleep(written ? 600_000 : 50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private RunInChild() {}

    static Process start(Subject subject, Path runs, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunInChild.class.getName(),
                        subject.name(),
                        runs.toString(),
                        name)
                .redirectErrorStream(true)
                .redirectOutput(runs.resolve("child.log").toFile())
                .start();
    }

    public static void main(String[] args) {
        Subject subject = Subject.valueOf(args[0]);
        Path runs = Path.of(args[1]);
        Path checkpoints = runs.resolve(args[2]).resolve("checkpoints");
        new Experiments(subject.catalogue(), runs)
                .create(subject.spec(), args[2], List.of(), List.of(new WaitInStudy(checkpoints)))
                .execute();
    }
}
