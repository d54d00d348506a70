package org.dateline.site.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dateline.model.Layer;
import org.geotools.api.feature.simple.SimpleFeature;

/** The addresses of a layer's features, relative to the site's root. */
public final class LayerAddress {

    private LayerAddress() {}

    /** The file with all features. */
    public static String file(Layer layer) {
        return "layers/" + layer.id() + ".geojson";
    }

    /** The file with those features of a large layer that have a page. */
    public static String places(Layer layer) {
        return "layers/" + layer.id() + "/places.geojson";
    }

    /** Whether there is a file with all features: not for a database, nor for a large layer in a published folder. */
    public static boolean hasFile(Layer layer, Hosting hosting) {
        return layer.store() == Layer.Store.FILE && !(layer.isLarge() && hosting.files());
    }

    /** Whether the layer is shown as vector tiles, which only a server makes. */
    public static boolean hasTiles(Layer layer, Hosting hosting) {
        return layer.isLarge() && !hosting.files();
    }

    /** The URI template of its vector tiles. */
    public static String tiles(Layer layer) {
        return "ogc/collections/" + layer.id() + "/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt";
    }

    /** The template of tile addresses with the catalog's hash, so that caches may keep the tiles. */
    public static String tiles(Layer layer, String hash) {
        // Layers in the database change without the catalog.
        return layer.store() == Layer.Store.FILE ? tiles(layer) + "&v=" + hash : tiles(layer);
    }

    /** The page that lists a collection's records. */
    public static String list(String collection) {
        return "records/" + collection + "/";
    }

    /** The page of one record. */
    public static String record(String collection, String id) {
        return list(collection) + segment(id) + "/";
    }

    /** The page of a record; for a place, the place's own page. */
    public static String pageOf(String collection, SimpleFeature record) {
        Object page = record.getType().getDescriptor("page") == null ? null : record.getAttribute("page");
        return page == null ? record(collection, record.getID()) : page.toString();
    }

    /** The record in the API. */
    public static String item(String collection, String id) {
        return "ogc/collections/" + segment(collection) + "/items/" + segment(id) + "?f=json";
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
