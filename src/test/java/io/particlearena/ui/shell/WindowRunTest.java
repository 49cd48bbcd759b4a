package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.ui.form.FormModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Trains for a moment in the window, with the program's own scenarios, algorithms and files. */
@ExtendWith(ApplicationExtension.class)
final class WindowRunTest {

    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = new MainWindow(stage, StandardWorkbench.inFolder(runs.toString()));
        window.show();
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @Test
    void agentsLearnAndAreSeenUntilTheRunIsStopped(FxRobot robot) throws TimeoutException, InterruptedException {
        robot.interact(() -> {
            for (FormModel form : new FormModel[] {
                window.setupModel().good().formProperty().get(),
                window.setupModel().bad().formProperty().get()
            }) {
                form.find("batch_size").orElseThrow().setValue(16L);
                form.find("num_units").orElseThrow().setValue(8L);
                form.find("warm_up_steps").orElseThrow().setValue(100L);
            }
        });
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 8);
        await(() -> window.arena().framesProperty().get() > 5);
        await(() -> window.charts().drawingsProperty().get() > 8);
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        RunHandle run = Objects.requireNonNull(window.control().handle());
        run.await();
        assertThat(Files.isRegularFile(run.folder().resolve("summary.json"))).isTrue();
        assertThat(run.folder().startsWith(runs)).isTrue();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
