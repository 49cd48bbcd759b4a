package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.MemoryState;
import io.particlearena.world.ParticleWorld;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every rule of the scenario in cases that were computed by hand; no reference recording of it exists. */
final class CollectTreasureTest {

    private static final int COLLISION = 0;
    private static final int DISTANCE = 1;
    private static final int TREASURE = 2;
    private static final Offset<Double> ROUNDING = within(1e-12);

    @Test
    void defaultsHaveThePublishedSizes() {
        Stage stage = new Stage(Map.of());
        assertThat(stage.environment.agents()).hasSize(8);
        assertThat(stage.environment.agents())
                .extracting(agent -> agent.observationSize())
                .containsExactly(86, 86, 86, 86, 86, 86, 84, 84);
        assertThat(stage.world.bodies()).isEqualTo(14);
        assertThat(stage.world.body(0).size()).isEqualTo(0.05);
        assertThat(stage.world.body(6).size()).isEqualTo(0.075);
        assertThat(stage.world.body(6).mass()).isEqualTo(2.25);
        assertThat(stage.world.body(8).size()).isEqualTo(0.025);
        assertThat(stage.world.body(0).collides()).isFalse();
    }

    @Test
    void resetPutsTreasuresInsideTheArenaAndEmptiesAllHands() {
        Stage stage = new Stage(Map.of());
        for (int treasure = 0; treasure < 6; treasure++) {
            assertThat(stage.treasury.alive(treasure)).isTrue();
            assertThat(Math.abs(stage.world.x()[8 + treasure])).isLessThanOrEqualTo(0.95);
            assertThat(stage.treasury.type(treasure)).isBetween(0, 1);
        }
        for (int collector = 0; collector < 6; collector++) {
            assertThat(stage.treasury.holding(collector)).isEqualTo(Treasury.NOTHING);
        }
    }

