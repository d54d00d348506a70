package org.dateline.site;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.draw.ItemsMap;
import org.dateline.model.Catalog;
import org.dateline.site.embed.Embeds;
import org.dateline.site.page.RecordPages;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.OpenDataFiles;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;

/**
 * Every page and file that follows from one catalog, by its path: without a leading slash, {@code ""} for the reading
 * page, pages ending in a slash.
 */
public final class Site {

    private final Catalog catalog;
    private final Map<String, Resource> resources;
    private final Map<String, Resource> notFound;
    private final ItemsMap.@Nullable Ground ground;
    private final Embeds embeds;
    private final RecordPages records;

    Site(
            Catalog catalog,
            Map<String, Resource> resources,
            Map<String, Resource> notFound,
            ItemsMap.@Nullable Ground ground,
            Embeds embeds,
            RecordPages records) {
        this.catalog = catalog;
        this.resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        this.notFound = Map.copyOf(notFound);
        this.ground = ground;
        this.embeds = embeds;
        this.records = records;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** What lies beneath maps outside of the site's own pages; its address is relative to the site's root. */
    public ItemsMap.@Nullable Ground ground() {
        return ground;
    }

    /** Views as pages for others to frame, those without a name too. */
    public Embeds embeds() {
        return embeds;
    }

    /** The pages of records, which queries find. */
    public RecordPages records() {
        return records;
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
        return page != null ? page : Objects.requireNonNull(notFound.get(catalog.defaultLanguage()));
    }

    /**
     * Makes and encodes what a first visit asks for: the reading page and its files. Whatever could fail for the catalog
     * as a whole fails here; single pages, and files about single things, are made when they are asked for, in
     * milliseconds.
     */
    public void prepareFirstVisit() {
        resources.forEach((path, resource) -> {
            boolean deeperPage =
                    path.endsWith("/") && !catalog.languages().contains(path.substring(0, path.length() - 1));
            if (!deeperPage && !OpenDataFiles.holds(path) && !(resource instanceof SlowResource)) {
                for (Encoding encoding : Encoding.values()) {
                    resource.body(encoding);
                }
            }
        });
    }
}
