package io.particlearena.nn;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.util.Arrays;

/**
 * Adam (Kingma and Ba 2015), in either of the two forms in use, which differ in where epsilon stands.
 *
 * <p>{@link Form#TENSORFLOW}, called "epsilon hat" in the paper, adds epsilon before the second moment's bias is corrected:
 * {@code θ -= lr sqrt(1-β2^t)/(1-β1^t) m/(sqrt(v)+ε)}. {@link Form#PYTORCH} adds it after:
 * {@code θ -= lr/(1-β1^t) m/(sqrt(v/(1-β2^t))+ε)}.
 */
public final class Adam implements Optimiser {

    /** Where epsilon stands. */
    public enum Form {
        TENSORFLOW,
        PYTORCH
    }

    private final Form form;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final float[] mean;
    private final float[] square;
    private long steps;

    /**
     * An optimiser of these parameters, with moments of zero; {@code beta1} and {@code beta2} are what a step keeps of
     * them.
     */
    public Adam(Parameters parameters, Form form, double beta1, double beta2, double epsilon) {
        this(parameters.size(), form, beta1, beta2, epsilon);
    }

    Adam(int size, Form form, double beta1, double beta2, double epsilon) {
        this.form = form;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.mean = new float[size];
        this.square = new float[size];
    }

    /** TensorFlow's form with its defaults: 0.9, 0.999, 1e-8. */
    public static Adam tensorFlow(Parameters parameters) {
        return new Adam(parameters, Form.TENSORFLOW, 0.9, 0.999, 1e-8);
    }

    @Override
    public int size() {
        return mean.length;
    }

    @Override
    public void step(float[] parameters, float[] gradient, double learningRate) {
        steps++;
        double first = 1 - Math.pow(beta1, (double) steps);
        double second = Math.sqrt(1 - Math.pow(beta2, (double) steps));
        // The PyTorch form is the other with epsilon multiplied by the second correction.
        float stepSize = (float) (learningRate * second / first);
        float floor = (float) (form == Form.TENSORFLOW ? epsilon : epsilon * second);
        updateMoments(gradient);
        for (int i = 0; i < mean.length; i++) {
            parameters[i] -= stepSize * mean[i] / ((float) Math.sqrt(square[i]) + floor);
        }
    }

    /** Forgets the moments, as for new parameters. */
    public void reset() {
        steps = 0;
        Arrays.fill(mean, 0);
        Arrays.fill(square, 0);
    }

    private void updateMoments(float[] gradient) {
        float keepMean = (float) beta1;
        float newMean = (float) (1 - beta1);
        float keepSquare = (float) beta2;
        float newSquare = (float) (1 - beta2);
        for (int i = 0; i < mean.length; i++) {
            float g = gradient[i];
            mean[i] = keepMean * mean[i] + newMean * g;
            square[i] = keepSquare * square[i] + newSquare * (g * g);
        }
    }

    /** Copies of the two moments, for tests. */
    float[][] moments() {
        return new float[][] {mean.clone(), square.clone()};
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("steps", steps);
        out.putFloats("mean", mean);
        out.putFloats("square", square);
    }

    @Override
    public void load(StateReader in) {
        float[] storedMean = in.getFloats("mean");
        float[] storedSquare = in.getFloats("square");
        if (storedMean.length != mean.length || storedSquare.length != square.length) {
            throw new StoreException("Adam's moments of " + mean.length + " parameters cannot be taken from "
                    + storedMean.length + " and " + storedSquare.length + " stored numbers.");
        }
        steps = in.getLong("steps");
        System.arraycopy(storedMean, 0, mean, 0, mean.length);
        System.arraycopy(storedSquare, 0, square, 0, square.length);
    }
}
