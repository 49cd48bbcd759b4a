package io.particlearena.nn;

/**
 * A live number (learning rate, clip, discount, cost weight) that plans read at every run, so that changing it rebuilds
 * nothing. Changes belong to the thread that runs the plans.
 */
public final class Scalar {

    private double value;

    /** A number that has this value until it is set. */
    public Scalar(double value) {
        this.value = value;
    }

    /** The value that plans read now. */
    public double get() {
        return value;
    }

    /** Gives the number another value, which the next run of a plan reads. */
    public void set(double newValue) {
        value = newValue;
    }
}
