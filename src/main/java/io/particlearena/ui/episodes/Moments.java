package io.particlearena.ui.episodes;

import io.particlearena.experiment.RunHistory;
import io.particlearena.results.EpisodeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that can be seen of a run.
 *
 * @param choices recordings, and for each checkpoint the first episode that it plays, in the order of training time
 */
record Moments(List<EpisodeChoice> choices) {

    Moments {
        choices = List.copyOf(choices);
    }

    static Moments of(RunHistory history) {
        List<EpisodeChoice> all = new ArrayList<>();
        for (EpisodeFile file : history.episodes()) {
            all.add(EpisodeChoice.recorded(history.run(), file));
        }
        for (long checkpoint : history.checkpoints()) {
            all.add(EpisodeChoice.played(history.run(), checkpoint, 0));
        }
        all.sort(Comparator.comparingLong(EpisodeChoice::step));
        return new Moments(all);
    }

    /** The last one, a checkpoint or a recording as it is wanted, else of the other kind. */
    Optional<EpisodeChoice> newest(boolean checkpoint) {
        List<EpisodeChoice> wanted = choices.stream()
                .filter(choice -> choice.isPlayed() == checkpoint)
                .toList();
        List<EpisodeChoice> best = wanted.isEmpty() ? choices : wanted;
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get(best.size() - 1));
    }

    /** The one that is nearest to a step of training. */
    Optional<EpisodeChoice> nearest(long step) {
        return choices.stream().min(Comparator.comparingDouble(choice -> Math.abs((double) choice.step() - step)));
    }

    /** The checkpoint that is nearest to a step of training. */
    Optional<EpisodeChoice> nearestCheckpoint(long step) {
        return new Moments(choices.stream().filter(EpisodeChoice::isPlayed).toList()).nearest(step);
    }

    /** The one that comes some places later or earlier than another one; the last or first one where there are no more. */
    Optional<EpisodeChoice> beside(EpisodeChoice choice, int places) {
        int at = 0;
        for (int i = 0; i < choices.size(); i++) {
            boolean same = choices.get(i).recording().equals(choice.recording());
            at = same && choices.get(i).step() == choice.step() ? i : at;
        }
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(choices.get(Math.max(0, Math.min(choices.size() - 1, at + places))));
    }

    /** So many moments from the first to the last, evenly spread; recordings where there are several. */
    List<EpisodeChoice> spread(int count) {
        List<EpisodeChoice> recorded =
                choices.stream().filter(choice -> !choice.isPlayed()).toList();
        List<EpisodeChoice> from = recorded.size() >= 2 ? recorded : choices;
        int shown = Math.min(count, from.size());
        List<EpisodeChoice> chosen = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            chosen.add(from.get(shown == 1 ? 0 : (int) Math.round(i * (from.size() - 1.0) / (shown - 1))));
        }
        return chosen;
    }
}
