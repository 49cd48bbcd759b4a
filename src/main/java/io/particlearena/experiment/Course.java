package io.particlearena.experiment;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a run: cycles of trajectories, each a whole training from new weights, and after each cycle the study of
 * those policies that learn between trajectories. In a cycle every opponent has its turn in every round. An ordinary run
 * is one cycle of one trajectory without study.
 */
final class Course implements Stateful {

    private final int cycles;
    private final int perCycle;
    private final long episodesEach;
    private final List<String> opponents;
    private final List<String> students;
    private final List<PlayedTrajectory> played = new ArrayList<>();
    private final String onlyOpponent;
    private final boolean skipsAll;
    private final boolean skipsFirst;
    private long trajectory;
    private long episodes;
    private int student = -1;
    private long unit;
    private long units = -1;
    private boolean over;

    /** @param students the names of the policies that learn between trajectories */
    Course(ExperimentSpec spec, List<String> students) {
        RunOptions run = spec.run();
        opponents = spec.opponents().isEmpty() ? List.of("") : spec.opponents();
        cycles = run.nOppCycles();
        perCycle = run.trajPerIter() * opponents.size();
        episodesEach = run.numEpisodes();
        skipsAll = run.skipToOmTraining();
        skipsFirst = run.skipToOmTrainingFirstCycle();
        this.students = List.copyOf(students);
        List<String> others = new ArrayList<>(spec.policies().keySet());
        others.removeAll(students);
        onlyOpponent = !students.isEmpty() && others.size() == 1 ? others.get(0) : "";
        skipPlay();
    }

    /** The number of episodes of all trajectories. */
    static long episodes(ExperimentSpec spec) {
        RunOptions run = spec.run();
        int rounds = run.trajPerIter() * Math.max(1, spec.opponents().size());
        int played = run.skipToOmTraining() ? 0 : run.nOppCycles() - (run.skipToOmTrainingFirstCycle() ? 1 : 0);
        return run.numEpisodes() * rounds * played;
    }

    private int cycle() {
        return (int) (trajectory / perCycle);
    }

    private void skipPlay() {
        if (skipsAll || (skipsFirst && cycle() == 0)) {
            trajectory = (cycle() + 1L) * perCycle - 1;
            beginStudies();
        }
    }

    /**
     * Goes on with the last trajectory of a course that was over and has more episodes now.
     *
     * @return whether there is something to go on with
     */
    boolean extend() {
        if (!over || !students.isEmpty() || played.isEmpty() || episodes >= episodesEach) {
            return false;
        }
        over = false;
        played.remove(played.size() - 1);
        return true;
    }

    /** Whether everything is done. */
    boolean isOver() {
        return over;
    }

    /** Whether a policy learns between trajectories now. */
    boolean isStudying() {
        return student >= 0;
    }

    /** The policy that takes the place of the first opponent now; empty where no policies take turns. */
    String opponent() {
        return opponents.get((int) (trajectory % opponents.size()));
    }

    /** The policy that learns now. */
    String student() {
        return isStudying() ? students.get(student) : "";
    }

    /** Whether the work of the present student has been measured out. */
    boolean knowsUnits() {
        return units >= 0;
    }

    /** Measures out the work of the present student. */
    void setUnits(long count) {
        unit = 0;
        units = count;
        endStudyIfDone();
    }

    /** The unit of work to be done now. */
    long unit() {
        return unit;
    }

    /** Notes that a unit of work is done. */
    void endUnit() {
        unit++;
        endStudyIfDone();
    }

    private void endStudyIfDone() {
        if (unit >= units) {
            student++;
            units = -1;
            unit = 0;
            if (student >= students.size()) {
                student = -1;
                nextTrajectory();
            }
        }
    }

    /**
     * Notes that an episode ended.
     *
     * @return whether it was the last of its trajectory
     */
    boolean endEpisode() {
        episodes++;
        return episodes >= episodesEach;
    }

    /**
     * Goes on after a trajectory: with the next one, or with study.
     *
     * @param steps the environment steps made in it
     */
    void endTrajectory(long steps) {
        played.add(played(trajectory, steps));
        if ((trajectory + 1) % perCycle == 0 && !students.isEmpty()) {
            beginStudies();
        } else {
            nextTrajectory();
        }
    }

    private void beginStudies() {
        student = 0;
        units = -1;
        unit = 0;
    }

    private void nextTrajectory() {
        if (trajectory + 1 >= (long) cycles * perCycle) {
            over = true;
        } else {
            trajectory++;
            episodes = 0;
            skipPlay();
        }
    }

    private PlayedTrajectory played(long number, long steps) {
        return new PlayedTrajectory(
                (int) (number / perCycle) + 1, (int) (number % perCycle) + 1, playedAgainst(number), steps);
    }

    private String playedAgainst(long number) {
        String turn = opponents.get((int) (number % opponents.size()));
        return turn.isEmpty() ? onlyOpponent : turn;
    }

    /** @param began see {@link Stage#began} */
    Stage stage(long began) {
        return new Stage(
                cycle() + 1,
                cycles,
                (int) (trajectory % perCycle) + 1,
                perCycle,
                began,
                playedAgainst(trajectory),
                student(),
                unit,
                Math.max(0, units),
                played);
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("trajectory", trajectory);
        out.putLong("episodes", episodes);
        out.putLong("student", student);
        out.putLong("unit", unit);
        out.putLong("units", units);
        out.putLong("over", over ? 1 : 0);
        out.putLongs(
                "played/number",
                played.stream()
                        .mapToLong(each -> (each.cycle() - 1L) * perCycle + each.trajectory() - 1)
                        .toArray());
        out.putLongs(
                "played/steps",
                played.stream().mapToLong(PlayedTrajectory::steps).toArray());
    }

    @Override
    public void load(StateReader in) {
        trajectory = in.getLong("trajectory");
        episodes = in.getLong("episodes");
        student = Math.toIntExact(in.getLong("student"));
        unit = in.getLong("unit");
        units = in.getLong("units");
        over = in.getLong("over") != 0;
        long[] numbers = in.getLongs("played/number");
        long[] steps = in.getLongs("played/steps");
        played.clear();
        for (int i = 0; i < numbers.length; i++) {
            played.add(played(numbers[i], steps[i]));
        }
    }
}
