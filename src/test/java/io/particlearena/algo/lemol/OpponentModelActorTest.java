package io.particlearena.algo.lemol;

import static io.particlearena.algo.lemol.TinyOpponent.CHUNK;
import static io.particlearena.algo.lemol.TinyOpponent.PERIOD;
import static io.particlearena.algo.lemol.TinyOpponent.SHAPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.particlearena.math.RandomStream;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpponentModelActorTest {

    private static final Offset<Float> ROUNDING = Offset.offset(3e-6f);
    private static final String WHOLE = "block_processing=true recurrent_om_prediction=true";

    private static double[] observation(float[] events, int step) {
        double[] observation = new double[SHAPE.observation()];
        for (int i = 0; i < observation.length; i++) {
            observation[i] = events[step * SHAPE.event() + SHAPE.opponentAction() + i];
        }
        return observation;
    }

    private static float[] event(float[] events, int step) {
        return Arrays.copyOfRange(events, step * SHAPE.event(), (step + 1) * SHAPE.event());
    }

    /** The predictions of some steps, with the calls in the order of play. */
    private static List<float[]> play(
            OpponentModelActor actor, OpponentModelActor.Memory memory, float[] events, int from, int to) {
        List<float[]> predictions = new ArrayList<>();
        for (int step = from; step < to; step++) {
            predictions.add(actor.predict(observation(events, step), memory).clone());
            float[] event = event(events, step);
            actor.observe(event, memory);
            if (event[event.length - 1] != 0) {
                memory.beginEpisode();
            }
        }
        return predictions;
    }

    private static float[] softmax(float[] logits) {
        float[] result = new float[logits.length];
        int from = 0;
        for (int size : SHAPE.heads()) {
            double sum = 0;
            for (int i = from; i < from + size; i++) {
                sum += Math.exp(logits[i]);
            }
            for (int i = from; i < from + size; i++) {
                result[i] = (float) (Math.exp(logits[i]) / sum);
            }
            from += size;
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "recurrent_om_prediction=true",
                "block_processing=true",
                WHOLE,
                WHOLE + " gate_activation=hard_sigmoid",
                WHOLE + " initial_cell_from_h=true",
                "initial_cell_from_h=true",
                "ablate_lemol_lstm=true",
                "ablate_lemol_lstm=true block_processing=true",
                "ablate_lemol_lstm=true block_processing=true freeze_ablated_lstm=true",
                WHOLE + " ablate_lemol_lstm=true",
                WHOLE + " lstm_hidden_dim=64 episode_embedding_dim=128 in_ep_lstm_dim=32"
            })
    void playPredictsWhatTrainingDoes(String changes) {
        OpponentModel model = TinyOpponent.model(3, changes, "omlr=0");
        OpponentModelPlan plan = model.plan(2, RandomStream.ofSeed(1));
        int steps = plan.steps();
        float[][] events = {TinyOpponent.events(3 * steps, 5), TinyOpponent.events(3 * steps, 6)};
        OpponentModelActor actor = model.actor();
        OpponentModelActor.Memory[] memories = {actor.newMemory(), actor.newMemory()};
        plan.beginTrajectories();
        for (int chunk = 0; chunk < 3; chunk++) {
            for (int member = 0; member < 2; member++) {
                plan.fill(member, TinyOpponent.chunk(events[member], chunk, steps));
            }
            plan.learn();
            for (int member = 0; member < 2; member++) {
                List<float[]> played =
                        play(actor, memories[member], events[member], chunk * steps, (chunk + 1) * steps);
                for (int step = 0; step < steps; step++) {
                    assertThat(played.get(step))
                            .as("chunk %d, member %d, step %d", chunk, member, step)
                            .containsExactly(softmax(plan.logits(step, member)), ROUNDING);
                }
            }
        }
    }

    @Test
    void featureIsLearnedInitialStateUntilTheFirstPeriodIsOver() {
        OpponentModel model = TinyOpponent.model(3, WHOLE);
        OpponentModelActor actor = model.actor();
        OpponentModelActor.Memory memory = actor.newMemory();
        float[] events = TinyOpponent.events(2 * PERIOD, 5);
        float[] initial = new float[actor.learningFeatureSize()];
        actor.learningFeature(memory, initial);
        int at = model.parameters().layout().entry("learning/initial_hidden").offset();
        assertThat(initial).isEqualTo(Arrays.copyOfRange(model.toArray(), at, at + initial.length));
        float[] feature = new float[initial.length];
        List<float[]> first = play(actor, memory, events, 0, PERIOD - 1);
        actor.learningFeature(memory, feature);
        assertThat(feature).isEqualTo(initial);
        play(actor, memory, events, PERIOD - 1, PERIOD);
        actor.learningFeature(memory, feature);
        assertThat(feature).isNotEqualTo(initial);
        play(actor, memory, events, PERIOD, PERIOD + 1);
        memory.beginTrajectory();
        actor.learningFeature(memory, feature);
        assertThat(feature).isEqualTo(initial);
        List<float[]> again = play(actor, memory, events, 0, PERIOD - 1);
        for (int step = 0; step < first.size(); step++) {
            assertThat(again.get(step)).isEqualTo(first.get(step));
        }
    }

    @Test
    void memoryGoesOnAfterSavingAndLoadingInTheMiddleOfPeriodAndEpisode() {
        OpponentModelActor actor = TinyOpponent.model(3, WHOLE).actor();
        float[] events = TinyOpponent.events(5 * PERIOD, 5);
        for (int stop = 0; stop < 2 * PERIOD; stop++) {
            OpponentModelActor.Memory straight = actor.newMemory();
            List<float[]> expected = play(actor, straight, events, 0, 5 * PERIOD);
            OpponentModelActor.Memory first = actor.newMemory();
            play(actor, first, events, 0, stop);
            OpponentModelActor.Memory second = actor.newMemory();
            second.load(MemoryState.of(first).reader());
            assertThat(second.probabilities()).isEqualTo(first.probabilities());
            List<float[]> rest = play(actor, second, events, stop, 5 * PERIOD);
            for (int i = 0; i < rest.size(); i++) {
                assertThat(rest.get(i)).isEqualTo(expected.get(stop + i));
            }
        }
        OpponentModelActor.Memory other = TinyOpponent.model(3, "").actor().newMemory();
        OpponentModelActor.Memory own = actor.newMemory();
        play(actor, own, events, 0, 2);
        assertThatThrownBy(() -> other.load(MemoryState.of(own).reader()))
                .isInstanceOf(StoreException.class)
                .hasMessage("An opponent model's period of 1 events of 12 numbers cannot take the 24 numbers that were"
                        + " stored.");
    }

    @Test
    void playAllocatesNothing() {
        OpponentModelActor actor = TinyOpponent.model(3, WHOLE).actor();
        OpponentModelActor.Memory memory = actor.newMemory();
        double[] observation = new double[SHAPE.observation()];
        double[] opponentAction = new double[SHAPE.opponentAction()];
        double[] ownAction = new double[SHAPE.ownAction()];
        float[] event = new float[SHAPE.event()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int step = 0; step < 2000; step++) {
            if (step == 1000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            actor.predict(observation, memory);
            SHAPE.writeEvent(opponentAction, observation, ownAction, 1, step % 7 == 0, event);
            actor.observe(event, memory);
            memory.beginEpisode();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    @Test
    void snapshotStaysWhileTheModelLearns() {
        OpponentModel model = TinyOpponent.model(3, WHOLE);
        float[] events = TinyOpponent.events(CHUNK * PERIOD, 5);
        OpponentModelActor actor = model.actor();
        List<float[]> before = play(actor, actor.newMemory(), events, 0, CHUNK * PERIOD);
        OpponentModelPlan plan = model.plan(1, RandomStream.ofSeed(1));
        plan.fill(0, events);
        plan.learn();
        List<float[]> after = play(actor, actor.newMemory(), events, 0, CHUNK * PERIOD);
        List<float[]> learned = play(model.actor(), actor.newMemory(), events, 0, CHUNK * PERIOD);
        for (int step = 0; step < before.size(); step++) {
            assertThat(after.get(step)).isEqualTo(before.get(step));
            assertThat(learned.get(step)).isNotEqualTo(before.get(step));
        }
    }

    @Test
    void eventHasTheNumbersInTheirOrder() {
        float[] event = new float[SHAPE.event()];
        SHAPE.writeEvent(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8}, new double[] {9, 10}, 11, true, event);
        assertThat(event).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1);
    }
}
