package org.dateline.site.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;

/**
 * Writes publications to a folder, one after the other. It changes only files of publications, which it knows by the last
 * manifest and, after an interrupted run, by its journal. Each file is written aside and moved into place, so that a
 * reader gets the old one or the new one; the manifest comes last.
 *
 * <pre>
 * journal (all paths, old and new) → files → removal of the old → manifest → journal away
 * </pre>
 */
public final class PublicationWriter {

    /** Holds the lock, the journal and the file that is being written during a run. */
    private static final String WORK = ".dateline-publishing";

    /** A frozen embed, which is never changed nor removed. */
    private static final Pattern FROZEN = Pattern.compile("([^/]+/)?embed/[^/]+/@[^/]+(/.+|\\.png)");

    private final Path folder;
    private final Path lock;
    private final Path journal;
    private final Path part;

    /**
     * The result of a run.
     *
     * @param bytes the bytes of all files that are there now, except the manifest
     */
    public record Summary(int written, int unchanged, int removed, long bytes) {}

    /** Called after each file. */
    @FunctionalInterface
    public interface Progress {
        void done(int files, int all);
    }

    private PublicationWriter(Path folder) {
        this.folder = folder;
        this.lock = folder.resolve(WORK).resolve("lock");
        this.journal = folder.resolve(WORK).resolve("journal");
        this.part = folder.resolve(WORK).resolve("part");
    }

    /**
     * Makes a folder hold a publication and nothing of earlier ones, except frozen embeds.
     *
     * @param folder created if it is missing
     * @throws IOException if the folder holds other files or cannot be written
     */
    public static Summary write(Publication publication, Path folder, Progress progress) throws IOException {
        return new PublicationWriter(folder).write(publication, progress);
    }

    private Summary write(Publication publication, Progress progress) throws IOException {
        // Checked before anything is written: a folder that is refused stays as it was.
        ours(Manifest.read(folder));
        Files.createDirectories(lock.getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            try {
                return writeLocked(publication, progress);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                Files.deleteIfExists(lock);
                if (!Files.exists(journal)) {
                    Files.deleteIfExists(lock.getParent());
                }
            }
        }
    }

    private Summary writeLocked(Publication publication, Progress progress) throws IOException {
        Optional<Manifest> last = Manifest.read(folder);
        Set<String> ours = ours(last);
        Set<String> planned = new TreeSet<>();
        publication.files().forEach(file -> planned.add(file.path()));
        requireOurs(planned, ours);
        ours.addAll(planned);
        Files.write(part, ours);
        Files.move(part, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        Counts counts = new Counts();
        byPlain(publication).stream()
                .gather(Gatherers.mapConcurrent(
                        Runtime.getRuntime().availableProcessors(), files -> plan(files, publication, last)))
                .flatMap(List::stream)
                .forEachOrdered(file -> {
                    file.entry().ifPresent(entry -> entries.put(file.path(), entry));
                    if (file.changed().isPresent()) {
                        replace(file.path(), file.changed().get());
                        counts.written++;
                    }
                    progress.done(++counts.done, publication.files().size());
                });
        int unchanged = entries.size() - counts.written;
        ours.removeAll(entries.keySet());
        int removed = 0;
        for (String path : ours) {
            if (FROZEN.matcher(path).matches()) {
                kept(path, last).ifPresent(entry -> entries.put(path, entry));
            } else if (remove(path)) {
                removed++;
            }
        }
        Origin origin = publication.origin();
        byte[] manifest = new Manifest(publication.catalog(), origin == null ? "" : origin.site(), entries).write();
        if (!isThere(Manifest.NAME, manifest)) {
            replace(Manifest.NAME, manifest);
        }
        long bytes = entries.values().stream().mapToLong(Manifest.Entry::bytes).sum();
        Files.deleteIfExists(part);
        Files.deleteIfExists(journal);
        return new Summary(counts.written, unchanged, removed, bytes);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException(
                    "got " + folder + ", which another run is publishing to, expected a folder that is not in use");
        }
        return lock;
    }

    /** The files of earlier publications; those of an interrupted run may be missing. */
    private Set<String> ours(Optional<Manifest> last) throws IOException {
        Set<String> ours = new TreeSet<>();
        last.ifPresent(manifest -> ours.addAll(manifest.files().keySet()));
        if (Files.isRegularFile(journal)) {
            for (String path : Files.readAllLines(journal)) {
                requireInside(folder, path);
                ours.add(path);
            }
        } else if (last.isEmpty() && !isEmpty()) {
            throw new IOException("got " + folder + ", which holds files that no publication wrote (it has no "
                    + Manifest.NAME + " of one), expected an empty or missing folder, or one that was published to");
        }
        return ours;
    }

