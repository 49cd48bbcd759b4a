package io.particlearena.scenario;

import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.ParticleWorld;
import java.util.Arrays;

/** Which treasures lie about, who holds what, and what changed hands in the last step, in {@link CollectTreasure}. */
final class Treasury {

    /** Held by a collector that holds nothing. */
    static final int NOTHING = -1;

    private static final double ARENA = 0.95;

    /** Where treasures are while nobody can find them. */
    private static final double FAR_AWAY = -999;

    private final int collectors;
    private final int types;
    private final double respawnProbability;
    private final int[] holding;
    private final int[] type;
    private final int[] alive;
    private final int[] pickedUp;
    private final int[] delivered;

    Treasury(int collectors, int types, int treasures, double respawnProbability) {
        this.collectors = collectors;
        this.types = types;
        this.respawnProbability = respawnProbability;
        holding = new int[collectors];
        type = new int[treasures];
        alive = new int[treasures];
        pickedUp = new int[collectors];
        delivered = new int[collectors + types];
        Arrays.fill(holding, NOTHING);
    }

    /** What a collector holds: a type or {@link #NOTHING}. */
    int holding(int collector) {
        return holding[collector];
    }

    /** A treasure's type. */
    int type(int treasure) {
        return type[treasure];
    }

    /** Whether a treasure lies about. */
    boolean alive(int treasure) {
        return alive[treasure] == 1;
    }

    /** How many treasures a collector took in the last step. */
    int pickedUp(int collector) {
        return pickedUp[collector];
    }

    /** How many deliveries an agent made or received in the last step. */
    int delivered(int agent) {
        return delivered[agent];
    }

    /** How often anything was taken or delivered in the last step. */
    int trades() {
        int trades = 0;
        for (int collector = 0; collector < collectors; collector++) {
            trades += pickedUp[collector] + delivered[collector];
        }
        return trades;
    }

    /** All treasures somewhere, nobody holding any. */
    void reset(ParticleWorld world, RandomStream random) {
        Arrays.fill(holding, NOTHING);
        Arrays.fill(pickedUp, 0);
        Arrays.fill(delivered, 0);
        for (int treasure = 0; treasure < type.length; treasure++) {
            appear(world, treasure, random);
        }
    }

    /** Makes a treasure one of a given type that lies about, for tests. */
    void put(int treasure, int newType) {
        type[treasure] = newType;
        alive[treasure] = 1;
    }

    private void appear(ParticleWorld world, int treasure, RandomStream random) {
        type[treasure] = random.nextInt(types);
        alive[treasure] = 1;
        world.scatter(world.agents() + treasure, ARENA, random);
    }

    /** First treasures, in the order of their indices, are taken or come back; then collectors deliver. */
    void trade(ParticleWorld world, RandomStream random) {
        Arrays.fill(pickedUp, 0);
        Arrays.fill(delivered, 0);
        for (int treasure = 0; treasure < type.length; treasure++) {
            if (alive(treasure)) {
                offer(world, treasure);
            } else if (random.nextDouble() <= respawnProbability) {
                appear(world, treasure, random);
            }
        }
        for (int collector = 0; collector < collectors; collector++) {
            int held = holding[collector];
            if (held != NOTHING && Space.touch(world, collector, collectors + held)) {
                holding[collector] = NOTHING;
                delivered[collector]++;
                delivered[collectors + held]++;
            }
        }
    }

    private void offer(ParticleWorld world, int treasure) {
        int body = world.agents() + treasure;
        for (int collector = 0; collector < collectors; collector++) {
            if (holding[collector] == NOTHING && Space.touch(world, body, collector)) {
                holding[collector] = type[treasure];
                pickedUp[collector]++;
                alive[treasure] = 0;
                world.place(body, FAR_AWAY, FAR_AWAY);
                return;
            }
        }
    }

    /** The number of collectors with a free hand that touch a treasure, plus deposits that touch what they wait for. */
    int opportunities(ParticleWorld world) {
        int opportunities = 0;
        for (int collector = 0; collector < collectors; collector++) {
            int held = holding[collector];
            if (held != NOTHING) {
                opportunities += Space.touch(world, collector, collectors + held) ? 1 : 0;
                continue;
            }
            for (int treasure = 0; treasure < type.length; treasure++) {
                boolean touching = alive(treasure) && Space.touch(world, world.agents() + treasure, collector);
                opportunities += touching ? 1 : 0;
            }
        }
        return opportunities;
    }

    /** The distance of the treasure that is nearest to an agent; 0 if none lies about. */
    double nearestTreasure(ParticleWorld world, int agent) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int treasure = 0; treasure < type.length; treasure++) {
            if (alive(treasure)) {
                nearest = Math.min(nearest, Space.squared(world, agent, world.agents() + treasure));
            }
        }
        return nearest == Double.POSITIVE_INFINITY ? 0 : Math.sqrt(nearest);
    }

    /** The number of treasures that lie about. */
    int living() {
        return Arrays.stream(alive).sum();
    }

    /** The number of collectors that hold a type. */
    int holders(int wanted) {
        return (int) Arrays.stream(holding).filter(held -> held == wanted).count();
    }

    void save(StateWriter out) {
        Talk.saveIndices(out, "holding", holding);
        Talk.saveIndices(out, "types", type);
        Talk.saveIndices(out, "alive", alive);
    }

    void load(StateReader in) {
        Talk.loadIndices(in, "holding", holding);
        Talk.loadIndices(in, "types", type);
        Talk.loadIndices(in, "alive", alive);
    }
}
