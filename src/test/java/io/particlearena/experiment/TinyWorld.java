package io.particlearena.experiment;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Agents that walk on a line, one adversary first: the smallest world in which everything of a run happens. */
final class TinyWorld implements Environment {

    static final EnvironmentEntry<Options> ENTRY = new EnvironmentEntry<>(
            "tiny", "Tiny world", "Agents walk on a line.", OptionSchema.of(Options.class), TinyWorld::new);

    record Options(
            @Option(help = "Steps of an episode.", value = "5", min = 1, max = 1000, unit = "steps")
            int maxEpisodeLen,

            @Option(help = "Agents of the good side.", value = "1", min = 0, max = 10)
            int numGood,

            @Option(help = "Chance that a step ends the episode.", value = "0.05", min = 0, max = 1, live = true)
            double endChance) {
        public Options {
            if (numGood == 3) {
                throw new OptionException("num_good", "Option num_good is 3, which this test refuses.");
            }
        }
    }

    private final Options options;
    private final RandomStream random;
    private final List<AgentSpec> agents = new ArrayList<>();
    private final double[] positions;
    private int step;
    private boolean over = true;

    TinyWorld(Options options, RandomStream random) {
        this.options = options;
        this.random = random;
        agents.add(agent("adversary 0", Side.BAD));
        for (int i = 0; i < options.numGood(); i++) {
            agents.add(agent("agent " + i, Side.GOOD));
        }
        positions = new double[agents.size()];
    }

    private static AgentSpec agent(String name, Side side) {
        return new AgentSpec(
                name, side, List.of(ObservationPart.vector("vector", 2)), List.of(ActionHead.categorical("move", 2)));
    }

    @Override
    public List<AgentSpec> agents() {
        return agents;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("distance", "bonus");
    }

    @Override
    public List<String> events() {
        return List.of("crossing");
    }

    @Override
    public int timeLimit() {
        return options.maxEpisodeLen();
    }

    @Override
    public void reset(StepBuffer out) {
        step = 0;
        over = false;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = random.nextDouble() - 0.5;
        }
        write(out);
        for (int i = 0; i < positions.length; i++) {
            out.rewards()[i] = 0;
            out.rewardTerms(i)[0] = 0;
            out.rewardTerms(i)[1] = 0;
            out.events(i)[0] = 0;
        }
        out.setEnd(false, false);
    }

    @Override
    public void step(double[][] actions, StepBuffer out) {
        if (over) {
            throw new IllegalStateException("The episode is over");
        }
        step++;
        for (int i = 0; i < positions.length; i++) {
            double before = positions[i];
            positions[i] += 0.1 * (actions[i][0] - actions[i][1]) + 0.01 * random.nextGaussian();
            out.rewardTerms(i)[0] = -Math.abs(positions[i]);
            out.rewardTerms(i)[1] = Math.abs(positions[i]) < 0.1 ? 0.5 : 0;
            out.rewards()[i] = out.rewardTerms(i)[0] + out.rewardTerms(i)[1];
            out.events(i)[0] = before * positions[i] < 0 ? 1 : 0;
        }
        write(out);
        boolean terminated = random.nextDouble() < options.endChance();
        boolean truncated = !terminated && step == options.maxEpisodeLen();
        over = terminated || truncated;
        out.setEnd(terminated, truncated);
    }

    private void write(StepBuffer out) {
        for (int i = 0; i < positions.length; i++) {
            out.observation(i)[0] = positions[i];
            out.observation(i)[1] = step;
        }
    }

    @Override
    public Scene scene() {
        List<Scene.Disc> discs = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            discs.add(new Scene.Disc(
                    agents.get(i).name(),
                    Scene.Kind.AGENT,
                    i,
                    positions[i],
                    0,
                    0.05,
                    0,
                    0,
                    new Scene.Colour(0.5, 0.5, 0.5, 1)));
        }
        return new Scene(discs, List.of(), List.of(), 0, 0, 1);
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles("positions", positions);
        out.putLong("step", step);
        out.putLong("over", over ? 1 : 0);
        RandomStream.State state = random.state();
        out.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
    }

    @Override
    public void load(StateReader in) {
        System.arraycopy(in.getDoubles("positions"), 0, positions, 0, positions.length);
        step = (int) in.getLong("step");
        over = in.getLong("over") == 1;
        long[] words = in.getLongs("random");
        random.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
    }
}
