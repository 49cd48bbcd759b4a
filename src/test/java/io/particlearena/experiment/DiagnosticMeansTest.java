package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.Environment;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.scenario.Scenarios;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiagnosticMeansTest {

    @Test
    void meansAreOverSteps() {
        Environment environment =
                Scenarios.find("simple_adversary").orElseThrow().create(Map.of(), RandomStream.ofSeed(4));
        StepBuffer buffer = new StepBuffer(environment);
        double[][] actions = new double[3][5];
        actions[0][1] = 1;
        DiagnosticMeans means = new DiagnosticMeans(environment);
        double sum = 0;
        environment.reset(buffer);
        for (int step = 0; step < 7; step++) {
            environment.step(actions, buffer);
            means.step();
            double[] ofAdversary = new double[1];
            environment.readDiagnostics(0, ofAdversary);
            sum += ofAdversary[0];
        }
        double mean = sum / 7;
        assertThat(means.means()).containsOnlyKeys("adversary 0", "agent 0", "agent 1");
        assertThat(means.means().get("adversary 0"))
                .hasEntrySatisfying(
                        "squared_goal_distance", value -> assertThat(value).isCloseTo(mean, within(1e-12)));
        assertThat(means.means().get("agent 1"))
                .containsOnlyKeys(
                        "squared_distance_of_landmark_0", "squared_distance_of_landmark_1", "squared_goal_distance");
    }
}
