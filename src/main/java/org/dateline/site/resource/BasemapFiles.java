package org.dateline.site.resource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.site.resource.Resource.Caching;

/** The files of a catalog's basemap, under names that contain a hash of their content. */
public final class BasemapFiles {

    private final Map<Path, String> paths = new HashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    public BasemapFiles(Catalog catalog) {
        Basemap basemap = catalog.basemap();
        if (basemap == null) {
            return;
        }
        basemap.files().forEach(file -> put(file.file(), file.content()));
        basemap.reliefs().forEach(relief -> put(relief.file(), relief.content()));
    }

    private void put(Path file, byte[] content) {
        paths.put(file, add(file.getFileName().toString(), content));
    }

    /** Keeps a file in memory; a later change on disk makes a new catalog and does not show in this one. */
    private String add(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String path = "basemap/" + name.substring(0, dot) + "-"
                + Resource.hash(content).substring(0, 10) + name.substring(dot);
        resources.put(path, new Resource(MediaTypes.of(name), Caching.IMMUTABLE, () -> content));
        return path;
    }

    /** Adds a file that is drawn on demand, and therefore has no hash in its name. */
    public String addDrawn(String name, Supplier<byte[]> drawing) {
        String path = "basemap/" + name;
        resources.put(path, new Resource(MediaTypes.of(name), drawing));
        return path;
    }

    /** Path in the site. */
    public String path(Path file) {
        return java.util.Objects.requireNonNull(paths.get(file));
    }

    /** The content of a file as it was when the catalog was read. */
    public byte[] content(Path file) {
        return java.util.Objects.requireNonNull(resources.get(path(file))).content();
    }

    public Map<String, Resource> resources() {
        return resources;
    }
}
