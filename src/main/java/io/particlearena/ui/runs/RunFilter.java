package io.particlearena.ui.runs;

import io.particlearena.results.RunListing;
import io.particlearena.results.WorkspaceRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which runs a text finds: by name, title, scenario, algorithms, seed, state and tags. */
final class RunFilter {

    private RunFilter() {}

    /** Runs in which every word is found somewhere, in large letters or small ones. */
    static Predicate<WorkspaceRun> ofWords(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return run -> {
            String all = String.join("\n", texts(run)).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(all::contains);
        };
    }

    /**
     * Runs in one of whose texts the expression is found, in large letters or small ones.
     *
     * @throws PatternSyntaxException if it is no regular expression
     */
    static Predicate<WorkspaceRun> ofExpression(String expression) {
        Predicate<String> found = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .asPredicate();
        return run -> texts(run).stream().anyMatch(found);
    }

    private static List<String> texts(WorkspaceRun run) {
        RunListing listing = run.listing();
        List<String> texts = new ArrayList<>(List.of(run.title(), run.name(), listing.scenario(), listing.state()));
        texts.addAll(listing.algorithms().values());
        listing.seed().ifPresent(seed -> texts.add("seed " + seed));
        texts.addAll(run.metadata().tags());
        return texts;
    }
}
