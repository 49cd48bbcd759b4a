package io.particlearena.algo.lemol;

import static io.particlearena.algo.lemol.TinyOpponent.CHUNK;
import static io.particlearena.algo.lemol.TinyOpponent.PERIOD;
import static io.particlearena.nn.DoubleMlp.slope;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.DoubleMlp;
import io.particlearena.nn.ParameterLayout;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients of whole chunks against finite differences in double precision, for all kinds of models. */
final class OpponentModelGradientTest {

    private static final int MEMBERS = 2;
    private static final Offset<Double> ROUNDING = Offset.offset(4e-6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "recurrent_om_prediction=true",
                "block_processing=true",
                "block_processing=true recurrent_om_prediction=true",
                "block_processing=true recurrent_om_prediction=true gate_activation=hard_sigmoid",
                "block_processing=true initial_cell_from_h=true",
                "ablate_lemol_lstm=true",
                "ablate_lemol_lstm=true recurrent_om_prediction=true",
                "ablate_lemol_lstm=true block_processing=true",
                "ablate_lemol_lstm=true block_processing=true recurrent_om_prediction=true"
            })
    void gradientsOfFirstAndSecondChunkMatchFiniteDifferences(String changes) {
        OpponentModel model = TinyOpponent.model(3, changes, "omlr=0");
        OpponentModelPlan plan = model.plan(MEMBERS, RandomStream.ofSeed(1));
        int steps = CHUNK * (changes.contains("block") ? PERIOD : 1);
        assertThat(plan.steps()).isEqualTo(steps);
        double[] theta = DoubleMlp.widen(model.toArray());
        float[][] events = new float[MEMBERS][];
        DoubleOpponentModel[] references = new DoubleOpponentModel[MEMBERS];
        for (int member = 0; member < MEMBERS; member++) {
            events[member] = TinyOpponent.events(2 * steps, 10 + member);
            references[member] = new DoubleOpponentModel(model.network(), theta);
        }
        plan.beginTrajectories();
        for (int chunk = 0; chunk < 2; chunk++) {
            for (int member = 0; member < MEMBERS; member++) {
                plan.fill(member, TinyOpponent.chunk(events[member], chunk, steps));
            }
            ChunkResult result = plan.learn();
            int firstStep = chunk * steps;
            boolean isFirst = chunk == 0;
            ToDoubleFunction<double[]> loss = weights -> {
                double sum = 0;
                for (int member = 0; member < MEMBERS; member++) {
                    DoubleOpponentModel reference = isFirst
                            ? new DoubleOpponentModel(model.network(), weights)
                            : references[member].withWeights(weights);
                    sum += reference.crossEntropy(TinyOpponent.widen(events[member], firstStep, steps));
                }
                return sum / MEMBERS;
            };
            assertThat(result.crossEntropy()).isCloseTo(loss.applyAsDouble(theta), ROUNDING);
            assertThat(result.loss()).isEqualTo(result.crossEntropy());
            assertSlopes(model.network().layout(), plan.gradients().toArray(), theta, loss);
            for (int member = 0; member < MEMBERS; member++) {
                references[member].predict(TinyOpponent.widen(events[member], firstStep, steps));
            }
        }
    }

    /** Every number of small matrices such as the initial states, and a sample of the larger ones. */
    private static void assertSlopes(
            ParameterLayout layout, float[] derived, double[] theta, ToDoubleFunction<double[]> loss) {
        for (ParameterLayout.Entry entry : layout.entries()) {
            for (int i = 0; i < entry.size(); i += 1 + entry.size() / 24) {
                int place = entry.offset() + i;
                assertThat((double) derived[place])
                        .as("%s, place %d", entry.name(), i)
                        .isCloseTo(slope(theta, place, loss), ROUNDING);
            }
        }
    }
}
