package org.dateline.site.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.model.Catalog;
import org.dateline.model.LanguageTag;
import org.dateline.site.embed.Embeds.Theme;
import org.dateline.site.page.Page;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;

/**
 * Embeds that stay as they were when an article embedded them, and their pictures:
 * {@code frozen/{catalog-hash}/{view}.{language}.{theme}.html} and {@code {view}.{language}.png} in the
 * catalog's folder. A file is written at its first request and never again, so that neither a later catalog nor a later
 * version of the program changes what an article shows. Servers with a database share the files there: the one that
 * freezes an embed first decides, and the folder keeps a copy.
 */
final class FrozenEmbeds {

    /** How much of the catalog's SHA-256 addresses contain. */
    private static final int DIGITS = 12;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(" + LanguageTag.PATTERN + ")/)?embed/([a-z0-9-]+)/@([0-9a-f]{12})(?:/(?:(light|dark)/)?|(\\.png))");

    private static final Pattern FILE =
            Pattern.compile("([0-9a-f]{12})/([a-z0-9-]+)\\.(" + LanguageTag.PATTERN + ")\\.(auto|light|dark)\\.html");

    private static final Pattern PICTURE =
            Pattern.compile("([0-9a-f]{12})/([a-z0-9-]+)\\.(" + LanguageTag.PATTERN + ")\\.png");

    /** The page's own policy names the scripts and styles that may run; this one makes sure that nothing is fetched. */
    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
            + "img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

    private static final String PART = ".part";

    /** No server writes for so long. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    /** In bytes; an embed has some ten thousand. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private final Path folder;
    private final boolean writes;
    private final @Nullable FrozenFiles shared;

    /**
     * @param writes whether new embeds are written there; else only existing ones are read
     * @param shared the files in the database that servers share; null without one
     */
    FrozenEmbeds(Path folder, boolean writes, @Nullable FrozenFiles shared) {
        this.folder = folder;
        this.writes = writes;
        this.shared = shared;
    }

    /** The path of an embed that keeps a state of the catalog. */
    static String path(String view, String catalogHash, Theme theme) {
        return "embed/" + view + "/@" + catalogHash.substring(0, DIGITS) + "/" + theme.path();
    }

    /** The path of the picture of a frozen embed, in the default language. */
    static String picturePath(String view, String catalogHash) {
        return "embed/" + view + "/@" + catalogHash.substring(0, DIGITS) + ".png";
    }

    /** The state of the catalog that an embed keeps, as in its path; null for a live embed. */
    static @Nullable String stateOf(Page page) {
        String path = page.links().self();
        int at = path.indexOf("/@") + 2;
        return at < 2 ? null : path.substring(at, at + DIGITS);
    }

    /**
     * All frozen embeds, of whichever state of the catalog, by path. A server asks the database for those that only others
     * have; published files must have them all.
     *
     * @throws StoreUnavailableException if published files need a database that does not answer
     */
    Map<String, Resource> kept(Catalog catalog) {
        Map<String, Resource> kept = new LinkedHashMap<>();
        for (Path file : files()) {
            keep(kept, catalog, relative(file), () -> read(file));
        }
        if (shared != null && follows()) {
            for (String path : shared.paths()) {
                keep(kept, catalog, path, () -> shared.find(path).orElseThrow());
            }
        }
        return kept;
    }

    /** Whether the database decides, even where the folder has a file of its own: published files are what servers answer. */
    private boolean follows() {
        return shared != null && !shared.stores();
    }

    private static void keep(Map<String, Resource> kept, Catalog catalog, String path, Supplier<byte[]> content) {
        Matcher picture = PICTURE.matcher(path);
        if (picture.matches()) {
            kept.put(
                    LanguageFolder.of(catalog, picture.group(3)) + picturePath(picture.group(2), picture.group(1)),
                    picture(content));
        }
        Matcher name = FILE.matcher(path);
        if (name.matches()) {
            String prefix = LanguageFolder.of(catalog, name.group(3));
            Theme theme = Theme.of(name.group(4)).orElseThrow();
            kept.put(prefix + path(name.group(2), name.group(1), theme), page(content));
        }
    }

    /** Whether a path may be that of an embed or picture that another server has. */
    boolean mayBeShared(Catalog catalog, String path) {
        return shared != null && file(catalog, path) != null;
    }

    /** An embed or picture that another server froze; empty if none has it. */
    Optional<Resource> shared(Catalog catalog, String path) {
        String file = file(catalog, path);
        if (file == null || shared == null) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> found = Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(content(folder.resolve(file)))
                    : shared.find(file);
            return found.map(content -> file.endsWith(".png") ? picture(() -> content) : page(() -> content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a path of the site, relative to the folder; null if it is no frozen embed. */
    private static @Nullable String file(Catalog catalog, String path) {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return null;
        }
        String language = address.group(1) == null ? catalog.defaultLanguage() : address.group(1);
        String theme = address.group(4) == null ? Theme.AUTO.id() : address.group(4);
        return address.group(3) + "/" + address.group(2) + "." + language
                + (address.group(5) == null ? "." + theme + ".html" : ".png");
    }

    /** See {@link Embeds#share}. */
    void share(Collection<String> paths) throws IOException {
        if (shared == null) {
            return;
        }
        Set<String> missing = new TreeSet<>(paths);
        for (Path own : files()) {
            String path = relative(own);
            if (!missing.remove(path) && isFrozen(path)) {
                shared.keep(path, content(own));
            }
        }
        for (String path : missing) {
            if (writes && isFrozen(path)) {
                Optional<byte[]> content = shared.find(path);
                if (content.isPresent()) {
                    write(folder.resolve(path), content.get());
                }
            }
        }
    }

    private static boolean isFrozen(String path) {
        return FILE.matcher(path).matches() || PICTURE.matcher(path).matches();
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * An embed that is made and kept at its first request.
     *
     * @param picture keeps its picture, which articles name as well, but which nobody may ask for before the catalog changes
     */
    Resource keeping(
            String view, String language, Theme theme, String catalogHash, Supplier<byte[]> content, Runnable picture) {
        Path file = folder.resolve(catalogHash.substring(0, DIGITS))
                .resolve(view + "." + language + "." + theme.id() + ".html");
        return page(() -> {
            if (keeps() && !Files.exists(file)) {
                picture.run();
            }
            return keep(file, content);
        });
    }

    /** A picture that is made and kept at its first request. */
    Resource keepingPicture(String view, String language, String catalogHash, Supplier<byte[]> content) {
        Path file = folder.resolve(catalogHash.substring(0, DIGITS)).resolve(view + "." + language + ".png");
        return picture(() -> keep(file, content));
    }

    private boolean keeps() {
        return writes || shared != null && shared.stores();
    }

    private static Resource picture(Supplier<byte[]> content) {
        return new SlowResource(MediaTypes.PNG, Caching.IMMUTABLE, null, content);
    }

    private static Resource page(Supplier<byte[]> content) {
        return new SlowResource(MediaTypes.HTML, Caching.IMMUTABLE, POLICY, content);
    }

    private byte[] keep(Path file, Supplier<byte[]> content) {
        try {
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (there && !follows()) {
                return content(file);
            }
            byte[] made =
                    shared == null ? content.get() : shared(shared, relative(file), there ? () -> read(file) : content);
            if (!writes) {
                return made;
            }
            write(file, made);
            return content(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "got no " + file + ", expected a place where a frozen embed can be kept for good", e);
        }
    }

    /** The database's file, or a new one that is stored there. */
    private byte[] shared(FrozenFiles shared, String path, Supplier<byte[]> content) {
        try {
            Optional<byte[]> known = shared.find(path);
            return known.isPresent() ? known.get() : shared.keep(path, content.get());
        } catch (StoreUnavailableException e) {
            // A published page that others may have otherwise would stay wrong for good.
            if (!writes) {
                throw e;
            }
            // The folder keeps it, and the database gets it when it answers again.
            return content.get();
        }
    }

    /** Several servers may share the folder: the first one writes, and all serve its file. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        // Not one of the system's temporary files, which only its owner may read.
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            Files.write(beside, content, StandardOpenOption.CREATE_NEW);
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another server was faster.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links, or one that is full: moving says which.
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        removeAbandoned(file.getParent());
    }

    /** What a server that was killed has left. */
    private static void removeAbandoned(Path folder) throws IOException {
        Instant old = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("\\..*\\" + PART))
                    .toList()) {
                try {
                    if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                            .toInstant()
                            .isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException e) {
                    // The server that wrote it has just finished.
                }
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return content(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A link may lead anywhere, so it is not followed. */
    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new IOException(
                    "got " + file + ", which no server wrote, expected a file of at most " + LARGEST + " bytes");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