    /** Whether the folder is missing or empty, apart from the hidden files of version control and file systems. */
    private boolean isEmpty() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("got the file " + folder + ", expected a folder");
        }
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }

    private void requireOurs(Set<String> planned, Set<String> ours) throws IOException {
        for (String path : planned) {
            Path file = folder.resolve(path);
            if (!ours.contains(path) && Files.exists(file)) {
                throw new IOException("got " + file + ", which no publication wrote, expected nothing there: "
                        + "this one writes a file of that name");
            }
        }
    }

    /** @throws IOException if a path leads out of the folder, as it might in an edited manifest */
    static void requireInside(Path folder, String path) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(path).normalize();
        if (path.isEmpty() || file.equals(root) || !file.startsWith(root)) {
            throw new IOException("got the path \"" + path + "\" in the manifest of " + folder
                    + ", expected the path of a file in that folder");
        }
    }

    private static final class Counts {
        private int written;
        private int done;
    }

    /** Each plain file with its encoded forms, in the order of writing. */
    private static List<List<Publication.File>> byPlain(Publication publication) {
        Map<String, List<Publication.File>> all = new LinkedHashMap<>();
        for (Publication.File file : publication.files()) {
            all.computeIfAbsent(file.plain(), _ -> new ArrayList<>()).add(file);
        }
        all.values().forEach(files -> files.sort(Comparator.comparing(file -> file.encoding() != Encoding.IDENTITY)));
        return List.copyOf(all.values());
    }

    /**
     * What is to become of a file.
     *
     * @param entry   in the manifest; empty for no such file
     * @param changed what to write; empty if that is there
     */
    private record Planned(String path, Optional<Manifest.Entry> entry, Optional<byte[]> changed) {}

    /** Called by several threads. */
    private List<Planned> plan(List<Publication.File> files, Publication publication, Optional<Manifest> last) {
        try {
            List<Planned> planned = new ArrayList<>();
            for (Publication.File file : files) {
                Optional<Manifest.Entry> plain = planned.isEmpty()
                        ? Optional.empty()
                        : planned.getFirst().entry();
                planned.add(plan(file, plain, publication, last));
            }
            return planned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param plain the entry of what the file encodes; empty for a plain file */
    private Planned plan(
            Publication.File file, Optional<Manifest.Entry> plain, Publication publication, Optional<Manifest> last)
            throws IOException {
        String path = file.path();
        Path there = folder.resolve(path);
        if (FROZEN.matcher(path).matches() && Files.isRegularFile(there)) {
            return unchanged(path, Manifest.Entry.of(file, "", Files.readAllBytes(there)));
        }
        Origin origin = publication.origin();
        Optional<Manifest.Entry> before =
                last.map(manifest -> manifest.files().get(path)).filter(entry -> entry.isServedAs(file));
        boolean intact = before.isPresent()
                && Files.isRegularFile(there)
                && Resource.hash(Files.readAllBytes(there)).equals(before.get().sha256());
        if (intact && origin != null && origin.site().equals(last.orElseThrow().from())
                || plain.isPresent() && isEncodedAlready(file, plain.get(), last, intact)) {
            return new Planned(path, before, Optional.empty());
        }
        Publication.Draft draft = file.draft().get();
        String from = draft.from() == null ? "" : draft.from();
        if (intact && !from.isEmpty() && from.equals(before.get().from())) {
            return new Planned(path, before, Optional.empty());
        }
        Optional<byte[]> made = draft.bytes().get();
        return new Planned(
                path,
                made.map(content -> Manifest.Entry.of(file, from, content)),
                made.filter(content -> !isThere(path, content)));
    }

    private static Planned unchanged(String path, Manifest.Entry entry) {
        return new Planned(path, Optional.of(entry), Optional.empty());
    }

    /**
     * Whether the encoded form of a file need not be made again: what it encodes has the hash of the last manifest, and so
     * has the encoded file in the folder; or it saved nothing then, so there is none.
     */
    private static boolean isEncodedAlready(
            Publication.File file, Manifest.Entry plain, Optional<Manifest> last, boolean intact) {
        if (last.isEmpty()) {
            return false;
        }
        Map<String, Manifest.Entry> before = last.get().files();
        Manifest.Entry then = before.get(file.plain());
        if (then == null || !plain.sha256().equals(then.sha256())) {
            return false;
        }
        return before.containsKey(file.path())
                ? intact
                : before.values().stream().anyMatch(entry -> entry.encoding() == file.encoding());
    }

    private boolean isThere(String path, byte[] content) {
        Path there = folder.resolve(path);
        try {
            return Files.isRegularFile(there)
                    && Files.size(there) == content.length
                    && Arrays.equals(Files.readAllBytes(there), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String path, byte[] content) {
        Path there = folder.resolve(path);
        try {
            Files.createDirectories(there.getParent());
            Files.write(part, content);
            Files.move(part, there, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Manifest.Entry> kept(String path, Optional<Manifest> last) throws IOException {
        Optional<Manifest.Entry> known = last.map(manifest -> manifest.files().get(path));
        Path there = folder.resolve(path);
        if (known.isPresent() || !Files.isRegularFile(there)) {
            return known;
        }
        // Written by a run that was interrupted before it wrote its manifest.
        byte[] content = Files.readAllBytes(there);
        return Optional.of(new Manifest.Entry(
                content.length,
                Resource.hash(content),
                MediaTypes.of(path),
                Resource.Caching.IMMUTABLE.header(),
                Encoding.IDENTITY,
                ""));
    }

    /** Removes a file, and the folders that are empty without it; whether it existed. */
    private boolean remove(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Files.delete(file);
        try {
            for (Path home = file.getParent(); !home.equals(folder); home = home.getParent()) {
                Files.delete(home);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // A folder that still holds something stays.
        }
        return true;
    }
}
