package io.particlearena.ui.board;

import io.particlearena.ui.Theme;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A board alone on a stage, with a clock of its own. */
final class ShownBoard implements AutoCloseable {

    private final BoardPane board = new BoardPane();
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            board.pulse(now);
        }
    };

    ShownBoard(Stage stage) {
        board.setTheme(Theme.LIGHT, 13);
        stage.setScene(new Scene(board, 1000, 700));
        stage.show();
        clock.start();
    }

    BoardPane board() {
        return board;
    }

    @Override
    public void close() {
        clock.stop();
        board.close();
    }
}
