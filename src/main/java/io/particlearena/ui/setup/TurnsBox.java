package io.particlearena.ui.setup;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The policies that take turns in the place of one side's own, trajectory by trajectory: seen, added and taken away. */
final class TurnsBox extends VBox {

    private final SetupModel model;

    TurnsBox(SetupModel model) {
        this.model = model;
        setId("turns");
        getStyleClass().add("turns");
        model.furtherPolicies().addListener((ListChangeListener<PolicySetup>) change -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().clear();
        List<PolicySetup> turns =
                model.furtherPolicies().stream().filter(model::takesTurns).toList();
        if (turns.isEmpty()) {
            getChildren().add(first());
            return;
        }
        Label caption = new Label(Texts.of("setup.turns." + side(), model.turnsWith()));
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        getChildren().add(caption);
        for (PolicySetup policy : turns) {
            getChildren().add(row(policy));
        }
        Button add = new Button(Texts.of("setup.turns.add"));
        add.setId("turns-add");
        add.getStyleClass().add("flat");
        add.setGraphic(Icon.ADD.node());
        add.setTooltip(new Tooltip(Texts.of("setup.turns.help")));
        add.setOnAction(event -> model.addOpponent(model.turnsWith()));
        getChildren().add(add);
    }

    /** Which text says whose place is taken. */
    private String side() {
        return switch (model.turnsWith()) {
            case SetupModel.GOOD, SetupModel.BAD -> model.turnsWith();
            default -> "other";
        };
    }

    private Node first() {
        MenuButton add = new MenuButton(Texts.of("setup.turns.first"));
        add.setId("turns-first");
        add.getStyleClass().add("flat");
        add.setGraphic(Icon.ADD.node());
        add.setTooltip(new Tooltip(Texts.of("setup.turns.help")));
        for (String side : List.of(SetupModel.GOOD, SetupModel.BAD)) {
            MenuItem item = new MenuItem(Texts.of("setup.turns.first." + side));
            item.setId("turns-first-" + side);
            item.setOnAction(event -> model.addOpponent(side));
            add.getItems().add(item);
        }
        return add;
    }

    private Node row(PolicySetup policy) {
        EntryChoice choice =
                new EntryChoice("turn-" + policy.name(), model.workbench().algorithms(), policy.algorithmProperty());
        choice.setAccessibleText(policy.name());
        HBox.setHgrow(choice, Priority.ALWAYS);
        Label name = new Label(policy.name());
        name.getStyleClass().add("turn-name");
        name.setLabelFor(choice);
        Button remove = new Button();
        remove.setId("turn-remove-" + policy.name());
        remove.setGraphic(Icon.CLOSE.node());
        remove.getStyleClass().add("flat");
        remove.setAccessibleText(Texts.of("setup.turns.remove", policy.name()));
        remove.setTooltip(new Tooltip(Texts.of("setup.turns.remove", policy.name())));
        remove.setOnAction(event -> model.removeOpponent(policy));
        HBox row = new HBox(8, name, choice, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
