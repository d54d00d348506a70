package org.dateline.site.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dateline.model.Layer;
import org.geotools.api.feature.simple.SimpleFeature;

/** Where the features of a layer are to be had, relative to the site's root. */
public final class LayerAddress {

    private LayerAddress() {}

    /** All of them in one file. */
    public static String file(Layer layer) {
        return "layers/" + layer.id() + ".geojson";
    }

    /** Those of a large layer that have a page of their own, in one file. */
    public static String places(Layer layer) {
        return "layers/" + layer.id() + "/places.geojson";
    }

    /** Whether there is this file: the database has none, and records of a large layer are not published. */
    public static boolean hasFile(Layer layer, Hosting hosting) {
        return layer.store() == Layer.Store.FILE && !(layer.isLarge() && hosting.files());
    }

    /** Whether they are shown by tiles, which only a server makes. */
    public static boolean hasTiles(Layer layer, Hosting hosting) {
        return layer.isLarge() && !hosting.files();
    }

    /** As vector tiles: a template of zoom, row and column. */
    public static String tiles(Layer layer) {
        return "ogc/collections/" + layer.id() + "/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt";
    }

    /** The same for a client that has this very catalog: caches may keep what it answers. */
    public static String tiles(Layer layer, String hash) {
        // What the database holds changes without the catalog.
        return layer.store() == Layer.Store.FILE ? tiles(layer) + "&v=" + hash : tiles(layer);
    }

    /** The page that lists them. */
    public static String list(String collection) {
        return "records/" + collection + "/";
    }

    /** The page of one record. */
    public static String record(String collection, String id) {
        return list(collection) + segment(id) + "/";
    }

    /** The page of a record: a place has its own. */
    public static String pageOf(String collection, SimpleFeature record) {
        Object page = record.getType().getDescriptor("page") == null ? null : record.getAttribute("page");
        return page == null ? record(collection, record.getID()) : page.toString();
    }

    /** The record as the API has it. */
    public static String item(String collection, String id) {
        return "ogc/collections/" + segment(collection) + "/items/" + segment(id) + "?f=json";
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
