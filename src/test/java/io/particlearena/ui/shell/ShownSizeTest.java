package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Plays a window manager under which windows shrink as soon as they are shown. */
@ExtendWith(ApplicationExtension.class)
final class ShownSizeTest {

    private static final double WIDTH = 700;
    private static final double HEIGHT = 500;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage first) {
        ShownSize.keep();
        stage = first;
        show(stage);
    }

    private static void show(Stage window) {
        window.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
        window.show();
        window.setWidth(202);
        window.setHeight(225);
    }

    @Test
    void aWindowThatShrinksAsItIsShownGetsItsSizeAgain() throws TimeoutException {
        await(() -> stage.getWidth() == WIDTH && stage.getHeight() == HEIGHT);
    }

    @Test
    void aDialogGetsTheSizeOfWhatItSays(FxRobot robot) throws TimeoutException {
        Stage[] dialog = new Stage[1];
        robot.interact(() -> {
            dialog[0] = new Stage();
            dialog[0].initOwner(stage);
            show(dialog[0]);
        });
        await(() -> dialog[0].getScene().getWidth() == WIDTH);
        robot.interact(dialog[0]::close);
    }

    @Test
    void aSizeThatIsChosenLaterStays(FxRobot robot) throws TimeoutException {
        await(() -> stage.getWidth() == WIDTH);
        robot.interact(() -> stage.setWidth(400));
        robot.sleep(400);
        assertThat(stage.getWidth()).isEqualTo(400);
    }
}
