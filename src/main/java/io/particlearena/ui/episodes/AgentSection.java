package io.particlearena.ui.episodes;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Signal;
import io.particlearena.experiment.Episode;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.arena.ActionBars;
import io.particlearena.ui.arena.Forecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** One agent's values at a step: what it saw, did and was paid, what its critic expected, what it predicted of others. */
final class AgentSection extends VBox {

    private final List<AgentSpec> agents;
    private final int seat;
    private final AgentColours colours;
    private final Circle dot = new Circle(5);
    private final Label value = new Label();
    private final List<ActionBars> heads = new ArrayList<>();
    private final Label numbers = new Label();
    private final GridPane table = new GridPane();
    private final List<Label> terms = new ArrayList<>();
    private final Map<String, Label> scalars = new HashMap<>();
    private final VBox predictions = new VBox();
    private final List<Prediction> predicted = new ArrayList<>();
    private final Label observation = new Label();
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;

    /** The bars of what is predicted of one other agent. */
    private record Prediction(int about, List<ActionBars> heads) {}

    AgentSection(List<AgentSpec> agents, int seat, List<String> rewardTerms, AgentColours colours) {
        this.agents = agents;
        this.seat = seat;
        this.colours = colours;
        getStyleClass().add("agent-section");
        AgentSpec agent = agents.get(seat);
        setId("agent-" + seat);
        Label name = new Label(agent.name());
        name.getStyleClass().add("agent-section-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("agent-section-value");
        HBox head = new HBox(dot, name, value);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("agent-section-head");
        HBox bars = new HBox();
        bars.getStyleClass().add("agent-bars");
        for (ActionHead part : agent.actions()) {
            if (part.kind() == ActionHead.Kind.CATEGORICAL) {
                ActionBars shown = new ActionBars(part, false);
                Tooltip.install(shown, new Tooltip(Texts.of("episodes.action.help", part.name())));
                heads.add(shown);
                bars.getChildren().add(shown);
            }
        }
        table.getStyleClass().add("agent-values");
        for (String term : rewardTerms) {
            terms.add(row(term.replace('_', ' '), Texts.of("episodes.term.help")));
        }
        numbers.getStyleClass().add("numbers");
        numbers.setWrapText(true);
        numbers.managedProperty().bind(numbers.textProperty().isNotEmpty());
        observation.getStyleClass().add("numbers");
        observation.setWrapText(true);
        predictions.getStyleClass().add("agent-predictions");
        predictions.managedProperty().bind(predictions.visibleProperty());
        predictions.setVisible(false);
        Label seen = caption("episodes.observation");
        seen.setTooltip(new Tooltip(Texts.of("episodes.observation.help")));
        getChildren().addAll(head, bars, numbers, table, predictions, seen, observation);
    }

    private static Label caption(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("caption");
        return label;
    }

    private Label row(String title, String help) {
        Label name = new Label(title);
        name.getStyleClass().add("muted");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(help));
        GridPane.setHgrow(name, Priority.ALWAYS);
        Label number = new Label();
        number.getStyleClass().add("number");
        number.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(number, HPos.RIGHT);
        table.addRow(terms.size() + scalars.size(), name, number);
        return number;
    }

    /**
     * Shows a step.
     *
     * @param before the moment at which the agent acted
     * @param moment what came of it
     */
    void show(Episode.Moment before, Episode.Moment moment) {
        EpisodeFrame frame = moment.frame();
        value.setText(Texts.of(
                "episodes.paid",
                number(frame.rewards().get(seat)),
                number(frame.returns().get(seat))));
        showAction(frame);
        for (int term = 0; term < terms.size(); term++) {
            terms.get(term).setText(number(moment.rewardTerms().get(seat).get(term)));
        }
        showScalars(frame);
        showPredictions(frame);
        observation.setText(before.observations().get(seat).stream()
                .map(AgentSection::number)
                .collect(Collectors.joining("  ")));
    }

