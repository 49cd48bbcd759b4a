package io.particlearena.ui.runs;

import io.particlearena.ui.chart.Dash;

/** How a run's curves are drawn: there are more runs than colours. */
record RunLine(RunColour colour, Dash dash) {

    /** What is given to runs in turn: all colours without gaps, then all with dashes, and so on. */
    static RunLine ofPlace(int place) {
        int colours = RunColour.PALETTE.size();
        return new RunLine(RunColour.PALETTE.get(place % colours), Dash.ofRound(place / colours));
    }

    /** The same in another colour. */
    RunLine in(RunColour other) {
        return new RunLine(other, dash);
    }
}
