package org.dateline.http.ogc;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TimeSpan;
import org.dateline.formats.LicenceAddress;
import org.dateline.formats.Link;
import org.dateline.geo.Bbox;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Text;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents that describe the API: landing page, conformance and collections. */
final class Documents {

    /** The conformance classes that are implemented. */
    static final List<String> CONFORMANCE = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/returnables-and-receivables",
            "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/sortables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic");

    private final Catalog catalog;
    private final ApiLinks links;
    private final CatalogCollections known;
    private final String language;

    Documents(Catalog catalog, ApiLinks links, CatalogCollections known, String language) {
        this.language = language;
        this.catalog = catalog;
        this.links = links;
        this.known = known;
    }

    ObjectNode landing(List<Link> here) {
        ObjectNode document = Json.object();
        document.put("title", text(catalog.title()));
        document.put("description", text(catalog.summary()));
        catalog.extent().ifPresent(extent -> spatial(document.putObject("extent"), extent));
        ArrayNode all = Json.links(here);
        all.addAll(Json.links(links.ofLanding()));
        Brand brand = catalog.brand();
        if (brand.isOwn()) {
            // As OGC API - Common has it.
            document.put("attribution", text(brand.name()));
        }
        if (brand.licence() != null) {
            LicenceAddress.of(brand.licence())
                    .ifPresent(address -> all.addAll(
                            Json.links(List.of(new Link("license", "text/html", brand.licence(), address)))));
        }
        if (brand.imprint() != null) {
            all.addAll(Json.links(List.of(new Link("publisher", "text/html", text(brand.name()), brand.imprint()))));
        }
        document.set("links", all);
        return document;
    }

    ObjectNode conformance(List<Link> here) {
        ObjectNode document = Json.object();
        document.set("conformsTo", Json.strings(CONFORMANCE));
        document.set("links", Json.links(here));
        return document;
    }

    ObjectNode collections(List<ItemCollection> all, List<Link> here) {
        ObjectNode document = Json.object();
        document.set("links", Json.links(here));
        document.set("crs", uris(known.referenceSystems()));
        ArrayNode collections = document.putArray("collections");
        for (ItemCollection collection : all) {
            collections.add(collection(collection, List.of()));
        }
        return document;
    }

    ObjectNode collection(ItemCollection collection, List<Link> here) {
        ObjectNode document = Json.object();
        document.put("id", collection.id());
        document.put("title", text(collection.title()));
        document.put("description", text(collection.description()));
        document.put("attribution", collection.source() + " (" + collection.licence() + ")");
        document.put("itemType", "feature");
        if (collection.extent().isPresent() || collection.time().isPresent()) {
            ObjectNode extent = document.putObject("extent");
            collection.extent().ifPresent(box -> spatial(extent, box));
            collection.time().ifPresent(time -> temporal(extent, time));
        }
        document.set("crs", uris(known.referenceSystems(collection)));
        document.put("storageCrs", ReferenceSystem.CRS84.uri());
        ArrayNode all = Json.links(here);
        if (here.isEmpty()) {
            all.addAll(Json.links(List.of(
                    new Link("self", "application/json", "This collection", links.collection(collection.id())))));
        }
        all.addAll(Json.links(links.ofCollection(collection.id())));
        LicenceAddress.of(collection.licence())
                .ifPresent(address -> all.addAll(
                        Json.links(List.of(new Link("license", "text/html", collection.licence(), address)))));
        document.set("links", all);
        return document;
    }

    private String text(Text text) {
        return text.in(language);
    }

    private static ArrayNode uris(List<ReferenceSystem> systems) {
        return Json.strings(systems.stream().map(ReferenceSystem::uri).toList());
    }

    private static void spatial(ObjectNode extent, Bbox box) {
        // Rounded outwards, so that the extent contains all features.
        ArrayNode sides = Json.array();
        sides.add(Math.floor(box.west() * 1e6) / 1e6);
        sides.add(Math.floor(box.south() * 1e6) / 1e6);
        sides.add(Math.ceil(box.east() * 1e6) / 1e6);
        sides.add(Math.ceil(box.north() * 1e6) / 1e6);
        ObjectNode spatial = extent.putObject("spatial");
        spatial.putArray("bbox").add(sides);
        spatial.put("crs", ReferenceSystem.CRS84.uri());
    }

    private static void temporal(ObjectNode extent, TimeSpan time) {
        ObjectNode temporal = extent.putObject("temporal");
        temporal.putArray("interval")
                .addArray()
                .add(time.start().truncatedTo(ChronoUnit.SECONDS).toString())
                .add(time.end().truncatedTo(ChronoUnit.SECONDS).toString());
        temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
    }
}
