package io.particlearena.algo.ppo;

import io.particlearena.algo.ppo.PpoOptions.Distribution;
import io.particlearena.env.ActionHead;
import io.particlearena.golden.GoldenCase;
import io.particlearena.golden.Numbers;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.List;

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

    /** Categorical policy, value and entropy in one loss. */
    public static void categoricalLoss(GoldenCase golden) {
        int rows = golden.input("act_target").size();
        double[] actions = golden.inputNumbers("act_target");
        int classes = actions.length / rows;
        PpoDistribution distribution =
                new PpoDistribution(List.of(ActionHead.categorical("action", classes)), Distribution.CATEGORICAL);
        double epsilon = golden.parameter("epsilon").doubleValue();
        Plan plan = new Plan();
        Tensor logits = plan.input(rows, classes);
        Tensor oldLogits = plan.input(rows, classes);
        Tensor samples = plan.input(rows, classes);
        Tensor advantage = plan.input(rows, 1);
        Tensor predicted = plan.input(rows, 1);
        Tensor wanted = plan.input(rows, 1);
        Tensor ratio = PpoLosses.ratio(
                plan,
                distribution.logProbability(plan, logits, samples),
                distribution.logProbability(plan, oldLogits, samples));
        Tensor policyLoss = PpoLosses.policy(plan, ratio, advantage, new Scalar(1 - epsilon), new Scalar(1 + epsilon));
        Tensor valueLoss = PpoLosses.value(plan, predicted, wanted);
        Tensor entropy = plan.mean(distribution.entropy(plan, logits));
        Tensor loss = plan.subtract(
                plan.add(policyLoss, valueLoss),
                plan.scale(entropy, golden.parameter("entropy_beta").doubleValue()));
        Tensor divergence = plan.subtract(
                plan.mean(plan.softmaxCrossEntropy(logits, plan.softmax(oldLogits))),
                plan.mean(distribution.entropy(plan, oldLogits)));
        Tensor meanRatio = plan.mean(ratio);
        Tensor meanValue = plan.mean(predicted);
        Tensor policyGradient = plan.gradient(loss, logits);
        Tensor valueGradient = plan.gradient(loss, predicted);
        logits.set(Numbers.floats(golden.inputNumbers("pi_logits")));
        oldLogits.set(Numbers.floats(golden.inputNumbers("pi_prime_logits")));
        samples.set(Numbers.floats(actions));
        advantage.set(Numbers.floats(golden.inputNumbers("adv_target")));
        predicted.set(Numbers.floats(golden.inputNumbers("pi_vf")));
        wanted.set(Numbers.floats(golden.inputNumbers("r_target")));
        plan.run();

        golden.checkFloat32("loss", loss.value());
        golden.checkFloat32("l_clip_loss", policyLoss.value());
        golden.checkFloat32("value_loss", valueLoss.value());
        golden.checkFloat32("entropy", entropy.value());
        golden.checkFloat32("Dkl_old_new", divergence.value());
        golden.checkFloat32("pi_ratio", meanRatio.value());
        golden.checkFloat32("value_fn", meanValue.value());
        golden.checkGradient("loss_wrt_pi_logits", Numbers.doubles(policyGradient.toArray()));
        golden.checkGradient("loss_wrt_pi_vf", Numbers.doubles(valueGradient.toArray()));
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
