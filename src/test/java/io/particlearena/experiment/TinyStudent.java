package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.Student;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.env.StepBuffer;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import java.util.function.Consumer;

/** Learns like {@link TinyAlgorithm}, and between trajectories counts what it was shown. */
final class TinyStudent implements Student {

    static final AlgorithmEntry<TinyAlgorithm.Options> ENTRY = new AlgorithmEntry<>(
            "tiny-student",
            "Tiny student",
            "Moves its weight at random and learns between trajectories.",
            OptionSchema.of(TinyAlgorithm.Options.class),
            List.of(),
            true,
            TinyStudent::new,
            (options, seats, agents) -> List.of(new ReplayColumn("steps_seen/" + seats.get(0), Elements.FLOAT32, 1)),
            (options, seats) -> List.of(),
            (options, chart) -> true);

    private final TinyAlgorithm player;
    private final PolicyContext context;
    private long trajectories;
    private long stepsSeen;
    private long stepsKept;
    private double studied;

    TinyStudent(TinyAlgorithm.Options options, PolicyContext context) {
        player = new TinyAlgorithm(options, context);
        this.context = context;
    }

    @Override
    public void observe(
            int environment, StepBuffer before, double[][] actions, StepBuffer after, List<ActorMemory> memories) {
        stepsSeen++;
        context.replay().put("steps_seen/" + context.seats().get(0), new float[] {stepsSeen});
    }

    @Override
    public void requireExperience() {
        throw new OptionException("tiny", "A tiny student learns from its own play.");
    }

    @Override
    public void endTrajectory() {
        trajectories++;
        stepsKept += stepsSeen;
    }

    @Override
    public long beginStudy(Consumer<String> notices) {
        return trajectories;
    }

    @Override
    public void study(long unit, Findings findings) {
        studied += stepsKept / (unit + 1.0);
        findings.put(context.seats().get(0), "policy_loss", studied);
    }

    @Override
    public void restart() {
        stepsSeen = 0;
        player.restart();
    }

    @Override
    public List<Integer> seats() {
        return player.seats();
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        player.connect(policyOfSeat);
    }

    @Override
    public Actor actor(int seat) {
        return player.actor(seat);
    }

    @Override
    public boolean due(int seat, long step) {
        return player.due(seat, step);
    }

    @Override
    public long explorationSteps() {
        return player.explorationSteps();
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        player.update(seat, metrics);
    }

    @Override
    public void commit(int seat) {
        player.commit(seat);
    }

    @Override
    public void change(String option, Object value) {
        player.change(option, value);
    }

    @Override
    public void save(StateWriter out) {
        out.put("player", player);
        out.putLongs("counts", new long[] {trajectories, stepsSeen, stepsKept});
        out.putDoubles("studied", new double[] {studied});
    }

    @Override
    public void load(StateReader in) {
        in.get("player", player);
        long[] counts = in.getLongs("counts");
        trajectories = counts[0];
        stepsSeen = counts[1];
        stepsKept = counts[2];
        studied = in.getDoubles("studied")[0];
    }
}
