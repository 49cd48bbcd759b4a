package io.particlearena.scenario;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scenario {@code uav}: on a grid of cells, a UAV hunts a target that can also move diagonally. Each knows where it is
 * itself and gets noisy readings of where the other is, better ones after a step in which it stood still to listen.
 *
 * <p>Rows are numbered from the north, columns from the west. The UAV begins in the first column, the target in the last,
 * each in a random row. Both move at once and stop at the grid's edge. A capture ends the episode; at the time limit the
 * target has escaped, which is paid for as well, so that the episode ends by its own rules in either case.
 *
 * <p>An observation is four one-hot parts: own row, own column, and the reading of the opponent's row and column. A false
 * reading is wrong in both.
 *
 * <p>Deviation: LeMOL's published environment puts the opponent's true cell in place of the own one, which makes the
 * readings superfluous; option {@code uav_faithful_observation} brings that back.
 */
final class Uav implements Environment {

    /** The seat of the target. */
    static final int TARGET = 0;

    /** The seat of the UAV. */
    static final int SEEKER = 1;

    private static final int AGENTS = 2;

    /** What each move adds to the row: stay, N, S, E, W, NE, SE, SW, NW. */
    private static final int[] DOWN = {0, -1, 1, 0, 0, -1, 1, 1, -1};

    /** What each move adds to the column. */
    private static final int[] RIGHT = {0, 0, 0, 1, -1, 1, 1, -1, -1};

    /** The names of the moves. */
    private static final List<String> NAMES =
            List.of("none", "up", "down", "right", "left", "up right", "down right", "down left", "up left");

    private static final int STAY = 0;
    private static final int[] MOVES = {9, 5};
    private static final double[] RADII = {0.36, 0.24};
    private static final Scene.Colour[] COLOURS = {Colours.agent(0.85, 0.35, 0.35), Colours.agent(0.35, 0.35, 0.85)};

    /** What can be set. */
    record Options(
            @Option(help = "Rows of the grid.", value = "3", min = 2, max = 100)
            int uavGridHeight,

            @Option(help = "Columns of the grid.", value = "3", min = 2, max = 100)
            int uavGridWidth,

            @Option(
                    help = "Probability that the UAV's reading of the target's cell is false.",
                    value = "0.3",
                    min = 0,
                    max = 1,
                    live = true)
            double uavSeekerNoise,

            @Option(
                    help = "Probability that the target's reading of the UAV's cell is false.",
                    value = "0.45",
                    min = 0,
                    max = 1,
                    live = true)
            double uavTargetNoise,

            @Option(
                    help = "What standing still takes off the probability of a false reading.",
                    value = "0.1",
                    min = 0,
                    max = 1,
                    live = true)
            double uavListenImp,

            @Option(
                    help = "Reward for a capture, or for an escape until the time limit.",
                    value = "1",
                    min = 0,
                    max = 1e6)
            double uavRewardScale,

            @Option(help = "Whether agents that swap their cells meet on the way, which is a capture.", value = "false")
            boolean uavSwapIsCatch,

            @Option(
                    help = "Whether agents see the opponent's true cell in place of their own, a fault of LeMOL's"
                            + " published code.",
                    value = "false")
            boolean uavFaithfulObservation,

            @Option(
                    help = "Steps after which the target has escaped.",
                    value = "25",
                    min = 1,
                    max = 1e6,
                    unit = "steps")
            int maxEpisodeLen) {}

    private final Options options;
    private final int height;
    private final int width;
    private final RandomStream random;
    private final List<AgentSpec> agents;
    private final double[] noise;
    private final int[] row = new int[AGENTS];
    private final int[] column = new int[AGENTS];
    private final int[] formerRow = new int[AGENTS];
    private final int[] formerColumn = new int[AGENTS];
    private int steps;
    private boolean running;

    Uav(Options options, RandomStream random) {
        this.options = options;
        this.random = random;
        height = options.uavGridHeight();
        width = options.uavGridWidth();
        noise = new double[] {options.uavTargetNoise(), options.uavSeekerNoise()};
        List<ObservationPart> seen = List.of(
                ObservationPart.vector("row", height),
                ObservationPart.vector("column", width),
                ObservationPart.vector("opponent_row", height),
                ObservationPart.vector("opponent_column", width));
        agents = List.of(
                new AgentSpec("adversary 0", Side.BAD, seen, List.of(head(TARGET))),
                new AgentSpec("agent 0", Side.GOOD, seen, List.of(head(SEEKER))));
    }

    @Override
    public List<AgentSpec> agents() {
        return agents;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("capture", "escape");
    }

    @Override
    public List<String> events() {
        return List.of("caught", "listened");
    }

    @Override
    public int timeLimit() {
        return options.maxEpisodeLen();
    }

    @Override
    public void reset(StepBuffer out) {
        row[SEEKER] = random.nextInt(height);
        column[SEEKER] = 0;
        row[TARGET] = random.nextInt(height);
        column[TARGET] = width - 1;
        steps = 0;
        running = true;
        for (int agent = 0; agent < AGENTS; agent++) {
            score(out, agent, false, false, false);
            observe(out, agent, false);
        }
        out.setEnd(false, false);
    }

