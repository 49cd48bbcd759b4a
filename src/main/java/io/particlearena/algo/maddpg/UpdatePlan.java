package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.ReplayReader;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One seat's whole update as one plan: target actions of the seats that the critic sees, the critic's step, then the
 * policy's step through the new critic.
 *
 * <p>Critic: the mean of (Q(x, a) - y)^2 with y = r + gamma (1 - done) Q'(x', a'), where a' are samples of the target
 * policies. Policy: minus the mean of Q(x, a) with the own action a_i sampled anew from the policy and the others' as
 * stored, plus a weight times the mean of the squared policy outputs (Lowe et al. 2017, equations 5 and 6, and OpenAI's
 * program for the regulariser). M3DDPG perturbs both joint actions. Every gradient tensor is clipped by its own norm.
 */
final class UpdatePlan {

    private final int batch;
    private final boolean timeLimitAsTerminal;
    private final Plan plan = new Plan();
    private final ReplayReader reader;
    private final Tensor joint;
    private final Tensor nextObservations;
    private final Tensor reward;
    private final Tensor proceed;
    private final float[] jointRows;
    private final float[] nextRows;
    private final float[] rewardRows;
    private final float[] proceedRows;
    private final float[] endRows;
    private final Tensor criticLoss;
    private final Tensor policyLoss;
    private final Tensor meanQ;
    private final Tensor meanTargetQ;

    /** What a plan is made of. */
    record Parts(
            Settings settings,
            int seat,
            CriticView view,
            SeatNetworks networks,
            Perturbations perturbations,
            LearningRates rates,
            JointReplay replay,
            List<Policy> policyOfSeat,
            RandomStream noise) {}

    UpdatePlan(Parts parts) {
        CriticView view = parts.view();
        batch = parts.settings().maddpg().batchSize();
        timeLimitAsTerminal = parts.settings().maddpg().timeLimitAsTerminal();
        jointRows = new float[batch * view.size()];
        nextRows = new float[batch * view.observationSize()];
        rewardRows = new float[batch];
        proceedRows = new float[batch];
        endRows = new float[2 * batch];
        reader = reader(parts);

        joint = plan.input(batch, view.size());
        nextObservations = plan.input(batch, view.observationSize());
        reward = plan.input(batch, 1);
        proceed = plan.input(batch, 1);
        Tensor wanted = appendWantedQ(parts);
        Tensor q = parts.networks().criticNetwork().apply(plan, parts.networks().critic(), joint);
        criticLoss = plan.mean(plan.square(plan.subtract(q, wanted)));
        meanQ = plan.mean(q);
        meanTargetQ = plan.mean(wanted);
        Gradients criticGradients = plan.gradients(criticLoss, parts.networks().critic());
        plan.clipEachTensor(criticGradients, parts.rates().gradientNorm());
        plan.step(parts.networks().criticAdam(), criticGradients, parts.rates().learningRate());

        policyLoss = appendPolicyLoss(parts);
        Gradients policyGradients = plan.gradients(policyLoss, parts.networks().policy());
        plan.clipEachTensor(policyGradients, parts.rates().gradientNorm());
        plan.step(parts.networks().policyAdam(), policyGradients, parts.rates().learningRate());
    }

    private ReplayReader reader(Parts parts) {
        CriticView view = parts.view();
        ReplayReader copies = new ReplayReader(parts.replay());
        for (int seat : view.seats()) {
            copies.copy(ReplayColumn.observation(seat), jointRows, view.observationStart(seat), view.size());
        }
        for (int seat : view.seats()) {
            copies.copy(ReplayColumn.action(seat), jointRows, view.actionStart(seat), view.size());
        }
        for (int seat : view.seats()) {
            copies.copy(
                    ReplayColumn.nextObservation(seat), nextRows, view.observationStart(seat), view.observationSize());
        }
        return copies.copy(ReplayColumn.reward(parts.seat()), rewardRows, 0, 1)
                .copy(ReplayColumn.TERMINATED, endRows, 0, 2)
                .copy(ReplayColumn.TRUNCATED, endRows, 1, 2);
    }

