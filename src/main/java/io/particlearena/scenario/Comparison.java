package io.particlearena.scenario;

import io.particlearena.env.Deviation;
import io.particlearena.env.DeviationMeter;

/** Compares numbers of a recording with those of its replay, and says at which moment they differ most. */
final class Comparison {

    private final DeviationMeter meter = new DeviationMeter();
    private String moment = "";

    /** Names the moment of the episode that the next numbers belong to. */
    void at(String newMoment) {
        moment = newMoment;
    }

    /** Compares two numbers. */
    void number(String what, int index, double recorded, double replayed) {
        meter.compare(recorded, replayed, () -> place(what + (index < 0 ? "" : " " + index), recorded, replayed));
    }

    /** Compares lists of numbers. */
    void numbers(String what, double[] recorded, double[] replayed) {
        if (recorded.length != replayed.length) {
            meter.disagree(() -> place(what, recorded.length + " numbers", replayed.length + " numbers"));
            return;
        }
        for (int i = 0; i < recorded.length; i++) {
            number(what, i, recorded[i], replayed[i]);
        }
    }

    /** Compares two facts. */
    void fact(String what, boolean recorded, boolean replayed) {
        if (recorded == replayed) {
            meter.compare(0, 0, () -> what);
        } else {
            meter.disagree(() -> place(what, recorded, replayed));
        }
    }

    private String place(String what, Object recorded, Object replayed) {
        return moment + ", " + what + ": recorded " + recorded + ", replayed " + replayed;
    }

    /** The outcome. */
    Deviation deviation() {
        return meter.result();
    }
}
