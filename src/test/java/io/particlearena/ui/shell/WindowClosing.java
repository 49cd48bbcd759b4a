package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;

/** How a test leaves the window, so that the next one finds nothing of it. */
final class WindowClosing {

    private WindowClosing() {}

    /**
     * Closes the window and what is open before it as their frames' buttons do, so that nothing of it goes on or is still
     * being saved; a run has to be told to stop before. Does nothing if the test has closed it.
     */
    static void close(FxRobot robot, MainWindow window) throws TimeoutException {
        await(() -> Window.getWindows().isEmpty()
                || !window.control().activeProperty().get());
        robot.interact(() -> {
            List<Window> open = new ArrayList<>(Window.getWindows());
            Collections.reverse(open);
            open.forEach(each -> each.fireEvent(new WindowEvent(each, WindowEvent.WINDOW_CLOSE_REQUEST)));
        });
    }
}
