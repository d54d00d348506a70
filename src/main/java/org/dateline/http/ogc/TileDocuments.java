package org.dateline.http.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.formats.Link;
import org.dateline.formats.TileWriter;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.dateline.geo.WebMercator;
import org.dateline.model.Catalog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents about tiles (OGC API - Tiles - Part 1): the tile matrix set (OGC Two Dimensional Tile Matrix Set and
 * Tile Set Metadata 2.0) and the tile sets of collections.
 */
final class TileDocuments {

    static final String WEB_MERCATOR_QUAD = "WebMercatorQuad";

    private static final String DEFINITION = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";

    /** Half of the world's width in metres at the equator. */
    private static final double HALF = Math.PI * 6_378_137;

    /** The number of its levels, as registered; tiles exist on those up to {@link Tile#DEEPEST_ZOOM}. */
    private static final int LEVELS = 25;

    private static final int PIXELS = 256;

    /** The size in metres of a pixel in the standard's rendering. */
    private static final double STANDARD_PIXEL = 0.000_28;

    private final Catalog catalog;
    private final ApiLinks links;
    private final String language;

    TileDocuments(Catalog catalog, ApiLinks links, String language) {
        this.catalog = catalog;
        this.links = links;
        this.language = language;
    }

    ObjectNode matrixSets(List<Link> here) {
        ObjectNode document = Json.object();
        document.put("title", "Tile matrix sets");
        ObjectNode only = document.putArray("tileMatrixSets").addObject();
        only.put("id", WEB_MERCATOR_QUAD)
                .put("title", "Google Maps Compatible for the World")
                .put("uri", DEFINITION);
        only.set(
                "links",
                Json.links(List.of(new Link("self", "application/json", "The definition", links.tileMatrixSet()))));
        document.set("links", Json.links(here));
        return document;
    }

    ObjectNode matrixSet(List<Link> here) {
        ObjectNode document = Json.object();
        document.put("id", WEB_MERCATOR_QUAD);
        document.put("title", "Google Maps Compatible for the World");
        document.put("uri", DEFINITION);
        document.put("crs", ReferenceSystem.WEB_MERCATOR.uri());
        document.putArray("orderedAxes").add("X").add("Y");
        document.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        ArrayNode matrices = document.putArray("tileMatrices");
        for (int zoom = 0; zoom < LEVELS; zoom++) {
            double cell = 2 * HALF / PIXELS / (1 << zoom);
            ObjectNode matrix = matrices.addObject();
            matrix.put("id", Integer.toString(zoom));
            matrix.put("scaleDenominator", cell / STANDARD_PIXEL);
            matrix.put("cellSize", cell);
            matrix.putArray("pointOfOrigin").add(-HALF).add(HALF);
            matrix.put("tileWidth", PIXELS).put("tileHeight", PIXELS);
            matrix.put("matrixWidth", 1 << zoom).put("matrixHeight", 1 << zoom);
        }
        document.set("links", Json.links(here));
        return document;
    }

    ObjectNode tilesets(ItemCollection collection, List<Link> here) {
        ObjectNode document = Json.object();
        document.put("title", title(collection) + ": tiles");
        document.putArray("tilesets")
                .add(tileset(
                        collection,
                        Optional.empty(),
                        List.of(new Link(
                                "self", "application/json", "This tile set", links.tileset(collection.id())))));
        document.set("links", Json.links(here));
        return document;
    }

    /**
     * How MapLibre, Leaflet and others fetch the tiles (TileJSON 3.0.0).
     *
     * @param selected the properties in tiles; empty for the usual ones
     */
    ObjectNode tileJson(ItemCollection collection, Optional<List<Property>> selected) {
        ObjectNode document = Json.object();
        document.put("tilejson", "3.0.0");
        document.put("name", title(collection));
        document.put("description", collection.description().in(language));
        document.put("attribution", collection.source() + " (" + collection.licence() + ")");
        document.put("scheme", "xyz");
        document.putArray("tiles").add(template(collection, selected, "{z}/{y}/{x}"));
        document.put("minzoom", 0).put("maxzoom", Tile.DEEPEST_ZOOM);
        collection
                .extent()
                .ifPresent(box -> document.putArray("bounds")
                        .add(box.crossesAntimeridian() ? -180 : box.west())
                        .add(clamped(box.south()))
                        .add(box.crossesAntimeridian() ? 180 : box.east())
                        .add(clamped(box.north())));
        ArrayNode layers = document.putArray("vector_layers");
        ObjectNode records = layers.addObject().put("id", TileWriter.RECORDS).put("description", "Single records");
        ObjectNode fields = records.putObject("fields").put("id", "String");
        List<Property> usual = collection.schema().properties().stream()
                .filter(property -> TileWriter.isUsual(property.name()))
                .toList();
        for (Property property : selected.orElse(usual)) {
            fields.put(
                    property.name(),
                    switch (property.type()) {
                        case INTEGER, NUMBER -> "Number";
                        case BOOLEAN -> "Boolean";
                        case STRING, DATE, PARTIAL_DATE, DATE_TIME, STRINGS, ANY -> "String";
                    });
        }
        layers.addObject()
                .put("id", TileWriter.CELLS)
                .put("description", "Several records at one spot")
                .putObject("fields")
                .put("records", "Number")
                .put("bbox", "String");
        return document;
    }

