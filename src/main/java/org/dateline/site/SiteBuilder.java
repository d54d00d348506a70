package org.dateline.site;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dateline.draw.map.GroundSource;
import org.dateline.formats.GeoJsonWriter;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.LanguageTag;
import org.dateline.model.Layer;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.site.embed.Embeds;
import org.dateline.site.embed.ViewImages;
import org.dateline.site.page.CorrectionFeed;
import org.dateline.site.page.CrawlerFiles;
import org.dateline.site.page.MovedPage;
import org.dateline.site.page.PageMap;
import org.dateline.site.page.PageRenderer;
import org.dateline.site.page.RecordPages;
import org.dateline.site.page.SearchPages;
import org.dateline.site.page.SiteContext;
import org.dateline.site.page.StorySearchPages;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.BasemapFiles;
import org.dateline.site.resource.CatalogJson;
import org.dateline.site.resource.FormerPaths;
import org.dateline.site.resource.HostFiles;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.LayerAddress;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.OpenDataFiles;
import org.dateline.site.resource.PublishedStreets;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SearchJson;
import org.dateline.site.resource.SlowResource;
import org.dateline.site.stories.StoriesCatalog;
import org.dateline.streets.StreetArchive;
import org.dateline.work.CachePart;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;

/** Builds the site of a catalog. Contents are made when they are requested. */
public final class SiteBuilder {

    private final Assets assets;
    private final Map<String, Resource> ownFiles;
    private final Hosting hosting;
    private final SharedCache cache;

    public SiteBuilder(Hosting hosting) {
        this(hosting, SharedCache.ofHeap());
    }

    /** @param cache the cache of drawings that several resources share */
    public SiteBuilder(Hosting hosting, SharedCache cache) {
        this.hosting = hosting;
        this.cache = cache;
        this.assets = Assets.load();
        Map<String, Resource> files = new LinkedHashMap<>(assets.resources());
        files.put("favicon.svg", Assets.favicon());
        files.put("embed.js", Assets.loader());
        this.ownFiles = Collections.unmodifiableMap(files);
    }

    private SiteBuilder(SiteBuilder other, Hosting hosting) {
        this.hosting = hosting;
        this.cache = other.cache;
        this.assets = other.assets;
        this.ownFiles = other.ownFiles;
    }

    /** A builder of sites at another address, with the same files of the program. */
    public SiteBuilder at(Hosting other) {
        return new SiteBuilder(this, other);
    }

    /** The program's own files by path, the same in all sites of this builder and those derived from it. */
    public Map<String, Resource> ownFiles() {
        return ownFiles;
    }

    /** @throws IOException if a file of the program cannot be read */
    public Site build(Catalog loaded) throws IOException {
        return build(loaded, null);
    }

    /**
     * The list of a server's stories.
     *
     * @throws IOException if a file of the program cannot be read
     */
    public Site build(StoriesCatalog stories) throws IOException {
        return build(stories.catalog(), stories);
    }

