package io.particlearena.results;

import io.particlearena.store.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The runs of a workspace, to be listed again and again while other processes write them: what has not changed is not read
 * anew. Belongs to one thread.
 */
public final class RunIndex {

    /** Directories with many folders take long to walk; this is the largest share of the time that it may take. */
    private static final long WALK_SHARE = 20;

    private final Workspace workspace;
    private final Map<Path, Entry> known = new HashMap<>();
    private final Map<Path, Walk> walks = new HashMap<>();
    private Contents latest = new Contents(List.of(), List.of(), List.of());

    /** An index that has read nothing yet. */
    public RunIndex(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The runs at one moment.
     *
     * @param runs the run that wrote last comes first
     * @param directories the opened TensorBoard directories
     * @param problems what could not be read, each in one sentence
     */
    public record Contents(List<WorkspaceRun> runs, List<Path> directories, List<String> problems) {
        public Contents {
            runs = List.copyOf(runs);
            directories = List.copyOf(directories);
            problems = List.copyOf(problems);
        }
    }

    /** What was read, and what the files looked like then. */
    private record Entry(Stamp stamp, RunListing listing) {}

    /** What changes whenever a file of the list is replaced or grows. */
    private record Stamp(List<Object> files, boolean trained) {}

    private record Walk(SortedMap<Path, List<Path>> found, long nanos, long endedAt) {}

    /** Lists the runs. What did not change is the same object as before: the listing of a run, or all of it. */
    public Contents update() {
        WorkspaceContent content = workspace.content();
        List<String> problems = new ArrayList<>();
        if (!content.problem().isEmpty()) {
            problems.add(content.problem());
        }
        Map<Path, WorkspaceRun> runs = new TreeMap<>();
        for (Path folder : ownFolders(problems)) {
            RunFolder run = new RunFolder(folder);
            add(runs, content, listed(run), run.name(), Optional.empty());
        }
        for (Path directory : content.directories()) {
            if (Files.isDirectory(directory)) {
                addDirectory(directory, content, runs);
            } else {
                problems.add("The opened directory " + directory + " cannot be found.");
            }
        }
        known.keySet().retainAll(runs.keySet());
        walks.keySet().retainAll(content.directories());
        List<WorkspaceRun> sorted = new ArrayList<>(runs.values());
        sorted.sort(Comparator.comparing(WorkspaceRun::listing, RunListing.NEWEST_FIRST));
        Contents contents = new Contents(sorted, content.directories(), problems);
        if (!contents.equals(latest)) {
            latest = contents;
        }
        return latest;
    }

    private List<Path> ownFolders(List<String> problems) {
        Path runsFolder = workspace.runsFolder();
        if (!Files.isDirectory(runsFolder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runsFolder)) {
            return folders.filter(
                            folder -> !String.valueOf(folder.getFileName()).startsWith(".")
                                    && Files.isDirectory(folder)
                                    && new RunFolder(folder).looksLikeARun())
                    .toList();
        } catch (IOException e) {
            problems.add("The runs folder " + runsFolder + " cannot be read: " + IoReason.of(e) + ".");
            return List.of();
        }
    }

    private void addDirectory(Path directory, WorkspaceContent content, Map<Path, WorkspaceRun> runs) {
        Path from = directory.getParent();
        walk(directory).forEach((folder, files) -> {
            if (!runs.containsKey(folder)) {
                RunFolder run = new RunFolder(folder);
                RunListing listing = run.looksLikeARun() ? listed(run) : listed(run, files);
                String name = from == null
                        ? folder.toString()
                        : from.relativize(folder).toString();
                add(runs, content, listing, name, Optional.of(directory));
            }
        });
    }

    private SortedMap<Path, List<Path>> walk(Path directory) {
        Walk before = walks.get(directory);
        long now = System.nanoTime();
        if (before != null && now - before.endedAt() < WALK_SHARE * before.nanos()) {
            return before.found();
        }
        SortedMap<Path, List<Path>> found = new EventFolders(directory).find();
        long end = System.nanoTime();
        walks.put(directory, new Walk(found, end - now, end));
        return found;
    }

    private void add(
            Map<Path, WorkspaceRun> runs,
            WorkspaceContent content,
            RunListing listing,
            String name,
            Optional<Path> directory) {
        Path path = listing.folder().path();
        runs.put(path, new WorkspaceRun(listing, content.of(workspace.key(path)), name, directory));
    }

    private RunListing listed(RunFolder run) {
        Entry before = known.get(run.path());
        boolean canChange = before == null || !before.listing().isOver();
        boolean trained = canChange && RunListing.isLocked(run);
        Stamp stamp = new Stamp(List.of(state(run.path()), state(run.spec()), state(run.summary())), trained);
        return listed(run.path(), stamp, () -> RunListing.of(run));
    }

    private RunListing listed(RunFolder folder, List<Path> files) {
        List<Object> states = files.stream().map(RunIndex::state).toList();
        return listed(folder.path(), new Stamp(states, false), () -> RunListing.ofEventFiles(folder, files));
    }

    private RunListing listed(Path path, Stamp stamp, Supplier<RunListing> read) {
        Entry before = known.get(path);
        if (before != null && before.stamp().equals(stamp)) {
            return before.listing();
        }
        RunListing listing = read.get();
        known.put(path, new Entry(stamp, listing));
        return listing;
    }

    private static Object state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // The key changes when a file is replaced by another one within the clock's resolution.
            return List.of(attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey()));
        } catch (IOException e) {
            // A missing file is a state, too; what it means is for the listing to say.
            return "missing";
        }
    }
}