    private void showAction(EpisodeFrame frame) {
        boolean acted = frame.step() > 0;
        List<Double> action = frame.actions().get(seat);
        List<Double> own = frame.signals().get(seat).stream()
                .filter(signal -> signal.name().equals(Forecast.TRUE_DISTRIBUTION)
                        && signal.values().size() == action.size())
                .map(Signal::values)
                .findFirst()
                .orElse(List.of());
        StringBuilder others = new StringBuilder();
        int start = 0;
        int bars = 0;
        for (ActionHead head : agents.get(seat).actions()) {
            int end = start + head.size();
            List<Double> done = action.subList(start, end);
            if (head.kind() == ActionHead.Kind.CATEGORICAL) {
                heads.get(bars++)
                        .show(new Forecast.Head(
                                acted ? done : List.of(),
                                own.isEmpty() || !acted ? List.of() : own.subList(start, end),
                                acted ? largest(done) : -1));
            } else {
                others.append(head.name()).append("  ");
                others.append(done.stream().map(AgentSection::number).collect(Collectors.joining("  ")));
                others.append("   ");
            }
            start = end;
        }
        numbers.setText(others.toString().trim());
    }

    /** Whatever critics or agents say in one number, such as a Q value. */
    private void showScalars(EpisodeFrame frame) {
        // At the beginning nobody has acted, so nothing is said of an action.
        scalars.values().forEach(label -> label.setText(""));
        for (Signal signal : frame.signals().get(seat)) {
            if (signal.kind() == Signal.Kind.SCALAR) {
                Label label = scalars.get(signal.name());
                if (label == null) {
                    label = row(title(signal.name()), Texts.of("episodes.signal.help"));
                    label.getStyleClass().add("agent-signal");
                    scalars.put(signal.name(), label);
                }
                label.setText(number(signal.values().get(0)));
            }
        }
    }

    private static String title(String signal) {
        return switch (signal) {
            case "q_value" -> Texts.of("episodes.q-value");
            case "value" -> Texts.of("episodes.value");
            default -> signal.replace('_', ' ');
        };
    }

    private void showPredictions(EpisodeFrame frame) {
        List<Forecast> own = Forecast.of(frame).stream()
                .filter(forecast -> forecast.observer() == seat)
                .toList();
        if (!own.isEmpty()
                && !own.stream()
                        .map(Forecast::about)
                        .toList()
                        .equals(predicted.stream().map(Prediction::about).toList())) {
            buildPredictions(own);
        }
        predictions.setVisible(!own.isEmpty());
        for (int i = 0; i < own.size(); i++) {
            for (int head = 0; head < own.get(i).heads().size(); head++) {
                predicted.get(i).heads().get(head).show(own.get(i).heads().get(head));
            }
        }
    }

    private void buildPredictions(List<Forecast> forecasts) {
        predictions.getChildren().clear();
        predicted.clear();
        for (Forecast forecast : forecasts) {
            AgentSpec about = agents.get(forecast.about());
            Label label = new Label(Texts.of("episodes.predicts", about.name()));
            label.getStyleClass().add("caption");
            label.setTooltip(new Tooltip(Texts.of("episodes.predicts.help")));
            HBox bars = new HBox();
            bars.getStyleClass().add("agent-bars");
            List<ActionBars> shown = new ArrayList<>();
            for (ActionHead head : about.actions()) {
                if (head.kind() == ActionHead.Kind.CATEGORICAL) {
                    ActionBars next = new ActionBars(head, true);
                    next.setTheme(theme, textSize);
                    shown.add(next);
                }
            }
            bars.getChildren().addAll(shown);
            predictions.getChildren().addAll(label, bars);
            predicted.add(new Prediction(forecast.about(), shown));
        }
    }

    void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        int colour = colours.of(seat, next);
        dot.setFill(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
        heads.forEach(bars -> bars.setTheme(next, size));
        predicted.forEach(each -> each.heads().forEach(bars -> bars.setTheme(next, size)));
    }

    private static int largest(List<Double> values) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = values.get(i) > values.get(best) ? i : best;
        }
        return best;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.2f", value);
        return (text.equals("-0.00") ? "0.00" : text).replace('-', '\u2212');
    }
}