    private Site build(Catalog loaded, @Nullable StoriesCatalog stories) throws IOException {
        StreetArchive streets = hosting.streets();
        Catalog catalog = streets == null ? loaded : loaded.onStreets(streets);
        Map<String, Resource> resources = new LinkedHashMap<>(ownFiles);
        BasemapFiles basemap = new BasemapFiles(catalog);
        SiteContext context = new SiteContext(catalog, stories, hosting, assets);
        resources.putAll(context.brand().resources());
        PublishedStreets published = hosting.files()
                ? PublishedStreets.of(catalog, hosting.streetBytes())
                        .filter(some -> !some.sizes().isEmpty())
                        .orElse(null)
                : null;
        if (published != null) {
            resources.putAll(published.files());
        }
        CachePart drawn = cache.part();
        GroundSource ground = catalog.basemap() == null ? null : new GroundSource(catalog.basemap(), drawn);
        PageMap map = new PageMap(context, basemap, ground, published, drawn);
        resources.putAll(basemap.resources());
        GeoJsonWriter geoJson = new GeoJsonWriter(catalog);
        for (Layer layer : catalog.layers()) {
            resources.putAll(files(layer, catalog.places(layer), geoJson));
        }
        resources.put("catalog.json", new Resource(MediaTypes.JSON, () -> new CatalogJson(catalog, hosting).write()));
        resources.put("search.json", new Resource(MediaTypes.JSON, () -> new SearchJson(catalog).write()));
        resources.putAll(new OpenDataFiles(catalog).resources());

        resources.putAll(new ViewImages(context, ground, drawn).resources());
        PageRenderer pages = new PageRenderer(context, map);
        Embeds embeds = new Embeds(context, map, ground, drawn, hosting.frozen());
        resources.putAll(embeds.frozenPictures(resources));
        resources.putAll(embeds.resources());
        Map<String, Resource> notFound = new HashMap<>();
        Map<String, Resource> busy = new HashMap<>();
        Map<String, Resource> notes = new HashMap<>();
        for (String language : catalog.languages()) {
            String prefix = LanguageFolder.of(catalog, language);
            resources.put(prefix, page(() -> pages.home(language)));
            for (Layer layer : catalog.layers()) {
                for (Feature feature : context.places(layer)) {
                    resources.put(prefix + "places/" + feature.id() + "/", page(() -> pages.place(language, feature)));
                }
            }
            for (Report report : catalog.reports()) {
                resources.put(prefix + "reports/" + report.id() + "/", page(() -> pages.report(language, report)));
            }
            for (Party party : catalog.parties()) {
                resources.put(prefix + "parties/" + party.id() + "/", page(() -> pages.party(language, party)));
            }
            for (Measure measure : catalog.measures()) {
                resources.put(prefix + "claims/" + measure.id() + "/", page(() -> pages.claims(language, measure)));
            }
            resources.put(prefix + "builder.json", new Resource(MediaTypes.JSON, () -> pages.builderWords(language)));
            pages.lists().forEach((path, list) -> resources.put(prefix + path, page(() -> list.apply(language))));
            resources.put(
                    prefix + CorrectionFeed.NAME, new Resource(MediaTypes.ATOM, () -> pages.corrections(language)));
            notFound.put(language, page(() -> pages.notFound(language)));
            busy.put(language, page(() -> pages.busy(language)));
            notes.put(language, embeds.note(language));
        }
        resources.putAll(new CrawlerFiles(context).resources());
        FormerPaths former = new FormerPaths(catalog);
        if (hosting.files()) {
            resources.putAll(HostFiles.of(hosting.absoluteRoot()));
            stubs(resources, former);
        }
        return new Site(
                catalog,
                resources,
                notFound,
                busy,
                notes,
                former,
                map.ground(),
                map.streets(),
                embeds,
                new RecordPages(context, map),
                new SearchPages(context, map),
                stories == null ? null : new StorySearchPages(context, map),
                drawn);
    }

    /** Files that take the place of redirects: a page that leads on, but an embed or an image itself. */
    private void stubs(Map<String, Resource> resources, FormerPaths former) {
        former.formerOf(List.copyOf(resources.keySet())).forEach((path, present) -> {
            boolean itself = !path.endsWith("/") || path.matches("(?:" + LanguageTag.PATTERN + "/)?embed/.*");
            String target =
                    "../".repeat((int) path.chars().filter(c -> c == '/').count()) + hosting.page(present);
            URI base = hosting.base();
            String address = base == null ? target : base.resolve(present).toString();
            resources.put(
                    path,
                    itself
                            ? Objects.requireNonNull(resources.get(present))
                            : page(() -> MovedPage.of(target, address)));
        });
    }

    private Map<String, Resource> files(Layer layer, List<Feature> places, GeoJsonWriter geoJson) {
        Map<String, Resource> files = new LinkedHashMap<>();
        if (!layer.isLarge()) {
            files.put(LayerAddress.file(layer), geoJson(() -> geoJson.write(layer)));
            return files;
        }
        if (LayerAddress.hasFile(layer, hosting)) {
            files.put(LayerAddress.file(layer), new SlowResource(MediaTypes.GEOJSON, () -> geoJson.write(layer)));
        }
        if (!places.isEmpty()) {
            files.put(LayerAddress.places(layer), geoJson(() -> geoJson.write(layer.holding(places))));
        }
        return files;
    }

    private static Resource geoJson(Supplier<byte[]> content) {
        return new Resource(MediaTypes.GEOJSON, content);
    }

    private static Resource page(Supplier<byte[]> content) {
        return new Resource(MediaTypes.HTML, content);
    }
}
