package org.dateline.site.page;

import java.io.IOException;
import java.io.StringWriter;
import org.dateline.draw.Backdrop;
import org.dateline.draw.ItemsMap;
import org.dateline.draw.Links;
import org.dateline.draw.StillMap;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.site.resource.BasemapFiles;
import org.dateline.site.resource.LayerAddress;
import org.dateline.site.resource.TileLayer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The map on each page: the still one for readers without script, and what the script needs to wake it up. */
public final class PageMap {

    private static final JsonFactory JSON = new JsonFactory();

    private final Catalog catalog;
    private final BasemapFiles basemap;
    private final @Nullable TileLayer tiles;
    private final @Nullable String backdrop;
    private final ItemsMap.@Nullable Ground ground;
    private final StillMap still;
    private final Timeline timeline;

    /** @throws IOException where a file of the basemap cannot be read or is no TopoJSON */
    public PageMap(SiteContext site, BasemapFiles basemap) throws IOException {
        this.catalog = site.catalog();
        this.basemap = basemap;
        this.tiles = site.hosting().tiles();
        this.timeline = Timeline.of(catalog);
        Backdrop drawn = catalog.basemap() == null
                ? null
                : new Backdrop(catalog.basemap(), catalog.defaultView().bbox());
        this.backdrop = drawn == null ? null : basemap.addDrawn("backdrop.svg", drawn::svg);
        this.ground = drawn == null || backdrop == null ? null : new ItemsMap.Ground(drawn.bounds(), backdrop);
        this.still = new StillMap(catalog, drawn, catalog.defaultView(), site::quoteCount);
    }

    /** What lies beneath any other map of the site, its address relative to the site's root; null for nothing. */
    public ItemsMap.@Nullable Ground ground() {
        return ground;
    }

    /**
     * @param svg    inline SVG
     * @param config JSON for the script, safe within a script element
     * @param dated  whether there is a timeline to keep room for
     */
    public record Drawn(String svg, String config, boolean dated) {}

    Drawn of(Page page) {
        Basemap.Relief relief =
                catalog.basemap() == null ? null : catalog.basemap().relief();
        Links links = new Links(
                feature -> page.links().place(feature.id()),
                feature -> page.ui().spoken(feature, page.site().quoteCount(feature.id())),
                page.ui()::number,
                relief == null ? null : page.links().file(basemap.path(relief.file())),
                backdrop == null ? null : page.links().file(backdrop),
                page.say("map.label", page.text(catalog.title())));
        return new Drawn(
                still.svg(page.ui().language(), page.subject(), links),
                config(page, catalog.defaultView()),
                timeline.isUseful());
    }

    /** What the script needs to wake up the map of a view; safe within a script element. */
    public String config(Page page, MapView view) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("lang", page.ui().language());
            json.writeArrayPropertyStart("languages");
            catalog.languages().forEach(json::writeString);
            json.writeEndArray();
            json.writeBooleanProperty("files", page.site().hosting().files());
            json.writeStringProperty("page", page.kind().id());
            if (view.place() != null) {
                json.writeStringProperty("place", view.place());
            }
            json.writeName("bbox");
            numbers(json, view.bbox());
            json.writeArrayPropertyStart("layers");
            catalog.layers().stream()
                    .filter(layer -> hasTiles(page, layer) || hasPlaces(page, layer))
                    .forEach(layer -> layer(json, page, layer, view));
            json.writeEndArray();
            json.writeBooleanProperty("frozen", page.site().hosting().frozen() != null);
            timeline.write(json);
            basemap(json, page);
            tiles(json);
            json.writeEndObject();
        }
        // No "</script>" can stand in JSON that holds no "<".
        return out.toString().replace("<", "\\u003c");
    }

    private void layer(JsonGenerator json, Page page, Layer layer, MapView view) {
        json.writeStartObject();
        json.writeStringProperty("id", layer.id());
        json.writeStringProperty("title", page.text(layer.title()));
        json.writeStringProperty("style", layer.style().id());
        json.writeBooleanProperty("visible", view.layers().contains(layer.id()) && layer.visible());
        if (hasTiles(page, layer)) {
            json.writeStringProperty("tiles", LayerAddress.tiles(layer, catalog.hash()));
        }
        if (hasPlaces(page, layer)) {
            json.writeStringProperty("url", layer.isLarge() ? LayerAddress.places(layer) : LayerAddress.file(layer));
        }
        if (!hasTiles(page, layer)) {
            json.writeNumberProperty("count", page.site().places(layer).size());
        } else if (layer.store() == Layer.Store.FILE) {
            json.writeNumberProperty("count", layer.features().size());
        }
        json.writeEndObject();
    }

    /** An embed shows what is quoted, not all that is recorded. */
    private static boolean hasTiles(Page page, Layer layer) {
        return LayerAddress.hasTiles(layer, page.site().hosting()) && page.kind() != Page.Kind.EMBED;
    }

    private static boolean hasPlaces(Page page, Layer layer) {
        return !layer.isLarge() || !page.site().places(layer).isEmpty();
    }

    private void basemap(JsonGenerator json, Page page) {
        Basemap described = catalog.basemap();
        if (described == null) {
            json.writeNullProperty("basemap");
            return;
        }
        json.writeObjectPropertyStart("basemap");
        json.writeStringProperty("attribution", page.text(described.attribution()));
        Basemap.Relief relief = described.relief();
        if (relief != null) {
            json.writeObjectPropertyStart("relief");
            json.writeStringProperty("url", basemap.path(relief.file()));
            json.writeName("bbox");
            numbers(json, relief.bbox());
            json.writeName("fade");
            json.writeStartArray();
            json.writeNumber(relief.fadeFrom());
            json.writeNumber(relief.fadeTo());
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("files");
        for (Basemap.File file : described.files()) {
            json.writeStartObject();
            json.writeStringProperty("url", basemap.path(file.file()));
            json.writeNumberProperty("minZoom", file.minZoom());
            if (file.maxZoom() == null) {
                json.writeNullProperty("maxZoom");
            } else {
                json.writeNumberProperty("maxZoom", file.maxZoom());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tiles(JsonGenerator json) {
        if (tiles == null) {
            json.writeNullProperty("tiles");
            return;
        }
        json.writeObjectPropertyStart("tiles");
        json.writeStringProperty("url", tiles.url());
        json.writeStringProperty("attribution", tiles.attribution());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, Bbox bbox) {
        json.writeStartArray();
        for (double side : bbox.toArray()) {
            json.writeNumber(Math.round(side * 1e6) / 1e6);
        }
        json.writeEndArray();
    }
}
