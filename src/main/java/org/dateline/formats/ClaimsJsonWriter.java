package org.dateline.formats;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Interval;
import org.dateline.model.Measure;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * All claims of one measure as JSON: by subject, each claim with its quote and with the ids of the claims that cannot
 * hold together with it. A value is a number, two numbers for "between", or a word such as "hundreds"; its interval
 * says which numbers it leaves open, an end that is not bounded as null. Texts are objects of language and text; pages
 * are relative to the site's root. What a document does not state is null.
 */
public final class ClaimsJsonWriter {

    private final List<Comparison> comparisons;
    private final Map<String, Feature> features = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();

    public ClaimsJsonWriter(Catalog catalog) {
        this.comparisons = catalog.comparisons();
        catalog.layers().forEach(layer -> layer.features().forEach(feature -> features.put(feature.id(), feature)));
        catalog.parties().forEach(party -> parties.put(party.id(), party));
    }

    /** UTF-8. */
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
        for (Attributed attributed : comparison.claims()) {
            json.writeStartObject();
            claim(json, attributed.claim());
            excerpt(json, attributed.report(), attributed.excerpt());
            JsonText.strings(
                    json,
                    "against",
                    comparison.against(attributed.claim()).stream()
                            .map(other -> other.claim().id())
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void claim(JsonGenerator json, Claim claim) {
        json.writeStringProperty("id", claim.id());
        switch (claim.value()) {
            case Value.Figure(var _, double number) -> json.writeNumberProperty("value", ClaimValue.number(number));
            case Value.Range(double from, double to) -> {
                json.writeArrayPropertyStart("value");
                json.writeNumber(ClaimValue.number(from));
                json.writeNumber(ClaimValue.number(to));
                json.writeEndArray();
            }
            case Value.Vague(var word) -> json.writeStringProperty("value", word.id());
        }
        interval(json, claim.value().interval());
        json.writeStringProperty("wording", claim.value().wording());
        json.writeStringProperty("words", claim.words());
        JsonText.orNull(json, "who", claim.who());
        JsonText.orNull(json, "group", claim.group());
        party(json, claim.party());
        JsonText.orNull(json, "as_of", claim.asOf());
        JsonText.orNull(json, "as_of_words", claim.asOfWords());
        JsonText.orNull(json, "part_of", claim.partOf());
    }

    private static void interval(JsonGenerator json, Interval interval) {
        json.writeObjectPropertyStart("interval");
        end(json, "low", ClaimValue.hasLow(interval), interval.low());
        json.writeBooleanProperty("low_included", interval.lowCounted());
        end(json, "high", ClaimValue.hasHigh(interval), interval.high());
        json.writeBooleanProperty("high_included", interval.highCounted());
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, String name, boolean bounded, double end) {
        if (bounded) {
            json.writeNumberProperty(name, ClaimValue.number(end));
        } else {
            json.writeNullProperty(name);
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

    private static void excerpt(JsonGenerator json, Report report, Excerpt excerpt) {
        json.writeObjectPropertyStart("report");
        json.writeStringProperty("id", report.id());
        JsonText.text(json, "label", report.label());
        JsonText.orNull(json, "date", report.date());
        JsonText.orNull(json, "source_url", report.url());
        json.writeStringProperty("sha256", report.sha256());
        json.writeEndObject();
        json.writeObjectPropertyStart("excerpt");
        json.writeStringProperty("id", excerpt.id());
        json.writeStringProperty("quote", excerpt.quote());
        json.writeNumberProperty("offset", excerpt.offset());
        JsonText.orNull(json, "not_verified", excerpt.notVerified());
        JsonText.orNull(json, "not_confirmed", excerpt.notConfirmed());
        json.writeStringProperty("page", "reports/" + report.id() + "/#" + excerpt.id());
        json.writeEndObject();
    }
}
