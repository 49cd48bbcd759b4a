package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.RunHandle;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunListing;
import io.particlearena.results.RunSummary;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops real runs in the background, as closing the window does. */
final class RunQueueTest {

    @TempDir
    private Path folder;

    @Test
    void runsThatAreStoppedGoOnFromWhereTheyWere() throws IOException, InterruptedException {
        Workbench workbench = StandardWorkbench.inFolder(folder.resolve("runs").toString());
        Path file = Files.writeString(
                folder.resolve("long.json"),
                "{\"scenario\": \"simple\", \"run\": {\"num_episodes\": 1000000}, \"seed\": 3}");
        ExperimentSpec spec = workbench.read(file);
        RunQueue queue = new RunQueue(workbench);
        queue.add(List.of(spec, spec.withSeed(4)));
        while (queue.state().going().stream()
                        .filter(training -> training.progress().episode() > 0)
                        .count()
                < Math.min(2, Runtime.getRuntime().availableProcessors())) {
            Thread.sleep(10);
        }
        queue.stopAndWait();

        assertThat(queue.state().isBusy()).isFalse();
        List<RunListing> stopped = workbench.runs();
        assertThat(stopped).isNotEmpty().allMatch(RunListing::canGoOn);
        assertThat(stopped).extracting(RunListing::state).containsOnly("stopped");
        RunFolder first = stopped.get(0).folder();
        long steps = RunSummary.read(first.summary()).steps();
        assertThat(steps).isPositive();
        RunHandle again = workbench.resume(first.path(), List.of());
        while (again.progress().episode() <= stopped.get(0).episodes()) {
            assertThat(again.progress().state().isOver()).isFalse();
            Thread.sleep(10);
        }
        again.stop();
        again.await();
        assertThat(RunSummary.read(first.summary()).steps()).isGreaterThan(steps);
    }
}
