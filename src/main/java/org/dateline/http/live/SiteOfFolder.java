package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.model.Catalog;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;

/** The site of the catalog in a folder. */
record SiteOfFolder(Path folder) implements SiteSource {

    @Override
    public String state() {
        return FolderFingerprint.ofState(folder);
    }

    /** Loads the catalog for a first site; does not decode the relief, which would take a tenth of a start. */
    Catalog loadFirst() throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(folder);
        BasemapCheck.requireComplete(catalog);
        return catalog;
    }

    @Override
    public Site makeFirst(SiteBuilder builder) throws InvalidCatalogException, IOException {
        return builder.build(loadFirst());
    }

    @Override
    public Site make(SiteBuilder builder) throws InvalidCatalogException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder " + folder);
        }
        Catalog catalog = CatalogLoader.load(folder);
        BasemapCheck.require(catalog);
        return builder.build(catalog);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
