package io.particlearena.experiment;

import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.Student;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.results.Histogram;
import io.particlearena.results.MetricDictionary;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Counts what agents do, and writes it after every so many episodes as histograms; those of networks follow after the
 * next update of each seat, and those of what is studied between trajectories at the end of each study. Looks on and
 * changes nothing; part of the run's state, so that a resumed run writes the same.
 */
final class RunHistograms implements Stateful {

    /** Of a number without bounds, what lies further from 0 counts as if it lay there. */
    private static final double WITHOUT_BOUNDS = 5;

    private final List<AgentSpec> agents;
    private final long every;
    private final boolean weights;
    private final boolean gradients;

    /** By seat: the classes of categorical heads, and the intervals of each number of a box, head by head. */
    private final double[][] counts;

    private final ActionHead[][] heads;

    /** By seat, whether its networks are to be shown after its next update. */
    private final boolean[] due;

    RunHistograms(List<AgentSpec> agents, RunOptions options) {
        this.agents = List.copyOf(agents);
        every = options.histogramInterval();
        weights = options.histogramWeights();
        gradients = options.histogramGradients();
        counts = new double[agents.size()][];
        heads = new ActionHead[agents.size()][];
        for (int seat = 0; seat < counts.length; seat++) {
            heads[seat] = agents.get(seat).actions().toArray(ActionHead[]::new);
            counts[seat] = new double
                    [Arrays.stream(heads[seat])
                            .mapToInt(RunHistograms::intervals)
                            .sum()];
        }
        due = new boolean[agents.size()];
    }

    private static int intervals(ActionHead head) {
        return head.kind() == ActionHead.Kind.CATEGORICAL ? head.size() : head.size() * Histogram.USUAL_INTERVALS;
    }

    private static double low(ActionHead head) {
        return Double.isFinite(head.low()) ? head.low() : -WITHOUT_BOUNDS;
    }

    private static double high(ActionHead head) {
        return Double.isFinite(head.high()) ? head.high() : WITHOUT_BOUNDS;
    }

    /**
     * Adds a step; allocates nothing. Where the environment mixes actions, each counts as much as its weight.
     *
     * @param actions by seat, the numbers of its heads, as executed
     */
    void step(double[][] actions) {
        if (every == 0) {
            return;
        }
        for (int seat = 0; seat < counts.length; seat++) {
            add(heads[seat], actions[seat], counts[seat]);
        }
    }

    private static void add(ActionHead[] heads, double[] action, double[] counts) {
        int from = 0;
        int to = 0;
        for (ActionHead head : heads) {
            boolean categorical = head.kind() == ActionHead.Kind.CATEGORICAL;
            for (int i = 0; i < head.size(); i++) {
                double number = action[from++];
                if (categorical) {
                    counts[to++] += number > 0 ? number : 0;
                } else {
                    int interval = Histogram.interval(number, low(head), high(head), Histogram.USUAL_INTERVALS);
                    counts[to + interval]++;
                    to += Histogram.USUAL_INTERVALS;
                }
            }
        }
    }

    /** Ends an episode, and writes what was done if that is due. */
    void endEpisode(long episodes, long step, MetricLog log) {
        if (every == 0 || episodes % every != 0) {
            return;
        }
        for (int seat = 0; seat < counts.length; seat++) {
            writeActions(seat, step, log);
            Arrays.fill(counts[seat], 0);
        }
        Arrays.fill(due, weights || gradients);
    }

    private void writeActions(int seat, long step, MetricLog log) {
        int at = 0;
        for (ActionHead head : heads[seat]) {
            String tag = MetricDictionary.tag(agents.get(seat).name(), "actions/" + head.name());
            if (head.kind() == ActionHead.Kind.CATEGORICAL) {
                double[] ofHead = Arrays.copyOfRange(counts[seat], at, at + head.size());
                log.histogram(tag, step, Histogram.ofNumbered(ofHead), names(head));
                at += head.size();
                continue;
            }
            double[] edges = Histogram.equalEdges(low(head), high(head), Histogram.USUAL_INTERVALS);
            for (int i = 0; i < head.size(); i++) {
                double[] ofNumber = Arrays.copyOfRange(counts[seat], at, at + Histogram.USUAL_INTERVALS);
                log.histogram(tag + "/" + i, step, new Histogram(edges, ofNumber), List.of());
                at += Histogram.USUAL_INTERVALS;
            }
        }
    }

    private static List<String> names(ActionHead head) {
        return head.classes().isEmpty()
                ? IntStream.range(0, head.size())
                        .mapToObj(number -> head.name() + " " + number)
                        .toList()
                : head.classes();
    }

    /**
     * Writes the networks of the seats that have just learned and are due.
     *
     * @param learned by seat
     */
    void learned(List<Policy> policyOfSeat, IntPredicate learned, long step, MetricLog log) {
        for (int seat = 0; seat < due.length; seat++) {
            if (due[seat] && learned.test(seat)) {
                due[seat] = false;
                policyOfSeat.get(seat).showNetworks(seat, writer(step, log));
            }
        }
    }

    /** Writes what a seat has studied if it has just come to the end. */
    void studied(Student student, long unit, long step, MetricLog log) {
        if (weights || gradients) {
            student.showStudied(unit, writer(step, log));
        }
    }

    private NetworkSink writer(long step, MetricLog log) {
        return (seat, name, values, slopes, from, to) -> {
            String agent = agents.get(seat).name();
            if (weights) {
                String tag = MetricDictionary.tag(agent, "weights/" + name);
                log.histogram(tag, step, Histogram.of(values, from, to), List.of());
            }
            if (gradients) {
                String tag = MetricDictionary.tag(agent, "gradients/" + name);
                log.histogram(tag, step, Histogram.of(slopes, from, to), List.of());
            }
        };
    }

    @Override
    public void save(StateWriter out) {
        for (int seat = 0; seat < counts.length; seat++) {
            out.putDoubles("actions/" + seat, counts[seat]);
        }
        long[] waiting = new long[due.length];
        Arrays.setAll(waiting, seat -> due[seat] ? 1 : 0);
        out.putLongs("due", waiting);
    }

    @Override
    public void load(StateReader in) {
        for (int seat = 0; seat < counts.length; seat++) {
            double[] kept = in.getDoubles("actions/" + seat);
            if (kept.length != counts[seat].length) {
                throw new StoreException("The checkpoint's counts of actions have another length.");
            }
            System.arraycopy(kept, 0, counts[seat], 0, kept.length);
        }
        long[] waiting = in.getLongs("due");
        for (int seat = 0; seat < due.length; seat++) {
            due[seat] = waiting[seat] != 0;
        }
    }
}
