package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the files of a catalog. The folder is not trusted: no link leads out of it, only regular files are opened, and
 * sizes are checked before anything is read. Unreadable files are faults. {@link #hash} covers only the files that were
 * read, so other files in the folder may have any size.
 */
final class CatalogFolder {

    /**
     * The largest file, in bytes. A document in memory takes several times its size, so the limit grows with the
     * available memory.
     */
    static final long LARGEST_FILE =
            Math.max(4L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    /** The largest total size of the files that a catalog uses, in bytes. */
    private static final long LARGEST_FOLDER = 4 * LARGEST_FILE;

    private final Path root;
    private final Faults faults;
    private final long largest;
    private final Map<String, byte[]> instead;
    private final Map<String, String> read = new TreeMap<>();
    private final Set<String> files = new TreeSet<>();
    private long bytes;

    CatalogFolder(Path root, Faults faults) {
        this(root, faults, LARGEST_FOLDER, Map.of());
    }

    /** @param instead contents that files would have, by name */
    CatalogFolder(Path root, Faults faults, Map<String, byte[]> instead) {
        this(root, faults, LARGEST_FOLDER, instead);
    }

    /** @param largest the largest total size of all files, in bytes */
    CatalogFolder(Path root, Faults faults, long largest) {
        this(root, faults, largest, Map.of());
    }

    private CatalogFolder(Path root, Faults faults, long largest, Map<String, byte[]> instead) {
        this.instead = instead;
        this.root = root;
        this.faults = faults;
        this.largest = largest;
    }

    /** The path of a file within the folder, with forward slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The content of a file; empty, with a fault, if it cannot be read. */
    Optional<byte[]> read(Path file) {
        Optional<byte[]> content = readBeside(file);
        content.ifPresent(_ -> files.add(name(file)));
        return content;
    }

    /** The content of a file that the catalog is compared with, but not made with: it does not count for {@link #hash}. */
    Optional<byte[]> readApart(Path file) {
        boolean known = read.containsKey(name(file));
        Optional<byte[]> content = readBeside(file);
        if (!known) {
            read.remove(name(file));
        }
        return content;
    }

    /** The content of a file that the catalog is made with but that is no part of it: it counts for {@link #hash}. */
    Optional<byte[]> readBeside(Path file) {
        String name = name(file);
        byte[] other = instead.get(name);
        if (other != null) {
            read.put(name, FolderFingerprint.of(other));
            return Optional.of(other);
        }
        try {
            Path real = file.toRealPath();
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!isInside(real)) {
                return refused(name, "a link that leads out of the folder", "a file in it");
            }
            if (!attributes.isRegularFile()) {
                return refused(
                        name,
                        attributes.isDirectory() ? "a folder" : "a special file (a pipe, device or socket)",
                        "a file");
            }
            if (attributes.size() > LARGEST_FILE) {
                return refused(name, attributes.size() + " bytes", "at most " + LARGEST_FILE + " bytes");
            }
            bytes += read.containsKey(name) ? 0 : attributes.size();
            if (bytes > largest) {
                return refused(name, bytes + " bytes of files up to this one", "at most " + largest + " bytes in all");
            }
            byte[] content = content(real, (int) attributes.size());
            if (content.length != attributes.size()) {
                return refused(name, "a file that is being written", "a file that is complete");
            }
            read.put(name, FolderFingerprint.of(content));
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return refused(name, "no such file", "a file");
        } catch (IOException e) {
            return refused(name, unreadable(e), "a readable file");
        }
    }

    /** Reads at most one byte more than expected, to notice a file that has grown. */
    private static byte[] content(Path file, int size) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(size + 1);
        }
    }

    private Optional<byte[]> refused(String name, String got, String expected) {
        faults.add(new Fault(name, 0, "", got, expected));
        return Optional.empty();
    }

    private static String unreadable(IOException e) {
        return "an unreadable file (" + e.getClass().getSimpleName() + ")";
    }

    private boolean isInside(Path real) throws IOException {
        return real.startsWith(root.toRealPath());
    }

    /** Whether there is something of this name, or would be. */
    boolean exists(Path file) {
        return instead.containsKey(name(file)) || Files.exists(file);
    }

    /** The entries of a subfolder sorted by name, without hidden files; empty if there is no such folder. */
    List<Path> list(String name) {
        Path home = root.resolve(name);
        List<Path> would = instead.keySet().stream()
                .map(root::resolve)
                .filter(file -> home.equals(file.getParent()))
                .sorted()
                .toList();
        if (!Files.isDirectory(home)) {
            return would;
        }
        try {
            if (!isInside(home.toRealPath())) {
                faults.add(new Fault(name, 0, "", "a link that leads out of the folder", "a folder in it"));
                return List.of();
            }
            try (Stream<Path> files = Files.list(home)) {
                return Stream.concat(
                                files.filter(file -> !FolderFingerprint.hidden(file.getFileName())), would.stream())
                        .distinct()
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            faults.add(new Fault(name, 0, "", unreadable(e), "a readable folder"));
            return List.of();
        }
    }

    /** The names of the catalog's files that were read, sorted. */
    Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    /** The names of the files beside the catalog that it was made with, sorted. */
    Set<String> filesBeside() {
        Set<String> beside = new TreeSet<>(read.keySet());
        beside.removeAll(files);
        return beside;
    }

    /** The SHA-256 over the names and contents of all files that were read, in lower-case hex. */
    String hash() {
        StringBuilder all = new StringBuilder();
        read.forEach((name, hash) -> all.append(name).append('\0').append(hash).append('\n'));
        return FolderFingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
