package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One seat's whole update as one plan: target actions of the seats that the critic sees, the critic's step, then the
 * policy's step through the new critic.
 *
 * <p>Critic: the mean of (Q(x, a) - y)^2 with y = r + gamma (1 - done) Q'(x', a'), where a' are samples of the target
 * policies. Policy: minus the mean of Q(x, a) with the own action a_i sampled anew from the policy and the others' as
 * stored, plus a weight times the mean of the squared policy outputs (Lowe et al. 2017, equations 5 and 6, and OpenAI's
 * program for the regulariser). M3DDPG perturbs both joint actions; LeMOL's policy sees predictions, which may stand for the
 * predicted agents' actions in a' and in the policy's loss. Every gradient tensor is clipped by its own norm.
 */
final class UpdatePlan {

    private final Parts parts;
    private final SeatDesign design;
    private final SeatNetworks networks;
    private final Plan plan = new Plan();
    private final SampledSteps steps;
    private final Tensor criticLoss;
    private final Tensor policyLoss;
    private final Tensor meanQ;
    private final Tensor meanTargetQ;
    private final Gradients criticGradients;
    private final Gradients policyGradients;
    private @Nullable Tensor influence;

    /** What a plan is made of. */
    record Parts(
            SeatDesign design,
            Perturbations perturbations,
            SeatNetworks networks,
            LearningRates rates,
            JointReplay replay,
            List<Policy> policyOfSeat,
            RandomStream noise) {}

    UpdatePlan(Parts parts) {
        this.parts = parts;
        design = parts.design();
        networks = parts.networks();
        steps = new SampledSteps(plan, design, parts.replay());
        LearningRates rates = parts.rates();

        Tensor wanted = appendWantedQ();
        Tensor q = networks.criticNetwork().apply(plan, networks.critic(), steps.joint());
        criticLoss = plan.mean(plan.square(plan.subtract(q, wanted)));
        meanQ = plan.mean(q);
        meanTargetQ = plan.mean(wanted);
        criticGradients = plan.gradients(criticLoss, networks.critic());
        plan.clipEachTensor(criticGradients, rates.gradientNorm());
        plan.step(networks.criticAdam(), criticGradients, rates.learningRate());

        policyLoss = appendPolicyLoss();
        policyGradients = plan.gradients(policyLoss, networks.policy());
        plan.clipEachTensor(policyGradients, rates.gradientNorm());
        plan.step(networks.policyAdam(), policyGradients, rates.learningRate());
    }

    private Tensor appendWantedQ() {
        TargetActions targetActions = new TargetActions(
                plan, design.view().agents(), parts.policyOfSeat(), steps::nextObservation, parts.noise());
        List<Tensor> next = new ArrayList<>(List.of(steps.nextObservations()));
        design.view().acting().forEach(seat -> next.add(nextAction(seat, targetActions)));
        Tensor nextQ = judge(networks.targetCritic(), parts.perturbations().inTarget(), plan.concat(next));
        return wantedQ(plan, steps.reward(), steps.proceed(), parts.rates().gamma(), nextQ);
    }

    private Tensor nextAction(int seat, TargetActions targetActions) {
        Predictions predictions = design.predictions();
        if (predictions.replaces(seat)) {
            return steps.nextPrediction(seat);
        }
        return seat == design.seat() && predictions.supplied()
                ? networks.targetAction(plan, steps.nextPolicyInput(), parts.noise())
                : targetActions.of(seat);
    }

    /** y = r + gamma (1 - done) Q'; no gradient passes. */
    static Tensor wantedQ(Plan plan, Tensor reward, Tensor proceed, Scalar gamma, Tensor nextQ) {
        return plan.stopGradient(plan.add(reward, plan.multiply(plan.scale(proceed, gamma), nextQ)));
    }

    private Tensor appendPolicyLoss() {
        Tensor input = steps.policyInput();
        Tensor outputs = networks.policyNetwork().apply(plan, networks.policy(), input);
        if (design.measuresInfluence()) {
            int size = design.view().agents().get(design.seat()).observationSize();
            Tensor gradient = plan.gradient(plan.sum(outputs), plan.columns(input, size, input.columns()));
            influence = plan.mean(plan.square(gradient));
        }
        SortedMap<Integer, Tensor> replaced = new TreeMap<>();
        replaced.put(design.seat(), networks.heads().sample(plan, outputs, parts.noise()));
        for (int seat : design.view().acting()) {
            if (design.predictions().replaces(seat)) {
                replaced.put(seat, steps.prediction(seat));
            }
        }
        Tensor q = judge(networks.critic(), parts.perturbations().inPolicyLoss(), jointWith(replaced));
        Tensor regulariser =
                plan.scale(plan.mean(plan.square(outputs)), parts.rates().policyRegularisation());
        return plan.add(plan.negate(plan.mean(q)), regulariser);
    }

    /** What the critic sees, with other actions of some seats than those stored. */
    private Tensor jointWith(SortedMap<Integer, Tensor> actions) {
        List<Tensor> parts = new ArrayList<>();
        int copied = 0;
        for (int seat : actions.keySet()) {
            int start = design.view().actionStart(seat);
            if (start > copied) {
                parts.add(plan.columns(steps.joint(), copied, start));
            }
            parts.add(actions.get(seat));
            copied = design.view().actionEnd(seat);
        }
        if (copied < design.view().size()) {
            parts.add(plan.columns(steps.joint(), copied, design.view().size()));
        }
        return plan.concat(parts);
    }

    /** The Q values of joint actions as perturbed. */
    private Tensor judge(Parameters critic, Perturbation perturbation, Tensor joint) {
        UnaryOperator<Tensor> q = input -> networks.criticNetwork().apply(plan, critic, input);
        return q.apply(perturbation.apply(plan, joint, q));
    }

    /**
     * The mean square of the gradient of the summed policy outputs with respect to the predictions, as of the latest run; 0
     * where it is not measured.
     */
    double influence() {
        return influence == null ? 0 : influence.value();
    }

    /** The inputs. */
    SampledSteps steps() {
        return steps;
    }

    /** Learns from the given rows of the replay buffer. */
    void run(int[] rows) {
        steps.fill(rows);
        plan.run();
    }

    /** The operations behind the inputs, for timing them. */
    Plan plan() {
        return plan;
    }

    /** Shows both networks, and the gradients of the latest run. */
    void showNetworks(NetworkSink sink) {
        sink.network(design.seat(), "", policyGradients);
        sink.network(design.seat(), "", criticGradients);
    }

    /** Reports what the latest run found. */
    void report(MetricSink metrics) {
        metrics.put("critic_loss", criticLoss.value());
        metrics.put("policy_loss", policyLoss.value());
        metrics.put("q_mean", meanQ.value());
        metrics.put("target_q_mean", meanTargetQ.value());
        metrics.put("batch_reward", steps.meanReward());
    }
}
