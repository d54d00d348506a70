package org.dateline.http.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that {@code serve --follow} created to keep the pushed catalog. A list in it names the files that the server
 * wrote; the server replaces and deletes only these, and none that were edited since. An archive is unpacked in a
 * separate folder and must be a valid catalog before any file changes:
 *
 * <pre>
 * next.zip → next/ → checked → files moved into place → list → next.zip away
 * </pre>
 *
 * If the server is killed in between, {@code next.zip} still exists at its next start and is unpacked again.
 */
public final class FollowedFolder {

    /** Marks the folder as one of ours. Hidden, so not part of the catalog. */
    static final String WORK = ".dateline-follow";

    /** A folder that a new file system may contain. */
    private static final String RESCUED = "lost+found";

    private final Path folder;
    private final Path list;
    private final Path archive;
    private final Path next;
    private final Path last;
    private long taken;

    private FollowedFolder(Path folder) {
        this.folder = folder;
        Path work = folder.resolve(WORK);
        this.list = work.resolve("files");
        this.archive = work.resolve("next.zip");
        this.next = work.resolve("next");
        this.last = work.resolve("taken");
    }

    /**
     * Opens a folder that an earlier server created, or creates one.
     *
     * @throws IOException if the folder contains anything that no server wrote; the message says what was got and what
     *     was expected
     */
    public static FollowedFolder open(Path folder) throws IOException {
        FollowedFolder followed = new FollowedFolder(folder);
        if (!Files.isRegularFile(followed.list, LinkOption.NOFOLLOW_LINKS)) {
            requireEmpty(folder, "--geodata");
            Files.createDirectories(followed.list.getParent());
            Files.createFile(followed.list);
        }
        followed.resume();
        return followed;
    }

