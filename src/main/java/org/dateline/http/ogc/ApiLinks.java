package org.dateline.http.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.formats.Link;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;

/**
 * The addresses of all resources of the API, and the links between them.
 *
 * @param root the API's address without query or final slash, as in {@code http://127.0.0.1:8080/ogc}
 */
record ApiLinks(String root) {

    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    static final String SCHEMA = "application/schema+json";
    static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

    /** The address of the site's reading page. */
    String site() {
        return root.substring(0, root.length() - "ogc".length());
    }

    String style() {
        return root + "/style.css";
    }

    String landing() {
        return root + "/";
    }

    String conformance() {
        return root + "/conformance";
    }

    String api() {
        return root + "/api";
    }

    String collections() {
        return root + "/collections";
    }

    String collection(String id) {
        return collections() + "/" + segment(id);
    }

    String tilesets(String collection) {
        return collection(collection) + "/tiles";
    }

    String tileset(String collection) {
        return tilesets(collection) + "/" + TileDocuments.WEB_MERCATOR_QUAD;
    }

    String tileMatrixSets() {
        return root + "/tileMatrixSets";
    }

    String tileMatrixSet() {
        return tileMatrixSets() + "/" + TileDocuments.WEB_MERCATOR_QUAD;
    }

    String items(String collection) {
        return collection(collection) + "/items";
    }

    String item(String collection, String feature) {
        return items(collection) + "/" + segment(feature);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Links to a document itself and to its other forms. */
    static List<Link> here(String address, Parameters parameters, Representation chosen, List<Representation> offered) {
        Parameter<String> form = Representation.parameter(offered);
        List<Link> links = new ArrayList<>();
        links.add(new Link("self", chosen.mediaType(), "This document", address + parameters.toQuery()));
        for (Representation other : offered) {
            if (other != chosen) {
                links.add(new Link(
                        "alternate",
                        other.mediaType(),
                        "This document as " + other.title(),
                        address + parameters.with(form, other.parameter()).toQuery()));
            }
        }
        return links;
    }

    List<Link> ofLanding() {
        return List.of(
                new Link("service-desc", OPENAPI, "The API as OpenAPI 3.0", api()),
                new Link("service-doc", "text/html", "The API as a page", api() + "?f=html"),
                new Link("conformance", "application/json", "Conformance classes of the API", conformance()),
                new Link("data", "application/json", "The collections", collections()),
                new Link(OGC + "tiling-schemes", "application/json", "Tile matrix sets", tileMatrixSets()));
    }

    List<Link> ofCollection(String id) {
        List<Link> links = new ArrayList<>();
        for (Representation form : Representation.OF_ITEMS) {
            // GDAL makes a feature's address by appending its id to the address of the items, which therefore must not
            // have a query.
            String query = form == Representation.GEOJSON ? "" : "?f=" + form.parameter();
            links.add(new Link("items", form.mediaType(), "The features as " + form.title(), items(id) + query));
        }
        links.add(new Link(OGC + "tilesets-vector", "application/json", "The features as tiles", tilesets(id)));
        links.add(new Link(OGC + "schema", SCHEMA, "Properties of the features", collection(id) + "/schema"));
        links.add(new Link(OGC + "queryables", SCHEMA, "Properties for filters", collection(id) + "/queryables"));
        links.add(new Link(OGC + "sortables", SCHEMA, "Properties for sortby", collection(id) + "/sortables"));
        return links;
    }

    /** The link from features to their collection. */
    Link toCollection(String id) {
        return new Link("collection", "application/json", "The collection", collection(id));
    }
}
