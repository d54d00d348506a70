package org.dateline.formats;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Mention;
import org.dateline.model.Party;
import org.dateline.model.Text;
import org.dateline.model.Verification;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Layers as GeoJSON (RFC 7946): longitude before latitude, exterior rings counter-clockwise, a bbox on the collection
 * and on each located feature, null geometry for what is unlocated. A radius is served as the circle that it is, its
 * centre in the property {@code center}; each feature carries the excerpts that name it or tell of it. Of an excerpt,
 * {@code date} is its report's date and {@code effective_date} the time that it tells of, or else its report's date
 * (YYYY-MM-DD, YYYY-MM or YYYY); null where it is not stated.
 */
public final class GeoJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Catalog catalog;
    private final Map<String, List<Citation>> citations;

    public GeoJsonWriter(Catalog catalog) {
        this.catalog = catalog;
        this.citations = catalog.citationsByFeature();
    }

    /** UTF-8; one feature a line. */
    public byte[] write(Layer layer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("id", layer.id());
            json.writeStringProperty("title", inDefault(layer.title()));
            bbox(
                    json,
                    Bbox.union(layer.features().stream()
                            .flatMap(feature -> feature.location().geometry().flatMap(Bbox::of).stream())
                            .toList()));
            json.writeArrayPropertyStart("features");
            for (Feature feature : layer.features()) {
                json.writeRaw('\n');
                feature(json, layer, feature);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    private void feature(JsonGenerator json, Layer layer, Feature feature) {
        Optional<Geometry> geometry = feature.location().geometry();
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.id());
        bbox(json, geometry.flatMap(Bbox::of));
        json.writeName("geometry");
        if (geometry.isPresent()) {
            GeometryWriter.write(json, geometry.get());
        } else {
            json.writeNull();
        }
        json.writeObjectPropertyStart("properties");
        properties(json, layer, feature, geometry);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void properties(JsonGenerator json, Layer layer, Feature feature, Optional<Geometry> geometry) {
        json.writeStringProperty("id", feature.id());
        json.writeStringProperty("layer", layer.id());
        text(json, "name", feature.name());
        strings(json, "alt_names", feature.altNames());
        json.writeStringProperty("kind", feature.kind());
        json.writeStringProperty("location", feature.location().locationClass().id());
        switch (feature.location()) {
            case Location.Point(Coordinate _, double metres) -> json.writeNumberProperty("uncertainty_m", metres);
            case Location.Radius(Coordinate centre, double metres) -> {
                json.writeNumberProperty("uncertainty_m", metres);
                json.writeName("center");
                GeometryWriter.position(json, centre);
            }
            case Location.Line _, Location.Between _ ->
                json.writeNumberProperty("length_km", Math.round(Geodesy.length(geometry.orElseThrow()) / 100) / 10.0);
            case Location.Area _, Location.Unlocated _ -> {}
        }
        if (feature.note() != null) {
            text(json, "note", feature.note());
        }
        optional(json, "date", feature.date());
        optional(json, "source", feature.source());
        feature.extra().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extra -> any(json, extra.getKey(), extra.getValue()));
        List<Citation> cited = citations.getOrDefault(feature.id(), List.of());
        json.writeStringProperty("page", "places/" + feature.id() + "/");
        json.writeNumberProperty("excerpt_count", cited.size());
        json.writeArrayPropertyStart("excerpts");
        cited.forEach(citation -> excerpt(json, citation));
        json.writeEndArray();
    }

    private void excerpt(JsonGenerator json, Citation citation) {
        String party = citation.excerpt().party();
        json.writeStartObject();
        json.writeStringProperty("id", citation.excerpt().id());
        json.writeStringProperty("quote", citation.excerpt().quote());
        switch (citation.mention()) {
            case Mention.Named(String _, List<String> words) -> strings(json, "words", words);
            case Mention.Inferred(String _, Text why) -> json.writeStringProperty("inferred", inDefault(why));
            case Mention.Tells _ -> {}
        }
        json.writeStringProperty("report", citation.report().id());
        json.writeStringProperty("report_label", inDefault(citation.report().label()));
        optional(json, "date", citation.report().date());
        optional(json, "effective_date", citation.report().dateOf(citation.excerpt()));
        optional(json, "party", party);
        optional(json, "party_name", party == null ? null : partyName(party));
        optional(json, "not_verified", citation.excerpt().notVerified());
        Verification verification = citation.report().verification();
        optional(json, "verified", verification == null ? null : verification.on());
        json.writeEndObject();
    }

    private String partyName(String id) {
        return catalog.parties().stream()
                .filter(party -> party.id().equals(id))
                .map(Party::name)
                .map(this::inDefault)
                .findFirst()
                .orElseThrow();
    }

    private String inDefault(Text text) {
        return text.in(catalog.defaultLanguage());
    }

    /** {@code name} in the default language, {@code name_ur} in another. */
    private void text(JsonGenerator json, String name, Text text) {
        json.writeStringProperty(name, inDefault(text));
        text.byLanguage().forEach((language, value) -> {
            if (!language.equals(catalog.defaultLanguage())) {
                json.writeStringProperty(name + "_" + language, value);
            }
        });
    }

    private static void bbox(JsonGenerator json, Optional<Bbox> bbox) {
        bbox.ifPresent(box -> {
            json.writeName("bbox");
            json.writeStartArray();
            for (double side : box.toArray()) {
                GeometryWriter.degrees(json, side);
            }
            json.writeEndArray();
        });
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A field that says null where a document does not state it. */
    private static void optional(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void any(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        any(json, value);
    }

    private static void any(JsonGenerator json, Object value) {
        switch (value) {
            case String string -> json.writeString(string);
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(item -> any(json, item));
                json.writeEndArray();
            }
            case Map<?, ?> fields -> {
                json.writeStartObject();
                fields.forEach((key, item) -> any(json, key.toString(), item));
                json.writeEndObject();
            }
            default -> throw new IllegalStateException("got a " + value.getClass() + ", expected a JSON value");
        }
    }
}
