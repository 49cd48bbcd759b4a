package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * One task in a particle world: who takes part, how an episode begins, what agents see and what they are paid.
 *
 * <p>{@link ParticleEnvironment} calls {@link #reset} once per episode, then after every step of the world {@link #afterStep},
 * {@link #score}, {@link #observe} and {@link #succeeded}, in this order. None of them allocates memory. All agents are
 * scored at once; no answer depends on which agent is asked first.
 */
interface Scenario {

    /** The bodies; never changes. */
    Cast cast();

    /** How rewards are shared. */
    Sharing sharing();

    /** The names of the reward's terms. */
    List<String> rewardTerms();

    /** The names of the events that are counted. */
    List<String> events();

    /** The length of an agent's observation. */
    int observationSize(int agent);

    /** Draws what is random in an episode and puts every body in its place; everyone is at rest and silent already. */
    void reset(ParticleWorld world, RandomStream random);

    /** What happens after bodies have moved and before anyone is paid. */
    default void afterStep(ParticleWorld world, RandomStream random) {}

    /** Writes what each agent earns and what happened to it; what it leaves out stays as it was. */
    void score(ParticleWorld world, Score score);

    /** Writes what each agent sees. */
    void observe(ParticleWorld world, double[][] observations);

    /** Whether the episode ends because the task is done. */
    default boolean succeeded(ParticleWorld world) {
        return false;
    }

    /** The names of the diagnostic values that the published scenario reports for an agent. */
    default List<String> diagnostics(int agent) {
        return List.of();
    }

    /** Writes an agent's diagnostic values for the present state. */
    default void readDiagnostics(ParticleWorld world, int agent, double[] out) {}

    /** The colour in which a body is drawn in this episode. */
    Scene.Colour colour(int body);

    /** Whether a body is drawn at present. */
    default boolean visible(int body) {
        return true;
    }

    /** Takes over what another program drew at the beginning of an episode. */
    default void choose(Choices choices, ParticleWorld world) {}

    /** Writes what was drawn at the beginning of the episode and is not in the world. */
    default void save(StateWriter out) {}

    /** Takes over what {@link #save} wrote. */
    default void load(StateReader in) {}
}
