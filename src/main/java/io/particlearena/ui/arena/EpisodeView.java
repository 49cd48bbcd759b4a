package io.particlearena.ui.arena;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import java.util.List;
import javafx.scene.layout.StackPane;

/** The arena of an episode that is known from its beginning to its end, at any of its times. Used on the JavaFX thread. */
public final class EpisodeView extends StackPane {

    private static final double NANOS = 1e9;

    private final ArenaView view = new ArenaView();
    private List<EpisodeFrame> frames = List.of();
    private double time = -1;
    private boolean predictions = true;

    /** An empty arena. */
    public EpisodeView() {
        setMinSize(0, 0);
        getChildren().add(view);
    }

    /** Shows an episode at its beginning; nothing if there are no frames. */
    public void show(List<EpisodeFrame> episode) {
        frames = List.copyOf(episode);
        time = -1;
        view.clear();
        if (!frames.isEmpty()) {
            EpisodeFrame first = frames.get(0);
            view.setAgents(AgentColours.of(first.agents(), first.scene()));
            seek(0);
        }
    }

    /** Goes to a time in steps; an episode that is over by then stays at its end. */
    public void seek(double next) {
        double wanted = Math.max(0, Math.min(frames.size() - 1.0, next));
        if (!frames.isEmpty() && wanted != time) {
            time = wanted;
            view.seek(frames, wanted);
            foretell();
        }
    }

    /** Whether what agents predict is shown beside those that it is about. */
    public void setPredictions(boolean shown) {
        predictions = shown;
        if (!frames.isEmpty()) {
            foretell();
        }
    }

    /** Whether any agent predicts another one in the episode. */
    public static boolean hasPredictions(List<EpisodeFrame> episode) {
        return episode.stream().anyMatch(frame -> !Forecast.of(frame).isEmpty());
    }

    private void foretell() {
        EpisodeFrame frame = frames.get((int) Math.ceil(time));
        view.setForecasts(predictions ? Forecast.of(frame) : List.of());
    }

    /** Whether the camera keeps all agents in the picture. */
    public void setFollowing(boolean follow) {
        view.setFollowing(follow);
    }

    /** Changes colours and the size of texts. */
    public void setTheme(Theme theme, double textSize) {
        view.setTheme(theme, textSize);
    }

    /** Called once a pulse. */
    public void pulse(long now) {
        view.pulse(now / NANOS);
    }
}
