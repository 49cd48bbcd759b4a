package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Plays a window manager under which windows shrink as soon as they are shown. */
@ExtendWith(ApplicationExtension.class)
final class ShownSizeTest {

    private static final double WIDTH = 700;
    private static final double HEIGHT = 500;

    /** Sees to no other window than its own, since those of other tests come after it. */
    private static Stage shownAndShrunk(FxRobot robot, @Nullable Stage owner) {
        Stage[] shown = new Stage[1];
        robot.interact(() -> {
            Stage stage = new Stage();
            stage.initOwner(owner);
            stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
            ShownSize.keepOnceShown(stage);
            stage.show();
            stage.setWidth(202);
            stage.setHeight(225);
            shown[0] = stage;
        });
        return shown[0];
    }

    @Test
    void aWindowThatShrinksAsItIsShownGetsItsSizeAgain(FxRobot robot) throws TimeoutException {
        Stage stage = shownAndShrunk(robot, null);
        await(() -> stage.getWidth() == WIDTH && stage.getHeight() == HEIGHT);
        robot.interact(() -> stage.setWidth(400));
        robot.sleep(400);
        assertThat(stage.getWidth()).isEqualTo(400);
        robot.interact(stage::close);
    }

    @Test
    void aDialogGetsTheSizeOfWhatItSays(FxRobot robot) throws TimeoutException {
        Stage owner = shownAndShrunk(robot, null);
        Stage dialog = shownAndShrunk(robot, owner);
        await(() -> dialog.getScene().getWidth() == WIDTH);
        robot.interact(owner::close);
    }
}
