package io.particlearena.ui.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.env.Signal;
import io.particlearena.experiment.EpisodeFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastTest {

    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec("adversary 0", Side.BAD, List.of(), List.of(ActionHead.categorical("move", 2))),
            new AgentSpec(
                    "agent 0",
                    Side.GOOD,
                    List.of(),
                    List.of(ActionHead.categorical("move", 3), ActionHead.categorical("message", 2))));

    private static EpisodeFrame frame(List<Signal> first, List<Signal> second) {
        return new EpisodeFrame(
                1,
                4,
                new Scene(List.of(), List.of(), List.of(), 0, 0, 1),
                AGENTS,
                List.of(0.0, 0.0),
                List.of(0.0, 0.0),
                List.of(List.of(1.0, 0.0), List.of(0.1, 0.7, 0.2, 0.6, 0.4)),
                List.of(first, second),
                false);
    }

    private static Signal prediction(int about, double... values) {
        return Signal.distribution("prediction", about, values);
    }

    @Test
    void predictionsAreComparedWithTheActionHeadByHead() {
        Signal actual = Signal.distribution("action_probabilities", 1, new double[] {0.2, 0.5, 0.3, 0.9, 0.1});
        List<Forecast> forecasts = Forecast.of(frame(List.of(prediction(1, 0.1, 0.8, 0.1, 0.3, 0.7)), List.of(actual)));
        assertThat(forecasts).hasSize(1);
        Forecast forecast = forecasts.get(0);
        assertThat(forecast.observer()).isZero();
        assertThat(forecast.about()).isEqualTo(1);
        assertThat(forecast.heads())
                .containsExactly(
                        new Forecast.Head(List.of(0.1, 0.8, 0.1), List.of(0.2, 0.5, 0.3), 1),
                        new Forecast.Head(List.of(0.3, 0.7), List.of(0.9, 0.1), 0));
        assertThat(forecast.heads()).extracting(Forecast.Head::isRight).containsExactly(true, false);
    }

    @Test
    void whoDoesNotTellItsProbabilitiesIsStillPredicted() {
        Forecast forecast = Forecast.of(frame(List.of(prediction(1, 0.1, 0.8, 0.1, 0.3, 0.7)), List.of()))
                .get(0);
        assertThat(forecast.heads().get(0).actual()).isEmpty();
        assertThat(forecast.heads().get(0).isRight()).isTrue();
    }

    @Test
    void severalAgentsMayPredictEachOther() {
        List<Forecast> forecasts =
                Forecast.of(frame(List.of(prediction(1, 0.1, 0.8, 0.1, 0.3, 0.7)), List.of(prediction(0, 0.4, 0.6))));
        assertThat(forecasts).extracting(Forecast::observer).containsExactly(0, 1);
        assertThat(forecasts.get(1).heads().get(0).isRight()).isFalse();
    }

    @Test
    void signalsOfOtherKindsOrSizesAreNoPredictions() {
        Signal vector = new Signal("prediction", Signal.Kind.VECTOR, 1, List.of(0.5, 0.5, 0.0, 1.0, 0.0));
        Signal ownChoice = Signal.distribution("action_probabilities", 0, new double[] {0.5, 0.5});
        assertThat(Forecast.of(frame(List.of(vector, ownChoice, prediction(1, 1.0), prediction(5, 1.0)), List.of())))
                .isEmpty();
    }
}
