package org.dateline.site.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dateline.draw.map.Backdrop;
import org.dateline.draw.map.GroundSource;
import org.dateline.draw.map.ItemsMap;
import org.dateline.draw.map.MapLinks;
import org.dateline.draw.map.Sign;
import org.dateline.draw.map.StillMap;
import org.dateline.draw.map.StreetStyle;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.site.resource.BasemapFiles;
import org.dateline.site.resource.CatalogJson;
import org.dateline.site.resource.LayerAddress;
import org.dateline.site.resource.PublishedStreets;
import org.dateline.site.resource.StreetTiles;
import org.dateline.site.resource.TileLayer;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The map of each page: a still map for readers without script, and the configuration of the interactive map. */
public final class PageMap {

    /** The start of the keys of the words for kinds of features. */
    private static final String KIND = "kind.";

    /** Keys of the messages that the script of every map needs, as {@link UiTexts#patterns} reads them. */
    private static final String[] MAP_WORDS = {
        "live.", KIND, "quote.count", "quote.badge", "feature.spoken", "distance."
    };

    /** The keys of the further messages that the script of the site's pages needs. */
    private static final String[] PAGE_WORDS = {
        "script.", "home.places", "home.quotes", "date.notStated", "list.separator", "embed.close"
    };

    private final Catalog catalog;
    private final BasemapFiles basemap;
    private final @Nullable TileLayer tiles;
    private final @Nullable String backdrop;
    private final ItemsMap.@Nullable Ground ground;
    private final StillMap still;
    private final Set<Sign> lines;
    private final Set<String> kinds;
    private final Timeline timeline;
    private final @Nullable StreetTiles streets;
    private final @Nullable PublishedStreets published;
    private final CachePart drawn;
    private final Map<Spoken, String> spoken = new ConcurrentHashMap<>();

    private final Map<Usual, String> configs = new ConcurrentHashMap<>();

    /** What the configuration of the default view's map depends on. */
    private record Usual(String language, Page.Kind kind) {}

    private record Spoken(String language, String feature) {}

    /** What a map without a selected feature depends on, within one catalog. */
    private record Unselected(String language, @Nullable String root, boolean standalone) {}

