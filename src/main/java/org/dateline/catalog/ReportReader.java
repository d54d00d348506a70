package org.dateline.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;

/** Reads {@code reports/<id>.yaml}. */
final class ReportReader {

    private final DocumentReader documents;
    private final TextReader texts;
    private final EvidenceRules rules;
    private final ClaimRules claimRules;
    private final ClaimReader claimReader;
    private final Faults faults;

    ReportReader(
            DocumentReader documents, TextReader texts, EvidenceRules rules, ClaimRules claimRules, Faults faults) {
        this.documents = documents;
        this.texts = texts;
        this.rules = rules;
        this.claimRules = claimRules;
        this.claimReader = new ClaimReader(texts, faults);
        this.faults = faults;
    }

    Optional<Report> read(Path file) {
        Optional<Document> document = documents.read(file);
        document.ifPresent(read -> SchemaValidator.check(read, "report", faults));
        return document.map(Document::field).map(field -> report(idOf(file), field));
    }

    static String idOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private Report report(String id, Field field) {
        List<Excerpt> excerpts = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (Field item : field.get("excerpts").items()) {
            // An excerpt with a fault is left out and the others are still checked, so that all faults are reported at
            // once.
            if (!faults.touch(item)) {
                excerpts.add(excerpt(item));
                fields.add(item);
            }
        }
        List<Claim> claims = new ArrayList<>();
        List<Field> claimFields = new ArrayList<>();
        for (Field item : field.get("claims").items()) {
            if (!faults.touch(item)) {
                claimReader.read(item, field.get("language").text()).ifPresent(claim -> {
                    claims.add(claim);
                    claimFields.add(item);
                });
            }
        }
        PartialDate date = field.find("date")
                .map(stated -> PartialDateReader.read(stated, faults))
                .orElse(null);
        Field text = field.get("text");
        Report report = new Report(
                id,
                texts.read(field.get("label")),
                field.get("language").text(),
                field.textOrNull("title"),
                field.textOrNull("publisher"),
                field.textOrNull("author"),
                field.textOrNull("credit"),
                field.textOrNull("dateline"),
                date,
                field.textOrNull("url"),
                field.texts("cites"),
                text.get("sha256").text(),
                text.get("length").integer(),
                field.texts("not_prose"),
                excerpts,
                claims,
                claimReader.apart(field),
                null);
        rules.check(report, field, fields);
        Set<String> excerptIds = field.get("excerpts").items().stream()
                .map(item -> item.get("id").text())
                .collect(Collectors.toSet());
        claimRules.check(report, excerptIds, claimFields);
        return report;
    }

    private Excerpt excerpt(Field field) {
        List<Mention> mentions = new ArrayList<>();
        for (Field place : field.get("places").items()) {
            String feature = place.get("id").text();
            mentions.add(
                    place.has("inferred")
                            ? new Mention.Inferred(feature, texts.read(place.get("inferred")), place.texts("words"))
                            : new Mention.Named(feature, place.get("words").texts()));
        }
        field.texts("incidents").forEach(incident -> mentions.add(new Mention.Tells(incident)));
        return new Excerpt(
                field.get("id").text(),
                field.get("quote").text(),
                field.get("offset").integer(),
                field.textOrNull("party"),
                field.find("date")
                        .map(date -> PartialDateReader.read(date, faults))
                        .orElse(null),
                field.textOrNull("date_words"),
                field.textOrNull("not_verified"),
                field.textOrNull("not_confirmed"),
                field.find("cut")
                        .map(cut -> Excerpt.Cut.valueOf(cut.text().toUpperCase(Locale.ROOT)))
                        .orElse(null),
                mentions);
    }
}
