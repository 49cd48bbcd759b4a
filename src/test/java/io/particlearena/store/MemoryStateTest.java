package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MemoryStateTest {

    /** A counter whose whole state is one number. */
    private static final class Counter implements Stateful {
        private long count;

        @Override
        public void save(StateWriter out) {
            out.putLong("count", count);
        }

        @Override
        public void load(StateReader in) {
            count = in.getLong("count");
        }
    }

    @Test
    void objectTakesOverTheStateOfAnother() {
        Counter original = new Counter();
        original.count = 5;
        Counter copy = new Counter();
        copy.load(MemoryState.of(original).reader());
        assertThat(copy.count).isEqualTo(5);
    }

    @Test
    void partsCanBeWholeObjects() {
        Counter original = new Counter();
        original.count = 5;
        MemoryState state = new MemoryState();
        state.put("counter", original);
        Counter copy = new Counter();
        state.reader().get("counter", copy);
        assertThat(copy.count).isEqualTo(5);
    }

    @Test
    void arraysAreCopiedInAndOut() {
        float[] weights = {1, 2};
        MemoryState state = new MemoryState();
        state.putFloats("weights", weights);
        weights[0] = 9;
        state.reader().getFloats("weights")[1] = 9;
        assertThat(state.reader().getFloats("weights")).containsExactly(1, 2);
    }

    @Test
    void nameIsWrittenOnce() {
        MemoryState state = new MemoryState();
        state.putLong("step", 1);
        assertThatThrownBy(() -> state.putDouble("step", 2)).hasMessageContaining("\"step\"");
        assertThatThrownBy(() -> state.child("step")).hasMessageContaining("\"step\"");
        assertThatThrownBy(() -> state.putDouble("", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void depthIsLimited() {
        MemoryState state = new MemoryState();
        for (int depth = 0; depth < MemoryState.MAX_DEPTH; depth++) {
            state = state.child("part");
        }
        MemoryState deepest = state;
        assertThatThrownBy(() -> deepest.child("part")).hasMessageContaining("deeper than");
    }
}
