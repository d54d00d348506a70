package org.dateline.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of one kind in the folder of the program's caches. Each ends with a digest of its content; one that is damaged counts
 * as none. Where nothing can be written, nothing is kept. Thread-safe, also between processes.
 */
public final class DiskCache {

    /** The system property that names the folder of the program's caches; not set for none. */
    public static final String PROPERTY = "dateline.caches";

    private static final int DIGEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

    private final Path folder;
    private final String prefix;
    private final int most;

    /**
     * @param folder made when the first file is kept
     * @param prefix of the names of the files, which tells their kind
     * @param most   how many files may stay; beyond that, those that were not used for longest are removed
     */
    public DiskCache(Path folder, String prefix, int most) {
        this.folder = folder;
        this.prefix = prefix;
        this.most = most;
    }

    /** The folder of the program's caches; empty if the operator wants none. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /** The content that was kept under a key; empty if there is none. */
    public Optional<byte[]> read(String key) {
        Path file = file(key);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            byte[] kept = Files.readAllBytes(file);
            int end = kept.length - DIGEST;
            MessageDigest digest = sha256();
            digest.update(kept, 0, Math.max(0, end));
            if (end < 0 || !Arrays.equals(digest.digest(), Arrays.copyOfRange(kept, end, kept.length))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(Arrays.copyOf(kept, end));
        } catch (IOException e) {
            LOG.debug("{}: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Keeps content under a key, of letters and digits. */
    public void write(String key, byte[] content) {
        Path file = file(key);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, prefix, ".part");
            try {
                byte[] kept = Arrays.copyOf(content, content.length + DIGEST);
                System.arraycopy(sha256().digest(content), 0, kept, content.length, DIGEST);
                Files.write(part, kept);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            removeOldest();
        } catch (IOException e) {
            LOG.debug("{}: {}", file, e.toString());
        }
    }

    private Path file(String key) {
        return folder.resolve(prefix + key);
    }

    private void removeOldest() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
            if (files.size() <= most) {
                return;
            }
            List<Path> oldest = files.stream()
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .skip(most)
                    .toList();
            for (Path path : oldest) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