    ObjectNode style(ItemCollection collection, Optional<List<Property>> selected) {
        String address =
                links.tileset(collection.id()) + "?f=" + Representation.TILEJSON.parameter() + selection(selected);
        return new MapLibreStyle(catalog, collection).make(language, address);
    }

    /** The address of tiles with their version, so that they can be cached for good. */
    private String template(ItemCollection collection, Optional<List<Property>> selected, String position) {
        return links.tileset(collection.id()) + "/" + position + "?f=mvt&v=" + collection.version()
                + selection(selected);
    }

    private static String selection(Optional<List<Property>> selected) {
        return selected.map(chosen -> "&properties="
                        + chosen.stream()
                                .map(property -> URLEncoder.encode(property.name(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining(",")))
                .orElse("");
    }

    ObjectNode tileset(ItemCollection collection, Optional<List<Property>> selected, List<Link> here) {
        ObjectNode document = Json.object();
        document.put("title", title(collection));
        document.put(
                "description",
                "Single records are in the layer \"records\"; several records at one spot are one feature of the layer "
                        + "\"cells\", with their number. Records without a geometry are in no tile.");
        document.put("dataType", "vector");
        document.put("crs", ReferenceSystem.WEB_MERCATOR.uri());
        document.put("tileMatrixSetURI", DEFINITION);
        collection.extent().ifPresent(box -> {
            ObjectNode bounds = document.putObject("boundingBox");
            bounds.putArray("lowerLeft").add(box.west()).add(clamped(box.south()));
            bounds.putArray("upperRight").add(box.unwrappedEast()).add(clamped(box.north()));
            bounds.put("crs", ReferenceSystem.CRS84.uri());
        });
        limits(document.putArray("tileMatrixSetLimits"), collection.extent());
        ArrayNode layers = document.putArray("layers");
        layers.addObject()
                .put("id", TileWriter.RECORDS)
                .put("title", "Single records")
                .put("dataType", "vector");
        layers.addObject()
                .put("id", TileWriter.CELLS)
                .put("title", "Several records at one spot")
                .put("dataType", "vector")
                .put("geometryDimension", 0);
        ArrayNode all = Json.links(here);
        all.addObject()
                .put("rel", "item")
                .put("type", TileWriter.MEDIA_TYPE)
                .put("title", "The tiles, which can be cached for long because the address contains their version")
                .put("href", template(collection, selected, "{tileMatrix}/{tileRow}/{tileCol}"))
                .put("templated", true);
        all.addAll(Json.links(List.of(
                new Link(
                        ApiLinks.OGC + "tiling-scheme",
                        "application/json",
                        "The tile matrix set",
                        links.tileMatrixSet()),
                new Link(
                        ApiLinks.OGC + "geodata",
                        "application/json",
                        "The collection",
                        links.collection(collection.id())))));
        document.set("links", all);
        return document;
    }

    /** The rows and columns of each level that a box lies in. */
    private static void limits(ArrayNode limits, Optional<Bbox> extent) {
        WebMercator unit = new WebMercator(-8);
        Bbox box = extent.orElse(new Bbox(-180, -90, 180, 90));
        boolean turns = box.crossesAntimeridian();
        for (int zoom = 0; zoom <= Tile.DEEPEST_ZOOM; zoom++) {
            int last = (1 << zoom) - 1;
            limits.addObject()
                    .put("tileMatrix", Integer.toString(zoom))
                    .put("minTileRow", step(unit.y(clamped(box.north())), last))
                    .put("maxTileRow", step(unit.y(clamped(box.south())), last))
                    .put("minTileCol", turns ? 0 : step(unit.x(box.west()), last))
                    .put("maxTileCol", turns ? last : step(unit.x(box.east()), last));
        }
    }

    /** The row or column of a position between 0 and 1. */
    private static int step(double position, int last) {
        return Math.clamp((int) Math.floor(position * (last + 1L)), 0, last);
    }

    private String title(ItemCollection collection) {
        return collection.title().in(language);
    }

    private static double clamped(double latitude) {
        return Math.clamp(latitude, -WebMercator.MAX_LATITUDE, WebMercator.MAX_LATITUDE);
    }
}
