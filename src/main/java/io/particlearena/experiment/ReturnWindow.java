package io.particlearena.experiment;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The returns of the latest episodes, by seat. */
final class ReturnWindow implements Stateful {

    private final int capacity;
    private final int seats;
    private double[] ring;
    private long episodes;

    /**
     * @param capacity the number of episodes kept, positive
     * @param seats the number of agents
     */
    ReturnWindow(int capacity, int seats) {
        this.capacity = capacity;
        this.seats = seats;
        this.ring = new double[Math.min(capacity, 64) * seats];
    }

    void add(double[] returns) {
        int row = (int) (episodes % capacity);
        int end = (row + 1) * seats;
        if (end > ring.length) {
            ring = Arrays.copyOf(ring, (int) Math.min((long) capacity * seats, 2L * end));
        }
        System.arraycopy(returns, 0, ring, row * seats, seats);
        episodes++;
    }

    /** The number of episodes kept now. */
    int size() {
        return (int) Math.min(capacity, episodes);
    }

    /** By seat, the mean return of the episodes kept; empty before the first. */
    List<Double> means() {
        List<Double> means = new ArrayList<>();
        for (int seat = 0; seat < seats && size() > 0; seat++) {
            double sum = 0;
            for (int row = 0; row < size(); row++) {
                sum += ring[row * seats + seat];
            }
            means.add(sum / size());
        }
        return means;
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles("returns", Arrays.copyOf(ring, size() * seats));
        out.putLong("episodes", episodes);
    }

    @Override
    public void load(StateReader in) {
        double[] returns = in.getDoubles("returns");
        episodes = in.getLong("episodes");
        if (returns.length != size() * seats) {
            throw new StoreException("The checkpoint's window of returns has another length.");
        }
        ring = returns.length == 0 ? new double[seats] : returns;
    }
}
