package io.particlearena.ui.arena;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Episodes that play without an end or any controls. Used on the JavaFX thread. */
public final class LivePicture extends StackPane {

    private static final double NANOS = 1e9;

    private final ArenaView view = new ArenaView();
    private @Nullable EpisodePlayback playback;
    private @Nullable EpisodeFrame shown;
    private long frames;

    /** Shows nothing yet. */
    public LivePicture() {
        getStyleClass().add("live-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.of("arena.picture", Texts.of("start.title")));
        setMinSize(0, 0);
        setMouseTransparent(true);
        view.setMouseTransparent(true);
        view.setWidening(true);
        getChildren().add(view);
    }

    /** Plays episodes from this source instead of the present one. */
    public void play(Supplier<EpisodePlayer> source) {
        stop();
        playback = new EpisodePlayback(source);
    }

    /** Ends the playing and empties the picture. */
    public void stop() {
        if (playback != null) {
            playback.close();
            playback = null;
        }
        shown = null;
        view.clear();
    }

    /** Holds the episode while nobody sees it, or lets it go on. */
    public void setPaused(boolean hold) {
        if (playback != null) {
            playback.setPaused(hold);
        }
    }

    /** Changes the colours. */
    public void setTheme(Theme theme, double textSize) {
        view.setTheme(theme, textSize);
    }

    /** The number of frames shown since the picture was made. */
    public long frames() {
        return frames;
    }

    /** Called once a pulse. */
    public void pulse(long nanos) {
        EpisodeFrame frame = playback == null ? null : playback.takeLatest();
        if (frame != null) {
            if (shown == null || !shown.agents().equals(frame.agents())) {
                view.setAgents(AgentColours.of(frame.agents(), frame.scene()));
            }
            shown = frame;
            frames++;
            view.accept(frame, nanos / NANOS);
        }
        view.pulse(nanos / NANOS);
    }
}
