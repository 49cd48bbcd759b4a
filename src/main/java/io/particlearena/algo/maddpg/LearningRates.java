package io.particlearena.algo.maddpg;

import io.particlearena.nn.Scalar;

/** The options that may change while training, as plans read them. */
public final class LearningRates {

    /** A norm that no gradient reaches, for no clipping. */
    private static final double UNREACHED_NORM = 1e30;

    private final Scalar learningRate = new Scalar(0);
    private final Scalar gamma = new Scalar(0);
    private final Scalar gradientNorm = new Scalar(0);
    private final Scalar policyRegularisation = new Scalar(0);
    private final Scalar teamEpsilon = new Scalar(0);
    private final Scalar opponentEpsilon = new Scalar(0);
    private double polyak;

    /** Takes over the present options. */
    void set(Settings settings) {
        set(settings.maddpg());
        teamEpsilon.set(settings.teamEpsilon());
        opponentEpsilon.set(settings.opponentEpsilon());
    }

    /** Takes over the present options. */
    public void set(MaddpgOptions options) {
        learningRate.set(options.lr());
        gamma.set(options.gamma());
        gradientNorm.set(options.gradNormClipping() > 0 ? options.gradNormClipping() : UNREACHED_NORM);
        policyRegularisation.set(options.policyRegularisation());
        polyak = options.polyak();
    }

    Scalar learningRate() {
        return learningRate;
    }

    Scalar gamma() {
        return gamma;
    }

    Scalar gradientNorm() {
        return gradientNorm;
    }

    Scalar policyRegularisation() {
        return policyRegularisation;
    }

    /** How far M3DDPG moves actions of the own side. */
    Scalar teamEpsilon() {
        return teamEpsilon;
    }

    /** How far M3DDPG moves actions of the other side. */
    Scalar opponentEpsilon() {
        return opponentEpsilon;
    }

    double polyak() {
        return polyak;
    }
}