    @Test
    void theFirstCollectorByIndexThatTouchesATreasureTakesIt() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 1));
        stage.put(0, 0.5, 0).put(1, 0.51, 0).treasure(0, 1, 0.505, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isEqualTo(1);
        assertThat(stage.treasury.holding(1)).isEqualTo(Treasury.NOTHING);
        assertThat(stage.treasury.alive(0)).isFalse();
        assertThat(stage.events(0)).containsExactly(1, 1, 0);
        assertThat(stage.events(1)).containsExactly(1, 0, 0);
    }

    @Test
    void touchingMeansNearerThanTheSumOfSizes() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).treasure(0, 0, 0.0751, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isEqualTo(Treasury.NOTHING);
        stage.treasure(0, 0, 0.0749, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isZero();
    }

    @Test
    void aTreasureThatWasTakenComesBackInTheNextStep() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).treasure(0, 0, 0, 0);
        stage.step();
        assertThat(stage.treasury.alive(0)).isFalse();
        assertThat(stage.environment.scene().discs())
                .noneMatch(disc -> disc.name().equals("treasure 0"));
        stage.step();
        assertThat(stage.treasury.alive(0)).isTrue();
        assertThat(Math.abs(stage.world.x()[stage.world.agents()])).isLessThanOrEqualTo(0.95);
    }

    @Test
    void aTreasureStaysAwayWhereItsProbabilityToReturnIsZero() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1, "respawn_probability", 0));
        stage.put(0, 0, 0).treasure(0, 0, 0, 0);
        for (int step = 0; step < 10; step++) {
            stage.step();
        }
        assertThat(stage.treasury.alive(0)).isFalse();
    }

    @Test
    void aCollectorHoldsOneTreasureOnly() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 2));
        stage.put(0, 0, 0).treasure(0, 1, 0, 0).treasure(1, 0, 0, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isEqualTo(1);
        assertThat(stage.treasury.alive(1)).isTrue();
    }

    @Test
    void aCollectorDeliversToTheDepositOfItsTypeOnly() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0, 0.05).treasure(0, 1, 0, 0);
        stage.step();
        assertThat(stage.treasury.holding(0))
                .as("the deposit of type 0 does not take type 1")
                .isEqualTo(1);
        stage.put(2, 0.1, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isEqualTo(Treasury.NOTHING);
        assertThat(stage.events(0)[2]).isEqualTo(1);
        assertThat(stage.events(1)[2]).isZero();
        assertThat(stage.events(2)[2]).isEqualTo(1);
    }

    @Test
    void everyPickUpAndDeliveryPaysFiveToEveryoneByDefault() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0.9, 0.9).treasure(0, 0, 0, 0);
        stage.step();
        for (int agent = 0; agent < 4; agent++) {
            assertThat(stage.terms(agent)[TREASURE]).isEqualTo(5);
        }
        stage.hide(0).put(2, 0.1, 0);
        stage.step();
        for (int agent = 0; agent < 4; agent++) {
            assertThat(stage.terms(agent)[TREASURE]).isEqualTo(5);
        }
    }

    @Test
    void aTreasureThatIsTakenAndDeliveredInOneStepPaysTwice() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0, 0).treasure(0, 0, 0, 0);
        stage.step();
        assertThat(stage.treasury.holding(0)).isEqualTo(Treasury.NOTHING);
        assertThat(stage.terms(0)[TREASURE]).isEqualTo(10);
    }

    @Test
    void theReferenceDoesNotPayForWhatWasTakenOrDelivered() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1, "treasure_pay", "reference"));
        stage.put(0, 0, 0).put(1, 0.1, 0).treasure(0, 0, 0, 0);
        stage.step();
        assertThat(stage.events(0)).containsExactly(0, 1, 1);
        assertThat(stage.terms(0)[TREASURE]).isZero();
    }

    @Test
    void theReferencePaysWhereAFreeCollectorStillTouchesATreasure() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 2, "treasure_pay", "reference"));
        stage.put(0, 0, 0).put(1, 0.1, 0).treasure(0, 0, 0, 0).treasure(1, 1, 0, 0.05);
        stage.step();
        assertThat(stage.treasury.alive(1)).isTrue();
        assertThat(stage.treasury.holding(0)).isEqualTo(Treasury.NOTHING);
        assertThat(stage.terms(0)[TREASURE]).isEqualTo(5);
        assertThat(stage.terms(2)[TREASURE]).isEqualTo(5);
    }

    @Test
    void overlappingCollectorsPayFiveForEachOther() {
        Stage stage = small(Map.of("num_collectors", 3, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0.05, 0).put(2, -0.05, 0.05);
        stage.treasure(0, 0, 0.9, 0.9);
        stage.step();
        assertThat(stage.terms(0)[COLLISION]).isEqualTo(-10);
        assertThat(stage.terms(1)[COLLISION]).isEqualTo(-5);
        assertThat(stage.terms(2)[COLLISION]).isEqualTo(-5);
        assertThat(stage.terms(3)[COLLISION]).isZero();
    }

    @Test
    void aFreeCollectorPaysForItsDistanceToTheNearestLivingTreasure() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 2));
        stage.put(0, 0, 0).treasure(0, 0, 0.3, 0.4).treasure(1, 1, -0.6, 0.8);
        stage.step();
        assertThat(stage.terms(0)[DISTANCE]).isCloseTo(-0.05, ROUNDING);
    }

    @Test
    void aCollectorThatHoldsSomethingPaysForItsDistanceToItsDeposit() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0.1, 0.7).put(2, 0.6, 0.8).treasure(0, 1, 0, 0);
        stage.step();
        assertThat(stage.terms(0)[DISTANCE]).isCloseTo(-0.1, ROUNDING);
    }

    @Test
    void aDepositPaysForItsDistanceToTheNearestCollectorWithItsType() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 1));
        stage.put(0, 0, 0).put(1, 0.5, 0.5).put(2, 0.6, 0.8).put(3, 0.5, 0.8).treasure(0, 0, 0, 0);
        stage.step();
        assertThat(stage.terms(2)[DISTANCE]).isCloseTo(-0.1, ROUNDING);
    }

    @Test
    void aDepositWhoseTypeNobodyHoldsPaysForItsDistanceToTheMiddleOfAllCollectors() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 1));
        stage.put(0, 0, 0.2).put(1, 0.4, 0.2).put(3, 0.2, 0.7).treasure(0, 0, 0.9, 0.9);
        stage.step();
        assertThat(stage.terms(3)[DISTANCE]).isCloseTo(-0.05, ROUNDING);
    }

    @Test
    void observationsListOthersAndTreasuresNearestFirst() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 2));
        stage.put(0, 0.1, 0).put(1, 0.5, 0).put(2, 0.2, 0).put(3, 0.9, 0);
        stage.treasure(0, 0, -0.9, 0).treasure(1, 1, 0.5, 0.01);
        stage.step();
        double[] seen = stage.buffer.observation(0);
        assertThat(seen).hasSize(4 + 2 + 3 * 8 + 2 * 4);
        assertThat(seen[0]).isEqualTo(0.1);
        assertThat(slice(seen, 4, 2)).containsExactly(0, 0);
        assertThat(slice(seen, 6, 8)).containsExactly(new double[] {0.1, 0, 0, 0, 1, 0, 0, 0}, ROUNDING);
        assertThat(slice(seen, 14, 8)).containsExactly(new double[] {0.4, 0, 0, 0, 0, 0, 0, 1}, ROUNDING);
        assertThat(slice(seen, 22, 8)).containsExactly(new double[] {0.8, 0, 0, 0, 0, 1, 0, 0}, ROUNDING);
        assertThat(slice(seen, 30, 4)).containsExactly(new double[] {-1, 0, 1, 0}, ROUNDING);
        assertThat(slice(seen, 34, 4)).as("a dead treasure is all zeros").containsExactly(0, 0, 0, 0);
        assertThat(slice(stage.buffer.observation(1), 4, 2)).as("what it holds").containsExactly(0, 1);
    }

    @Test
    void diagnosticsTellWhoHoldsWhat() {
        Stage stage = small(Map.of("num_collectors", 2, "num_treasures", 2));
        stage.put(0, 0, 0).put(1, 0.5, 0.5).treasure(0, 1, 0, 0).treasure(1, 0, 0.9, -0.9);
        stage.step();
        assertThat(stage.diagnostics(0)).containsExactly(1.0, 1.0);
        assertThat(stage.diagnostics(1)).containsExactly(-1.0, 1.0);
        assertThat(stage.diagnostics(2)).containsExactly(0.0, 1.0);
        assertThat(stage.diagnostics(3)).containsExactly(1.0, 1.0);
    }

    @Test
    void whatIsHeldSurvivesSavingAndLoading() {
        Stage stage = small(Map.of("num_collectors", 1, "num_treasures", 1));
        stage.put(0, 0, 0).treasure(0, 1, 0, 0);
        stage.step();
        Stage other = small(Map.of("num_collectors", 1, "num_treasures", 1));
        other.environment.load(MemoryState.of(stage.environment).reader());
        assertThat(other.treasury.holding(0)).isEqualTo(1);
        assertThat(other.treasury.alive(0)).isFalse();
    }

    private static double[] slice(double[] values, int from, int count) {
        return Arrays.copyOfRange(values, from, from + count);
    }

    /** Two deposits, everyone out of the way in a corner of their own. */
    private static Stage small(Map<String, Object> values) {
        Stage stage = new Stage(values);
        for (int agent = 0; agent < stage.world.agents(); agent++) {
            stage.put(agent, -3 - agent, -3 - agent);
        }
        return stage;
    }

    /** An episode in which the test puts everything where it wants. */
    private static final class Stage {
        private final ParticleEnvironment environment;
        private final CollectTreasure scenario;
        private final Treasury treasury;
        private final ParticleWorld world;
        private final StepBuffer buffer;
        private final double[][] still;

        Stage(Map<String, Object> values) {
            Map<String, Object> complete = new LinkedHashMap<>(values);
            CollectTreasure.Options options =
                    OptionSchema.of(CollectTreasure.Options.class).parse(complete);
            scenario = new CollectTreasure(options);
            environment =
                    new ParticleEnvironment(scenario, options.rules(), options.particles(), RandomStream.ofSeed(1));
            treasury = scenario.treasury();
            world = environment.world();
            buffer = new StepBuffer(environment);
            still = new double[world.agents()][5];
            environment.reset(buffer);
        }

        Stage put(int body, double x, double y) {
            world.place(body, x, y);
            return this;
        }

        Stage treasure(int treasure, int type, double x, double y) {
            treasury.put(treasure, type);
            return put(world.agents() + treasure, x, y);
        }

        /** Moves a living treasure out of reach. */
        Stage hide(int treasure) {
            return put(world.agents() + treasure, 50, 50);
        }

        void step() {
            environment.step(still, buffer);
        }

        double[] terms(int agent) {
            return buffer.rewardTerms(agent);
        }

        double[] events(int agent) {
            return buffer.events(agent);
        }

        List<Double> diagnostics(int agent) {
            double[] values = new double[environment.diagnostics(agent).size()];
            environment.readDiagnostics(agent, values);
            return Arrays.stream(values).boxed().toList();
        }
    }
}
