package io.particlearena.experiment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Side;
import io.particlearena.store.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The returns that the published code of MADDPG reaches in the course of training, to see whether a run is on track:
 * the mean of ten seeds over the last 1000 training episodes for an agent of each side, read from the plots of the
 * repository {@code wsjeon/maddpg-rllib}. The bands are 20 % of the mean wide to either side but at least 1; after
 * 60 000 episodes they are the range of the seeds where the plots show it.
 */
public final class PublishedReturns {

    /** The metric of which they tell. */
    public static final String METRIC = "episode_return_mean";

    private static final String FILE = "published-returns.json";
    private static final String ALGORITHM = "maddpg";
    private static final int EPISODE_STEPS = 25;
    private static final JsonMapper JSON = JsonLimits.mapper();

    private PublishedReturns() {}

    /**
     * What one agent's return should be.
     *
     * @param agent its name
     * @param points in the order of their steps
     */
    public record Band(String agent, List<Point> points) {
        public Band {
            points = List.copyOf(points);
        }

        /** The band up to a step, after which it does not hold; without points if it begins later. */
        public Band until(long step) {
            return new Band(
                    agent, points.stream().filter(point -> point.step() <= step).toList());
        }
    }

    /**
     * A place of a band.
     *
     * @param step environment steps
     * @param low the smallest return that is on track
     * @param high the largest one
     */
    public record Point(long step, double low, double high) {}

    /**
     * The bands for a run, one for each agent: none unless it is MADDPG on all seats in a published scenario whose options are
     * at their defaults. They end where an option of the scenario is set to change.
     *
     * @throws io.particlearena.options.OptionException if the specification is not valid
     */
    public static List<Band> of(Catalogue catalogue, ExperimentSpec spec) {
        ExperimentSpec checked = catalogue.normalise(spec);
        Map<String, List<double[]>> sides = read().getOrDefault(checked.scenario(), Map.of());
        boolean published = checked.scenarioOptions().isEmpty()
                && checked.opponents().isEmpty()
                && !checked.run().test()
                && checked.policies().values().stream()
                        .allMatch(policy -> policy.algorithm().equals(ALGORITHM));
        if (!published || sides.isEmpty()) {
            return List.of();
        }
        long end = checked.changes().stream()
                .filter(OptionChange::ofScenario)
                .mapToLong(OptionChange::step)
                .min()
                .orElse(Long.MAX_VALUE);
        List<Band> bands = new ArrayList<>();
        for (AgentSpec agent : catalogue.agents(checked)) {
            List<double[]> rows = sides.getOrDefault(agent.side() == Side.GOOD ? "good" : "bad", List.of());
            List<Point> points = rows.stream()
                    .map(row -> new Point(Math.round(row[0] * EPISODE_STEPS), row[1], row[2]))
                    .toList();
            bands.add(new Band(agent.name(), points).until(end));
        }
        return bands;
    }

    /** By scenario and side, rows of episodes, low and high. */
    private static Map<String, Map<String, List<double[]>>> read() {
        try (InputStream in = PublishedReturns.class.getResourceAsStream(FILE)) {
            return JSON.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The program's file " + FILE + " cannot be read", e);
        }
    }
}
