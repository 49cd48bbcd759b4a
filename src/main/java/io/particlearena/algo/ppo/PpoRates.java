package io.particlearena.algo.ppo;

import io.particlearena.nn.Scalar;

/** The options that may change while training, as updates read them. */
final class PpoRates {

    /** A norm that no gradient reaches, for no clipping. */
    private static final double UNREACHED_NORM = 1e30;

    private final Scalar policyRate = new Scalar(0);
    private final Scalar valueRate = new Scalar(0);
    private final Scalar lowestRatio = new Scalar(0);
    private final Scalar highestRatio = new Scalar(0);
    private final Scalar entropyWeight = new Scalar(0);
    private final Scalar gradientNorm = new Scalar(0);
    private PpoOptions options;

    PpoRates(PpoOptions options) {
        this.options = options;
        set(options);
    }

    /** Takes over the present options. */
    void set(PpoOptions present) {
        options = present;
        policyRate.set(present.ppoPiLr());
        valueRate.set(present.ppoVfLr());
        lowestRatio.set(1 - present.ppoClipRatio());
        highestRatio.set(1 + present.ppoClipRatio());
        entropyWeight.set(present.ppoEntropyWeight());
        gradientNorm.set(present.ppoGradNormClipping() > 0 ? present.ppoGradNormClipping() : UNREACHED_NORM);
    }

    Scalar policyRate() {
        return policyRate;
    }

    Scalar valueRate() {
        return valueRate;
    }

    Scalar lowestRatio() {
        return lowestRatio;
    }

    Scalar highestRatio() {
        return highestRatio;
    }

    Scalar entropyWeight() {
        return entropyWeight;
    }

    Scalar gradientNorm() {
        return gradientNorm;
    }

    double gamma() {
        return options.gamma();
    }

    double lambda() {
        return options.ppoLambda();
    }

    double clipRatio() {
        return options.ppoClipRatio();
    }

    /** Whether the policy has moved so far that its passes end. */
    boolean endsAt(PolicyShift shift) {
        double divergence = options.ppoKlEstimate() == PpoOptions.KlEstimate.RATIO
                ? shift.ratioEstimate()
                : shift.differenceEstimate();
        return options.ppoTargetKl() > 0 && divergence > 1.5 * options.ppoTargetKl();
    }
}
