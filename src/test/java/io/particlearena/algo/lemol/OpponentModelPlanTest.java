package io.particlearena.algo.lemol;

import static io.particlearena.algo.lemol.TinyOpponent.CHUNK;
import static io.particlearena.algo.lemol.TinyOpponent.PERIOD;
import static io.particlearena.algo.lemol.TinyOpponent.SHAPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpponentModelPlanTest {

    private static final Offset<Float> ROUNDING = Offset.offset(3e-6f);
    private static final String WHOLE = "block_processing=true recurrent_om_prediction=true";

    private static OpponentModelPlan plan(OpponentModel model, int members) {
        return model.plan(members, RandomStream.ofSeed(7));
    }

    /** The logits of one trajectory, learned in chunks with a learning rate of zero. */
    private static List<float[]> logits(OpponentModel model, float[] events) {
        OpponentModelPlan plan = plan(model, 1);
        List<float[]> logits = new ArrayList<>();
        plan.beginTrajectories();
        for (int chunk = 0; chunk * plan.steps() * SHAPE.event() < events.length; chunk++) {
            plan.fill(0, TinyOpponent.chunk(events, chunk, plan.steps()));
            plan.learn();
            for (int step = 0; step < plan.steps(); step++) {
                logits.add(plan.logits(step, 0));
            }
        }
        return logits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "recurrent_om_prediction=true", "block_processing=true", WHOLE})
    void chunksPredictAsOneLongChunkDoes(String changes) {
        float[] events = TinyOpponent.events(4 * CHUNK * PERIOD, 5);
        OpponentModel chunked = TinyOpponent.model(3, changes, "omlr=0");
        OpponentModel whole = TinyOpponent.model(3, changes, "omlr=0 chunk_length=" + 4 * CHUNK);
        List<float[]> parts = logits(chunked, events);
        List<float[]> all = logits(whole, Arrays.copyOf(events, parts.size() * SHAPE.event()));
        for (int step = 0; step < all.size(); step++) {
            assertThat(parts.get(step)).as("step %d", step).containsExactly(all.get(step), ROUNDING);
        }
    }

    @Test
    void eventsChangePredictionsFromTheNextPeriodOnAndNoEarlier() {
        OpponentModel model = TinyOpponent.model(3, WHOLE, "omlr=0");
        float[] events = TinyOpponent.events(3 * CHUNK * PERIOD, 5);
        List<float[]> before = logits(model, events);
        for (int period : new int[] {0, 2, CHUNK - 1, CHUNK, 2 * CHUNK}) {
            float[] changed = events.clone();
            for (int step = period * PERIOD; step < (period + 1) * PERIOD; step++) {
                // The opponent's action, the own action and the reward, but not the observation and the end of the
                // episode.
                int start = step * SHAPE.event();
                changed[start] += 0.5f;
                changed[start + SHAPE.event() - 2] += 1f;
                changed[start + SHAPE.event() - 3] += 0.5f;
            }
            List<float[]> after = logits(model, changed);
            int next = (period + 1) * PERIOD;
            for (int step = 0; step < next; step++) {
                assertThat(after.get(step)).as("step %d", step).isEqualTo(before.get(step));
            }
            for (int step = next; step < next + PERIOD; step++) {
                assertThat(after.get(step)).as("step %d", step).isNotEqualTo(before.get(step));
            }
        }
    }

    @Test
    void observationsOfAnEpisodeDoNotReachTheNextOneDirectly() {
        // Without the learning LSTM nothing else carries them.
        OpponentModel model = TinyOpponent.model(3, WHOLE, "ablate_lemol_lstm=true omlr=0");
        int steps = 2 * CHUNK * PERIOD;
        float[] events = TinyOpponent.events(steps, 5);
        List<float[]> before = logits(model, events);
        int end = SHAPE.event() - 1;
        for (int changedStep = 0; changedStep < steps; changedStep++) {
            float[] changed = events.clone();
            changed[changedStep * SHAPE.event() + SHAPE.opponentAction()] += 0.5f;
            List<float[]> after = logits(model, changed);
            boolean sameEpisode = false;
            for (int step = 0; step < steps; step++) {
                sameEpisode |= step == changedStep;
                if (sameEpisode) {
                    assertThat(after.get(step)).as("step %d", step).isNotEqualTo(before.get(step));
                } else {
                    assertThat(after.get(step)).as("step %d", step).isEqualTo(before.get(step));
                }
                sameEpisode &= events[step * SHAPE.event() + end] == 0;
            }
        }
    }

    @Test
    void stepsOfAPeriodShareTheFeatureOfThePeriodBefore() {
        OpponentModelGraph graph = new OpponentModelGraph(
                new io.particlearena.nn.Plan(),
                new OpponentModelNetwork(TinyOpponent.options("block_processing=true chunk_length=3"), SHAPE, 2),
                TinyOpponent.model(1, "block_processing=true").parameters(),
                1);
        float[] features = {9, 1, 2};
        float[] repeated = new float[6];
        for (int step = 0; step < 6; step++) {
            repeated[step] = features[graph.periodRow(step, 0) % features.length];
        }
        assertThat(repeated).containsExactly(9, 9, 1, 1, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void ablatedModelKeepsItsLstmFrozenWhereTheFaithfulVariantIsChosen(String frozen) {
        String changes = "block_processing=true ablate_lemol_lstm=true freeze_ablated_lstm=" + frozen;
        float[] events = TinyOpponent.events(CHUNK * PERIOD, 5);
        float[] changed = events.clone();
        changed[0] += 0.5f;
        OpponentModel still = TinyOpponent.model(3, changes, "omlr=0");
        boolean heedsEvents = !Arrays.equals(
                logits(still, changed).get(PERIOD), logits(still, events).get(PERIOD));
        assertThat(heedsEvents).isEqualTo(frozen.equals("true"));

        OpponentModel model = TinyOpponent.model(3, changes);
        ParameterLayout layout = model.network().layout();
        float[] before = model.toArray();
        logits(model, events);
        float[] after = model.toArray();
        for (ParameterLayout.Entry entry : layout.entries()) {
            float[] then = Arrays.copyOfRange(before, entry.offset(), entry.offset() + entry.size());
            float[] now = Arrays.copyOfRange(after, entry.offset(), entry.offset() + entry.size());
            assertThat(Arrays.equals(now, then))
                    .as(entry.name())
                    .isEqualTo(!entry.name().startsWith("head"));
        }
        assertThat(layout.entries().stream().anyMatch(entry -> entry.name().startsWith("learning")))
                .isEqualTo(frozen.equals("true"));
    }

    @Test
    void tripletLossIsAddedWithTheWeightOfTheChunk() {
        String triplets = WHOLE + " use_triplet_representation_loss=true rep_loss_pos_dist=1 rep_loss_neg_dist=2";
        OpponentModel model = TinyOpponent.model(
                3, triplets, "omlr=0 representation_loss_weight=2 representation_loss_weight_decay_base=3");
        OpponentModelPlan plan = plan(model, 1);
        float[] events = TinyOpponent.events(2 * CHUNK * PERIOD, 5);
        plan.beginTrajectories();
        for (float weight : new float[] {2, 1.5f}) {
            plan.fill(0, events);
            ChunkResult result = plan.learn();
            assertThat(result.tripletLoss()).isPositive();
            assertThat((float) result.loss())
                    .isCloseTo((float) (result.crossEntropy() + weight * result.tripletLoss()), ROUNDING);
        }
    }

    @Test
    void leftOutMembersCountForNothing() {
        String changes = WHOLE + " use_triplet_representation_loss=true rep_loss_pos_dist=1 rep_loss_neg_dist=2";
        float[] first = TinyOpponent.events(2 * CHUNK * PERIOD, 5);
        float[] second = TinyOpponent.events(CHUNK * PERIOD, 6);
        OpponentModelPlan two = plan(TinyOpponent.model(3, changes, "omlr=0"), 2);
        OpponentModelPlan one = plan(TinyOpponent.model(3, changes, "omlr=0"), 1);
        two.beginTrajectories();
        two.fill(0, first);
        two.fill(1, second);
        two.learn();
        one.beginTrajectories();
        one.fill(0, first);
        one.learn();
        two.fill(0, TinyOpponent.chunk(first, 1, two.steps()));
        one.fill(0, TinyOpponent.chunk(first, 1, one.steps()));
        ChunkResult ofTwo = two.learn();
        ChunkResult ofOne = one.learn();
        assertThat(ofTwo.crossEntropy()).isCloseTo(ofOne.crossEntropy(), Offset.offset(1e-6));
        assertThat(ofTwo.accuracy()).isEqualTo(ofOne.accuracy());
        assertThat(ofTwo.headAccuracies()).isEqualTo(ofOne.headAccuracies());
        assertThat(ofTwo.entropy()).isCloseTo(ofOne.entropy(), Offset.offset(1e-6));
        assertThatThrownBy(two::learn).hasMessage("There is no chunk to learn from; fill one first");
        assertThatThrownBy(() -> two.fill(0, new float[10]))
                .hasMessage("A chunk has 12 events of 12 numbers, but only 10 numbers were given");
    }

    @Test
    void labelsAreRelaxedSamplesOrTheirLargestClasses() {
        float[] events = new float[CHUNK * SHAPE.event()];
        for (int step = 0; step < CHUNK; step++) {
            System.arraycopy(new float[] {.2f, .5f, .3f, .6f, .4f}, 0, events, step * SHAPE.event(), 5);
        }
        double relaxed = crossEntropyOf(events, false);
        double largest = crossEntropyOf(events, true);
        float[] oneHot = events.clone();
        for (int step = 0; step < CHUNK; step++) {
            System.arraycopy(new float[] {0, 1, 0, 1, 0}, 0, oneHot, step * SHAPE.event(), 5);
        }
        assertThat(largest).isNotEqualTo(relaxed);
        assertThat(crossEntropyOf(oneHot, false)).isCloseTo(largest, Offset.offset(1e-6));
    }

    private static double crossEntropyOf(float[] events, boolean oneHot) {
        OpponentModelPlan plan =
                plan(TinyOpponent.model(3, "ablate_lemol_lstm=true train_lemol_om_on_oh=" + oneHot), 1);
        plan.beginTrajectories();
        plan.fill(0, events);
        return plan.learn().crossEntropy();
    }

    /** Learns some chunks of two trajectories, which begin anew after every fourth. */
    private static void learn(OpponentModelPlan plan, int from, int to) {
        for (int chunk = from; chunk < to; chunk++) {
            if (chunk % 4 == 0) {
                plan.beginTrajectories();
            }
            for (int member = 0; member < plan.members(); member++) {
                plan.fill(member, TinyOpponent.events(plan.steps(), 100 * member + chunk));
            }
            plan.learn();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", WHOLE, WHOLE + " triplet_form=cross triplet_norm=euclidean"})
    void learningGoesOnToTheSameBytesAfterSavingAndLoading(String changes) {
        String all = changes + " use_triplet_representation_loss=true rep_loss_pos_dist=1 rep_loss_neg_dist=2";
        OpponentModel straight = TinyOpponent.model(3, all);
        learn(plan(straight, 2), 0, 7);

        OpponentModel first = TinyOpponent.model(3, all);
        OpponentModelPlan firstPlan = plan(first, 2);
        learn(firstPlan, 0, 5);
        MemoryState modelState = MemoryState.of(first);
        MemoryState planState = MemoryState.of(firstPlan);
        OpponentModel second = TinyOpponent.model(99, all);
        OpponentModelPlan secondPlan = second.plan(2, RandomStream.ofSeed(1234));
        second.load(modelState.reader());
        secondPlan.load(planState.reader());
        learn(secondPlan, 5, 7);
        assertThat(second.toArray()).isEqualTo(straight.toArray());
        assertThatThrownBy(() -> plan(first, 3).load(planState.reader()))
                .isInstanceOf(StoreException.class)
                .hasMessage("A batch of 3 trajectories cannot go on where one of 2 was stored.");
    }

    @Test
    void learningRateIsLive() {
        OpponentModel model = TinyOpponent.model(3, WHOLE, "omlr=0");
        float[] before = model.toArray();
        OpponentModelPlan plan = plan(model, 2);
        learn(plan, 0, 1);
        assertThat(model.toArray()).isEqualTo(before);
        model.setLearningRate(0.01);
        learn(plan, 1, 2);
        assertThat(model.toArray()).isNotEqualTo(before);
    }

    @Test
    void initialStatesLearn() {
        OpponentModel model = TinyOpponent.model(3, WHOLE);
        float[] before = model.toArray();
        learn(plan(model, 2), 0, 1);
        float[] after = model.toArray();
        for (String name : List.of(
                "learning/initial_hidden", "learning/initial_cell", "episode/initial_hidden", "episode/initial_cell")) {
            int at = model.parameters().layout().entry(name).offset();
            assertThat(after[at]).as(name).isNotEqualTo(before[at]);
        }
    }
}
