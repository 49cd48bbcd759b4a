package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Plays the window manager that makes a window smaller as a dialog comes; the platform of the tests moves no focus. */
@ExtendWith(ApplicationExtension.class)
final class KeptMaximisedTest {

    private final BooleanProperty maximised = new SimpleBooleanProperty();
    private final BooleanProperty focused = new SimpleBooleanProperty(true);

    private void keepMaximised(FxRobot robot) {
        robot.interact(() -> {
            new KeptMaximised(maximised, focused, () -> maximised.set(true));
            maximised.set(true);
        });
    }

    @Test
    void aWindowThatADialogMadeSmallerIsMaximisedAgain(FxRobot robot) throws TimeoutException {
        keepMaximised(robot);
        robot.interact(() -> {
            focused.set(false);
            maximised.set(false);
            focused.set(true);
        });
        await(maximised::get);
    }

    @Test
    void aWindowThatItsUserMadeSmallerStaysSo(FxRobot robot) {
        keepMaximised(robot);
        robot.interact(() -> {
            maximised.set(false);
            focused.set(false);
            focused.set(true);
        });
        robot.sleep(500);
        assertThat(maximised.get()).isFalse();
    }
}
