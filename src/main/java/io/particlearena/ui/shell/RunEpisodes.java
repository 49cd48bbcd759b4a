package io.particlearena.ui.shell;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.experiment.RunHandle;
import io.particlearena.ui.Texts;
import io.particlearena.ui.arena.EpisodeReceiver;
import java.util.function.Consumer;
import javafx.application.Platform;

/** What becomes of the live episodes of the run that is going on. */
final class RunEpisodes implements EpisodeReceiver {

    private final RunHandle run;
    private final Consumer<String> teller;

    /** @param teller tells the user something, on the JavaFX thread */
    RunEpisodes(RunHandle run, Consumer<String> teller) {
        this.run = run;
        this.teller = teller;
    }

    @Override
    public void keep(EpisodeRecording episode) {
        String told;
        try {
            told = Texts.of("train.kept", String.valueOf(run.keep(episode).getFileName()));
        } catch (RuntimeException e) {
            told = String.valueOf(e.getMessage());
        }
        String notice = told;
        Platform.runLater(() -> teller.accept(notice));
    }

    @Override
    public boolean learns() {
        return run.learnsFromLessons();
    }

    @Override
    public void learnFrom(EpisodeRecording episode) {
        run.learnFrom(episode);
    }
}
