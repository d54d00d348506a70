package org.dateline.site.resource;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a site is to be found and what stands beside it.
 *
 * @param base  the address that readers reach its root at, ending in a slash; null where nobody has said it. The pages
 *              themselves hold relative addresses only; what other programs read needs whole ones
 * @param tiles  drawn instead of the catalog's basemap; null to draw that
 * @param frozen the folder where embeds are kept as they were when they were placed; null to keep none
 * @param files  whether the site is files of a folder and nothing answers queries beside it: then links to a page name
 *               the file in its folder, so that they open from a disk as well
 */
public record Hosting(
        @Nullable URI base,
        @Nullable TileLayer tiles,
        @Nullable Path frozen,
        boolean files) {

    /** Where a catalog's folder keeps them. */
    public static final String FROZEN = "frozen";

    /** Nothing is known, nothing is special. */
    public static final Hosting ANYWHERE = new Hosting(null, null, null);

    /** Of a server. */
    public Hosting(@Nullable URI base, @Nullable TileLayer tiles, @Nullable Path frozen) {
        this(base, tiles, frozen, false);
    }

    public Hosting {
        if (base != null) {
            boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
                throw unexpected(base.toString());
            }
            base = base.getRawPath().endsWith("/") ? base : URI.create(base + "/");
        }
    }

    /** @throws IllegalArgumentException where it is no address: says what was got and expected */
    public static URI base(String base) {
        try {
            return new URI(base);
        } catch (URISyntaxException e) {
            throw unexpected(base);
        }
    }

    /** The same site as files. */
    public Hosting asFiles() {
        return new Hosting(base, tiles, frozen, true);
    }

    /** The address of a page from the address of its folder; empty for the folder that one is in. */
    public String page(String folder) {
        if (files && (folder.isEmpty() || folder.endsWith("/"))) {
            return folder + "index.html";
        }
        return folder.isEmpty() ? "./" : folder;
    }

    /** Where the root is on its host, as far as is known: for the one page that is shown at any address. */
    public String absoluteRoot() {
        return base == null ? "/" : base.getRawPath();
    }

    private static IllegalArgumentException unexpected(String base) {
        return new IllegalArgumentException(
                "got the base address \"" + base + "\", expected one as https://host/ or https://host/path/");
    }
}
