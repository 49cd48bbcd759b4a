package io.particlearena.scenario;

/**
 * What a scenario makes of one step, before it is shared among agents.
 *
 * @param own by agent and term, what the agent itself is paid
 * @param team by term, what the team is paid together, where the scenario says so
 * @param events by agent and event, how often it happened
 */
record Score(double[][] own, double[] team, double[][] events) {

    Score(int agents, int terms, int events) {
        this(new double[agents][terms], new double[terms], new double[agents][events]);
    }

    void clear() {
        for (double[] terms : own) {
            clear(terms);
        }
        clear(team);
        for (double[] counts : events) {
            clear(counts);
        }
    }

    private static void clear(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0;
        }
    }
}
