package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is known of each agent at one step of an episode. */
final class StepPanel extends VBox {

    private final Label title = new Label();
    private final VBox sections = new VBox();
    private List<AgentSection> agents = List.of();
    private @Nullable Episode episode;
    private int shown = -1;
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;

    StepPanel() {
        getStyleClass().add("step-panel");
        setId("step-panel");
        title.getStyleClass().add("step-title");
        title.setId("step-title");
        sections.getStyleClass().add("step-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
    }

    /** Shows another episode, or none. */
    void show(@Nullable Episode next) {
        boolean sameAgents = episode != null
                && next != null
                && episode.agents().equals(next.agents())
                && episode.rewardTerms().equals(next.rewardTerms());
        episode = next;
        shown = -1;
        title.setText("");
        if (next == null) {
            agents = List.of();
            sections.getChildren().clear();
        } else if (!sameAgents) {
            build(next);
        }
    }

    private void build(Episode of) {
        AgentColours colours =
                AgentColours.of(of.agents(), of.moments().get(0).frame().scene());
        List<AgentSection> next = new ArrayList<>();
        for (int seat = 0; seat < of.agents().size(); seat++) {
            AgentSection section = new AgentSection(of.agents(), seat, of.rewardTerms(), colours);
            section.setTheme(theme, textSize);
            next.add(section);
        }
        agents = next;
        sections.getChildren().setAll(next);
    }

    /** Shows the values of a step; those of the last one if the episode is over by then. */
    void seek(int step) {
        Episode of = episode;
        if (of == null) {
            return;
        }
        int at = Math.min(step, of.steps());
        if (at == shown) {
            return;
        }
        shown = at;
        title.setText(Texts.of("episodes.step", NumberText.count(at), NumberText.count(of.steps())));
        Episode.Moment before = of.moments().get(Math.max(0, at - 1));
        Episode.Moment moment = of.moments().get(at);
        agents.forEach(agent -> agent.show(before, moment));
    }

    void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        agents.forEach(agent -> agent.setTheme(next, size));
    }
}