    /**
     * @param option that names the folder
     * @throws IOException if a folder that no server made holds anything
     */
    static void requireEmpty(Path folder, String option) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> present = Files.list(folder)) {
                if (present.map(file -> file.getFileName().toString())
                        .allMatch(name -> name.equals(RESCUED) || name.equals(WORK))) {
                    return;
                }
            }
        }
        throw new IOException(
                "got --follow with " + option + " " + folder + ", which holds files that no server with --follow"
                        + " put there, expected a missing or empty folder, or one that --follow made");
    }

    /** The catalog's folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Replaces the catalog in the folder with one of the database, unless it is already there.
     *
     * @throws InvalidCatalogException if the archive is broken or its catalog invalid; nothing has changed then
     * @throws IOException if a foreign file is in the way, and nothing has changed; or if a file cannot be written, and the
     *     rest follows at the next attempt
     */
    public synchronized void take(PushedCatalog catalog) throws IOException, InvalidCatalogException {
        if (catalog.version() == taken || has(catalog.version(), catalog.hash())) {
            return;
        }
        byte[] content = catalog.archive();
        if (content == null) {
            throw CatalogArchive.refused(catalog.bytes() + " bytes", "at most " + CatalogArchive.LARGEST);
        }
        take(content);
        taken = catalog.version();
        replace(last, mark(catalog.version(), catalog.hash()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the folder has the catalog of a version, and nobody has edited it since: also after a restart. */
    synchronized boolean has(long version, String hash) throws IOException {
        boolean there = Files.isRegularFile(last, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(last).equals(mark(version, hash));
        taken = there ? version : taken;
        return there;
    }

    private String mark(long version, String hash) {
        String state = FolderFingerprint.ofState(folder);
        return version + " " + hash + " " + FolderFingerprint.of(state.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** Removes the catalog from the folder, and the folder itself unless it holds files that no server wrote, or frozen embeds. */
    synchronized void clear() throws IOException {
        try (FileChannel channel = locked();
                FileLock _ = channel.lock()) {
            for (Map.Entry<String, String> one : read().entrySet()) {
                discard(one.getKey(), one.getValue());
            }
            write(Map.of());
            Files.deleteIfExists(last);
        }
        taken = 0;
        try (Stream<Path> left = Files.list(folder)) {
            if (left.anyMatch(entry -> !entry.getFileName().toString().equals(WORK))) {
                return;
            }
        }
        remove(folder);
    }

    private FileChannel locked() throws IOException {
        return FileChannel.open(list.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void take(byte[] content) throws IOException, InvalidCatalogException {
        try (FileChannel channel = locked();
                FileLock _ = channel.lock()) {
            replace(archive, content);
            try {
                takeLocked();
            } catch (InvalidCatalogException e) {
                Files.deleteIfExists(archive);
                throw e;
            } finally {
                remove(next);
            }
            Files.deleteIfExists(archive);
        }
    }

    /** Completes the change of a server that was killed. */
    private void resume() throws IOException {
        if (Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS) && Files.size(archive) <= CatalogArchive.LARGEST) {
            try {
                take(Files.readAllBytes(archive));
            } catch (InvalidCatalogException | IOException e) {
                log().warn("An interrupted change of {} could not be completed: {}", folder, e.getMessage());
            }
        }
    }

    private void takeLocked() throws IOException, InvalidCatalogException {
        remove(next);
        Files.createDirectories(next);
        CatalogArchive.unpack(archive, next);
        Catalog catalog = CatalogLoader.load(next);
        BasemapCheck.require(catalog);
        new SiteBuilder(Hosting.ANYWHERE).build(catalog);
        Map<String, String> before = read();
        Map<String, String> after = new TreeMap<>();
        for (String path : paths(next)) {
            after.put(path, FolderFingerprint.of(next.resolve(path)));
            requireOwn(path, before, after);
        }
        for (String path : after.keySet()) {
            put(path, before.get(path), after.get(path));
        }
        for (String path : before.keySet()) {
            if (!after.containsKey(path)) {
                discard(path, before.get(path));
            }
        }
        write(after);
        tellOthers(after);
    }

    /**
     * @throws ForeignFileException if the server did not write the file, or the path contains a link, which may lead
     *     anywhere
     */
    private void requireOwn(String path, Map<String, String> before, Map<String, String> after) throws IOException {
        Path file = folder.resolve(path);
        for (Path home = file.getParent(); !home.equals(folder); home = home.getParent()) {
            if (Files.exists(home, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
                throw new ForeignFileException(home.toString(), "which is not a folder", "one or nothing there");
            }
        }
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        boolean ours = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && (before.containsKey(path) || FolderFingerprint.of(file).equals(after.get(path)));
        if (there && !ours) {
            throw new ForeignFileException(
                    file.toString(),
                    "which no server with --follow wrote",
                    "nothing there: the pushed catalog has a file of that name");
        }
    }

    private void put(String path, @Nullable String written, String hash) throws IOException {
        Path file = folder.resolve(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            String now = FolderFingerprint.of(file);
            if (now.equals(hash)) {
                return;
            }
            if (!now.equals(written)) {
                keepAside(file);
            }
        }
        Files.createDirectories(file.getParent());
        Files.move(next.resolve(path), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file that the catalog no longer has, and folders that become empty. */
    private void discard(String path, String written) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!FolderFingerprint.of(file).equals(written)) {
            keepAside(file);
            return;
        }
        Files.delete(file);
        try {
            for (Path home = file.getParent(); !home.equals(folder); home = home.getParent()) {
                Files.delete(home);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // A folder that is not empty stays.
        }
    }

    /** Keeps a locally edited file beside the new one, under a name that no catalog uses. */
    private static void keepAside(Path file) throws IOException {
        Path aside = file;
        for (int i = 0; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
            aside = file.resolveSibling(file.getFileName() + (i == 0 ? "" : "." + i) + "~");
        }
        Files.move(file, aside);
        log().warn("{} had been edited here; the edited file is now {}", file, aside.getFileName());
    }

    private void tellOthers(Map<String, String> ours) throws IOException {
        List<String> others =
                paths(folder).stream().filter(path -> !ours.containsKey(path)).toList();
        if (!others.isEmpty()) {
            log().warn(
                            "{} holds {} besides the pushed catalog, left alone: {}",
                            folder,
                            Counted.of(others.size(), "file"),
                            String.join(", ", others.subList(0, Math.min(5, others.size()))));
        }
    }

    /** The files of a catalog below a folder, with forward slashes. */
    private static List<String> paths(Path folder) {
        return FolderFingerprint.files(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    /** Reads the SHA-256 of the written files by path, one line per file as in {@code sha256sum}. */
    private Map<String, String> read() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            int space = line.indexOf("  ");
            if (space > 0) {
                written.put(line.substring(space + 2), line.substring(0, space));
            }
        }
        return written;
    }

    private void write(Map<String, String> written) throws IOException {
        List<String> lines = new ArrayList<>();
        written.forEach((path, hash) -> lines.add(hash + "  " + path));
        replace(list, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes one of the server's own folders with its content; links are removed, not followed. */
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(FollowedFolder.class);
    }
}
