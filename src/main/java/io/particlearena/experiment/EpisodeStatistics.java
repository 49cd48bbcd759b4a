package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Returns, reward terms, events and lengths of episodes, and the metrics made of them.
 *
 * <p>Each episode reports {@code AGENT/episode_return}. Ten times in {@link RunOptions#saveRate} episodes come the means:
 * {@code AGENT/episode_return_mean} over the latest {@code saveRate} episodes; {@code AGENT/reward/TERM},
 * {@code AGENT/event/NAME} and {@code episode_length} per episode since the last report; {@code episode_return_sum}, the
 * sum of the agents' means; and {@code advance_score}, the
 * mean return of the good side's agents minus that of the bad side's.
 */
final class EpisodeStatistics implements Stateful {

    private static final int REPORTS_PER_WINDOW = 10;

    private final List<AgentSpec> agents;
    private final int terms;
    private final int values;
    private final double[][] running;
    private final double[] interval;
    private final double[] returns;
    private final List<String> tags = new ArrayList<>();
    private final List<String> returnTags = new ArrayList<>();
    private final List<String> meanTags = new ArrayList<>();
    private final ReturnWindow window;
    private final int reportEvery;
    private long episodes;
    private long intervalEpisodes;

    /**
     * @param environment any of the run's environments
     * @param environments how many there are
     * @param saveRate see {@link RunOptions#saveRate}
     */
    EpisodeStatistics(Environment environment, int environments, int saveRate) {
        agents = environment.agents();
        terms = environment.rewardTerms().size();
        values = terms + environment.events().size() + 1;
        running = new double[environments][agents.size() * values + 1];
        interval = new double[agents.size() * values + 1];
        returns = new double[agents.size()];
        for (AgentSpec agent : agents) {
            returnTags.add(agent.name() + "/episode_return");
            meanTags.add(agent.name() + "/episode_return_mean");
            environment.rewardTerms().forEach(term -> tags.add(agent.name() + "/reward/" + term));
            environment.events().forEach(event -> tags.add(agent.name() + "/event/" + event));
        }
        window = new ReturnWindow(saveRate, agents.size());
        reportEvery = Math.max(1, saveRate / REPORTS_PER_WINDOW);
    }

    /** Adds a step; allocates nothing. By seat: the return, the terms, the events; and last the length. */
    void step(int lane, StepBuffer after) {
        double[] sums = running[lane];
        int at = 0;
        for (int seat = 0; seat < returns.length; seat++) {
            sums[at++] += after.rewards()[seat];
            at = add(after.rewardTerms(seat), sums, at);
            at = add(after.events(seat), sums, at);
        }
        sums[at]++;
    }

    private static int add(double[] values, double[] sums, int at) {
        for (int i = 0; i < values.length; i++) {
            sums[at + i] += values[i];
        }
        return at + values.length;
    }

    /** Forgets the episodes that have not ended. */
    void forgetUnfinished() {
        for (double[] sums : running) {
            Arrays.fill(sums, 0);
        }
    }

    /** Ends an episode and reports what is due. */
    void endEpisode(int lane, long step, MetricLog log) {
        double[] sums = running[lane];
        for (int seat = 0; seat < returns.length; seat++) {
            returns[seat] = sums[seat * values];
            log.put(returnTags.get(seat), step, returns[seat]);
        }
        window.add(returns);
        add(sums, interval, 0);
        Arrays.fill(sums, 0);
        episodes++;
        intervalEpisodes++;
        if (episodes % reportEvery == 0) {
            report(step, log);
        }
    }

    private void report(long step, MetricLog log) {
        List<Double> means = window.means();
        int tag = 0;
        for (int seat = 0; seat < returns.length; seat++) {
            log.put(meanTags.get(seat), step, means.get(seat));
            for (int i = 1; i < values; i++) {
                log.put(tags.get(tag++), step, interval[seat * values + i] / intervalEpisodes);
            }
        }
        log.put("episode_length", step, interval[interval.length - 1] / intervalEpisodes);
        log.put(
                "episode_return_sum",
                step,
                means.stream().mapToDouble(Double::doubleValue).sum());
        if (agents.stream().map(AgentSpec::side).distinct().count() > 1) {
            log.put("advance_score", step, sideMean(Side.GOOD, means) - sideMean(Side.BAD, means));
        }
        Arrays.fill(interval, 0);
        intervalEpisodes = 0;
    }

    private double sideMean(Side side, List<Double> means) {
        double sum = 0;
        int count = 0;
        for (int seat = 0; seat < agents.size(); seat++) {
            if (agents.get(seat).side() == side) {
                sum += means.get(seat);
                count++;
            }
        }
        return sum / count;
    }

    /** The number of episodes that ended. */
    long episodes() {
        return episodes;
    }

    /** By seat, the mean return of the latest episodes; empty before the first ended. */
    List<Double> meanReturns() {
        return window.means();
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("episodes", episodes);
        out.putLong("interval_episodes", intervalEpisodes);
        out.putDoubles("interval", interval);
        out.put("window", window);
        for (int lane = 0; lane < running.length; lane++) {
            out.putDoubles("running/" + lane, running[lane]);
        }
    }

    @Override
    public void load(StateReader in) {
        episodes = in.getLong("episodes");
        intervalEpisodes = in.getLong("interval_episodes");
        copy(in.getDoubles("interval"), interval);
        in.get("window", window);
        for (int lane = 0; lane < running.length; lane++) {
            copy(in.getDoubles("running/" + lane), running[lane]);
        }
    }

    private static void copy(double[] from, double[] to) {
        if (from.length != to.length) {
            throw new StoreException("The checkpoint's episode statistics have another length.");
        }
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
