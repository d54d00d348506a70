package org.dateline.site.resource;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.streets.StreetArchive;
import org.jspecify.annotations.Nullable;

/**
 * The addresses and settings with which a site is served.
 *
 * @param base   the public address of its root, ending in a slash; null if it is not configured. Pages contain only
 *               relative addresses; metadata for other programs needs absolute ones
 * @param tiles  shown instead of the catalog's basemap; null to show that
 * @param frozen the folder of frozen embeds; null to freeze none
 * @param shared the frozen embeds that servers share; null if this server keeps its own
 * @param streets an archive of streets for the catalog, in place of the one that it names; null for none
 * @param streetBytes the largest number of bytes of streets that a site of files takes along
 * @param files  whether the site is a folder of files, without a server that answers queries: then links name the file
 *               of a page, so that they open from a disk too
 * @param story  whether the site is one of many stories, whose list is in the folder above its root
 * @param path   the path of the site's root on its host, if the address is not known; ends in a slash
 */
public record Hosting(
        @Nullable URI base,
        @Nullable TileLayer tiles,
        @Nullable Path frozen,
        @Nullable FrozenFiles shared,
        @Nullable StreetArchive streets,
        long streetBytes,
        boolean files,
        String path,
        boolean story) {

    /** The usual number of bytes of streets in a site of files. */
    public static final long STREET_BYTES = 50_000_000;

    /** The name of the folder of frozen embeds in a catalog's folder. */
    public static final String FROZEN = "frozen";

    /** A server with no configuration. */
    public static final Hosting ANYWHERE = new Hosting(null, null, null);

    /** Hosting by a server. */
    public Hosting(@Nullable URI base, @Nullable TileLayer tiles, @Nullable Path frozen) {
        this(base, tiles, frozen, null, null, STREET_BYTES, false, "/", false);
    }

    public Hosting {
        if (base != null) {
            boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            if (!web
                    || base.getRawAuthority() == null
                    || base.getRawUserInfo() != null
                    || base.getRawQuery() != null
                    || base.getRawFragment() != null) {
                throw unexpected(base.toString());
            }
            base = base.getRawPath().endsWith("/") ? base : URI.create(base + "/");
        }
    }

    /** @throws IllegalArgumentException if it is not an address */
    public static URI base(String base) {
        try {
            return new URI(base);
        } catch (URISyntaxException e) {
            throw unexpected(base);
        }
    }

    /**
     * Whether embeds can be frozen: published files always can, a server if it may write into the folder or shares a
     * database.
     */
    public boolean canFreeze() {
        return shared != null || canWrite();
    }

    /** Whether frozen embeds can be kept in the folder. */
    public boolean canWrite() {
        Path there = frozen;
        while (there != null && !files && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && (files || Files.isDirectory(there) && Files.isWritable(there));
    }

    /** A copy that shares frozen embeds with other servers. */
    public Hosting sharing(FrozenFiles files) {
        return new Hosting(base, tiles, frozen, files, streets, streetBytes, this.files, path, story);
    }

    /** A copy with streets for any catalog. */
    public Hosting on(StreetArchive streets) {
        return new Hosting(base, tiles, frozen, shared, streets, streetBytes, files, path, story);
    }

    /** A copy that takes along another number of bytes of streets. */
    public Hosting with(long bytes) {
        return new Hosting(base, tiles, frozen, shared, streets, bytes, files, path, story);
    }

    /** A copy for a story below the root, whose frozen embeds are in a folder of its own. */
    public Hosting below(String story, @Nullable Path frozenOfStory) {
        return new Hosting(
                base == null ? null : base.resolve(story + "/"),
                tiles,
                frozenOfStory,
                shared == null ? null : shared.of(story),
                streets,
                streetBytes,
                files,
                path + story + "/",
                true);
    }

    /** A copy for a site published as files, which freezes nothing for others. */
    public Hosting asFiles() {
        return new Hosting(
                base,
                tiles,
                frozen,
                shared == null ? null : shared.unchanged(),
                streets,
                streetBytes,
                true,
                path,
                story);
    }

    /** The address of a page from the address of its folder; empty for the current folder. */
    public String page(String folder) {
        if (files && (folder.isEmpty() || folder.endsWith("/"))) {
            return folder + "index.html";
        }
        return folder.isEmpty() ? "./" : folder;
    }

    /** The path of the root on its host, "/" if not known: for the error page, which is shown at any address. */
    public String absoluteRoot() {
        return base == null ? path : base.getRawPath();
    }

    private static IllegalArgumentException unexpected(String base) {
        return new IllegalArgumentException("got the base address \"" + base
                + "\", expected an address such as https://host/ or https://host/path/");
    }
}
