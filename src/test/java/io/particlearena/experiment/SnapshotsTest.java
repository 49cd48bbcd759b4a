package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotsTest {

    @TempDir
    private Path folder;

    @Test
    void aSnapshotHoldsWhatWasLearnedAndNothingElse() throws IOException {
        Experiments experiments = new Experiments(Tiny.CATALOGUE, folder.resolve("runs"));
        Run run = experiments.create(Tiny.spec(Map.of()), "first", List.of(), List.of());
        run.execute();
        Path snapshot = folder.resolve("snapshot");
        Snapshots.write(Tiny.CATALOGUE, run.folder(), snapshot);

        try (Stream<Path> files = Files.walk(snapshot)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("spec.json", Checkpoints.COPY);
        }
        ExperimentSpec spec = Tiny.draft().load("good", snapshot.toString()).resolve();
        Run second = experiments.create(spec, "second", List.of(), List.of());
        assertThat(second.execute().state()).isEqualTo(RunState.FINISHED);
        Evaluation.Result result = new Evaluation(Tiny.CATALOGUE, snapshot, Map.of()).play(3, true, 1);
        assertThat(result.episodes()).isEqualTo(3);
    }

    @Test
    void whatExistsIsNotOverwritten() {
        assertThatThrownBy(() -> Snapshots.write(Tiny.CATALOGUE, folder.resolve("run"), folder))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("already something");
    }

    @Test
    void shippedSnapshotsAreThere() {
        for (String name : Snapshots.SHIPPED) {
            Experiments experiments = new Experiments(Catalogue.standard(), folder);
            Path found = experiments.find(name);
            ExperimentSpec spec = experiments.spec(found);
            StateReader policies = Checkpoints.newest(found.resolve("checkpoints"), Catalogue.standard(), spec)
                    .policies();
            assertThat(spec.policies().keySet()).isNotEmpty().allMatch(policies::has);
        }
    }

    @Test
    void theShowcaseIsPlayedByTrainedAgents() {
        EpisodePlayer player = Snapshots.showcase(Catalogue.standard());
        double distance = 0;
        for (int episode = 0; episode < 10; episode++) {
            EpisodeFrame frame = player.restart();
            while (!frame.last()) {
                frame = player.next();
            }
            distance -= frame.returns().get(0);
        }
        // At random an episode costs each agent over 200.
        assertThat(distance / 10).isLessThan(160);
    }
}
