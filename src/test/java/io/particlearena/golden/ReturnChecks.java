package io.particlearena.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.particlearena.math.Statistics;
import io.particlearena.math.TrajectorySteps;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.Arrays;

/** Golden numbers of returns and advantages. */
final class ReturnChecks {

    private ReturnChecks() {}

    static void trajectory(GoldenCase golden) {
        double gamma = golden.parameter("gamma").doubleValue();
        double[] rewards = golden.inputNumbers("rewards");
        double[] discounts = new double[rewards.length];
        Arrays.fill(discounts, gamma);
        double bootstrap = golden.input("bootstrap").doubleValue();
        double[] values = golden.inputNumbers("values");
        TrajectorySteps steps = steps(rewards, discounts, values, bootstrap);

        double[] deltas = advantages(steps, 0);
        double[] advantages = advantages(steps, golden.parameter("lambda").doubleValue());
        golden.check("deltas", deltas);
        golden.check("advantages", advantages);
        golden.check("returns", returns(steps));
        golden.check("lambda_returns", sum(advantages, values));
        double[] standardised = advantages.clone();
        Statistics.standardise(standardised);
        golden.check("advantages_normalized", standardised);
    }

    static void masked(GoldenCase golden) {
        double gamma = golden.parameter("gamma").doubleValue();
        double lambda = golden.parameter("lambda").doubleValue();
        int columns = golden.input("bootstrap").size();
        double[] advantages = new double[golden.inputNumbers("rewards").length];
        double[] returns = new double[advantages.length];
        for (int column = 0; column < columns; column++) {
            double[] discounts = column(golden.input("dones"), column);
            for (int t = 0; t < discounts.length; t++) {
                discounts[t] = gamma * (1 - discounts[t]);
            }
            TrajectorySteps steps = steps(
                    column(golden.input("rewards"), column),
                    discounts,
                    column(golden.input("values"), column),
                    golden.input("bootstrap").get(column).doubleValue());
            putColumn(advantages(steps, lambda), advantages, column, columns);
            putColumn(returns(steps), returns, column, columns);
        }
        golden.check("advantages", advantages);
        golden.check("returns", returns);
        golden.check("lambda_returns", sum(advantages, golden.inputNumbers("values")));
    }

    static void discounted(GoldenCase golden) {
        int columns = golden.input("bootstrap_value").size();
        double[] values = golden.inputNumbers("values");
        double[] returns = new double[values.length];
        for (int column = 0; column < columns; column++) {
            TrajectorySteps steps = steps(
                    column(golden.input("rewards"), column),
                    column(golden.input("discounts"), column),
                    column(golden.input("values"), column),
                    golden.input("bootstrap_value").get(column).doubleValue());
            putColumn(returns(steps), returns, column, columns);
        }
        golden.check("returns", returns);

        Plan plan = new Plan();
        Tensor predicted = plan.input(values.length, 1);
        Tensor wanted = plan.input(values.length, 1);
        Tensor loss = plan.scale(plan.sum(plan.square(plan.subtract(predicted, wanted))), 0.5);
        Tensor gradient = plan.gradient(loss, predicted);
        predicted.set(Numbers.floats(values));
        wanted.set(Numbers.floats(returns));
        plan.run();
        golden.checkFloat32("critic_pretrain_loss", loss.value());
        golden.checkGradient("critic_pretrain_loss_wrt_values", Numbers.doubles(gradient.toArray()));
    }

    private static TrajectorySteps steps(double[] rewards, double[] discounts, double[] values, double bootstrap) {
        double[] nextValues = new double[values.length];
        System.arraycopy(values, 1, nextValues, 0, values.length - 1);
        nextValues[values.length - 1] = bootstrap;
        return new TrajectorySteps(rewards, discounts, values, nextValues, new boolean[values.length]);
    }

    private static double[] advantages(TrajectorySteps steps, double lambda) {
        double[] advantages = new double[steps.count()];
        steps.advantages(lambda, advantages);
        return advantages;
    }

    private static double[] returns(TrajectorySteps steps) {
        double[] returns = new double[steps.count()];
        steps.returns(returns);
        return returns;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    /** One column of nested lists by time and then by column. */
    private static double[] column(JsonNode rows, int column) {
        double[] values = new double[rows.size()];
        Arrays.setAll(values, t -> rows.get(t).get(column).doubleValue());
        return values;
    }

    private static void putColumn(double[] values, double[] matrix, int column, int columns) {
        for (int t = 0; t < values.length; t++) {
            matrix[t * columns + column] = values[t];
        }
    }
}
