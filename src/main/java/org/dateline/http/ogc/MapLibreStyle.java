package org.dateline.http.ogc;

import org.dateline.draw.figure.Look;
import org.dateline.features.ItemCollection;
import org.dateline.formats.TileWriter;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A style for MapLibre (style specification 8) that draws a collection's tiles in the look of our maps, with the colours
 * of {@code look.json}. It has no texts, which would need fonts of another server.
 */
final class MapLibreStyle {

    private static final String SOURCE = "dateline";

    private final Catalog catalog;
    private final ItemCollection collection;
    private final String tone;

    MapLibreStyle(Catalog catalog, ItemCollection collection) {
        this.catalog = catalog;
        this.collection = collection;
        // Excerpts and claims are no layers; they tell of incidents.
        String style = catalog.layers().stream()
                .filter(layer -> layer.id().equals(collection.id()))
                .findFirst()
                .map(Layer::style)
                .orElse(Layer.Style.INCIDENT)
                .id();
        this.tone = Look.tone(style);
    }

    /** @param tileJson the address of the description of the tiles */
    ObjectNode make(String language, String tileJson) {
        ObjectNode style = Json.object();
        style.put("version", 8);
        style.put("name", collection.title().in(language));
        style.putObject("metadata").put("dateline:catalog", catalog.title().in(language));
        style.putObject("sources")
                .putObject(SOURCE)
                .put("type", "vector")
                .put("url", tileJson)
                .putObject("promoteId")
                .put(TileWriter.RECORDS, "id");
        ArrayNode layers = style.putArray("layers");
        layers.addObject()
                .put("id", "paper")
                .put("type", "background")
                .putObject("paint")
                .put("background-color", css("paper"));
        Look.Part cell = Look.part("cell");
        areas(layers, cell);
        lines(layers);
        points(layers);
        cells(layers, cell);
        return style;
    }

    private void areas(ArrayNode layers, Look.Part cell) {
        layer(layers, "areas", "fill", TileWriter.RECORDS, "Polygon")
                .put("fill-color", css("map-area"))
                .put("fill-opacity", cell.fillOpacity());
        layer(layers, "area-edges", "line", TileWriter.RECORDS, "Polygon")
                .put("line-color", css("map-area"))
                .put("line-width", Look.part("area-quoted").width())
                .put("line-opacity", Look.part("area-quoted").strokeOpacity());
    }

    private void lines(ArrayNode layers) {
        layer(layers, "line-casings", "line", TileWriter.RECORDS, "LineString")
                .put("line-color", css("map-halo"))
                .put("line-width", Look.part("line-casing").width());
        layer(layers, "lines", "line", TileWriter.RECORDS, "LineString")
                .put("line-color", css(tone))
                .put("line-width", Look.part("line").width());
    }

    private void points(ArrayNode layers) {
        Look.Part ring = Look.part("ring");
        layer(layers, "points", "circle", TileWriter.RECORDS, "Point")
                .put("circle-color", css("map-route-core"))
                .put("circle-radius", Look.size("place") - ring.width() / 2)
                .put("circle-stroke-color", css(tone))
                .put("circle-stroke-width", ring.width());
    }

    private void cells(ArrayNode layers, Look.Part cell) {
        ObjectNode paint = layer(layers, "cells", "circle", TileWriter.CELLS, "Point")
                .put("circle-color", css(tone))
                .put("circle-opacity", cell.fillOpacity())
                .put("circle-stroke-color", css(tone))
                .put("circle-stroke-width", cell.width());
        // Ten times as many records are six pixels more.
        ArrayNode radius = paint.putArray("circle-radius");
        radius.add("+")
                .add(Look.size("place"))
                .addArray()
                .add("*")
                .add(6)
                .addArray()
                .add("log10")
                .addArray()
                .add("get")
                .add("records");
    }

    /** Adds a layer and returns its paint. */
    private static ObjectNode layer(ArrayNode layers, String id, String type, String source, String geometry) {
        ObjectNode layer = layers.addObject()
                .put("id", id)
                .put("type", type)
                .put("source", SOURCE)
                .put("source-layer", source);
        layer.putArray("filter")
                .add("==")
                .add(Json.array().add("geometry-type"))
                .add(geometry);
        return layer.putObject("paint");
    }

    private static String css(String colour) {
        return Look.light(colour).css();
    }
}
