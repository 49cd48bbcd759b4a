package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A line of the catalogue of algorithms.
 *
 * @param name the name by which specifications call it, for example {@code maddpg}
 * @param title a title for people
 * @param description one or two sentences for people
 * @param options what can be set
 * @param charts the metrics worth watching while it learns, the most telling ones first: for each chart the names of its
 *     metrics, of which the first is drawn in the agents' colours and the others in grey to compare with. They are without
 *     the agent's prefix; one that ends in {@code /} stands for all that begin so
 * @param usesReplay whether it samples from the shared replay buffer, which else keeps the latest step alone
 * @param factory makes a policy
 * @param columns says what else than steps it keeps in the shared replay buffer
 * @param folders says to which folders outside of the run's own it writes
 * @param relevance says which of the charts will have values
 * @param <O> its record of options
 */
public record AlgorithmEntry<O extends Record>(
        String name,
        String title,
        String description,
        OptionSchema<O> options,
        List<List<String>> charts,
        boolean usesReplay,
        Factory<O> factory,
        Columns<O> columns,
        Folders<O> folders,
        Relevance<O> relevance) {

    public AlgorithmEntry {
        charts = charts.stream().map(List::copyOf).toList();
    }

    /**
     * An algorithm that needs no further columns of the replay buffer, writes nowhere else and has values for all charts.
     */
    public AlgorithmEntry(
            String name,
            String title,
            String description,
            OptionSchema<O> options,
            List<List<String>> charts,
            boolean usesReplay,
            Factory<O> factory) {
        this(
                name,
                title,
                description,
                options,
                charts,
                usesReplay,
                factory,
                (values, seats, agents) -> List.of(),
                (values, seats) -> List.of(),
                (values, chart) -> true);
    }

    /** Makes a policy that has learned nothing yet. */
    @FunctionalInterface
    public interface Factory<O extends Record> {
        Policy create(O options, PolicyContext context);
    }

    /** Names the further columns that a policy writes to the replay buffer. */
    @FunctionalInterface
    public interface Columns<O extends Record> {
        List<ReplayColumn> of(O options, List<Integer> seats, List<AgentSpec> agents);
    }

    /** Names the folders outside of the run's own to which a policy that learns writes. */
    @FunctionalInterface
    public interface Folders<O extends Record> {
        List<Path> of(O options, List<Integer> seats);
    }

    /** Says whether a chart will have values, for example none of a model where there is none. */
    @FunctionalInterface
    public interface Relevance<O extends Record> {
        boolean of(O options, List<String> chart);
    }

    /**
     * The charts that will have values where a policy has these option values.
     *
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public List<List<String>> charts(Map<String, ?> values) {
        O parsed = options.parse(values);
        return charts.stream().filter(chart -> relevance.of(parsed, chart)).toList();
    }

    /**
     * The folders outside of the run's own to which a policy of these option values writes while it learns.
     *
     * @param seats the seats that it plays
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public List<Path> folders(Map<String, ?> values, List<Integer> seats) {
        return folders.of(options.parse(values), seats);
    }

    /**
     * The further columns of the replay buffer that a policy of these option values needs.
     *
     * @param seats the seats that it plays
     * @param agents all agents by seat
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public List<ReplayColumn> columns(Map<String, ?> values, List<Integer> seats, List<AgentSpec> agents) {
        return columns.of(options.parse(values), seats, agents);
    }

    /**
     * Makes a policy from plain option values.
     *
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public Policy create(Map<String, ?> values, PolicyContext context) {
        return factory.create(options.parse(values), context);
    }
}
