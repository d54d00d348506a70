package org.dateline.formats;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.model.Text;
import tools.jackson.core.JsonGenerator;

/**
 * Writes excerpts as W3C Web Annotations (<a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data
 * Model</a>). The bodies are the features that the excerpt names or tells of; the target is the passage of the text.
 * The target's source is the report's URL or, if it states none, the name of the text's bytes (RFC 6920). Two selectors
 * identify the same passage: {@code exact} as in the report, {@code start} and {@code end} in code points of the text
 * normalised by {@link org.dateline.catalog.NormalisedText}. The annotation's id names the passage, not a web address.
 */
public final class AnnotationWriter {

    private final Catalog catalog;
    private final Map<String, Feature> features = new HashMap<>();

    public AnnotationWriter(Catalog catalog) {
        this.catalog = catalog;
        catalog.layers().forEach(layer -> layer.features().forEach(feature -> features.put(feature.id(), feature)));
    }

    /** One annotation, for an excerpt of this report, in UTF-8. */
    public byte[] write(Report report, Excerpt excerpt) {
        return JsonText.write(json -> annotation(json, report, excerpt)).getBytes(StandardCharsets.UTF_8);
    }

    private void annotation(JsonGenerator json, Report report, Excerpt excerpt) {
        Passage passage = Passage.of(report, excerpt);
        json.writeStartObject();
        json.writeStringProperty("@context", "http://www.w3.org/ns/anno.jsonld");
        json.writeStringProperty("id", TextNames.of(report, passage));
        json.writeStringProperty("type", "Annotation");
        json.writeStringProperty("motivation", motivation(excerpt));
        boolean cut = excerpt.startsInside() || excerpt.stopsInside();
        if (cut || !excerpt.mentions().isEmpty()) {
            json.writeArrayPropertyStart("body");
            if (cut) {
                // The selector's words stay verbatim: the ellipsis stands in what describes them.
                textual(json, "describing", report.language(), excerpt.shown());
            }
            excerpt.mentions().forEach(mention -> bodies(json, mention));
            json.writeEndArray();
        }
        json.writeObjectPropertyStart("target");
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("id", report.url() == null ? TextNames.of(report) : report.url());
        json.writeStringProperty("type", "Text");
        json.writeStringProperty("language", report.language());
        json.writeEndObject();
        selectors(json, excerpt, passage);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String motivation(Excerpt excerpt) {
        boolean tagged = excerpt.mentions().stream().anyMatch(mention -> !(mention instanceof Mention.Inferred));
        return tagged ? "tagging" : excerpt.mentions().isEmpty() ? "highlighting" : "commenting";
    }

    /** A mention by words becomes a tag that identifies the feature; an inferred one becomes an editor's comment. */
    private void bodies(JsonGenerator json, Mention mention) {
        Feature feature = Optional.ofNullable(features.get(mention.feature())).orElseThrow();
        switch (mention) {
            case Mention.Inferred(String _, Text why, var _) -> {
                String language = why.languageFor(catalog.defaultLanguage());
                String name = feature.name().in(language);
                textual(json, "commenting", language, name + ": " + why.in(language));
            }
            case Mention.Named _, Mention.Tells _ -> {
                String language = feature.name().languageFor(catalog.defaultLanguage());
                textual(json, "tagging", language, feature.name().in(language));
                for (String iri : Gazetteer.iris(feature)) {
                    json.writeStartObject();
                    json.writeStringProperty("type", "SpecificResource");
                    json.writeStringProperty("source", iri);
                    json.writeStringProperty("purpose", "identifying");
                    json.writeEndObject();
                }
            }
        }
    }

    private static void textual(JsonGenerator json, String purpose, String language, String value) {
        json.writeStartObject();
        json.writeStringProperty("type", "TextualBody");
        json.writeStringProperty("value", value);
        json.writeStringProperty("language", language);
        json.writeStringProperty("purpose", purpose);
        json.writeEndObject();
    }

    private static void selectors(JsonGenerator json, Excerpt excerpt, Passage passage) {
        json.writeArrayPropertyStart("selector");
        json.writeStartObject();
        json.writeStringProperty("type", "TextQuoteSelector");
        json.writeStringProperty("exact", excerpt.quote());
        JsonText.ifStated(json, "prefix", passage.prefix());
        JsonText.ifStated(json, "suffix", passage.suffix());
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("type", "TextPositionSelector");
        json.writeNumberProperty("start", passage.start());
        json.writeNumberProperty("end", passage.end());
        json.writeEndObject();
        json.writeEndArray();
    }
}
