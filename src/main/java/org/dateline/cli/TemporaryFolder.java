package org.dateline.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the temporary files of one run of the program: native libraries, fonts, the database of reference systems.
 * Only the user who runs it may look into it, and its name cannot be guessed. A lock says that the run is alive, so the next
 * run can remove the folders of those that were killed.
 */
final class TemporaryFolder implements AutoCloseable {

    /** Where the libraries look, at their first use. */
    private static final String PROPERTY = "java.io.tmpdir";

    private static final String PREFIX = "dateline-run-";
    private static final String LOCK = "lock";

    /** A younger folder may be one whose run is about to lock it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static @Nullable TemporaryFolder own;

    private final Path folder;
    private final FileChannel lock;

    private TemporaryFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder of this run, and removes those of runs that were killed. */
    static synchronized void make() throws IOException {
        Path system = Path.of(System.getProperty(PROPERTY));
        own = in(system);
        removeAbandoned(system, Instant.now().minus(YOUNG));
        System.setProperty(PROPERTY, own.folder.toString());
    }

    /** Removes the folder of this run, at its very end. */
    static synchronized void removeOwn() {
        if (own != null) {
            own.close();
        }
    }

    static TemporaryFolder in(Path system) throws IOException {
        Path folder = Files.createTempDirectory(system, PREFIX);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new TemporaryFolder(folder, channel);
    }

    Path folder() {
        return folder;
    }

    /** Removes the folders of this user's runs that are over. */
    static void removeAbandoned(Path system, Instant madeBefore) {
        try (Stream<Path> entries = Files.list(system)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(PREFIX)) {
                    removeIfAbandoned(entry, madeBefore);
                }
            }
        } catch (IOException e) {
            // Nothing depends on it; the next run tries again.
        }
    }

    private static void removeIfAbandoned(Path folder, Instant madeBefore) {
        Path lock = folder.resolve(LOCK);
        try {
            boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(lock).getName().equals(System.getProperty("user.name"))
                    && Files.getLastModifiedTime(lock).toInstant().isBefore(madeBefore);
            if (!own) {
                return;
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock free = channel.tryLock()) {
                if (free != null) {
                    remove(folder);
                }
            }
        } catch (IOException | OverlappingFileLockException e) {
            // In use, or another user's.
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    /** Removes the folder; whatever cannot be removed now is removed by a later run. */
    @Override
    public void close() {
        try {
            lock.close();
            remove(folder);
        } catch (IOException e) {
            // Left for a later run.
        }
    }
}
