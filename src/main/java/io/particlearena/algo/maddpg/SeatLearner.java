package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.parts.FeedForwardActor;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one seat has learned and how it goes on: its networks, streams, update plan and newest actor. */
final class SeatLearner implements Stateful {

    private final Settings settings;
    private final PolicyContext context;
    private final int seat;
    private final AgentSpec agent;
    private final CriticView view;
    private final LearningRates rates;
    private final SeatNetworks networks;
    private final RandomStream initial;
    private final RandomStream replayStream;
    private final RandomStream noise;
    private final ActionHeads heads;
    private final int[] rows;
    private long updates;
    private List<Policy> policyOfSeat = List.of();
    private @Nullable UpdatePlan plan;
    private volatile Actor actor;

    SeatLearner(Settings settings, PolicyContext context, int seat, LearningRates rates) {
        this.settings = settings;
        this.context = context;
        this.seat = seat;
        this.agent = context.agents().get(seat);
        this.view = settings.centralised()
                ? CriticView.centralised(context.agents())
                : CriticView.own(context.agents(), seat);
        this.rates = rates;
        this.initial = stream("initial");
        this.networks = new SeatNetworks(settings.maddpg(), agent, view, initial);
        this.replayStream = stream("replay");
        this.noise = stream("noise");
        this.heads = new ActionHeads(agent.actions());
        this.rows = new int[settings.maddpg().batchSize()];
        this.actor = newActor();
    }

    private RandomStream stream(String use) {
        return context.streams().stream("policy/" + context.name() + "/" + seat + "/" + use);
    }

    private Actor newActor() {
        return new FeedForwardActor(seat, agent.observationSize(), heads, networks.actor());
    }

    /** States who plays the seats whose target actions the critic needs. */
    void connect(List<Policy> policies) {
        for (int seen : view.seats()) {
            TargetActions.require(policies, context.agents(), seen);
        }
        policyOfSeat = List.copyOf(policies);
        plan = null;
    }

    Actor actor() {
        return actor;
    }

    Tensor appendTargetAction(TargetActions actions) {
        Tensor outputs =
                networks.policyNetwork().apply(actions.plan(), networks.targetPolicy(), actions.nextObservation(seat));
        return heads.sample(actions.plan(), outputs, actions.noise());
    }

    /** The plan of this seat's updates, made when first needed. */
    UpdatePlan plan() {
        UpdatePlan made = plan;
        if (made == null) {
            made = new UpdatePlan(new UpdatePlan.Parts(
                    settings,
                    seat,
                    view,
                    networks,
                    Perturbations.of(settings, view, seat, rates),
                    rates,
                    context.replay(),
                    policyOfSeat,
                    noise));
            plan = made;
        }
        return made;
    }

    /** Draws the rows of the next update; the array is this object's. */
    int[] drawRows() {
        context.replay().sample(replayStream, rows);
        return rows;
    }

    void update(MetricSink metrics) {
        UpdatePlan update = plan();
        update.run(drawRows());
        updates++;
        update.report((name, value) -> {
            if (!Double.isFinite(value)) {
                throw AlgorithmFailure.notFinite(agent.name(), updates, name, value);
            }
            metrics.put(name, value);
        });
    }

    void commit() {
        networks.moveTargets(rates.polyak());
        actor = newActor();
    }

    /** Forgets everything learned. */
    void restart() {
        networks.initialise(initial);
        actor = newActor();
    }

    @Override
    public void save(StateWriter out) {
        out.put("networks", networks);
        out.putLong("updates", updates);
        out.putLongs("initial_stream", words(initial));
        out.putLongs("replay_stream", words(replayStream));
        out.putLongs("noise_stream", words(noise));
    }

    private static long[] words(RandomStream stream) {
        RandomStream.State state = stream.state();
        return new long[] {state.s0(), state.s1(), state.s2(), state.s3()};
    }

    @Override
    public void load(StateReader in) {
        in.get("networks", networks);
        updates = in.getLong("updates");
        restore(initial, in.getLongs("initial_stream"));
        restore(replayStream, in.getLongs("replay_stream"));
        restore(noise, in.getLongs("noise_stream"));
        actor = newActor();
    }

    private static void restore(RandomStream stream, long[] words) {
        stream.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
    }
}
