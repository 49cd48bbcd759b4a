package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.FakeRun;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.Page;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.command.Command;
import io.particlearena.ui.gallery.StartPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Holds that a screen reader can name whatever can be used, and that the keyboard reaches it and gets away again. */
@ExtendWith(ApplicationExtension.class)
final class AccessibilityTest {

    private static final int MOST_TABS = 400;

    /** A ring around a small button. */
    private static final int SEEN_PIXELS = 30;

    private final FakeWorkbench workbench = new FakeWorkbench();

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = WindowActions.open(primary, workbench, StartPage.ID, 1000);
    }

    @AfterEach
    void end(FxRobot robot) throws TimeoutException {
        FakeRun run = workbench.latest();
        if (run != null) {
            run.stop();
        }
        WindowClosing.close(robot, window);
    }

    @Test
    void everyControlOfEveryPageHasAName(FxRobot robot) throws TimeoutException {
        List<String> nameless = new ArrayList<>();
        for (Page page : window.pages()) {
            robot.interact(() -> window.show(page));
            robot.interact(() -> robot.lookup(node -> node instanceof TitledPane)
                    .<TitledPane>queryAll()
                    .forEach(section -> section.setExpanded(true)));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> collect(stage.getScene().getRoot(), page.id(), nameless));
        }
        robot.interact(() -> window.show(TrainPage.ID));
        robot.clickOn("#train");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> window.trainPage().charts().drawingsProperty().get() > 4);
        robot.interact(() -> collect(stage.getScene().getRoot(), "a run", nameless));
        assertThat(new HashSet<>(nameless)).isEmpty();
    }

    @Test
    void everyControlOfEverySideWindowHasAName(FxRobot robot) {
        List<String> nameless = new ArrayList<>();
        for (String id : List.of("keys", "preferences", "log", "about", "palette")) {
            Command command = window.commands().get(id);
            robot.interact(command::run);
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() ->
                    Window.getWindows().forEach(each -> collect(each.getScene().getRoot(), id, nameless)));
            robot.push(KeyCode.ESCAPE);
        }
        assertThat(new HashSet<>(nameless)).isEmpty();
    }

    @Test
    void tabGoesRoundEveryPageAndIsNowhereCaught(FxRobot robot) {
        for (Page page : window.pages()) {
            robot.interact(() -> {
                window.show(page);
                stage.getScene().getRoot().lookup("#palette").requestFocus();
            });
            Node first = stage.getScene().getFocusOwner();
            Set<Node> visited = new HashSet<>();
            Node now = null;
            for (int i = 0; i < MOST_TABS && now != first; i++) {
                robot.push(KeyCode.TAB);
                now = stage.getScene().getFocusOwner();
                visited.add(now);
            }
            assertThat(now).as("Tab comes round on the page %s", page.id()).isSameAs(first);
            assertThat(visited).as(page.id()).hasSizeGreaterThan(8);
        }
    }

    @Test
    void whereTheKeyboardIsCanBeSeen(FxRobot robot) {
        List<String> unseen = new ArrayList<>();
        for (Page page : window.pages()) {
            robot.interact(() -> {
                window.show(page);
                robot.lookup(node -> node instanceof TitledPane)
                        .<TitledPane>queryAll()
                        .forEach(section -> section.setExpanded(page.id().equals(TrainPage.ID)));
                stage.getScene().getRoot().lookup("#palette").requestFocus();
            });
            Node first = stage.getScene().getFocusOwner();
            Node now = first;
            for (int i = 0; i < MOST_TABS && (i == 0 || now != first); i++) {
                Node here = now;
                Image focused = picture(robot, here);
                robot.push(KeyCode.TAB);
                now = stage.getScene().getFocusOwner();
                if (differences(focused, picture(robot, here)) < SEEN_PIXELS) {
                    unseen.add(page.id() + ": " + here);
                }
            }
        }
        assertThat(new TreeSet<>(unseen)).isEmpty();
    }

    private static Image picture(FxRobot robot, Node node) {
        List<Image> picture = new ArrayList<>();
        robot.interact(() -> picture.add(node.snapshot(null, null)));
        return picture.get(0);
    }

    private static int differences(Image one, Image other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getPixelReader().getArgb(x, y)
                                == other.getPixelReader().getArgb(x, y)
                        ? 0
                        : 1;
            }
        }
        return count;
    }

    /** Adds the controls below a node that no screen reader could name. */
    static void collect(Node node, String where, List<String> nameless) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        boolean usable = node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof Spinner
                || node instanceof ListView
                || node instanceof TableView
                || node instanceof Canvas;
        if (usable && !isNamed(node)) {
            nameless.add(
                    where + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass());
        }
        boolean whole = node instanceof ComboBoxBase || node instanceof Spinner || node instanceof TextInputControl;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, nameless));
        }
    }

    /** What draws, or is a part of a control of several parts, has the name of the whole. */
    private static boolean isPicture(Node node) {
        return node instanceof Canvas
                || !(node instanceof Control)
                || node.getParent() instanceof CheckComboBox
                || node.getClass().isAnonymousClass();
    }

    private static boolean isNamed(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && labeled.getText().strip().length() > 1) {
            return true;
        }
        if (isPicture(node)) {
            return node.getParent() != null && isNamed(node.getParent());
        }
        Set<Node> labels = node.getScene().getRoot().lookupAll(".label");
        return node instanceof Control
                && labels.stream().anyMatch(each -> each instanceof Label label && label.getLabelFor() == node);
    }
}
