package io.particlearena.nn;

import static io.particlearena.nn.DoubleMlp.slope;
import static io.particlearena.nn.DoubleMlp.widen;
import static io.particlearena.nn.FiniteDifferences.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LstmTest {

    private static final Offset<Float> HAND = Offset.offset(2e-6f);
    private static final int TIMES = 5;
    private static final int BATCH = 3;
    private static final int INPUTS = 4;
    private static final int UNITS = 6;

    /** A layer of two inputs and two units with weights from a formula, run over three times from given states. */
    private static Lstm.States handComputed(
            Plan plan, GateActivation gates, float[] hidden, float[] cell, boolean reversed) {
        Lstm layer = new Lstm("lstm", 2, 2, gates);
        Parameters parameters = new Parameters(layer.layout());
        float[] theta = new float[parameters.size()];
        for (int row = 0; row < 2; row++) {
            for (int k = 0; k < 8; k++) {
                theta[row * 8 + k] = (8 * row + k - 7) / 10f;
                theta[16 + row * 8 + k] = ((8 * row + k) % 5 - 2) / 10f;
            }
        }
        theta[34] = 1;
        theta[35] = 1;
        parameters.set(theta);
        Tensor sequence = plan.input(3, 2);
        Tensor h = plan.input(1, 2);
        Tensor c = plan.input(1, 2);
        Lstm.States states = reversed
                ? layer.applyReversed(plan, parameters, sequence, h, c)
                : layer.apply(plan, parameters, sequence, h, c);
        sequence.set(new float[] {.5f, -1, 1, .25f, -.5f, 2});
        h.set(hidden);
        c.set(cell);
        plan.run();
        return states;
    }

    private static void assertNumbers(float[] actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("place %d", i).isCloseTo(expected[i], Offset.offset(2e-6));
        }
        assertThat(actual).hasSize(expected.length);
    }

    @Test
    void hardSigmoidMatchesHandComputedNumbers() {
        Lstm.States states = handComputed(new Plan(), GateActivation.HARD_SIGMOID, new float[2], new float[2], false);
        assertNumbers(
                states.hidden().toArray(),
                -.0805647094,
                -.0806293980,
                -.1082793366,
                -.0919974600,
                .2364005284,
                .3118121844);
        assertNumbers(states.lastHidden().toArray(), .2364005284, .3118121844);
        assertNumbers(states.lastCell().toArray(), .3093172839, .3983775843);
    }

    @Test
    void sigmoidMatchesHandComputedNumbers() {
        Lstm.States states = handComputed(new Plan(), GateActivation.SIGMOID, new float[2], new float[2], false);
        assertNumbers(
                states.hidden().toArray(),
                -.0702538680,
                -.0695369788,
                -.1052619026,
                -.0921270907,
                .2629958363,
                .3370669415);
        assertNumbers(states.lastCell().toArray(), .3374244186, .4282731747);
    }

    @Test
    void reversedSequencesMatchHandComputedNumbers() {
        assertNumbers(
                handComputed(new Plan(), GateActivation.HARD_SIGMOID, new float[2], new float[2], true)
                        .lastHidden()
                        .toArray(),
                -.0256944813,
                -.0204510487);
        assertNumbers(
                handComputed(new Plan(), GateActivation.SIGMOID, new float[2], new float[2], true)
                        .lastHidden()
                        .toArray(),
                -.0126531484,
                -.0070170434);
    }

    @Test
    void initialStatesAreUsedEachInItsPlace() {
        float[] hidden = {.3f, -.2f};
        float[] cell = {.1f, .4f};
        assertNumbers(lastHidden(GateActivation.HARD_SIGMOID, hidden, hidden), .3147524367, .2489784632);
        assertNumbers(lastHidden(GateActivation.SIGMOID, hidden, hidden), .3463237580, .2728984998);
        assertNumbers(lastHidden(GateActivation.HARD_SIGMOID, hidden, cell), .2728900918, .3991759352);
        assertNumbers(lastHidden(GateActivation.SIGMOID, hidden, cell), .3016694700, .4295394309);
    }

    private static float[] lastHidden(GateActivation gates, float[] hidden, float[] cell) {
        return handComputed(new Plan(), gates, hidden, cell, false).lastHidden().toArray();
    }

    /** What the layer does in a test of its gradients. */
    enum Course {
        FORWARDS,
        REVERSED,
        WITH_RESETS
    }

    /** Where members begin anew, by time and member: at the very beginning, in the middle, twice, and never. */
    private static final float[] WHERE = {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, 0, FORWARDS",
        "HARD_SIGMOID, 0, FORWARDS",
        "SIGMOID, 3, FORWARDS",
        "SIGMOID, 0, REVERSED",
        "SIGMOID, 0, WITH_RESETS",
        "HARD_SIGMOID, 2, WITH_RESETS"
    })
    void gradientsMatchDoublePrecision(GateActivation gates, int padding, Course course) {
        Lstm layer = new Lstm("lstm", INPUTS, UNITS, gates);
        Parameters parameters = new Parameters(layer.layout());
        parameters.set(uniform(parameters.size(), -0.5, 0.5, 1));
        Plan plan = new Plan();
        Tensor wide = plan.input(TIMES * BATCH, INPUTS + padding);
        Tensor sequence = plan.columns(wide, padding, padding + INPUTS);
        Tensor hidden = plan.input(BATCH, UNITS);
        Tensor cell = plan.input(BATCH, UNITS);
        Tensor where = plan.input(TIMES * BATCH, 1);
        Lstm.Resets resets = new Lstm.Resets(where, plan.input(1, UNITS), plan.input(1, UNITS));
        Lstm.States states = switch (course) {
            case FORWARDS -> layer.apply(plan, parameters, sequence, hidden, cell);
            case REVERSED -> layer.applyReversed(plan, parameters, sequence, hidden, cell);
            case WITH_RESETS -> layer.apply(plan, parameters, sequence, hidden, cell, resets);
        };
        Tensor loss = plan.add(
                plan.add(plan.mean(plan.square(states.hidden())), plan.sum(plan.square(states.all()))),
                plan.add(plan.sum(plan.square(states.lastCell())), plan.sum(plan.exp(states.lastHidden()))));
        Gradients dTheta = plan.gradients(loss, parameters);
        List<Tensor> inputs = new ArrayList<>(List.of(sequence, hidden, cell));
        if (course == Course.WITH_RESETS) {
            inputs.addAll(List.of(resets.hidden(), resets.cell()));
        }
        List<Tensor> gradients =
                inputs.stream().map(input -> plan.gradient(loss, input)).toList();
        wide.set(uniform(TIMES * BATCH * (INPUTS + padding), -1, 1, 2));
        hidden.set(uniform(BATCH * UNITS, -0.8, 0.8, 3));
        cell.set(uniform(BATCH * UNITS, -0.8, 0.8, 4));
        resets.hidden().set(uniform(UNITS, -0.8, 0.8, 5));
        resets.cell().set(uniform(UNITS, -0.8, 0.8, 6));
        where.set(WHERE);
        plan.run();

        DoubleLstm reference = new DoubleLstm(layer);
        double[][] at = new double[inputs.size() + 1][];
        at[0] = widen(parameters.toArray());
        for (int i = 0; i < inputs.size(); i++) {
            at[i + 1] = widen(inputs.get(i).toArray());
        }
        double value = loss(reference, course, at);
        assertThat((double) loss.value()).isCloseTo(value, Offset.offset(1e-5 * value));
        assertSlopes(dTheta.toArray(), reference, course, at, 0);
        for (int i = 0; i < inputs.size(); i++) {
            assertSlopes(gradients.get(i).toArray(), reference, course, at, i + 1);
        }
    }

    private static void assertSlopes(
            float[] derived, DoubleLstm reference, Course course, double[][] at, int argument) {
        for (int place = 0; place < at[argument].length; place++) {
            double expected = slope(at[argument], place, values -> {
                double[][] changed = at.clone();
                changed[argument] = values;
                return loss(reference, course, changed);
            });
            assertThat((double) derived[place])
                    .as("argument %d, place %d", argument, place)
                    .isCloseTo(expected, Offset.offset(2e-5));
        }
    }

    /** The loss of weights, sequence, hidden and cell states, and of the states after resets. */
    private static double loss(DoubleLstm reference, Course course, double[][] at) {
        double squares = 0;
        double rest = 0;
        for (int member = 0; member < BATCH; member++) {
            double[][] sequence = new double[TIMES][];
            boolean[] resets = new boolean[TIMES];
            for (int step = 0; step < TIMES; step++) {
                int time = course == Course.REVERSED ? TIMES - 1 - step : step;
                int row = time * BATCH + member;
                sequence[step] = Arrays.copyOfRange(at[1], row * INPUTS, (row + 1) * INPUTS);
                resets[step] = course == Course.WITH_RESETS && WHERE[row] != 0;
            }
            double[] hidden = Arrays.copyOfRange(at[2], member * UNITS, (member + 1) * UNITS);
            double[] cell = Arrays.copyOfRange(at[3], member * UNITS, (member + 1) * UNITS);
            double[][] resetStates =
                    course == Course.WITH_RESETS ? new double[][] {at[4], at[5]} : new double[][] {{}, {}};
            double[] states = reference.run(at[0], sequence, hidden, cell, resets, resetStates);
            for (int i = 0; i < TIMES * UNITS; i++) {
                squares += states[i] * states[i];
                rest += states[i] * states[i];
            }
            for (int j = 0; j < UNITS; j++) {
                rest += Math.pow(states[TIMES * UNITS + j], 2) + Math.exp(states[(TIMES - 1) * UNITS + j]);
                rest += hidden[j] * hidden[j];
            }
        }
        return squares / (TIMES * BATCH * UNITS) + rest;
    }

    @ParameterizedTest
    @EnumSource(GateActivation.class)
    void actingStepByStepEqualsTheSequence(GateActivation gates) {
        Lstm layer = new Lstm("lstm", INPUTS, UNITS, gates);
        Parameters parameters = new Parameters(layer.layout());
        parameters.set(uniform(parameters.size(), -0.5, 0.5, 1));
        Plan plan = new Plan();
        Tensor sequence = plan.input(TIMES, INPUTS);
        Tensor initial = plan.input(1, UNITS);
        Lstm.States states = layer.apply(plan, parameters, sequence, initial, initial);
        float[] x = uniform(TIMES * INPUTS, -1, 1, 2);
        sequence.set(x);
        plan.run();

        LstmActor actor = layer.actor(parameters.toArray());
        float[] hidden = new float[UNITS];
        float[] cell = new float[UNITS];
        float[] scratch = new float[actor.scratchSize()];
        for (int time = 0; time < TIMES; time++) {
            actor.apply(Arrays.copyOfRange(x, time * INPUTS, (time + 1) * INPUTS), hidden, cell, scratch);
        }
        assertThat(hidden).containsExactly(states.lastHidden().toArray(), HAND);
        assertThat(cell).containsExactly(states.lastCell().toArray(), HAND);
    }

    @Test
    void learnedInitialStateOfABatchReceivesTheSumOfItsMembersGradients() {
        Parameters state = new Parameters(ParameterLayout.builder()
                .add("hidden", 1, UNITS, Initialiser.zeros())
                .build());
        Plan plan = new Plan();
        Tensor repeated = plan.repeat(plan.parameter(state, "hidden"), BATCH);
        Tensor weights = plan.input(BATCH, UNITS);
        Gradients gradients = plan.gradients(plan.sum(plan.multiply(repeated, weights)), state);
        float[] values = uniform(BATCH * UNITS, -1, 1, 5);
        weights.set(values);
        plan.run();
        float[] expected = new float[UNITS];
        for (int i = 0; i < values.length; i++) {
            expected[i % UNITS] += values[i];
        }
        assertThat(gradients.toArray()).containsExactly(expected, HAND);
    }

    @Test
    void parameterCountsAreThoseOfThePaperCode() {
        assertThat(new Lstm("blocks", 128, 64, GateActivation.SIGMOID).layout().size())
                .isEqualTo(49_408);
        assertThat(new Lstm("events", 20, 64, GateActivation.SIGMOID).layout().size())
                .isEqualTo(21_760);
        assertThat(2 * new Lstm("half", 20, 64, GateActivation.SIGMOID).layout().size())
                .isEqualTo(43_520);
        assertThat(new Lstm("episode", 8, 32, GateActivation.SIGMOID).layout().size())
                .isEqualTo(5_248);
    }
}
