package org.dateline.http.live;

import java.io.IOException;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;

/** What a site is made of. Its {@code toString} names it in messages. */
interface SiteSource {

    /** What changes with the site; cheap enough to compare several times a second. */
    String state();

    /** Makes the site as it is now, for the first time. */
    Site makeFirst(SiteBuilder builder) throws InvalidCatalogException, IOException;

    /** Makes the site as it is now, and checks all of its catalog. */
    Site make(SiteBuilder builder) throws InvalidCatalogException, IOException;
}
