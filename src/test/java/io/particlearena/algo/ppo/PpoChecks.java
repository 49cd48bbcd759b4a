package io.particlearena.algo.ppo;

import io.particlearena.golden.GoldenCase;
import io.particlearena.golden.Numbers;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;

/** Golden numbers of the losses, with gradients. */
public final class PpoChecks {

    private PpoChecks() {}

    public static void losses(GoldenCase golden) {
        float[] logProbabilities = Numbers.floats(golden.inputNumbers("logp"));
        float[] old = Numbers.floats(golden.inputNumbers("logp_old"));
        double clipRatio = golden.parameter("clip_ratio").doubleValue();
        int size = old.length;
        Plan plan = new Plan();
        Tensor logProbability = plan.input(size, 1);
        Tensor oldLogProbability = plan.input(size, 1);
        Tensor advantage = plan.input(size, 1);
        Tensor ratio = PpoLosses.ratio(plan, logProbability, oldLogProbability);
        Tensor policyLoss =
                PpoLosses.policy(plan, ratio, advantage, new Scalar(1 - clipRatio), new Scalar(1 + clipRatio));
        Tensor policyGradient = plan.gradient(policyLoss, logProbability);
        Tensor predicted = plan.input(size, 1);
        Tensor wanted = plan.input(size, 1);
        Tensor valueLoss = PpoLosses.value(plan, predicted, wanted);
        Tensor valueGradient = plan.gradient(valueLoss, predicted);
        logProbability.set(logProbabilities);
        oldLogProbability.set(old);
        advantage.set(Numbers.floats(golden.inputNumbers("adv")));
        predicted.set(Numbers.floats(golden.inputNumbers("v")));
        wanted.set(Numbers.floats(golden.inputNumbers("ret")));
        plan.run();

        golden.checkFloat32("ratio", Numbers.doubles(ratio.toArray()));
        golden.checkFloat32("pi_loss", policyLoss.value());
        golden.checkFloat32("v_loss", valueLoss.value());
        golden.checkGradient("pi_loss_wrt_logp", Numbers.doubles(policyGradient.toArray()));
        golden.checkGradient("v_loss_wrt_v", Numbers.doubles(valueGradient.toArray()));
        PolicyShift shift = new PolicyShift(clipRatio);
        shift.add(logProbabilities, old, size);
        golden.checkFloat32("approx_kl", shift.differenceEstimate());
        golden.checkFloat32("approx_ent", shift.entropyEstimate());
        golden.check("clipfrac", shift.clipFraction());
    }

    public static void valueLoss(GoldenCase golden) {
        float[] predictions = Numbers.floats(golden.inputNumbers("pi_vf"));
        Plan plan = new Plan();
        Tensor predicted = plan.input(predictions.length, 1);
        Tensor wanted = plan.input(predictions.length, 1);
        Tensor loss = PpoLosses.value(plan, predicted, wanted);
        Tensor gradient = plan.gradient(loss, predicted);
        predicted.set(predictions);
        wanted.set(Numbers.floats(golden.inputNumbers("r_target")));
        plan.run();
        golden.checkFloat32("loss", loss.value());
        golden.checkGradient("loss_wrt_pi_vf", Numbers.doubles(gradient.toArray()));
    }
}
