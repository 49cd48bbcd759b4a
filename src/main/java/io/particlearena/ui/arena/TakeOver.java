package io.particlearena.ui.arena;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.Steering;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person move one of the agents with the arrow keys or WASD, and keeps the score. Hidden where no agent can be moved
 * that way.
 */
final class TakeOver extends HBox {

    /** Stands for nobody in the list of agents. */
    private static final int NOBODY = -1;

    private static final Set<KeyCode> RIGHT = EnumSet.of(KeyCode.RIGHT, KeyCode.D);
    private static final Set<KeyCode> LEFT = EnumSet.of(KeyCode.LEFT, KeyCode.A);
    private static final Set<KeyCode> UP = EnumSet.of(KeyCode.UP, KeyCode.W);
    private static final Set<KeyCode> DOWN = EnumSet.of(KeyCode.DOWN, KeyCode.S);

    private final Steering steering = new Steering();
    private final BiConsumer<Integer, Steering> onTaken;
    private final ComboBox<Integer> seats = new ComboBox<>();
    private final Label score = new Label();
    private final CheckBox teaching = new CheckBox(Texts.of("arena.take-over.teach"));
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private List<AgentSpec> agents = List.of();
    private int played;
    private double sum;
    private double latest;

    /**
     * @param onTaken told the seat that is taken over, negative for none, and what moves it
     * @param onTeach told whether what the person plays is to be learned from
     */
    TakeOver(BiConsumer<Integer, Steering> onTaken, Consumer<Boolean> onTeach) {
        this.onTaken = onTaken;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("take-over");
        seats.setId("take-over");
        seats.setTooltip(new Tooltip(Texts.of("arena.take-over.help")));
        seats.setAccessibleText(Texts.of("arena.take-over.help"));
        seats.setConverter(names());
        score.setId("take-over-score");
        score.getStyleClass().add("take-over-score");
        score.managedProperty().bind(score.textProperty().isNotEmpty());
        teaching.setId("take-over-teach");
        teaching.setTooltip(new Tooltip(Texts.of("arena.take-over.teach.help")));
        teaching.setAccessibleHelp(Texts.of("arena.take-over.teach.help"));
        teaching.managedProperty().bind(teaching.visibleProperty());
        teaching.setVisible(false);
        teaching.setMinWidth(USE_PREF_SIZE);
        teaching.selectedProperty().addListener((o, before, now) -> onTeach.accept(now));
        seats.setMinWidth(USE_PREF_SIZE);
        getChildren().add(seats);
        seats.getItems().add(NOBODY);
        managedProperty().bind(visibleProperty());
        clear();
        seats.valueProperty().addListener((o, before, now) -> choose());
    }

    private StringConverter<Integer> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer seat) {
                return seat == null || seat == NOBODY
                        ? Texts.of("arena.take-over.nobody")
                        : Texts.of("arena.take-over.as", agents.get(seat).name());
            }

            @Override
            public Integer fromString(String name) {
                throw new UnsupportedOperationException("Agents are chosen, not written");
            }
        };
    }

    /** How the person does; empty while none plays. */
    Label score() {
        return score;
    }

    /** Asks whether what the person plays is to be learned from; hidden where nobody plays, or nobody would learn. */
    CheckBox teaching() {
        return teaching;
    }

    /** Hands back and forgets the agents. */
    void clear() {
        seats.setValue(NOBODY);
        seats.getItems().removeIf(seat -> seat != NOBODY);
        agents = List.of();
        setVisible(false);
        // What comes next has not been asked for.
        teaching.setSelected(false);
    }

    /** The seat that is taken over; negative if none is. */
    int seat() {
        Integer seat = seats.getValue();
        return seat == null ? NOBODY : seat;
    }

    private void choose() {
        release();
        played = 0;
        sum = 0;
        score.setText("");
        teaching.setVisible(false);
        onTaken.accept(seat(), steering);
    }

    /**
     * Gets to know the agents, and the score of the one that is taken over.
     *
     * @param learns whether somebody would learn from what a person plays
     */
    void meet(EpisodeFrame frame, boolean learns) {
        if (!agents.equals(frame.agents())) {
            clear();
            agents = frame.agents();
            for (int seat = 0; seat < agents.size(); seat++) {
                if (Steering.canSteer(agents.get(seat))) {
                    seats.getItems().add(seat);
                }
            }
            setVisible(seats.getItems().size() > 1);
        }
        if (seat() == NOBODY) {
            return;
        }
        teaching.setVisible(learns);
        double mine = frame.returns().get(seat());
        if (frame.last()) {
            played++;
            latest = mine;
            sum += mine;
        }
        score.setText(
                played == 0
                        ? Texts.of("arena.take-over.score", number(mine))
                        : Texts.of(
                                "arena.take-over.scores",
                                number(mine),
                                number(latest),
                                number(sum / played),
                                NumberText.count(played)));
    }

    /** Takes a key that moves the agent that is taken over, or hands it back. */
    void take(KeyEvent key) {
        KeyCode code = key.getCode();
        boolean moves = RIGHT.contains(code) || LEFT.contains(code) || UP.contains(code) || DOWN.contains(code);
        if (seat() == NOBODY || key.isShortcutDown() || !(moves || code == KeyCode.ESCAPE)) {
            return;
        }
        if (code == KeyCode.ESCAPE) {
            seats.setValue(NOBODY);
        } else if (key.getEventType() == KeyEvent.KEY_PRESSED) {
            held.add(code);
        } else {
            held.remove(code);
        }
        steer();
        key.consume();
    }

    /** Lets go of all keys. */
    void release() {
        held.clear();
        steer();
    }

    private void steer() {
        steering.set(one(RIGHT) - one(LEFT), one(UP) - one(DOWN));
    }

    private int one(Set<KeyCode> keys) {
        return keys.stream().anyMatch(held::contains) ? 1 : 0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '\u2212');
    }
}