    /**
     * @param source    the catalog's basemap; null for none
     * @param published the streets that a site of files has; null on a server, which has all, or without streets
     * @param drawn     keeps the map that many pages share
     * @throws IOException if a file of the basemap is not TopoJSON
     */
    public PageMap(
            SiteContext site,
            BasemapFiles basemap,
            @Nullable GroundSource source,
            @Nullable PublishedStreets published,
            CachePart drawn)
            throws IOException {
        this.published = published;
        this.drawn = drawn;
        this.catalog = site.catalog();
        this.streets = StreetTiles.of(catalog);
        this.basemap = basemap;
        this.tiles = site.hosting().tiles();
        this.timeline = Timeline.of(catalog);
        this.kinds = catalog.layers().stream()
                .flatMap(layer -> layer.features().stream())
                .map(Feature::kind)
                .collect(Collectors.toUnmodifiableSet());
        Backdrop behind = source == null
                ? null
                : new Backdrop(source, catalog.defaultView().bbox());
        this.backdrop = behind == null ? null : basemap.addDrawn("backdrop.svg", behind::svg);
        this.ground = behind == null || backdrop == null ? null : new ItemsMap.Ground(behind.bounds(), backdrop);
        this.still = new StillMap(catalog, behind, shownAtFirst(catalog), site::quoteCount);
        this.lines = catalog.layers().stream()
                .flatMap(layer -> StillMap.linesOf(layer).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The default view without the layers that a reader has to switch on. */
    private static MapView shownAtFirst(Catalog catalog) {
        MapView view = catalog.defaultView();
        List<String> layers = catalog.layers().stream()
                .filter(layer -> layer.visible() && view.layers().contains(layer.id()))
                .map(Layer::id)
                .toList();
        return new MapView(view.id(), view.title(), view.caption(), layers, view.bbox(), view.place());
    }

    /** The ground of other maps, with an address relative to the site's root; null for none. */
    public ItemsMap.@Nullable Ground ground() {
        return ground;
    }

    /** The tiles of streets beneath the map; null for none. */
    public @Nullable StreetTiles streets() {
        return streets;
    }

    /**
     * @param svg    inline SVG
     * @param config JSON for the script, safe within a script element
     * @param dated  whether the page has a timeline
     */
    public record Drawn(String svg, String config, boolean dated) {}

    Drawn of(Page page) {
        return new Drawn(
                svg(page),
                configs.computeIfAbsent(
                        new Usual(page.ui().language(), page.kind()), _ -> config(page, catalog.defaultView())),
                timeline.isUseful() || catalog.layers().stream().anyMatch(layer -> hasTiles(page, layer)));
    }

    /** The still map. Pages at the same depth that select nothing share one. */
    private String svg(Page page) {
        if (page.subject() != null) {
            return draw(page);
        }
        Unselected key = new Unselected(
                page.ui().language(), page.links().root(), page.links().isStandalone());
        return drawn.get(key, String::length, () -> draw(page));
    }

    /** The name of a feature's link, which is the same on all pages of a language. */
    private String spoken(Feature feature, Page page) {
        return spoken.computeIfAbsent(
                new Spoken(page.ui().language(), feature.id()),
                _ -> page.ui().spoken(feature, page.site().quoteCount(feature.id())));
    }

    private String draw(Page page) {
        MapLinks links = new MapLinks(
                feature ->
                        page.site().quoteCount(feature.id()) > 0 || page.site().stories() != null,
                feature -> page.links().place(feature.id()),
                feature -> spoken(feature, page),
                // In quotation marks: a number of quotes, never of people.
                quotes -> page.say("quote.badge", quotes),
                relief -> page.links().file(basemap.path(relief.file())),
                backdrop == null ? null : page.links().file(backdrop),
                page.say("map.label", page.text(catalog.title())),
                page.ui()::distance);
        return still.svg(page.ui().language(), page.subject(), links);
    }

    /** The script's configuration for the map of a view, as JSON that is safe within a script element. */
    public String config(Page page, MapView view) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("lang", page.ui().language());
        ArrayNode languages = json.putArray("languages");
        catalog.languages().forEach(languages::add);
        json.put("files", page.site().hosting().files());
        json.put("page", page.kind().id());
        if (view.place() != null) {
            json.put("place", view.place());
        }
        CatalogJson.putBbox(json, view.bbox());
        ArrayNode layers = json.putArray("layers");
        catalog.layers().stream()
                .filter(layer -> hasTiles(page, layer) || hasPlaces(page, layer))
                .forEach(layer -> layer(layers.addObject(), page, layer, view));
        json.put("based", page.site().hosting().base() != null);
        json.put("frozen", page.site().hosting().canFreeze());
        if (page.site().stories() != null) {
            json.put("stories", true);
        }
        timeline.write(json.putArray("dates"));
        json.put("locale", page.ui().locale());
        words(page).forEach(json.putObject("words")::put);
        basemap(json, page);
        if (tiles == null) {
            json.putNull("tiles");
        } else {
            json.putObject("tiles").put("url", tiles.url()).put("attribution", tiles.attribution());
        }
        // JSON without "<" cannot contain "</script>".
        return json.toString().replace("<", "\\u003c");
    }

    /** The messages of the page's script, by key. */
    private SortedMap<String, String> words(Page page) {
        boolean hasRecords = catalog.layers().stream().anyMatch(layer -> hasTiles(page, layer));
        SortedMap<String, String> words = page.ui().patterns(MAP_WORDS);
        if (!hasRecords) {
            // Only the database knows the kinds of records; places are of few.
            words.keySet().removeIf(key -> key.startsWith(KIND) && !kinds.contains(key.substring(KIND.length())));
        }
        for (Sign sign : hasRecords ? lines : still.lines()) {
            words.putAll(page.ui().patterns("sign." + sign.words()));
        }
        if (page.kind() == Page.Kind.EMBED) {
            words.putAll(page.ui().patterns("gesture."));
        } else {
            words.putAll(page.ui().patterns(PAGE_WORDS));
            if (hasRecords) {
                words.putAll(page.ui().patterns("tile."));
            }
        }
        return words;
    }

    private void layer(ObjectNode json, Page page, Layer layer, MapView view) {
        json.put("id", layer.id())
                .put("title", page.text(layer.title()))
                .put("style", layer.style().id())
                .put(
                        "visible",
                        view.layers().contains(layer.id()) && (layer.visible() || page.kind() == Page.Kind.EMBED));
        StillMap.lineOf(layer).filter(sign -> sign != Sign.LINE).ifPresent(sign -> json.put("lines", sign.words()));
        if (hasTiles(page, layer)) {
            json.put("tiles", LayerAddress.tiles(layer, catalog.hash()));
        }
        if (hasPlaces(page, layer)) {
            json.put("url", layer.isLarge() ? LayerAddress.places(layer) : LayerAddress.file(layer));
        }
        if (!hasTiles(page, layer)) {
            json.put("count", page.site().places(layer).size());
        } else if (layer.store() == Layer.Store.FILE) {
            json.put("count", layer.features().size());
        }
    }

    /** Embeds show features with quotes, not all records. */
    private static boolean hasTiles(Page page, Layer layer) {
        return page.kind() != Page.Kind.EMBED
                && LayerAddress.hasTiles(layer, page.site().hosting());
    }

    private static boolean hasPlaces(Page page, Layer layer) {
        return !layer.isLarge() || !page.site().places(layer).isEmpty();
    }

    private void basemap(ObjectNode json, Page page) {
        Basemap described = catalog.basemap();
        if (described == null) {
            json.putNull("basemap");
            return;
        }
        ObjectNode node = json.putObject("basemap").put("attribution", page.text(described.attribution()));
        ArrayNode reliefs = node.putArray("reliefs");
        for (Basemap.Relief relief : described.reliefs()) {
            ObjectNode picture = reliefs.addObject().put("url", basemap.path(relief.file()));
            CatalogJson.putBbox(picture, relief.bbox());
            picture.putArray("fade").add(relief.fadeFrom()).add(relief.fadeTo());
        }
        if (streets != null && (published != null || !page.site().hosting().files())) {
            ObjectNode tiles = node.putObject("streets")
                    .put("url", streets.template())
                    .put("from", StreetStyle.from())
                    .put("minZoom", streets.archive().minZoom())
                    .put("maxZoom", published == null ? streets.lastZoom() : published.maxZoom());
            CatalogJson.putBbox(tiles, streets.archive().bounds());
            if (published == null) {
                tiles.put("first", streets.firstTemplate());
            } else {
                ArrayNode areas = tiles.putArray("areas");
                for (Bbox area : published.areas()) {
                    ArrayNode sides = areas.addArray();
                    for (double side : area.toArray()) {
                        sides.add(side);
                    }
                }
            }
        }
        ArrayNode files = node.putArray("files");
        for (Basemap.File file : described.files()) {
            files.addObject()
                    .put("url", basemap.path(file.file()))
                    .put("minZoom", file.minZoom())
                    .put("maxZoom", file.maxZoom());
        }
    }
}
