package org.dateline.draw.map;

import java.io.IOException;
import java.nio.file.Path;
import org.dateline.catalog.Fault;
import org.dateline.catalog.Faults;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.plane.TopoJson;
import org.dateline.draw.plane.TopoJsonException;
import org.dateline.draw.render.PictureReader;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;

/** Reads every file of a basemap as drawing does, so that a file which cannot be drawn is a fault of the catalog. */
public final class BasemapCheck {

    private BasemapCheck() {}

    private interface PictureCheck {
        void require(String name, byte[] content) throws IOException;
    }

    /** @throws InvalidCatalogException with one fault for each file that is empty, incomplete or of another kind */
    public static void require(Catalog catalog) throws InvalidCatalogException {
        require(catalog, PictureReader::decode);
    }

    /**
     * As {@link #require}, but does not decode the relief, which would take a tenth of a start.
     *
     * @throws InvalidCatalogException with one fault for each file that is empty, incomplete or of another kind, as far
     *     as that can be told
     */
    public static void requireComplete(Catalog catalog) throws InvalidCatalogException {
        require(catalog, PictureReader::requireComplete);
    }

    private static void require(Catalog catalog, PictureCheck pictures) throws InvalidCatalogException {
        Basemap basemap = catalog.basemap();
        if (basemap == null) {
            return;
        }
        Faults faults = new Faults();
        for (Basemap.File file : basemap.files()) {
            try {
                TopoJson.read(file.file(), file.content());
            } catch (TopoJsonException e) {
                faults.add(new Fault(name(file.file()), 0, e.field(), e.got(), e.expected()));
            }
        }
        for (Basemap.Relief relief : basemap.reliefs()) {
            String name = name(relief.file());
            try {
                pictures.require(name, relief.content());
            } catch (IOException e) {
                faults.add(new Fault(name, 0, "", String.valueOf(e.getMessage()), PictureReader.EXPECTED));
            }
        }
        faults.throwIfAny();
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
