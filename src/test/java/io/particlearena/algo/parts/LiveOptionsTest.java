package io.particlearena.algo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.MemoryState;
import org.junit.jupiter.api.Test;

final class LiveOptionsTest {

    /** Options for this test. */
    public record Rates(
            @Option(help = "How fast.", value = "0.1", min = 0, max = 1, live = true)
            double speed,

            @Option(help = "How long.", value = "0.2", min = 0, max = 1, live = true)
            double length,

            @Option(help = "How many.", value = "3", min = 1, max = 9)
            int count) {}

    private static final OptionSchema<Rates> SCHEMA = OptionSchema.of(Rates.class);

    @Test
    void whatChangedIsRestoredAndTheRestIsAsCreated() {
        LiveOptions<Rates> trained = new LiveOptions<>(SCHEMA, SCHEMA.defaults());
        trained.change("speed", 0.7);
        LiveOptions<Rates> resumed = new LiveOptions<>(SCHEMA, new Rates(0.3, 0.4, 5));

        resumed.load(MemoryState.of(trained).reader());

        assertThat(trained.current()).isEqualTo(new Rates(0.7, 0.2, 3));
        assertThat(resumed.current()).isEqualTo(new Rates(0.7, 0.4, 5));
    }

    @Test
    void stateWithoutChangesUndoesChanges() {
        LiveOptions<Rates> untouched = new LiveOptions<>(SCHEMA, SCHEMA.defaults());
        LiveOptions<Rates> changed = new LiveOptions<>(SCHEMA, SCHEMA.defaults());
        changed.change("length", 0.9);

        changed.load(MemoryState.of(untouched).reader());

        assertThat(changed.current()).isEqualTo(SCHEMA.defaults());
    }

    @Test
    void optionThatIsNotLiveIsRefused() {
        LiveOptions<Rates> options = new LiveOptions<>(SCHEMA, SCHEMA.defaults());

        assertThatThrownBy(() -> options.change("count", 4))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option count cannot change while training; those that can are speed, length.");
        assertThatThrownBy(() -> options.change("size", 4)).hasMessageContaining("Option size cannot change");
    }
}
