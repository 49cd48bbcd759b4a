package io.particlearena.ui.arena;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.Steering;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes on a thread of its own at a chosen speed. The screen takes the newest frame whenever it likes; frames
 * that it was too slow for are never seen. The setters may be called from any thread.
 */
public final class EpisodePlayback implements AutoCloseable {

    /** Steps a second at speed 1; a step of a particle world is a tenth of a second. */
    static final double STEPS_PER_SECOND = 10;

    /** The speeds to choose from. */
    static final double[] SPEEDS = {0.1, 0.25, 0.5, 1, 2, 4, 8};

    private static final int NORMAL = 3;
    private static final double REST_AFTER_EPISODE_SECONDS = 0.7;
    private static final double NANOS = 1e9;

    private final Supplier<EpisodePlayer> source;
    private final AtomicReference<@Nullable EpisodeFrame> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable Consumer<EpisodeRecording>> keeper = new AtomicReference<>();
    private final AtomicReference<@Nullable Consumer<EpisodeRecording>> pupil = new AtomicReference<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private int speed = NORMAL;
    private boolean paused;
    private boolean stepWanted;
    private boolean restartWanted;
    private boolean closed;
    private @Nullable TakenSeat taken;

    /** Whether a person plays in the present episode; known to the playing thread alone. */
    private boolean personPlays;

    /** The seat that a person is to take over, negative for none. */
    private record TakenSeat(int seat, Steering steering) {}

    /**
     * Begins to play.
     *
     * @param source gives the player; called on the playing thread
     */
    public EpisodePlayback(Supplier<EpisodePlayer> source) {
        this.source = source;
        this.thread = new Thread(this::run, "episode-playback");
        thread.setDaemon(true);
        thread.start();
    }

    /** The newest frame if there is one that was not taken yet. */
    public @Nullable EpisodeFrame takeLatest() {
        return latest.getAndSet(null);
    }

    /** What ended the playing, if something did; given once. */
    public @Nullable Throwable takeFailure() {
        return failure.getAndSet(null);
    }

    /** Holds the episode, or lets it go on. */
    public void setPaused(boolean hold) {
        change(() -> paused = hold);
    }

    /** Goes one step on and holds the episode. */
    public void step() {
        change(() -> {
            paused = true;
            stepWanted = true;
        });
    }

    /** Begins a new episode. */
    public void restart() {
        change(() -> restartWanted = true);
    }

    /**
     * Hands the present episode over once it is over, or is left before its end.
     *
     * @param next receives it on the playing thread; null to let it go after all
     */
    void keep(@Nullable Consumer<EpisodeRecording> next) {
        keeper.set(next);
    }

    /**
     * Hands over every episode in which a person plays to the end.
     *
     * @param next receives them on the playing thread; null for nobody
     */
    void teach(@Nullable Consumer<EpisodeRecording> next) {
        pupil.set(next);
    }

    /** Lets a person move an agent, see {@link EpisodePlayer#takeOver}, in a new episode. */
    void takeOver(int seat, Steering steering) {
        change(() -> {
            taken = new TakenSeat(seat, steering);
            restartWanted = true;
        });
    }

    /** Chooses one of the {@link #SPEEDS}. */
    void setSpeed(int index) {
        change(() -> speed = Math.max(0, Math.min(SPEEDS.length - 1, index)));
    }

    /** Ends the playing. */
    @Override
    public void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            EpisodePlayer player = source.get();
            EpisodeFrame frame = player.restart();
            latest.set(frame);
            while (true) {
                Turn turn = awaitTurn(frame.last());
                if (turn != Turn.NEXT || frame.last()) {
                    handOver(player);
                }
                if (turn == Turn.CLOSE) {
                    return;
                }
                passOn(player);
                frame = turn == Turn.RESTART ? player.restart() : player.next();
                latest.set(frame);
                if (frame.last() && personPlays) {
                    hand(player, pupil.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void passOn(EpisodePlayer player) {
        TakenSeat next;
        lock.lock();
        try {
            next = taken;
            taken = null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            player.takeOver(next.seat(), next.steering());
            personPlays = next.seat() >= 0;
        }
    }

    private void handOver(EpisodePlayer player) {
        hand(player, keeper.getAndSet(null));
    }

    private static void hand(EpisodePlayer player, @Nullable Consumer<EpisodeRecording> receiver) {
        if (receiver != null) {
            player.recording().ifPresent(receiver);
        }
    }

    private enum Turn {
        NEXT,
        RESTART,
        CLOSE
    }

    /** Waits until the next frame is due or something else is wanted. */
    private Turn awaitTurn(boolean episodeOver) throws InterruptedException {
        lock.lock();
        try {
            long since = System.nanoTime();
            while (true) {
                if (closed) {
                    return Turn.CLOSE;
                }
                if (restartWanted) {
                    restartWanted = false;
                    return Turn.RESTART;
                }
                if (stepWanted) {
                    stepWanted = false;
                    return Turn.NEXT;
                }
                if (paused) {
                    changed.await();
                    since = System.nanoTime();
                    continue;
                }
                double seconds = 1 / (STEPS_PER_SECOND * SPEEDS[speed]);
                long left = since
                        + (long) (NANOS * (episodeOver ? Math.max(seconds, REST_AFTER_EPISODE_SECONDS) : seconds))
                        - System.nanoTime();
                if (left <= 0) {
                    return Turn.NEXT;
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
