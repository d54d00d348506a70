package org.dateline.site.resource;

import org.jspecify.annotations.Nullable;

/** The Content-Security-Policy of the site's pages, as a header of a server and in the pages of a published folder. */
public final class PagePolicy {

    /** Only content from the page's own origin, and no inline script or style; %s is for the operator's tile layer. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:%s; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'";

    /** For a page without script, style and pictures. */
    public static final String NOTHING = "default-src 'none'";

    private PagePolicy() {}

    /** @param tiles the operator's tile layer, the only other origin; null for none */
    public static String of(@Nullable TileLayer tiles) {
        return POLICY.formatted(tiles == null ? "" : " " + tiles.origin());
    }
}
