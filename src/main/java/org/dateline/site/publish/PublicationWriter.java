package org.dateline.site.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;

/**
 * A folder that publications are written to, one after the other. It touches only what a publication wrote: it knows it
 * by the manifest of the last one and, where a run was interrupted, by that run's journal. Each file is written aside
 * and moved into place, so that a reader has the old one or the new one; the manifest comes last.
 *
 * <pre>
 * journal (all paths, old and new) → files → removal of the old → manifest → journal away
 * </pre>
 */
public final class PublicationWriter {

    /** Holds the lock, the journal and the file that is being written, while a publication is under way. */
    private static final String WORK = ".dateline-publishing";

    /** An embed that an article froze: it stays, and stays as it is. */
    private static final Pattern FROZEN = Pattern.compile("([^/]+/)?embed/[^/]+/@[^/]+/.+");

    private final Path folder;
    private final Path lock;
    private final Path journal;
    private final Path part;

    /**
     * What was done.
     *
     * @param bytes of all files that are there now, the manifest apart
     */
    public record Summary(int written, int unchanged, int removed, long bytes) {}

    /** Told after each file how many of how many are done. */
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
     * Makes a folder hold a publication.
     *
     * @param folder made where it is missing
     * @throws IOException where it holds something that is not of a publication, or cannot be written: says what
     */
    public static Summary write(Publication publication, Path folder, Progress progress) throws IOException {
        return new PublicationWriter(folder).write(publication, progress);
    }

    private Summary write(Publication publication, Progress progress) throws IOException {
        // Before anything is made: what is refused stays as it was.
        ours(Manifest.read(folder));
        Files.createDirectories(lock.getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            try {
                return writeLocked(publication, progress);
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
        int written = 0;
        int done = 0;
        for (Publication.File file : publication.files()) {
            written += put(file, entries) ? 1 : 0;
            progress.done(++done, publication.files().size());
        }
        int unchanged = entries.size() - written;
        ours.removeAll(entries.keySet());
        int removed = 0;
        for (String path : ours) {
            if (FROZEN.matcher(path).matches()) {
                kept(path, last).ifPresent(entry -> entries.put(path, entry));
            } else if (remove(path)) {
                removed++;
            }
        }
        replace(Manifest.NAME, new Manifest(publication.catalog(), entries).write());
        long bytes = entries.values().stream().mapToLong(Manifest.Entry::bytes).sum();
        Files.deleteIfExists(part);
        Files.deleteIfExists(journal);
        return new Summary(written, unchanged, removed, bytes);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException("got " + folder + ", which is being published to, expected one that is not");
        }
        return lock;
    }

    /** What earlier publications wrote here; that of an interrupted one may not be there. */
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

    /** Hidden files do not count: version control and file systems keep theirs there. */
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

    /** @throws IOException where a path leads out of the folder, as an edited manifest's might */
    static void requireInside(Path folder, String path) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(path).normalize();
        if (path.isEmpty() || file.equals(root) || !file.startsWith(root)) {
            throw new IOException("got the path \"" + path + "\" in the manifest of " + folder
                    + ", expected one of a file in that folder");
        }
    }

    /** Whether the file had to be written. */
    private boolean put(Publication.File file, Map<String, Manifest.Entry> entries) throws IOException {
        Path there = folder.resolve(file.path());
        if (FROZEN.matcher(file.path()).matches() && Files.isRegularFile(there)) {
            entries.put(file.path(), Manifest.Entry.of(file, Files.readAllBytes(there)));
            return false;
        }
        Optional<byte[]> made = file.bytes().get();
        if (made.isEmpty()) {
            return false;
        }
        byte[] content = made.get();
        entries.put(file.path(), Manifest.Entry.of(file, content));
        return replace(file.path(), content);
    }

    /** Whether the file was not there with this content. */
    private boolean replace(String path, byte[] content) throws IOException {
        Path there = folder.resolve(path);
        if (Files.isRegularFile(there)
                && Files.size(there) == content.length
                && Arrays.equals(Files.readAllBytes(there), content)) {
            return false;
        }
        Files.createDirectories(there.getParent());
        Files.write(part, content);
        Files.move(part, there, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Optional<Manifest.Entry> kept(String path, Optional<Manifest> last) throws IOException {
        Optional<Manifest.Entry> known = last.map(manifest -> manifest.files().get(path));
        Path there = folder.resolve(path);
        if (known.isPresent() || !Files.isRegularFile(there)) {
            return known;
        }
        // Written by a run that was interrupted before its manifest.
        byte[] content = Files.readAllBytes(there);
        return Optional.of(new Manifest.Entry(
                content.length,
                Resource.hash(content),
                MediaTypes.of(path),
                Resource.Caching.IMMUTABLE.header(),
                Encoding.IDENTITY));
    }

    /** Removes a file, and the folders that hold nothing without it; whether it was there. */
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
            // The first one that still holds something ends it.
        }
        return true;
    }
}
