package io.particlearena.nn;

/**
 * A live number (learning rate, clip, discount, cost weight) that plans read at every run, so that changing it rebuilds
 * nothing. Changes belong to the thread that runs the plans.
 */
public final class Scalar {

    private double value;

    public Scalar(double value) {
        this.value = value;
    }

    public double get() {
        return value;
    }

    public void set(double newValue) {
        value = newValue;
    }
}
