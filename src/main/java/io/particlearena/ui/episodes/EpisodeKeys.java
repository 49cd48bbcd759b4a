package io.particlearena.ui.episodes;

import io.particlearena.ui.KeyUse;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/** The keys that move through an episode and from one to the next. */
final class EpisodeKeys {

    private final Playhead playhead;
    private final EpisodesHead head;
    private final IntConsumer onMove;

    /** @param onMove told to go so many moments of training on, or back if it is negative */
    EpisodeKeys(Playhead playhead, EpisodesHead head, IntConsumer onMove) {
        this.playhead = playhead;
        this.head = head;
        this.onMove = onMove;
    }

    List<KeyUse> uses() {
        return Stream.of("hold", "steps", "ends", "moments", "loop", "slower", "follow", "take-over")
                .map(KeyUse::of)
                .toList();
    }

    /** Does what the key stands for; says whether it stands for anything. */
    boolean take(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> playhead.playOrHold();
            case RIGHT -> playhead.step(1);
            case LEFT -> playhead.step(-1);
            case HOME -> playhead.seek(0);
            case END -> playhead.seek(playhead.stepsProperty().get());
            case PAGE_UP -> onMove.accept(-1);
            case PAGE_DOWN -> onMove.accept(1);
            case OPEN_BRACKET -> playhead.changeSpeed(-1);
            case CLOSE_BRACKET -> playhead.changeSpeed(1);
            case I -> playhead.setRange(playhead.step(), playhead.toProperty().get());
            case O -> playhead.setRange(playhead.fromProperty().get(), playhead.step());
            case L -> playhead.loopingProperty().set(!playhead.loopingProperty().get());
            case C -> head.toggleFollowing();
            default -> {
                return false;
            }
        }
        return true;
    }
}
