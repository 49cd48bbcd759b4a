package io.particlearena.experiment;

import io.particlearena.env.Environment;
import java.util.LinkedHashMap;
import java.util.Map;

/** The means over steps of the values that a scenario's publication reports for its agents. */
final class DiagnosticMeans {

    private final Environment environment;
    private final double[][] values;
    private final double[][] sums;
    private long steps;

    DiagnosticMeans(Environment environment) {
        this.environment = environment;
        int agents = environment.agents().size();
        values = new double[agents][];
        sums = new double[agents][];
        for (int seat = 0; seat < agents; seat++) {
            int count = environment.diagnostics(seat).size();
            values[seat] = new double[count];
            sums[seat] = new double[count];
        }
    }

    /** Adds the step that the environment just made; allocates nothing. */
    void step() {
        for (int seat = 0; seat < sums.length; seat++) {
            environment.readDiagnostics(seat, values[seat]);
            for (int i = 0; i < sums[seat].length; i++) {
                sums[seat][i] += values[seat][i];
            }
        }
        steps++;
    }

    /** By agent and name of the value; empty for agents without. */
    Map<String, Map<String, Double>> means() {
        Map<String, Map<String, Double>> means = new LinkedHashMap<>();
        for (int seat = 0; seat < sums.length; seat++) {
            Map<String, Double> ofAgent = new LinkedHashMap<>();
            for (int i = 0; i < sums[seat].length; i++) {
                ofAgent.put(environment.diagnostics(seat).get(i), sums[seat][i] / steps);
            }
            means.put(environment.agents().get(seat).name(), ofAgent);
        }
        return means;
    }
}
