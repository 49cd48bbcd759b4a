package io.particlearena.algo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JointReplayTest {

    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec(
                    "a",
                    Side.BAD,
                    List.of(ObservationPart.vector("vector", 2)),
                    List.of(ActionHead.categorical("move", 3))),
            new AgentSpec(
                    "b",
                    Side.GOOD,
                    List.of(
                            ObservationPart.vector("vector", 1),
                            new ObservationPart("raster", List.of(2, 1), Elements.UINT8)),
                    List.of(ActionHead.oneHot("move", 2))));

    private static final List<ReplayColumn> EXTRA =
            List.of(new ReplayColumn("logits/0", Elements.FLOAT32, 3), new ReplayColumn("label/1", Elements.UINT8, 1));

    /** Adds steps in which every number tells its step and place. */
    private static void fill(JointReplay replay, long from, long to) {
        StepBuffer before = new StepBuffer(AGENTS, 0, 0);
        StepBuffer after = new StepBuffer(AGENTS, 0, 0);
        for (long step = from; step < to; step++) {
            set(before, step);
            set(after, step + 1);
            after.rewards()[0] = step + 0.25;
            after.rewards()[1] = -step;
            after.setEnd(step % 3 == 0, step % 5 == 0);
            replay.add(before, new double[][] {{step, 1, 2}, {0, step}}, after);
            replay.put("logits/0", new float[] {step, step + 1, step + 2});
            replay.put("label/1", new byte[] {(byte) step});
        }
    }

    private static void set(StepBuffer buffer, long step) {
        buffer.observation(0)[0] = step * 10;
        buffer.observation(0)[1] = step * 10 + 1;
        buffer.observation(1)[0] = step * 10 + 2;
        buffer.pixels(1)[0] = (byte) step;
        buffer.pixels(1)[1] = (byte) 200;
    }

    @Test
    void columnsComeBackAsTheyWereAdded() {
        JointReplay replay = new JointReplay(AGENTS, 100, EXTRA);
        fill(replay, 0, 31);
        float[] joint = new float[2 * 8];
        float[] next = new float[2 * 4];
        float[] rest = new float[2 * 10];
        ReplayReader reader = new ReplayReader(replay)
                .copy(ReplayColumn.observation(0), joint, 0, 8)
                .copy(ReplayColumn.observation(1), joint, 2, 8)
                .copy(ReplayColumn.action(0), joint, 3, 8)
                .copy(ReplayColumn.action(1), joint, 6, 8)
                .copy(ReplayColumn.nextObservation(1), next, 1, 4)
                .copy(ReplayColumn.reward(0), rest, 0, 10)
                .copy(ReplayColumn.reward(1), rest, 1, 10)
                .copy(ReplayColumn.TERMINATED, rest, 2, 10)
                .copy(ReplayColumn.TRUNCATED, rest, 3, 10)
                .copy(ReplayColumn.nextPixels(1), rest, 4, 10)
                .copy("logits/0", rest, 6, 10)
                .copy("label/1", rest, 9, 10);

        reader.read(new int[] {30, 7});

        assertThat(joint).containsExactly(300, 301, 302, 30, 1, 2, 0, 30, 70, 71, 72, 7, 1, 2, 0, 7);
        assertThat(next).containsExactly(0, 312, 0, 0, 0, 82, 0, 0);
        assertThat(rest)
                .containsExactly(
                        30.25f, -30, 1, 1, 31, 200, 30, 31, 32, 30, //
                        7.25f, -7, 0, 0, 8, 200, 7, 8, 9, 7);
    }

    @Test
    void newestStepsReplaceTheOldest() {
        JointReplay replay = new JointReplay(AGENTS, 4, EXTRA);
        fill(replay, 0, 10);

        assertThat(replay.size()).isEqualTo(4);
        assertThat(replay.totalSteps()).isEqualTo(10);
        assertThat(replay.oldestStep()).isEqualTo(6);
        assertThat(firstObservations(replay, 0, 1, 2, 3)).containsExactly(80, 90, 60, 70);
    }

    private static float[] firstObservations(JointReplay replay, int... rows) {
        float[] matrix = new float[rows.length * 2];
        new ReplayReader(replay).copy(ReplayColumn.observation(0), matrix, 0, 2).read(rows);
        float[] first = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            first[i] = matrix[2 * i];
        }
        return first;
    }

    @Test
    void samplesAreUniformOverTheStepsKept() {
        JointReplay replay = new JointReplay(AGENTS, 5, EXTRA);
        fill(replay, 0, 3);
        int[] rows = new int[30_000];

        replay.sample(RandomStream.ofSeed(1), rows);
        for (int row = 0; row < 5; row++) {
            assertThat(count(rows, row)).as("row %d", row).isCloseTo(row < 3 ? 10_000L : 0L, withinPercentage(3));
        }

        fill(replay, 3, 9);
        replay.sample(RandomStream.ofSeed(2), rows);
        for (int row = 0; row < 5; row++) {
            assertThat(count(rows, row)).as("row %d", row).isCloseTo(6_000L, withinPercentage(4));
        }
    }

    private static long count(int[] rows, int row) {
        return Arrays.stream(rows).filter(drawn -> drawn == row).count();
    }

    @Test
    void rowsWrittenAndReadBackGiveTheSameBuffer() {
        JointReplay replay = new JointReplay(AGENTS, 20_000, EXTRA);
        fill(replay, 0, 33_000);
        ByteBuffer bytes = ByteBuffer.allocate(replay.size() * replay.rowBytes());
        replay.writeRows(13_000, 20_000, bytes);
        replay.writeRows(20_000, 33_000, bytes);
        bytes.flip();

        JointReplay restored = new JointReplay(AGENTS, 20_000, EXTRA);
        restored.restoreFrom(13_000);
        restored.readRows(bytes.slice(0, 5_000 * replay.rowBytes()));
        restored.readRows(bytes.slice(5_000 * replay.rowBytes(), 15_000 * replay.rowBytes()));

        assertThat(restored.totalSteps()).isEqualTo(33_000);
        assertThat(restored.size()).isEqualTo(20_000);
        fill(replay, 33_000, 34_000);
        fill(restored, 33_000, 34_000);
        assertThat(allRows(restored)).isEqualTo(allRows(replay));
        int[] rows = new int[100];
        int[] same = new int[100];
        replay.sample(RandomStream.ofSeed(3), rows);
        restored.sample(RandomStream.ofSeed(3), same);
        assertThat(same).isEqualTo(rows);
    }

    private static byte[] allRows(JointReplay replay) {
        ByteBuffer bytes = ByteBuffer.allocate(replay.size() * replay.rowBytes());
        replay.writeRows(replay.oldestStep(), replay.totalSteps(), bytes);
        return bytes.array();
    }

    @Test
    void partOfTheStepsRestoredIsSampledAlone() {
        JointReplay replay = new JointReplay(AGENTS, 10, EXTRA);
        fill(replay, 0, 17);
        ByteBuffer bytes = ByteBuffer.allocate(5 * replay.rowBytes());
        replay.writeRows(12, 17, bytes);
        JointReplay restored = new JointReplay(AGENTS, 10, EXTRA);
        restored.restoreFrom(12);
        restored.readRows(bytes.flip());
        int[] rows = new int[1000];

        restored.sample(RandomStream.ofSeed(4), rows);

        assertThat(rows).containsOnly(2, 3, 4, 5, 6);
    }

    @Test
    void stepsNoLongerKeptAreRefused() {
        JointReplay replay = new JointReplay(AGENTS, 4, EXTRA);
        fill(replay, 0, 10);

        assertThatThrownBy(() -> replay.writeRows(5, 10, ByteBuffer.allocate(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Steps 5 to 10 were asked for, but those from 6 to 10 are kept");
        assertThatThrownBy(() -> replay.readRows(ByteBuffer.allocate(replay.rowBytes() + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a whole number of rows");
    }

    @Test
    void wrongColumnsAreRefused() {
        JointReplay replay = new JointReplay(AGENTS, 4, EXTRA);

        assertThatThrownBy(() -> replay.sample(RandomStream.ofSeed(1), new int[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The replay buffer is empty");
        fill(replay, 0, 1);
        assertThatThrownBy(() -> replay.put("logits/0", new float[2])).hasMessageContaining("does not hold 2 floats");
        assertThatThrownBy(() -> replay.put("label/0", new byte[1])).hasMessageContaining("called label/0");
        assertThatThrownBy(() -> new JointReplay(AGENTS, 4, List.of(EXTRA.get(0), EXTRA.get(0))))
                .hasMessageContaining("two replay columns called logits/0");
        assertThatThrownBy(() -> new JointReplay(AGENTS, 0)).hasMessageContaining("capacity is 0");
    }

    @Test
    void aMillionStepsOfPredatorAndPreyFitIntoAGigabyte() {
        AgentSpec adversary = agent(Side.BAD, 16);
        JointReplay replay = new JointReplay(List.of(adversary, adversary, adversary, agent(Side.GOOD, 14)), 1_000_000);

        assertThat(replay.rowBytes() * 1_000_000L).isLessThan(700_000_000L);
    }

    private static AgentSpec agent(Side side, int observationSize) {
        return new AgentSpec(
                "agent",
                side,
                List.of(ObservationPart.vector("vector", observationSize)),
                List.of(ActionHead.categorical("move", 5)));
    }
}
