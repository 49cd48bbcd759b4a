package io.particlearena.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.math.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Physics by hand; whole trajectories are compared with the reference implementations elsewhere. */
final class ParticleWorldTest {

    private static final Physics STANDARD = Physics.standard(Integration.VELOCITY_FIRST);

    private final RandomStream random = RandomStream.ofSeed(1);

    @Test
    void theNewVelocityMovesThePositionUnderOpenAiRules() {
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(Body.agent(0.05)), 1, 0);
        world.velocityX()[0] = 1;
        world.controlX()[0] = 5;
        world.step(random);
        assertThat(world.velocityX()[0]).isEqualTo(0.75 + 0.5);
        assertThat(world.x()[0]).isCloseTo(0.125, within(1e-15));
    }

    @Test
    void theOldVelocityMovesThePositionUnderMpe2Rules() {
        ParticleWorld world =
                new ParticleWorld(Physics.standard(Integration.POSITION_FIRST), List.of(Body.agent(0.05)), 1, 0);
        world.velocityX()[0] = 1;
        world.controlX()[0] = 5;
        world.step(random);
        assertThat(world.velocityX()[0]).isEqualTo(0.75 + 0.5);
        assertThat(world.x()[0]).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void aHeavyBodyAcceleratesLess() {
        ParticleWorld world =
                new ParticleWorld(STANDARD, List.of(Body.agent(0.05).withMass(4)), 1, 0);
        world.controlX()[0] = 5;
        world.step(random);
        assertThat(world.velocityX()[0]).isCloseTo(0.125, within(1e-15));
    }

    @Test
    void speedIsCappedInTheDirectionOfMotion() {
        Body fast = Body.agent(0.05).withDrive(5, 0.1);
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(fast), 1, 0);
        world.controlX()[0] = 30;
        world.controlY()[0] = 40;
        world.step(random);
        assertThat(world.velocityX()[0]).isCloseTo(0.06, within(1e-15));
        assertThat(world.velocityY()[0]).isCloseTo(0.08, within(1e-15));
    }

    @Test
    void overlappingBodiesPushEachOtherEquallyHard() {
        Body body = Body.agent(0.1).colliding();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(body, body.withMass(2)), 2, 0);
        world.place(0, 0, 0);
        world.place(1, 0.15, 0);
        world.step(random);
        assertThat(world.velocityX()[0]).isCloseTo(-100 * 0.05 * 0.1, within(1e-9));
        assertThat(world.velocityX()[1]).isCloseTo(100 * 0.05 * 0.1 / 2, within(1e-9));
    }

    @Test
    void justTouchingBodiesPushWithTheSoftMargin() {
        Body body = Body.agent(0.125).colliding();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(body, body), 2, 0);
        world.place(1, 0.25, 0);
        world.step(random);
        assertThat(world.velocityX()[1]).isCloseTo(100 * 1e-3 * Math.log(2) * 0.1, within(1e-15));
    }

    @Test
    void bodiesFarApartDoNotPush() {
        Body body = Body.agent(0.1).colliding();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(body, body), 2, 0);
        world.place(1, 0.3, 0);
        world.step(random);
        assertThat(world.velocityX()[1]).isZero();
    }

    @Test
    void coincidingBodiesPartAlongTheFirstAxis() {
        Body body = Body.agent(0.1).colliding();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(body, body, body), 3, 0);
        world.step(random);
        assertThat(world.velocityX()[0]).isPositive();
        assertThat(world.velocityX()[1]).isZero();
        assertThat(world.velocityX()[2]).isEqualTo(-world.velocityX()[0]);
        assertThat(world.velocityY()).containsOnly(0);
        for (int step = 0; step < 20; step++) {
            world.step(random);
        }
        assertThat(world.x()[0]).isGreaterThan(world.x()[1]);
        assertThat(world.x()[1]).isGreaterThan(world.x()[2]).isFinite();
    }

    @Test
    void aLandmarkMovesOnlyIfItIsMovable() {
        Body pusher = Body.agent(0.1).colliding();
        Body still = Body.landmark(0.1).colliding();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(pusher, still, still.withMovable(true)), 1, 0);
        world.place(1, 0.1, 0);
        world.place(2, -0.1, 0);
        world.step(random);
        assertThat(world.x()[1]).isEqualTo(0.1);
        assertThat(world.x()[2]).isLessThan(-0.1);
    }

    @Test
    void onlySpeakersAreHeard() {
        ParticleWorld world =
                new ParticleWorld(STANDARD, List.of(Body.agent(0.1).speaking(), Body.agent(0.1)), 2, 2);
        world.outgoing()[0][1] = 0.5;
        world.outgoing()[1][1] = 0.5;
        world.step(random);
        assertThat(world.messages()[0]).containsExactly(0, 0.5);
        assertThat(world.messages()[1]).containsExactly(0, 0);
    }

    @Test
    void noiseHasTheStandardDeviationAskedFor() {
        ParticleWorld world =
                new ParticleWorld(STANDARD, List.of(Body.agent(0.1).speaking()), 1, 1);
        world.setNoise(0, 2, 0.5);
        int steps = 20_000;
        double forces = 0;
        double messages = 0;
        for (int step = 0; step < steps; step++) {
            world.place(0, 0, 0);
            world.step(random);
            forces += Math.pow(world.velocityX()[0] / 0.1, 2);
            messages += Math.pow(world.messages()[0][0], 2);
        }
        assertThat(Math.sqrt(forces / steps)).isCloseTo(2, within(0.05));
        assertThat(Math.sqrt(messages / steps)).isCloseTo(0.5, within(0.0125));
    }

    @Test
    void aScriptMovesItsAgentAndSeesTheWorldBeforeTheStep() {
        List<Double> seen = new ArrayList<>();
        ParticleWorld world = new ParticleWorld(STANDARD, List.of(Body.agent(0.1), Body.agent(0.1)), 2, 0);
        world.place(0, 0.25, 0);
        world.script(1, (inWorld, agent) -> {
            seen.add(inWorld.x()[0]);
            inWorld.controlY()[agent] = 1;
        });
        world.controlX()[0] = 5;
        world.step(random);
        assertThat(seen).containsExactly(0.25);
        assertThat(world.velocityY()[1]).isCloseTo(0.1, within(1e-15));
        assertThat(world.scripted(0)).isFalse();
        assertThat(world.scripted(1)).isTrue();
    }
}
