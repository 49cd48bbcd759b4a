package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.Page;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.gallery.StartPage;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Holds that no page is cut off in the smallest window, whatever the size of its texts. */
@ExtendWith(ApplicationExtension.class)
final class LeastSizeTest {

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = WindowActions.open(primary, new FakeWorkbench(), StartPage.ID, 800);
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    @ParameterizedTest
    @ValueSource(doubles = {13, 16, 19.5, 22})
    void everyPageFitsIntoTheSmallestWindow(double textSize, FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(900);
            stage.setHeight(600);
            window.appearance().setTextSize(textSize);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getWidth()).isEqualTo(LeastSize.width(textSize));
        assertThat(stage.getHeight()).isEqualTo(LeastSize.height(textSize));
        for (Page page : window.pages()) {
            robot.interact(() -> window.show(page));
            WaitForAsyncUtils.waitForFxEvents();
            Parent root = stage.getScene().getRoot();
            assertThat(root.minWidth(-1))
                    .as(page.id())
                    .isLessThanOrEqualTo(root.getLayoutBounds().getWidth());
        }
    }
}
