package org.dateline.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import tools.jackson.core.JsonGenerator;

/**
 * Writes excerpts as references in CSL-JSON (<a href="https://docs.citationstyles.org/">Citation Style Language</a>),
 * which reference managers read: a list with one item. It contains only what the report states about itself; if it
 * states no title, the title is the catalog's label in square brackets, as bibliographies mark supplied titles. The
 * note contains the quote, who says it, and its place in the text.
 */
public final class CslWriter {

    private final Catalog catalog;

    public CslWriter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The reference for one excerpt of this report, in UTF-8. */
    public byte[] write(Report report, Excerpt excerpt) {
        return JsonText.write(json -> {
                    json.writeStartArray();
                    item(json, report, excerpt);
                    json.writeEndArray();
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private void item(JsonGenerator json, Report report, Excerpt excerpt) {
        json.writeStartObject();
        json.writeStringProperty("id", excerpt.id());
        json.writeStringProperty("type", report.publisher() == null ? "article" : "article-newspaper");
        json.writeStringProperty("title", report.title() == null ? "[" + label(report) + "]" : report.title());
        JsonText.ifStated(json, "container-title", report.publisher());
        if (report.author() != null) {
            json.writeArrayPropertyStart("author");
            json.writeStartObject();
            json.writeStringProperty("literal", report.author());
            json.writeEndObject();
            json.writeEndArray();
        }
        if (report.date() != null) {
            issued(json, report.date().toString());
        }
        json.writeStringProperty("language", report.language());
        JsonText.ifStated(json, "URL", report.url());
        json.writeStringProperty("note", note(report, excerpt));
        json.writeEndObject();
    }

    /** Writes the year, month and day, as far as stated. */
    private static void issued(JsonGenerator json, String date) {
        List<Integer> parts =
                Arrays.stream(date.split("-")).map(Integer::valueOf).toList();
        json.writeObjectPropertyStart("issued");
        json.writeArrayPropertyStart("date-parts");
        json.writeStartArray();
        parts.forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private String label(Report report) {
        return report.label().in(catalog.defaultLanguage());
    }

    private String note(Report report, Excerpt excerpt) {
        String party = catalog.party(excerpt.party())
                .map(known -> " (" + known.name().in(catalog.defaultLanguage()) + ")")
                .orElse("");
        return Quotation.of(excerpt.shown()) + party + ". SHA-256 " + report.sha256() + ", offset " + excerpt.offset();
    }
}
