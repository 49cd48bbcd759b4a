package io.particlearena.env;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;

/**
 * One agent's part of an {@link EpisodeRecording}. The arrays belong to the recording and never change.
 *
 * @param pixels one row for each row of observations, each of {@code pixelCount} bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record RecordedAgent(
        String name,
        Rows observations,
        byte[] pixels,
        int pixelCount,
        Rows actions,
        Rows rewards,
        Rows rewardTerms,
        Rows events) {

    /** Rows of {@code width} numbers, one after the other. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(double[] numbers, int width) {

        double at(int row, int column) {
            return numbers[row * width + column];
        }

        double[] row(int row) {
            double[] copy = new double[width];
            System.arraycopy(numbers, row * width, copy, 0, width);
            return copy;
        }

        private void save(StateWriter out, String key) {
            out.putLong(key + "_size", width);
            out.putDoubles(key, numbers);
        }

        private static Rows load(StateReader in, String key, int rows) {
            double[] numbers = in.getDoubles(key);
            return new Rows(numbers, widthOf(in, key, numbers.length, rows));
        }
    }

    void save(StateWriter out) {
        out.putString("name", name);
        observations.save(out, "observations");
        out.putLong("pixels_size", pixelCount);
        out.putBytes("pixels", pixels);
        actions.save(out, "actions");
        rewards.save(out, "rewards");
        rewardTerms.save(out, "reward_terms");
        events.save(out, "events");
    }

    /**
     * Reads one agent.
     *
     * @throws IllegalArgumentException if its arrays do not fit the number of steps, or each other
     */
    static RecordedAgent load(StateReader in, EpisodeRecording.About about, int steps) {
        byte[] pixels = in.getBytes("pixels");
        RecordedAgent agent = new RecordedAgent(
                in.getString("name"),
                Rows.load(in, "observations", steps + 1),
                pixels,
                widthOf(in, "pixels", pixels.length, steps + 1),
                Rows.load(in, "actions", steps),
                Rows.load(in, "rewards", steps),
                Rows.load(in, "reward_terms", steps),
                Rows.load(in, "events", steps));
        if (agent.rewards.width() != 1
                || agent.rewardTerms.width() != about.rewardTerms().size()
                || agent.events.width() != about.events().size()) {
            throw new IllegalArgumentException("the rewards or events of " + agent.name + " do not fit their names");
        }
        return agent;
    }

    private static int widthOf(StateReader in, String key, int length, int rows) {
        long width = in.getLong(key + "_size");
        if (width < 0 || width > Integer.MAX_VALUE || width * rows != length) {
            throw new IllegalArgumentException(
                    "the " + key + " of " + in.getString("name") + " do not fit the number of steps");
        }
        return (int) width;
    }
}
