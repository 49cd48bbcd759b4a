package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * Bodies without a task: nobody observes anything or is paid.
 *
 * @param cast the bodies
 */
record BareWorld(Cast cast) implements Scenario {

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of();
    }

    @Override
    public List<String> events() {
        return List.of();
    }

    @Override
    public int observationSize(int agent) {
        return 0;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {}

    @Override
    public void observe(ParticleWorld world, double[][] observations) {}

    @Override
    public Scene.Colour colour(int body) {
        return body < cast.agents().size() ? Colours.agent(0.35, 0.35, 0.85) : Colours.landmark(0.25, 0.25, 0.25);
    }
}
