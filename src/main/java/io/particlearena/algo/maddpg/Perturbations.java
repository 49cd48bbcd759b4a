package io.particlearena.algo.maddpg;

/**
 * What happens to joint actions on their way to the critics of one seat's update.
 *
 * @param inTarget on the way to the target critic
 * @param inPolicyLoss on the way to the critic that the policy learns from
 */
record Perturbations(Perturbation inTarget, Perturbation inPolicyLoss) {

    static final Perturbations NONE = new Perturbations(Perturbation.NONE, Perturbation.NONE);

    /** The least norm of a gradient of minus the batch's mean Q in the released program, the square root of 1e-12. */
    private static final double RELEASED_LEAST_NORM = 1e-6;

    /**
     * Those of an algorithm of this package.
     *
     * <p>The paper's form of M3DDPG tells sides apart and perturbs both. The released program computes the loss of the
     * policy from the actions as they were, lets all other agents move by the other side's epsilon, and divides by the
     * norm of the mean's gradient, which is smaller than a sample's own by the size of the batch and meets its floor.
     */
    static Perturbations of(Settings settings, CriticView view, int seat, LearningRates rates) {
        if (settings.variant() == null) {
            return NONE;
        }
        return switch (settings.variant()) {
            case PAPER -> {
                Perturbation both = new WorseActions(view, seat, rates.teamEpsilon(), rates.opponentEpsilon(), 0);
                yield new Perturbations(both, both);
            }
            case RELEASED -> {
                double leastNorm = settings.maddpg().batchSize() * RELEASED_LEAST_NORM;
                yield new Perturbations(
                        new WorseActions(view, seat, rates.opponentEpsilon(), rates.opponentEpsilon(), leastNorm),
                        Perturbation.NONE);
            }
        };
    }
}
