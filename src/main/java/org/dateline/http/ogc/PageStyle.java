package org.dateline.http.ogc;

import java.nio.charset.StandardCharsets;
import org.dateline.draw.figure.Look;
import org.dateline.site.Site;
import org.dateline.site.resource.Assets;

/** The style sheet of the API's pages, preceded by the site's fonts and colours. */
final class PageStyle {

    private static final String RULES = Assets.sheet("style.css");

    private PageStyle() {}

    /** The style sheet in UTF-8, to be served one folder below the site's root. */
    static byte[] of(Site site) {
        return (Assets.fonts(site.resources(), "../") + Look.css() + RULES).getBytes(StandardCharsets.UTF_8);
    }
}
