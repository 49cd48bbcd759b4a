package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.results.HistogramSeries;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunMailboxTest {

    @Test
    void curvesOfAResumedRunGoOnFromItsCheckpoint() {
        SeriesStore earlier = new SeriesStore();
        for (long step = 100; step <= 500; step += 100) {
            earlier.append("agent 0/episode_return", step, 0, step / 100.0);
        }
        RunMailbox mailbox = new RunMailbox();
        HistogramStore histograms = new HistogramStore();
        Histogram moves = Histogram.ofNumbered(new double[] {1, 2});
        for (long step = 100; step <= 500; step += 100) {
            histograms.append("agent 0/actions/move", new HistogramPoint(0, step, moves), List.of());
        }
        mailbox.continueFrom(earlier, histograms);
        mailbox.progress(at(300));
        mailbox.histogram("agent 0/actions/move", 500, moves, List.of("none", "right"));
        mailbox.metric("agent 0/episode_return", 500, 7);
        mailbox.progress(at(500));

        assertThat(mailbox.store()).isSameAs(earlier);
        assertThat(earlier.find("agent 0/episode_return").orElseThrow().view().values())
                .containsExactly(1, 2, 3, 7);
        HistogramSeries.View view =
                mailbox.histograms().series("agent 0/actions/move").view();
        assertThat(view.points()).extracting(HistogramPoint::step).containsExactly(100L, 200L, 300L, 500L);
        assertThat(view.labels()).containsExactly("none", "right");
    }

    private static Progress at(long step) {
        return new Progress(RunState.RUNNING, step / 25, 100, step, 0, 0, 0, Double.NaN, List.of(), Stage.SINGLE);
    }
}
