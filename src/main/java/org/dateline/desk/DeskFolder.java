package org.dateline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dateline.catalog.AtomicFile;
import org.dateline.catalog.FolderFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's files with their journal. A change is written to the journal first, then to the files; whichever moment
 * the program ends at, the next start finishes what the journal has. Files may be changed by others at any time: a change
 * is moved onto what is there.
 */
final class DeskFolder implements AutoCloseable {

    /** How many former contents are kept in memory, for pages that saw them. */
    private static final int MOST_VERSIONS = 64;

    /** Whose lines stay where two hands have changed the same: a question, the desk's, or the other's. */
    enum Keep {
        ASK,
        MINE,
        THEIRS
    }

    private final Path root;
    private final Journal journal;
    private final List<String> unfinished = new ArrayList<>();
    private final Map<String, String> versions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_VERSIONS;
        }
    };

    /** @throws IOException if another desk has the journal open or it cannot be read */
    DeskFolder(Path root, Path state) throws IOException {
        this.root = root;
        Files.createDirectories(state);
        Path ignore = state.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "# The desk's journal: every change with the lines that it changed.\n*\n");
        }
        this.journal = new Journal(state.resolve("journal.jsonl"));
        finish();
    }

    Path root() {
        return root;
    }

    Journal journal() {
        return journal;
    }

    /** What the last change before a crash could not be finished for: files that somebody changed since, one line each. */
    List<String> unfinished() {
        return List.copyOf(unfinished);
    }

    /** Writes what the journal's last change has and the files do not. */
    private void finish() throws IOException {
        Optional<Step> last = journal.unfinished();
        if (last.isEmpty()) {
            return;
        }
        for (Step.Change change : last.get().files()) {
            String now = read(change.file()).orElse(null);
            if (Objects.equals(sha256(now), change.to()) || isIn(change, now)) {
                continue;
            }
            Optional<String> after = moved(change, now);
            if (after.isPresent()) {
                write(change.file(), change.to() == null ? null : after.get());
            } else {
                unfinished.add("got " + change.file() + ", which was changed by another hand, expected it as the desk "
                        + "left it: \"" + last.get().label() + "\" is in the journal and may not be in the file");
            }
        }
        journal.done(last.get());
    }

    /** Whether a file that was edited since has a change already. */
    private boolean isIn(Step.Change change, @Nullable String now) {
        return change.to() != null
                && now != null
                && version(change.file(), change.to())
                        .flatMap(after -> change.patch().reversed().apply(after, now))
                        .isPresent();
    }

    /** The content of a file; empty if there is none. */
    Optional<String> read(String file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(inside(file));
            String content = new String(bytes, StandardCharsets.UTF_8);
            versions.put(file + '\n' + sha256(content), content);
            return Optional.of(content);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** A file that is in the folder, links followed. */
    private Path inside(String file) throws IOException {
        Path path = root.resolve(file);
        Path there =
                Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
        Path home =
                Files.exists(path) ? root.toRealPath() : root.toAbsolutePath().normalize();
        if (!there.startsWith(home)) {
            throw new IOException("got " + file + ", which leads out of the folder, expected a file in it");
        }
        return path;
    }

    /** The content that a file had at a state that a page or the journal has seen. */
    Optional<String> version(String file, String sha256) {
        String kept = versions.get(file + '\n' + sha256);
        return kept != null ? Optional.of(kept) : journal.content(file, sha256);
    }

    static @Nullable String sha256(@Nullable String content) {
        return content == null ? null : FolderFingerprint.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a change: on disk, with all of its files, when this returns.
     *
     * @param edited the files' new contents by name; null for a file that goes
     */
    Step change(
            String id,
            String label,
            String said,
            @Nullable String report,
            String request,
            Map<String, @Nullable String> edited)
            throws IOException {
        List<Step.Change> changes = new ArrayList<>();
        for (Map.Entry<String, @Nullable String> file : edited.entrySet()) {
            changes.add(change(file.getKey(), read(file.getKey()).orElse(null), file.getValue()));
        }
        return commit(new Step(id, Step.Kind.CHANGE, null, label, said, report, request, changes, now()), edited);
    }

    /**
     * Takes a change back or does it again.
     *
     * @param step the change
     * @param keep whose lines stay in a file that somebody has changed in the same lines
     * @throws ChangedMeanwhileException if there is such a file and nobody said so
     */
    Step turn(String id, Step step, boolean back, String said, Keep keep)
            throws IOException, ChangedMeanwhileException {
        List<Step.Change> changes = new ArrayList<>();
        Map<String, @Nullable String> edited = new LinkedHashMap<>();
        for (Step.Change file : step.files()) {
            Step.Change wanted = back ? file.reversed() : file;
            String now = read(wanted.file()).orElse(null);
            @Nullable String after = null;
            boolean same = Objects.equals(sha256(now), wanted.from());
            if (wanted.to() != null || !same) {
                after = wanted.to() == null ? null : moved(wanted, now).orElse(null);
                if (after == null && keep == Keep.THEIRS) {
                    continue;
                }
                if (after == null) {
                    String there = now == null ? "" : now;
                    Optional<String> known = known(wanted);
                    if (keep == Keep.ASK) {
                        throw new ChangedMeanwhileException(
                                wanted.file(),
                                wanted.patch().added(),
                                known.map(before -> wanted.patch().theirs(before, there))
                                        .orElse(there));
                    }
                    after = wanted.to() == null
                            ? null
                            : known.flatMap(before -> wanted.patch().applyOver(before, there))
                                    .orElse(there);
                }
            }
            changes.add(change(wanted.file(), now, after));
            edited.put(wanted.file(), after);
        }
        Step.Kind kind = back ? Step.Kind.UNDO : Step.Kind.REDO;
        return commit(new Step(id, kind, step.id(), step.label(), said, step.report(), null, changes, now()), edited);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Step.Change change(String file, @Nullable String before, @Nullable String after) {
        return new Step.Change(
                file,
                sha256(before),
                sha256(after),
                Patch.between(before == null ? "" : before, after == null ? "" : after));
    }

    /** A change on a file that may have changed since; empty if the same lines have. */
    private Optional<String> moved(Step.Change change, @Nullable String now) {
        String there = now == null ? "" : now;
        if (Objects.equals(sha256(now), change.from())) {
            return change.patch().apply(there);
        }
        return known(change).flatMap(before -> change.patch().apply(before, there));
    }

    /** What a file was before a change; empty if nobody knows any more. */
    private Optional<String> known(Step.Change change) {
        return change.from() == null ? Optional.of("") : version(change.file(), change.from());
    }

    private Step commit(Step step, Map<String, @Nullable String> edited) throws IOException {
        List<Step.Line> lines = new ArrayList<>();
        for (Step.Change change : step.files()) {
            String from = change.from();
            if (from != null && !from.equals(journal.lastKnown(change.file()))) {
                lines.add(Step.Line.of(new Step.Version(
                        change.file(), from, read(change.file()).orElse(""))));
            }
        }
        lines.add(Step.Line.of(step));
        journal.append(lines);
        for (Map.Entry<String, @Nullable String> file : edited.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        journal.done(step);
        return step;
    }

    private void write(String file, @Nullable String content) throws IOException {
        Path path = inside(file);
        if (content == null) {
            Files.deleteIfExists(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Path real = Files.exists(path) ? path.toRealPath() : path;
        AtomicFile.write(real, content.getBytes(StandardCharsets.UTF_8));
        versions.put(file + '\n' + sha256(content), content);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
