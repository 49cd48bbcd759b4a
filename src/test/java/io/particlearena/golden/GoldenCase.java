package io.particlearena.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One case of a file of golden numbers: tensors are nested lists, read in row-major order.
 *
 * @param id names the case in its file
 * @param body the case with its {@code inputs}, {@code params}, {@code expected} and perhaps {@code expected_grads}
 * @param absolute the largest absolute difference allowed
 * @param relative the largest difference allowed, relative to the expected number, on top of the absolute one
 */
public record GoldenCase(String id, JsonNode body, double absolute, double relative) {

    /** Single precision needs this much absolute tolerance, as the files' description says. */
    private static final double FLOAT32_TOLERANCE = 1e-5;

    /** An input. */
    public JsonNode input(String name) {
        return require(body.path("inputs").path(name), "inputs." + name);
    }

    /** All numbers of an input, in row-major order. */
    public double[] inputNumbers(String name) {
        return numbers(input(name));
    }

    /** A parameter; null where the file has null. */
    public JsonNode parameter(String name) {
        return require(body.path("params").path(name), "params." + name);
    }

    /** Compares a result with what is expected under a name, with the file's tolerance. */
    public void check(String name, double... actual) {
        compare(name, require(body.path("expected").path(name), "expected." + name), actual, absolute);
    }

    /** As {@link #check}, for results that were computed in single precision. */
    public void checkFloat32(String name, double... actual) {
        compare(
                name,
                require(body.path("expected").path(name), "expected." + name),
                actual,
                Math.max(absolute, FLOAT32_TOLERANCE));
    }

    /** Compares a gradient, named {@code <result>_wrt_<input>}, that was computed in single precision. */
    public void checkGradient(String name, double... actual) {
        compare(
                name,
                require(body.path("expected_grads").path(name), "expected_grads." + name),
                actual,
                Math.max(absolute, FLOAT32_TOLERANCE));
    }

    private void compare(String name, JsonNode expectedNode, double[] actual, double tolerance) {
        double[] expected = numbers(expectedNode);
        assertThat(actual).as("%s of case %s", name, id).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double allowed = tolerance + relative * Math.abs(expected[i]);
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s[%d] of case %s: %s instead of %s", name, i, id, actual[i], expected[i])
                    .isLessThanOrEqualTo(allowed);
        }
    }

    /** All numbers of a number or of nested lists, in order. */
    public static double[] numbers(JsonNode node) {
        List<Double> found = new ArrayList<>();
        collect(node, found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> found) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, found));
        } else {
            assertThat(node.isNumber()).as("number in %s", node).isTrue();
            found.add(node.doubleValue());
        }
    }

    private JsonNode require(JsonNode node, String name) {
        assertThat(node.isMissingNode())
                .as("%s is missing in case %s", name, id)
                .isFalse();
        return node;
    }
}
