package org.dateline.http.ogc;

import java.util.List;
import org.dateline.features.ItemCollection;
import org.dateline.features.TimeSpan;
import org.dateline.formats.LicenceAddress;
import org.dateline.geo.Bbox;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Text;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the catalog and its collections to data portals: DCAT 3 (W3C) as JSON-LD, with titles in all languages of the
 * catalog.
 */
final class DcatDocument {

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final Catalog catalog;
    private final ApiLinks links;

    DcatDocument(Catalog catalog, ApiLinks links) {
        this.catalog = catalog;
        this.links = links;
    }

    ObjectNode make(List<ItemCollection> collections) {
        ObjectNode document = Json.object();
        document.putObject("@context")
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("geo", "http://www.opengis.net/ont/geosparql#")
                .put("vcard", "http://www.w3.org/2006/vcard/ns#")
                .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        document.put("@id", links.landing());
        document.put("@type", "dcat:Catalog");
        text(document, "dct:title", catalog.title());
        text(document, "dct:description", catalog.summary());
        document.set("dct:language", Json.strings(catalog.languages()));
        reference(document, "foaf:homepage", links.site());
        if (catalog.brand().isOwn()) {
            publisher(document, catalog.brand());
        }
        ObjectNode service = document.putObject("dcat:service");
        service.put("@id", service());
        service.put("@type", "dcat:DataService");
        text(service, "dct:title", catalog.title());
        reference(service, "dcat:endpointURL", links.landing());
        reference(service, "dcat:endpointDescription", links.api());
        reference(service, "dct:conformsTo", "http://www.opengis.net/spec/ogcapi-features-1/1.0");
        ArrayNode datasets = document.putArray("dcat:dataset");
        collections.forEach(collection -> datasets.add(dataset(collection)));
        return document;
    }

    private ObjectNode dataset(ItemCollection collection) {
        ObjectNode dataset = Json.object();
        dataset.put("@id", links.collection(collection.id()));
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", collection.id());
        text(dataset, "dct:title", collection.title());
        text(dataset, "dct:description", collection.description());
        label(dataset, "dct:provenance", "dct:ProvenanceStatement", collection.source());
        licence(dataset, collection.licence());
        collection
                .extent()
                .ifPresent(box -> dataset.putObject("dct:spatial")
                        .put("@type", "dct:Location")
                        .putObject("dcat:bbox")
                        .put("@type", "geo:wktLiteral")
                        .put("@value", wkt(box)));
        collection.time().ifPresent(time -> temporal(dataset, time));
        reference(dataset, "dcat:landingPage", links.collection(collection.id()) + "?f=html");
        ArrayNode distributions = dataset.putArray("dcat:distribution");
        for (Representation form : Representation.OF_ITEMS) {
            if (form != Representation.HTML) {
                distributions.add(distribution(collection, form));
            }
        }
        return dataset;
    }

    private ObjectNode distribution(ItemCollection collection, Representation form) {
        ObjectNode distribution = Json.object();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", form.title());
        // Not a download: what is beyond the largest page needs further requests.
        reference(distribution, "dcat:accessURL", links.items(collection.id()) + "?f=" + form.parameter());
        reference(distribution, "dcat:mediaType", MEDIA_TYPES + form.mediaType());
        reference(distribution, "dcat:accessService", service());
        licence(distribution, collection.licence());
        return distribution;
    }

    private static void publisher(ObjectNode document, Brand brand) {
        ObjectNode agent = document.putObject("dct:publisher").put("@type", "foaf:Agent");
        text(agent, "foaf:name", brand.name());
        if (brand.imprint() != null) {
            reference(agent, "foaf:page", brand.imprint());
        }
        if (brand.contactAddress() != null) {
            ObjectNode contact = document.putObject("dcat:contactPoint").put("@type", "vcard:Kind");
            text(contact, "vcard:fn", brand.name());
            boolean mail = brand.contactAddress().startsWith("mailto:");
            reference(contact, mail ? "vcard:hasEmail" : "vcard:hasURL", brand.contactAddress());
        }
        if (brand.licence() != null) {
            licence(document, brand.licence());
        }
    }

    private static void licence(ObjectNode node, String words) {
        LicenceAddress.of(words)
                .ifPresentOrElse(
                        address -> reference(node, "dct:license", address),
                        () -> label(node, "dct:rights", "dct:RightsStatement", words));
    }

    private static void temporal(ObjectNode dataset, TimeSpan time) {
        ObjectNode period = dataset.putObject("dct:temporal").put("@type", "dct:PeriodOfTime");
        period.putObject("dcat:startDate")
                .put("@type", "xsd:dateTime")
                .put("@value", time.start().toString());
        period.putObject("dcat:endDate")
                .put("@type", "xsd:dateTime")
                .put("@value", time.end().toString());
    }

    private static String wkt(Bbox box) {
        return box.crossesAntimeridian()
                ? "MULTIPOLYGON ((" + ring(box.west(), 180, box) + "), (" + ring(-180, box.east(), box) + "))"
                : "POLYGON (" + ring(box.west(), box.east(), box) + ")";
    }

    private static String ring(double west, double east, Bbox box) {
        String start = west + " " + box.south();
        return "(" + start + ", " + east + " " + box.south() + ", " + east + " " + box.north() + ", " + west + " "
                + box.north() + ", " + start + ")";
    }

    private String service() {
        return links.landing() + "#service";
    }

    private static void text(ObjectNode node, String name, Text text) {
        ArrayNode values = node.putArray(name);
        text.byLanguage()
                .forEach((language, words) ->
                        values.addObject().put("@language", language).put("@value", words));
    }

    private static void reference(ObjectNode node, String name, String address) {
        node.putObject(name).put("@id", address);
    }

    private static void label(ObjectNode node, String name, String type, String words) {
        node.putObject(name).put("@type", type).put("rdfs:label", words);
    }
}
