package io.particlearena.ui.arena;

import io.particlearena.env.AgentSpec;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The agents of an episode with their colours and returns. */
final class AgentChips extends TilePane {

    private final List<Label> returns = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();
    private AgentColours colours = AgentColours.none();
    private Theme theme = Theme.LIGHT;

    AgentChips() {
        getStyleClass().add("arena-agents");
        setPrefColumns(1);
        setTileAlignment(Pos.CENTER_LEFT);
    }

    boolean isEmpty() {
        return returns.isEmpty();
    }

    void clear() {
        getChildren().clear();
        returns.clear();
        dots.clear();
    }

    /** Shows other agents. */
    void show(List<AgentSpec> agents, AgentColours theirColours) {
        clear();
        colours = theirColours;
        for (AgentSpec agent : agents) {
            String name = agent.name();
            Circle dot = new Circle(5);
            dot.getStyleClass().add("agent-dot");
            Label label = new Label(name);
            label.getStyleClass().add("agent-name");
            Label value = new Label();
            value.getStyleClass().add("agent-return");
            value.setMinWidth(USE_PREF_SIZE);
            HBox chip = new HBox(dot, label, value);
            chip.setAlignment(Pos.CENTER_LEFT);
            chip.getStyleClass().add("agent-chip");
            HBox.setHgrow(label, Priority.ALWAYS);
            Tooltip.install(chip, new Tooltip(Texts.of("arena.return.help", name)));
            getChildren().add(chip);
            returns.add(value);
            dots.add(dot);
        }
        paintDots();
    }

    /** Shows the agents' returns, by seat. */
    void tell(List<Double> values) {
        for (int seat = 0; seat < values.size(); seat++) {
            returns.get(seat).setText(number(values.get(seat)));
        }
    }

    void setTheme(Theme next) {
        theme = next;
        paintDots();
    }

    private void paintDots() {
        ArenaColours arena = new ArenaColours(theme);
        for (int seat = 0; seat < dots.size(); seat++) {
            Color colour = arena.agent(colours, seat);
            dots.get(seat).setFill(colour);
            dots.get(seat).setStroke(arena.outline(colour));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.1f", value)
                .replace('-', '\u2212');
    }
}
