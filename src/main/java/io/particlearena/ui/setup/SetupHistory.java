package io.particlearena.ui.setup;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Takes changes of settings back, and makes them again. Knows no controls. */
public final class SetupHistory {

    private static final int LONGEST = 200;

    private final SetupModel model;
    private final Deque<SetupState> past = new ArrayDeque<>();
    private final Deque<SetupState> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private SetupState present;

    /** Begins with the settings as they are. */
    public SetupHistory(SetupModel model) {
        this.model = model;
        this.present = model.state();
    }

    /** Whether there is a change to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is a change to make again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Keeps what has changed since the last call as one change. */
    public void note() {
        SetupState now = model.state();
        if (now.equals(present)) {
            return;
        }
        past.push(present);
        if (past.size() > LONGEST) {
            past.removeLast();
        }
        future.clear();
        present = now;
        tell();
    }

    /** Takes the last change back. */
    public void undo() {
        note();
        go(past, future);
    }

    /** Makes the change again that was taken back last. */
    public void redo() {
        note();
        go(future, past);
    }

    private void go(Deque<SetupState> from, Deque<SetupState> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(present);
        present = from.pop();
        model.restore(present);
        tell();
    }

    private void tell() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }
}
