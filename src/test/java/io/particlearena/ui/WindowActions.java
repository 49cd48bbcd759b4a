package io.particlearena.ui;

import io.particlearena.ui.shell.MainWindow;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What tests that drive the window do again and again. */
public final class WindowActions {

    /** A machine that does other things as well is slow. */
    private static final int PATIENCE_SECONDS = 90;

    private WindowActions() {}

    /** Opens the program's window with a page, for tests 1280 pixels wide. */
    public static MainWindow open(Stage stage, Workbench workbench, String page, double height) {
        MainWindow window = new MainWindow(stage, workbench);
        window.show(page);
        window.show();
        stage.setWidth(1280);
        stage.setHeight(height);
        return window;
    }

    /** Waits until something holds, which is looked at on the JavaFX thread. */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The text of a label or button. */
    public static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    /** Asks for the menu of what is in the middle of a node; the platform of the tests makes no such events of right clicks. */
    public static void openMenu(FxRobot robot, Node node) {
        robot.interact(() -> {
            Bounds place = node.localToScreen(node.getBoundsInLocal());
            double x = node.getBoundsInLocal().getCenterX();
            double y = node.getBoundsInLocal().getCenterY();
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            x,
                            y,
                            place.getCenterX(),
                            place.getCenterY(),
                            false,
                            new PickResult(node, new Point3D(x, y, 0), 0)));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The item of an open menu whose text begins with these words. */
    public static Node menuItem(FxRobot robot, String beginning) {
        return robot.lookup(".menu-item").queryAll().stream()
                .filter(node -> node.lookup(".label") instanceof Labeled label
                        && label.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
