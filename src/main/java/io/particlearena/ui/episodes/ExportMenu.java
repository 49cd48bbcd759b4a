package io.particlearena.ui.episodes;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Episode;
import io.particlearena.ui.Icon;
import io.particlearena.ui.SaveDialog;
import io.particlearena.ui.Texts;
import io.particlearena.ui.film.FilmFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What the arenas can be written as; asks for the file. */
final class ExportMenu extends MenuButton {

    private final Menu traces = new Menu(Texts.of("episodes.export.trace"));
    private final BiConsumer<Integer, Path> onTrace;

    /**
     * @param onFilm told of a file whose name asks for one of the formats
     * @param onTrace told of the agent whose way is to be written, by seat, and of the file
     */
    ExportMenu(Consumer<Path> onFilm, BiConsumer<Integer, Path> onTrace) {
        super(Texts.of("episodes.export"), Icon.FILM.node());
        this.onTrace = onTrace;
        setId("episodes-export");
        setTooltip(new Tooltip(Texts.of("episodes.export.help")));
        setMinWidth(USE_PREF_SIZE);
        for (FilmFormat format : FilmFormat.values()) {
            String name = format.name().toLowerCase(Locale.ROOT);
            MenuItem item = new MenuItem(Texts.of("episodes.export." + name));
            item.setId("export-" + name);
            item.setOnAction(event -> ask(format, "episode", onFilm));
            getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(), traces);
        show((Episode) null);
    }

    /** Offers what there is to write of an episode, or nothing. */
    void show(@Nullable Episode episode) {
        setDisable(episode == null);
        traces.getItems().clear();
        List<AgentSpec> agents = episode == null ? List.of() : episode.agents();
        for (int i = 0; i < agents.size(); i++) {
            int seat = i;
            String name = agents.get(i).name();
            MenuItem item = new MenuItem(name);
            item.setOnAction(event -> ask(FilmFormat.PNG, name.replace(' ', '-'), file -> onTrace.accept(seat, file)));
            traces.getItems().add(item);
        }
    }

    private void ask(FilmFormat format, String name, Consumer<Path> onChosen) {
        SaveDialog.ask(getScene().getWindow(), Texts.of("episodes.export"), name, format.name(), format.ending())
                .ifPresent(onChosen);
    }
}
