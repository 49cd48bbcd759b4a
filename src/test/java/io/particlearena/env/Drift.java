package io.particlearena.env;

import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** Two agents on a line that push against a random wind; one of them sees a picture as well. Ends where one leaves. */
final class Drift implements Environment {

    private static final ActionHead PUSH = ActionHead.box("push", 1, -1, 1);
    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec("left", Side.GOOD, List.of(ObservationPart.vector("vector", 3)), List.of(PUSH)),
            new AgentSpec(
                    "right",
                    Side.BAD,
                    List.of(
                            ObservationPart.vector("vector", 2),
                            new ObservationPart("raster", List.of(2, 2), ObservationPart.Elements.UINT8)),
                    List.of(PUSH)));

    private final RandomStream random;
    private final double[] x = new double[2];
    private int steps;
    private boolean running;

    Drift(RandomStream random) {
        this.random = random;
    }

    @Override
    public List<AgentSpec> agents() {
        return AGENTS;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("centre", "effort");
    }

    @Override
    public List<String> events() {
        return List.of("crossing");
    }

    @Override
    public int timeLimit() {
        return 40;
    }

    @Override
    public void reset(StepBuffer out) {
        x[0] = -random.nextDouble();
        x[1] = random.nextDouble();
        steps = 0;
        running = true;
        observe(out);
        out.setEnd(false, false);
    }

    @Override
    public boolean observeBeginning(StepBuffer out) {
        observe(out);
        return true;
    }

    @Override
    public void step(double[][] actions, StepBuffer out) {
        if (!running) {
            throw new IllegalStateException("The episode is over");
        }
        steps++;
        for (int agent = 0; agent < 2; agent++) {
            double before = x[agent];
            x[agent] += 0.1 * actions[agent][0] + 0.1 * random.nextGaussian();
            out.rewardTerms(agent)[0] = -Math.abs(x[agent]);
            out.rewardTerms(agent)[1] = -0.1 * actions[agent][0] * actions[agent][0];
            out.rewards()[agent] = out.rewardTerms(agent)[0] + out.rewardTerms(agent)[1];
            out.events(agent)[0] = before * x[agent] < 0 ? 1 : 0;
        }
        boolean left = Math.max(Math.abs(x[0]), Math.abs(x[1])) > 3;
        out.setEnd(left, steps == timeLimit());
        running = !out.episodeOver();
        observe(out);
    }

    private void observe(StepBuffer out) {
        out.observation(0)[0] = x[0];
        out.observation(0)[1] = x[1] - x[0];
        out.observation(0)[2] = steps;
        out.observation(1)[0] = x[1];
        out.observation(1)[1] = x[0] - x[1];
        for (int i = 0; i < 4; i++) {
            out.pixels(1)[i] = (byte) (i + 100 * x[1]);
        }
    }

    @Override
    public Scene scene() {
        Scene.Colour grey = new Scene.Colour(0.5, 0.5, 0.5, 1);
        return new Scene(
                List.of(
                        new Scene.Disc("left", Scene.Kind.AGENT, 0, x[0], 0, 0.1, 0, 0, grey),
                        new Scene.Disc("right", Scene.Kind.AGENT, 1, x[1], 0, 0.1, 0, 0, grey)),
                List.of(),
                List.of(),
                0,
                0,
                1);
    }

    @Override
    public void save(StateWriter out) {
        RandomStream.State state = random.state();
        out.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
        out.putDoubles("x", x);
        out.putLong("steps", steps);
        out.putLong("running", running ? 1 : 0);
    }

    @Override
    public void load(StateReader in) {
        long[] state = in.getLongs("random");
        random.restore(new RandomStream.State(state[0], state[1], state[2], state[3]));
        System.arraycopy(in.getDoubles("x"), 0, x, 0, 2);
        steps = (int) in.getLong("steps");
        running = in.getLong("running") != 0;
    }
}
