package org.dateline.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.features.ClaimProperties;
import org.dateline.geo.Location;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JsonGenerator;

/** Writes the nodes of one page's graph; see {@link SchemaOrgWriter}. */
final class SchemaOrgNodes {

    private final Catalog catalog;
    private final JsonGenerator json;
    private final String language;
    private final String root;
    private final Map<String, Feature> features = new HashMap<>();
    private final Set<String> incidents = new HashSet<>();

    SchemaOrgNodes(Catalog catalog, JsonGenerator json, String language, String root) {
        this.catalog = catalog;
        this.json = json;
        this.language = language;
        this.root = root;
        for (Layer layer : catalog.layers()) {
            for (Feature feature : catalog.places(layer)) {
                features.put(feature.id(), feature);
                if (layer.style() == Layer.Style.INCIDENT) {
                    incidents.add(feature.id());
                }
            }
        }
    }

    /** Writes the page itself, whose author is the site, whoever speaks on it. */
    void page(SchemaOrgWriter.About page) {
        String address = root + page.path();
        start("WebPage", address + "#page");
        json.writeStringProperty("url", address.isEmpty() ? "./" : address);
        json.writeStringProperty("name", page.name());
        json.writeStringProperty("inLanguage", language);
        publisher("author");
        publisher("publisher");
        Brand brand = catalog.brand();
        if (brand.licence() != null) {
            json.writeStringProperty(
                    "license", LicenceAddress.of(brand.licence()).orElse(brand.licence()));
        }
        json.writeObjectPropertyStart("isPartOf");
        json.writeStringProperty("@type", "WebSite");
        json.writeStringProperty("@id", root + "#site");
        json.writeStringProperty("name", catalog.title().in(language));
        json.writeEndObject();
        json.writeEndObject();
    }

    void report(Report report) {
        start("NewsArticle", reportId(report));
        JsonText.ifStated(json, "headline", report.title());
        // The catalog's label is a description, not a title.
        json.writeStringProperty("description", report.label().in(language));
        json.writeStringProperty("inLanguage", report.language());
        JsonText.ifStated(json, "creditText", report.credit());
        JsonText.ifStated(json, "dateline", report.dateline());
        JsonText.ifStated(json, "datePublished", report.date());
        JsonText.ifStated(json, "url", report.url());
        if (report.author() != null) {
            agent("author", null, report.author());
        }
        if (report.publisher() != null) {
            agent("publisher", "Organization", report.publisher());
        }
        json.writeStringProperty("identifier", TextNames.of(report));
        json.writeEndObject();
    }

    void quotation(Report report, Excerpt excerpt) {
        start("Quotation", excerptId(report, excerpt));
        json.writeStringProperty("text", excerpt.shown());
        json.writeStringProperty("inLanguage", report.language());
        reference("isPartOf", reportId(report));
        party("spokenByCharacter", excerpt.party());
        List<String> about =
                excerpt.mentions().stream().map(Mention::feature).distinct().toList();
        if (!about.isEmpty()) {
            json.writeArrayPropertyStart("about");
            for (String feature : about) {
                json.writeStartObject();
                json.writeStringProperty("@id", featureId(feature));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    void claim(Attributed attributed) {
        Claim claim = attributed.claim();
        String measure = catalog.measure(claim.measure()).orElseThrow().label().in(language);
        start("Claim", reportId(attributed.report()) + "#" + claim.id());
        json.writeStringProperty("name", measure + ": " + claim.words());
        json.writeStringProperty("text", attributed.excerpt().shown());
        json.writeStringProperty("inLanguage", attributed.report().language());
        reference("appearance", reportId(attributed.report()));
        reference("isPartOf", excerptId(attributed.report(), attributed.excerpt()));
        party("author", claim.party());
        reference("about", featureId(claim.subject()));
        json.writeEndObject();
    }

    /** Writes a feature that the page only mentions. */
    void name(String id) {
        Feature feature = Optional.ofNullable(features.get(id)).orElseThrow();
        start(type(feature), featureId(id));
        json.writeStringProperty("name", feature.name().in(language));
        json.writeEndObject();
    }

    void feature(Feature feature) {
        start(type(feature), featureId(feature.id()));
        json.writeStringProperty("name", feature.name().in(language));
        if (!feature.altNames().isEmpty()) {
            JsonText.strings(json, "alternateName", feature.altNames());
        }
        List<String> iris = Gazetteer.iris(feature);
        if (!iris.isEmpty()) {
            JsonText.strings(json, "sameAs", iris);
        }
        if (incidents.contains(feature.id())) {
            JsonText.ifStated(
                    json,
                    "startDate",
                    feature.date() == null || feature.time() == null
                            ? feature.date()
                            : feature.date() + "T" + feature.time());
            if (feature.location() instanceof Location.Point || feature.location() instanceof Location.Radius) {
                json.writeObjectPropertyStart("location");
                json.writeStringProperty("@type", "Place");
                geo(feature.location());
                json.writeEndObject();
            }
        } else {
            geo(feature.location());
        }
        json.writeEndObject();
    }

    /** Writes coordinates for points and circles; other locations have no single pair. */
    private void geo(Location location) {
        switch (location) {
            case Location.Point(Coordinate at, double _) -> {
                json.writeName("geo");
                coordinates(at);
            }
            case Location.Radius(Coordinate centre, double metres) -> {
                json.writeObjectPropertyStart("geo");
                json.writeStringProperty("@type", "GeoCircle");
                json.writeName("geoMidpoint");
                coordinates(centre);
                json.writeNumberProperty("geoRadius", ClaimProperties.number(metres));
                json.writeEndObject();
            }
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ -> {}
        }
    }

    private void coordinates(Coordinate at) {
        json.writeStartObject();
        json.writeStringProperty("@type", "GeoCoordinates");
        json.writeName("latitude");
        GeometryWriter.DEGREES.number(json, at.y);
        json.writeName("longitude");
        GeometryWriter.DEGREES.number(json, at.x);
        json.writeEndObject();
    }

    /**
     * Writes the party, unless the report speaks in its own voice, which its own node says. The catalog does not state
     * whether a party is a person or an organisation, so the node has no type.
     */
    private void party(String property, @Nullable String id) {
        catalog.party(id).ifPresent(party -> agent(property, null, party.name().in(language)));
    }

    /** Who publishes the catalog, by the name as in previews of its links. */
    private void publisher(String property) {
        Brand brand = catalog.brand();
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("@type", "Organization");
        json.writeStringProperty("name", brand.name().in(language));
        JsonText.ifStated(json, "url", brand.imprint());
        if (brand.contact() != null) {
            json.writeObjectPropertyStart("contactPoint");
            json.writeStringProperty("@type", "ContactPoint");
            json.writeStringProperty(brand.contact().contains(":") ? "url" : "email", brand.contact());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void agent(String property, @Nullable String type, String name) {
        json.writeObjectPropertyStart(property);
        JsonText.ifStated(json, "@type", type);
        json.writeStringProperty("name", name);
        json.writeEndObject();
    }

    private void start(String type, String id) {
        json.writeStartObject();
        json.writeStringProperty("@type", type);
        json.writeStringProperty("@id", id);
    }

    private void reference(String property, String id) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("@id", id);
        json.writeEndObject();
    }

    private String reportId(Report report) {
        return root + "reports/" + report.id() + "/";
    }

    private String excerptId(Report report, Excerpt excerpt) {
        return reportId(report) + "#" + excerpt.id();
    }

    private String featureId(String id) {
        return root + "places/" + id + "/";
    }

    private String type(Feature feature) {
        return incidents.contains(feature.id()) ? "Event" : "Place";
    }
}
