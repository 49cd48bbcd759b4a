package io.particlearena.ui.about;

import io.particlearena.experiment.ProgramVersion;
import io.particlearena.ui.Icon;
import io.particlearena.ui.SystemClipboard;
import io.particlearena.ui.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Version, citation and libraries with their licences. */
public final class AboutPane extends VBox {

    private static final int CITATION_ROWS = 7;

    public AboutPane() {
        getStyleClass().add("about-pane");
        setId("about-pane");
        Label name = new Label("Particle Arena");
        name.getStyleClass().add("info-title");
        Label what = new Label(Texts.of("about.text"));
        what.setWrapText(true);
        Label version = new Label(Texts.of(
                "about.version",
                ProgramVersion.text() + ", " + ProgramVersion.source(),
                property("java.version"),
                property("java.vendor"),
                property("javafx.runtime.version"),
                property("os.name") + " " + property("os.version") + " " + property("os.arch")));
        version.setId("about-version");
        version.getStyleClass().add("muted");
        version.setWrapText(true);
        TextArea citation = new TextArea(citation());
        citation.setId("about-citation");
        citation.setEditable(false);
        citation.setPrefRowCount(CITATION_ROWS);
        citation.getStyleClass().add("code");
        citation.setAccessibleText(Texts.of("about.citation"));
        Button copy = new Button(Texts.of("about.copy"), Icon.COPY.node());
        copy.setId("about-copy");
        copy.setOnAction(event -> SystemClipboard.copy(citation()));
        getChildren()
                .addAll(
                        name,
                        what,
                        version,
                        heading("about.citation"),
                        citation,
                        copy,
                        heading("about.libraries"),
                        libraries());
    }

    /** How to cite this version, as BibTeX. */
    static String citation() {
        return """
                @software{particle_arena,
                  title   = {{Particle Arena}: a desktop workbench for multi-agent reinforcement learning},
                  author  = {{The Particle Arena contributors}},
                  version = {%s},
                  year    = {2026}
                }
                """.formatted(ProgramVersion.text());
    }

    private static TableView<Library> libraries() {
        TableView<Library> table = new TableView<>(FXCollections.observableArrayList(Library.all()));
        table.setId("about-libraries");
        table.setAccessibleText(Texts.of("about.libraries"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("name", Library::name));
        table.getColumns().add(column("licence", Library::licence));
        table.getColumns().add(column("address", Library::address));
        return table;
    }

    private static TableColumn<Library, String> column(String name, Function<Library, String> text) {
        TableColumn<Library, String> column = new TableColumn<>(Texts.of("about.column." + name));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(each -> new TextCell());
        return column;
    }

    /** With large texts a column can be too narrow for the longest of them, which the tooltip shows whole. */
    private static final class TextCell extends TableCell<Library, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            setTooltip(empty || text == null ? null : new Tooltip(text));
        }
    }

    private static Label heading(String key) {
        Label heading = new Label(Texts.of(key));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
