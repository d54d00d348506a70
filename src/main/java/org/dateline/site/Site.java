package org.dateline.site;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.model.Catalog;

/**
 * Every page and file that follows from one catalog, by its path: without a leading slash, {@code ""} for the reading
 * page, pages ending in a slash.
 */
public final class Site {

    private final Catalog catalog;
    private final Map<String, Resource> resources;
    private final Map<String, Resource> notFound;

    Site(Catalog catalog, Map<String, Resource> resources, Map<String, Resource> notFound) {
        this.catalog = catalog;
        this.resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        this.notFound = Map.copyOf(notFound);
    }

    public Catalog catalog() {
        return catalog;
    }

    public Map<String, Resource> resources() {
        return resources;
    }

    public Optional<Resource> find(String path) {
        return Optional.ofNullable(resources.get(path));
    }

    /** The page that says that nothing is at a path, in the language of that part of the site. */
    public Resource notFound(String path) {
        int slash = path.indexOf('/');
        Resource page = slash > 0 ? notFound.get(path.substring(0, slash)) : null;
        return page != null ? page : java.util.Objects.requireNonNull(notFound.get(catalog.defaultLanguage()));
    }

    /** Makes the content of everything now: whatever could fail fails here, and no longer at a request. */
    public void makeAll() {
        resources.values().forEach(Resource::identity);
    }

    /** Makes and encodes everything now, so that no request has to wait for it. */
    public void encodeAll() {
        for (Resource resource : resources.values()) {
            for (Encoding encoding : Encoding.values()) {
                resource.body(encoding);
            }
        }
    }
}
