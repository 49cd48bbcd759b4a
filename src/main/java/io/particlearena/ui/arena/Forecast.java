package io.particlearena.ui.arena;

import io.particlearena.env.ActionHead;
import io.particlearena.env.Signal;
import io.particlearena.experiment.EpisodeFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * What one agent predicted of another's action, beside what that one did. Knows no canvas.
 *
 * @param observer the seat of the agent that predicts
 * @param about the seat of the agent that is predicted
 * @param heads the categorical heads of its action, in order
 */
public record Forecast(int observer, int about, List<Head> heads) {

    /** The name of the signal that predicts another agent. */
    public static final String PREDICTION = "prediction";
    /** The name of the signal with the probabilities of an agent's own action. */
    public static final String TRUE_DISTRIBUTION = "action_probabilities";

    public Forecast {
        heads = List.copyOf(heads);
    }

    /**
     * One head.
     *
     * @param predicted the predicted probability of each class
     * @param actual the probability with which the agent took each class; empty where it does not tell
     * @param taken the class that it took
     */
    public record Head(List<Double> predicted, List<Double> actual, int taken) {

        public Head {
            predicted = List.copyOf(predicted);
            actual = List.copyOf(actual);
        }

        /** Whether the class that was taken is the one held likeliest. */
        public boolean isRight() {
            return largest(predicted) == taken;
        }
    }

    /** All that is predicted in a frame, in the order of the predicting agents. */
    public static List<Forecast> of(EpisodeFrame frame) {
        List<Forecast> forecasts = new ArrayList<>();
        for (int seat = 0; seat < frame.signals().size(); seat++) {
            for (Signal signal : frame.signals().get(seat)) {
                if (signal.kind() == Signal.Kind.DISTRIBUTION
                        && signal.name().equals(PREDICTION)
                        && isComplete(frame, signal)) {
                    forecasts.add(new Forecast(seat, signal.about(), heads(frame, signal)));
                }
            }
        }
        return forecasts;
    }

    private static boolean isComplete(EpisodeFrame frame, Signal signal) {
        int about = signal.about();
        return about >= 0
                && about < frame.agents().size()
                && frame.agents().get(about).actionSize() == signal.values().size()
                && frame.actions().get(about).size() == signal.values().size();
    }

    private static List<Head> heads(EpisodeFrame frame, Signal prediction) {
        int about = prediction.about();
        List<Double> actual = List.of();
        for (Signal own : frame.signals().get(about)) {
            if (own.name().equals(TRUE_DISTRIBUTION)
                    && own.about() == about
                    && own.values().size() == prediction.values().size()) {
                actual = own.values();
            }
        }
        List<Head> heads = new ArrayList<>();
        int start = 0;
        for (ActionHead head : frame.agents().get(about).actions()) {
            int end = start + head.size();
            if (head.kind() == ActionHead.Kind.CATEGORICAL) {
                heads.add(new Head(
                        prediction.values().subList(start, end),
                        actual.isEmpty() ? actual : actual.subList(start, end),
                        largest(frame.actions().get(about).subList(start, end))));
            }
            start = end;
        }
        return heads;
    }

    static int largest(List<Double> values) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = values.get(i) > values.get(best) ? i : best;
        }
        return best;
    }
}