    private Tensor appendWantedQ(Parts parts) {
        CriticView view = parts.view();
        List<AgentSpec> agents = view.agents();
        Map<Integer, Tensor> nextObservationOfSeat = new TreeMap<>();
        for (int seat : view.seats()) {
            int from = view.observationStart(seat);
            nextObservationOfSeat.put(
                    seat,
                    plan.columns(nextObservations, from, from + agents.get(seat).observationSize()));
        }
        TargetActions targetActions =
                new TargetActions(plan, agents, parts.policyOfSeat(), nextObservationOfSeat, parts.noise());
        List<Tensor> next = new ArrayList<>(List.of(nextObservations));
        view.seats().forEach(seat -> next.add(targetActions.of(seat)));
        SeatNetworks networks = parts.networks();
        Tensor nextQ =
                judge(networks, networks.targetCritic(), parts.perturbations().inTarget(), plan.concat(next));
        return wantedQ(plan, reward, proceed, parts.rates().gamma(), nextQ);
    }

    /** y = r + gamma (1 - done) Q'; no gradient passes. */
    static Tensor wantedQ(Plan plan, Tensor reward, Tensor proceed, Scalar gamma, Tensor nextQ) {
        return plan.stopGradient(plan.add(reward, plan.multiply(plan.scale(proceed, gamma), nextQ)));
    }

    private Tensor appendPolicyLoss(Parts parts) {
        CriticView view = parts.view();
        AgentSpec agent = view.agents().get(parts.seat());
        SeatNetworks networks = parts.networks();
        int from = view.observationStart(parts.seat());
        Tensor observation = plan.columns(joint, from, from + agent.observationSize());
        Tensor outputs = networks.policyNetwork().apply(plan, networks.policy(), observation);
        Tensor action = new ActionHeads(agent.actions()).sample(plan, outputs, parts.noise());
        int actionStart = view.actionStart(parts.seat());
        int actionEnd = actionStart + agent.actionSize();
        List<Tensor> columns = new ArrayList<>(List.of(plan.columns(joint, 0, actionStart), action));
        if (actionEnd < view.size()) {
            columns.add(plan.columns(joint, actionEnd, view.size()));
        }
        Tensor q = judge(networks, networks.critic(), parts.perturbations().inPolicyLoss(), plan.concat(columns));
        Tensor regulariser =
                plan.scale(plan.mean(plan.square(outputs)), parts.rates().policyRegularisation());
        return plan.add(plan.negate(plan.mean(q)), regulariser);
    }

    /** The Q values of joint actions as perturbed. */
    private Tensor judge(SeatNetworks networks, Parameters critic, Perturbation perturbation, Tensor joint) {
        UnaryOperator<Tensor> q = input -> networks.criticNetwork().apply(plan, critic, input);
        return q.apply(perturbation.apply(plan, joint, q));
    }

    /** Learns from the given rows of the replay buffer. */
    void run(int[] rows) {
        fill(rows);
        plan.run();
    }

    /** The operations behind the inputs, for timing them. */
    Plan plan() {
        return plan;
    }

    /** Copies the given rows of the replay buffer into the inputs. */
    void fill(int[] rows) {
        reader.read(rows);
        for (int i = 0; i < batch; i++) {
            boolean terminated = endRows[2 * i] != 0;
            boolean truncated = endRows[2 * i + 1] != 0;
            proceedRows[i] = terminated || (truncated && timeLimitAsTerminal) ? 0 : 1;
        }
        joint.set(jointRows);
        nextObservations.set(nextRows);
        reward.set(rewardRows);
        proceed.set(proceedRows);
    }

    /** Reports what the latest run found. */
    void report(MetricSink metrics) {
        double sum = 0;
        for (float value : rewardRows) {
            sum += value;
        }
        metrics.put("critic_loss", criticLoss.value());
        metrics.put("policy_loss", policyLoss.value());
        metrics.put("q_mean", meanQ.value());
        metrics.put("target_q_mean", meanTargetQ.value());
        metrics.put("batch_reward", sum / batch);
    }
}
