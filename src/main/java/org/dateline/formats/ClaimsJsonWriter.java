package org.dateline.formats;

import static org.dateline.features.KnownProperty.AGAINST;
import static org.dateline.features.KnownProperty.AS_OF;
import static org.dateline.features.KnownProperty.AS_OF_WORDS;
import static org.dateline.features.KnownProperty.CHECKED;
import static org.dateline.features.KnownProperty.EARLIER;
import static org.dateline.features.KnownProperty.EXCERPT_PAGE;
import static org.dateline.features.KnownProperty.GROUP;
import static org.dateline.features.KnownProperty.HIGH;
import static org.dateline.features.KnownProperty.HIGH_INCLUDED;
import static org.dateline.features.KnownProperty.ID;
import static org.dateline.features.KnownProperty.LATER;
import static org.dateline.features.KnownProperty.LOW;
import static org.dateline.features.KnownProperty.LOW_INCLUDED;
import static org.dateline.features.KnownProperty.NOT_CONFIRMED;
import static org.dateline.features.KnownProperty.NOT_DATED;
import static org.dateline.features.KnownProperty.NOT_VERIFIED;
import static org.dateline.features.KnownProperty.PART_OF;
import static org.dateline.features.KnownProperty.QUOTE;
import static org.dateline.features.KnownProperty.REVISED;
import static org.dateline.features.KnownProperty.TEXT_OFFSET;
import static org.dateline.features.KnownProperty.TIME;
import static org.dateline.features.KnownProperty.VOUCHED;
import static org.dateline.features.KnownProperty.WHO;
import static org.dateline.features.KnownProperty.WORDING;
import static org.dateline.features.KnownProperty.WORDS;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.ClaimProperties;
import org.dateline.features.KnownProperty;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Feature;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes all claims of one measure as JSON: by subject, each claim with its quote and the ids of the claims that
 * contradict it, revise it or are later, earlier or of an unknown time. A value is a number, two numbers for "between", or a word such as "hundreds"; its interval gives the
 * numbers that it allows, with null for an unbounded end. Texts are objects of language and text; pages are relative to
 * the site's root. Values that are not stated are null.
 */
public final class ClaimsJsonWriter {

    private final List<Comparison> comparisons;
    private final ClaimProperties properties;
    private final Map<String, Feature> features = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();

    public ClaimsJsonWriter(Catalog catalog) {
        this.comparisons = catalog.comparisons();
        this.properties = new ClaimProperties(catalog);
        catalog.layers().forEach(layer -> layer.features().forEach(feature -> features.put(feature.id(), feature)));
        catalog.parties().forEach(party -> parties.put(party.id(), party));
    }

    /** The claims of one measure, in UTF-8. */
    public byte[] write(Measure measure) {
        List<Comparison> of = comparisons.stream()
                .filter(comparison -> comparison.measure().equals(measure))
                .toList();
        return JsonText.write(json -> {
                    json.writeStartObject();
                    json.writeObjectPropertyStart("measure");
                    json.writeStringProperty("id", measure.id());
                    JsonText.text(json, "label", measure.label());
                    JsonText.text(json, "unit", measure.unit());
                    JsonText.text(json, "counts", measure.counts());
                    json.writeStringProperty("behaves", measure.behaves().id());
                    json.writeEndObject();
                    json.writeBooleanProperty("contested", of.stream().anyMatch(Comparison::contested));
                    json.writeArrayPropertyStart("subjects");
                    of.forEach(comparison -> subject(json, comparison));
                    json.writeEndArray();
                    json.writeEndObject();
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private void subject(JsonGenerator json, Comparison comparison) {
        Feature feature =
                Optional.ofNullable(features.get(comparison.subject())).orElseThrow();
        json.writeStartObject();
        json.writeObjectPropertyStart("subject");
        json.writeStringProperty("id", feature.id());
        JsonText.text(json, "name", feature.name());
        json.writeStringProperty("page", "places/" + feature.id() + "/");
        json.writeEndObject();
        json.writeBooleanProperty("contested", comparison.contested());
        json.writeArrayPropertyStart("claims");
        comparison.claims().forEach(attributed -> claim(json, comparison, attributed));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void claim(JsonGenerator json, Comparison comparison, Attributed attributed) {
        Map<String, @Nullable Object> values = properties.of(comparison, attributed);
        json.writeStartObject();
        write(json, values, ID);
        value(json, attributed.claim().value());
        json.writeObjectPropertyStart("interval");
        write(json, values, LOW, LOW_INCLUDED, HIGH, HIGH_INCLUDED);
        json.writeEndObject();
        write(json, values, WORDING, WORDS, WHO, GROUP);
        party(json, attributed.claim().party());
        write(json, values, AS_OF, AS_OF_WORDS, TIME, PART_OF, CHECKED, VOUCHED);
        report(json, attributed.report());
        json.writeObjectPropertyStart("excerpt");
        json.writeStringProperty("id", attributed.excerpt().id());
        write(json, values, QUOTE, TEXT_OFFSET, NOT_VERIFIED, NOT_CONFIRMED);
        json.writeName("page");
        ValueWriter.write(json, values.get(EXCERPT_PAGE.key()));
        json.writeEndObject();
        write(json, values, AGAINST, REVISED, LATER, EARLIER, NOT_DATED);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Map<String, @Nullable Object> values, KnownProperty... properties) {
        for (KnownProperty property : properties) {
            json.writeName(property.key());
            ValueWriter.write(json, values.get(property.key()));
        }
    }

    private static void value(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Figure(var _, double number) ->
                json.writeNumberProperty("value", ClaimProperties.number(number));
            case Value.Range(double from, double to) -> {
                json.writeArrayPropertyStart("value");
                json.writeNumber(ClaimProperties.number(from));
                json.writeNumber(ClaimProperties.number(to));
                json.writeEndArray();
            }
            case Value.Vague(var word) -> json.writeStringProperty("value", word.id());
        }
    }

    private void party(JsonGenerator json, @Nullable String id) {
        if (id == null) {
            json.writeNullProperty("party");
            return;
        }
        Party party = Optional.ofNullable(parties.get(id)).orElseThrow();
        json.writeObjectPropertyStart("party");
        json.writeStringProperty("id", party.id());
        JsonText.text(json, "name", party.name());
        json.writeStringProperty("kind", party.kind());
        json.writeEndObject();
    }

    private static void report(JsonGenerator json, Report report) {
        json.writeObjectPropertyStart("report");
        json.writeStringProperty("id", report.id());
        JsonText.text(json, "label", report.label());
        JsonText.orNull(json, "date", report.date());
        JsonText.orNull(json, "source_url", report.url());
        json.writeStringProperty("sha256", report.sha256());
        json.writeEndObject();
    }
}
