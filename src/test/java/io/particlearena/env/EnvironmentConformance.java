package io.particlearena.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.particlearena.math.RandomStream;
import io.particlearena.store.MemoryState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;

/** What every environment must do, whatever it holds. */
public final class EnvironmentConformance {

    private EnvironmentConformance() {}

    /**
     * Plays episodes and checks them.
     *
     * @param factory makes equal environments from equal streams
     */
    public static void check(Function<RandomStream, Environment> factory) {
        endsAtTheTimeLimitAtTheLatest(factory.apply(RandomStream.ofSeed(1)));
        refusesToStepBeforeAReset(factory.apply(RandomStream.ofSeed(1)));
        repeatsItself(factory);
        continuesFromASavedState(factory);
        observesTheBeginningAgain(factory);
        drawsEverySeat(factory.apply(RandomStream.ofSeed(4)));
    }

    private static void endsAtTheTimeLimitAtTheLatest(Environment environment) {
        StepBuffer buffer = new StepBuffer(environment);
        double[][] actions = actions(environment);
        RandomStream random = RandomStream.ofSeed(2);
        for (int episode = 0; episode < 3; episode++) {
            environment.reset(buffer);
            assertThat(buffer.episodeOver()).isFalse();
            checkNumbers(environment, buffer);
            int steps = 0;
            while (!buffer.episodeOver()) {
                draw(environment, actions, random);
                environment.step(actions, buffer);
                checkNumbers(environment, buffer);
                steps++;
                assertThat(buffer.terminated() && buffer.truncated()).isFalse();
                if (steps < environment.timeLimit()) {
                    assertThat(buffer.truncated()).isFalse();
                } else {
                    assertThat(buffer.episodeOver()).isTrue();
                }
            }
            assertThatIllegalStateException().isThrownBy(() -> environment.step(actions, buffer));
        }
    }

    private static void refusesToStepBeforeAReset(Environment environment) {
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(actions(environment), new StepBuffer(environment)));
    }

    private static void repeatsItself(Function<RandomStream, Environment> factory) {
        assertThat(play(factory.apply(RandomStream.ofSeed(3)), 2))
                .isEqualTo(play(factory.apply(RandomStream.ofSeed(3)), 2));
    }

    private static void continuesFromASavedState(Function<RandomStream, Environment> factory) {
        Environment original = factory.apply(RandomStream.ofSeed(5));
        StepBuffer buffer = new StepBuffer(original);
        double[][] actions = actions(original);
        original.reset(buffer);
        draw(original, actions, RandomStream.ofSeed(6));
        original.step(actions, buffer);

        Environment restored = factory.apply(RandomStream.ofSeed(7));
        restored.load(MemoryState.of(original).reader());

        assertThat(continueAndPlay(restored)).isEqualTo(continueAndPlay(original));
    }

    private static double[] continueAndPlay(Environment environment) {
        StepBuffer buffer = new StepBuffer(environment);
        double[][] actions = actions(environment);
        draw(environment, actions, RandomStream.ofSeed(8));
        Transcript transcript = new Transcript();
        if (environment.timeLimit() > 1) {
            environment.step(actions, buffer);
            transcript.add(environment, buffer);
        }
        double[] after = play(environment, 2);
        return transcript.join(after);
    }

    private static void observesTheBeginningAgain(Function<RandomStream, Environment> factory) {
        Environment original = factory.apply(RandomStream.ofSeed(9));
        StepBuffer first = new StepBuffer(original);
        original.reset(first);
        Environment restored = factory.apply(RandomStream.ofSeed(7));
        restored.load(MemoryState.of(original).reader());
        StepBuffer again = new StepBuffer(restored);
        boolean observed = restored.observeBeginning(again);
        for (int seat = 0; observed && seat < original.agents().size(); seat++) {
            assertThat(again.observation(seat)).containsExactly(first.observation(seat));
            assertThat(again.pixels(seat)).containsExactly(first.pixels(seat));
        }
    }

    private static void drawsEverySeat(Environment environment) {
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        for (int seat = 0; seat < environment.agents().size(); seat++) {
            int wanted = seat;
            assertThat(environment.scene().discs()).anyMatch(disc -> disc.agent() == wanted);
        }
        assertThat(environment.scene().discs()).extracting(Scene.Disc::name).doesNotHaveDuplicates();
    }

    private static void checkNumbers(Environment environment, StepBuffer buffer) {
        for (int seat = 0; seat < environment.agents().size(); seat++) {
            AgentSpec spec = environment.agents().get(seat);
            assertThat(buffer.observation(seat)).hasSize(spec.observationSize());
            assertThat(Arrays.stream(buffer.observation(seat)).allMatch(Double::isFinite))
                    .isTrue();
            double sum = 0;
            for (double term : buffer.rewardTerms(seat)) {
                sum += term;
            }
            assertThat(buffer.rewards()[seat]).isEqualTo(sum);
            assertThat(Arrays.stream(buffer.events(seat)).allMatch(count -> count >= 0 && Double.isFinite(count)))
                    .isTrue();
            double[] diagnostics = new double[environment.diagnostics(seat).size()];
            environment.readDiagnostics(seat, diagnostics);
            assertThat(Arrays.stream(diagnostics).allMatch(Double::isFinite)).isTrue();
        }
    }

    private static double[] play(Environment environment, int episodes) {
        StepBuffer buffer = new StepBuffer(environment);
        double[][] actions = actions(environment);
        RandomStream random = RandomStream.ofSeed(9);
        Transcript transcript = new Transcript();
        for (int episode = 0; episode < episodes; episode++) {
            environment.reset(buffer);
            transcript.add(environment, buffer);
            while (!buffer.episodeOver()) {
                draw(environment, actions, random);
                environment.step(actions, buffer);
                transcript.add(environment, buffer);
            }
        }
        return transcript.join(new double[0]);
    }

    private static double[][] actions(Environment environment) {
        return environment.agents().stream()
                .map(spec -> new double[spec.actionSize()])
                .toArray(double[][]::new);
    }

    private static void draw(Environment environment, double[][] actions, RandomStream random) {
        for (int seat = 0; seat < actions.length; seat++) {
            int next = 0;
            for (ActionHead head : environment.agents().get(seat).actions()) {
                for (int i = 0; i < head.size(); i++) {
                    actions[seat][next++] = head.low() + (head.high() - head.low()) * random.nextDouble();
                }
            }
        }
    }

    /** All numbers that came out of an environment. */
    private static final class Transcript {
        private final ArrayList<Double> numbers = new ArrayList<>();

        void add(Environment environment, StepBuffer buffer) {
            for (int seat = 0; seat < environment.agents().size(); seat++) {
                add(buffer.observation(seat));
                add(buffer.rewardTerms(seat));
                add(buffer.events(seat));
            }
            add(buffer.rewards());
            numbers.add(buffer.terminated() ? 1.0 : 0.0);
            numbers.add(buffer.truncated() ? 1.0 : 0.0);
        }

        private void add(double[] values) {
            for (double value : values) {
                numbers.add(value);
            }
        }

        double[] join(double[] more) {
            add(more);
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