    @Override
    public void step(double[][] actions, StepBuffer out) {
        if (!running) {
            throw new IllegalStateException("The episode is over or none was begun; reset the environment first.");
        }
        int targetMove = ActionDecoder.firstLargest(actions[TARGET], 0, MOVES[TARGET]);
        int seekerMove = ActionDecoder.firstLargest(actions[SEEKER], 0, MOVES[SEEKER]);
        move(TARGET, targetMove);
        move(SEEKER, seekerMove);
        steps++;
        boolean caught = sameCell() || (options.uavSwapIsCatch() && swapped());
        boolean escaped = !caught && steps >= options.maxEpisodeLen();
        for (int agent = 0; agent < AGENTS; agent++) {
            boolean listened = (agent == TARGET ? targetMove : seekerMove) == STAY;
            score(out, agent, caught, escaped, listened);
            observe(out, agent, listened);
        }
        running = !caught && !escaped;
        out.setEnd(!running, false);
    }

    private static ActionHead head(int agent) {
        return ActionHead.oneHot("move", MOVES[agent]).named(NAMES.subList(0, MOVES[agent]));
    }

    private void move(int agent, int move) {
        formerRow[agent] = row[agent];
        formerColumn[agent] = column[agent];
        row[agent] = Math.min(height - 1, Math.max(0, row[agent] + DOWN[move]));
        column[agent] = Math.min(width - 1, Math.max(0, column[agent] + RIGHT[move]));
    }

    private boolean sameCell() {
        return row[TARGET] == row[SEEKER] && column[TARGET] == column[SEEKER];
    }

    private boolean swapped() {
        return row[TARGET] == formerRow[SEEKER]
                && column[TARGET] == formerColumn[SEEKER]
                && row[SEEKER] == formerRow[TARGET]
                && column[SEEKER] == formerColumn[TARGET];
    }

    private void score(StepBuffer out, int agent, boolean caught, boolean escaped, boolean listened) {
        double gain = agent == SEEKER ? options.uavRewardScale() : -options.uavRewardScale();
        double[] terms = out.rewardTerms(agent);
        terms[0] = caught ? gain : 0;
        terms[1] = escaped ? -gain : 0;
        out.rewards()[agent] = terms[0] + terms[1];
        out.events(agent)[0] = caught ? 1 : 0;
        out.events(agent)[1] = listened ? 1 : 0;
    }

    private void observe(StepBuffer out, int agent, boolean listened) {
        double[] seen = out.observation(agent);
        Arrays.fill(seen, 0);
        int other = 1 - agent;
        int shown = options.uavFaithfulObservation() ? other : agent;
        seen[row[shown]] = 1;
        seen[height + column[shown]] = 1;
        boolean wrong = random.nextDouble() < noise[agent] - (listened ? options.uavListenImp() : 0);
        int reading = height + width;
        seen[reading + (wrong ? otherThan(row[other], height) : row[other])] = 1;
        seen[reading + height + (wrong ? otherThan(column[other], width) : column[other])] = 1;
    }

    /** A number below {@code count} that is not the given one, all equally likely. */
    private int otherThan(int number, int count) {
        int drawn = random.nextInt(count - 1);
        return drawn < number ? drawn : drawn + 1;
    }

    @Override
    public Scene scene() {
        List<Scene.Cell> cells = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cells.add(new Scene.Cell(x, y, 1, new Scene.Colour(0.5, 0.5, 0.5, (x + y) % 2 == 0 ? 0.25 : 0.1)));
            }
        }
        List<Scene.Disc> discs = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            discs.add(new Scene.Disc(
                    agents.get(agent).name(),
                    Scene.Kind.AGENT,
                    agent,
                    column[agent] + 0.5,
                    height - row[agent] - 0.5,
                    RADII[agent],
                    0,
                    0,
                    COLOURS[agent]));
        }
        return new Scene(discs, cells, List.of(), width / 2.0, height / 2.0, Math.max(width, height) / 2.0);
    }

    @Override
    public void save(StateWriter out) {
        out.putLongs("cells", new long[] {row[TARGET], column[TARGET], row[SEEKER], column[SEEKER]});
        out.putLong("steps", steps);
        out.putLong("running", running ? 1 : 0);
        ParticleEnvironment.saveRandom(out, random);
    }

    @Override
    public void load(StateReader in) {
        long[] cells = in.getLongs("cells");
        if (cells.length != 2 * AGENTS) {
            throw new StoreException("The saved environment has " + cells.length + " numbers of cells, not 4.");
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            row[agent] = within(cells[2 * agent], height);
            column[agent] = within(cells[2 * agent + 1], width);
        }
        steps = Math.toIntExact(in.getLong("steps"));
        running = in.getLong("running") != 0;
        ParticleEnvironment.loadRandom(in, random);
    }

    private static int within(long number, int count) {
        if (number < 0 || number >= count) {
            throw new StoreException("The saved environment has an agent outside of the grid; its options differ.");
        }
        return (int) number;
    }
}
