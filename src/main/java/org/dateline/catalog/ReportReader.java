package org.dateline.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dateline.model.Alias;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.model.Translation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code reports/<id>.yaml}. */
final class ReportReader {

    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z]+$");

    /** Found without reading the file as YAML, so that a draft with any fault is still a draft. */
    private static final Pattern DRAFT = Pattern.compile("(?m)^status:\\h*[\"']?draft[\"']?\\h*(?:#.*)?$");

    private final DocumentReader documents;
    private final TextReader texts;
    private final EvidenceRules rules;
    private final ClaimRules claimRules;
    private final ClaimReader claimReader;
    private final TextFinder sources;
    private final AliasReader aliases;
    private final QuoteTable quotes;
    private final Faults faults;

    /**
     * @param sources finds the texts of reports whose files leave something out
     * @param quotes  more excerpts of the reports
     */
    ReportReader(
            DocumentReader documents,
            TextReader texts,
            EvidenceRules rules,
            ClaimRules claimRules,
            TextFinder sources,
            AliasReader aliases,
            QuoteTable quotes,
            Faults faults) {
        this.documents = documents;
        this.quotes = quotes;
        this.texts = texts;
        this.sources = sources;
        this.aliases = aliases;
        this.rules = rules;
        this.claimRules = claimRules;
        this.claimReader = new ClaimReader(texts, faults);
        this.faults = faults;
    }

    Optional<Report> read(Path file) {
        Optional<Document> document = documents.read(file).map(read -> quotes.appendTo(read, idOf(file)));
        document.ifPresent(read -> SchemaValidator.check(read, "report", faults));
        return document.map(Document::field).map(field -> report(idOf(file), field));
    }

    /** Reads a draft as if all of its proposals were decided on; what cannot be published of it is left out. */
    Optional<Report> preview(Path file) {
        Optional<Document> document = documents.read(file).map(read -> quotes.appendTo(read, idOf(file)));
        document.ifPresent(read -> {
            withoutProposals(read.root());
            SchemaValidator.check(read, "report", faults);
        });
        return document.map(Document::field).map(field -> report(idOf(file), field));
    }

    private static void withoutProposals(JsonNode report) {
        for (JsonNode excerpt : report.path("excerpts")) {
            without(excerpt, "proposed");
            excerpt.path("places").forEach(place -> without(place, "sure", "why"));
        }
        report.path("claims").forEach(claim -> without(claim, "party_words", "sure", "why"));
    }

    private static void without(JsonNode node, String... fields) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }

    /** Whether a report's file says that it is a draft. */
    static boolean isDraft(Optional<byte[]> content) {
        return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                // Most reports have no status at all, and this is sooner known.
                .filter(text -> text.contains("status:") && DRAFT.matcher(text).find())
                .isPresent();
    }

    static String idOf(Path file) {
        return EXTENSION.matcher(file.getFileName().toString()).replaceFirst("");
    }

    /** The ids of all excerpts in the file, in its order, including those with faults. */
    static List<String> excerptIds(String report, Field field) {
        return field.get("excerpts").items().stream()
                .map(item -> DerivedId.ofExcerpt(report, item))
                .toList();
    }

    /** An excerpt and its field. */
    private record Read(Excerpt excerpt, Field field) {}

    /** What only a draft may have: it keeps a draft from being published. */
    private void requireNoProposals(Field field) {
        for (Field excerpt : field.get("excerpts").items()) {
            excerpt.find("proposed").ifPresent(this::refuse);
            excerpt.get("places").items().forEach(place -> refuse(place, "sure", "why"));
        }
        field.get("claims").items().forEach(claim -> refuse(claim, "party_words", "sure", "why"));
    }

    private void refuse(Field field, String... names) {
        Arrays.stream(names)
                .map(field::find)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void refuse(Field proposal) {
        faults.add(proposal.fault("a proposal", "a decision: add or correct what is proposed, and delete this field"));
    }

    private Report report(String id, Field field) {
        if (faults.areSought()) {
            requireNoProposals(field);
        }
        aliases.read(Alias.Kind.REPORT, id, field);
        DerivedText text = DerivedText.of(id, field, sources, faults);
        ExcerptReferences references = new ExcerptReferences(id, field, faults);
        String language = field.get("language").text();
        List<Read> read = new ArrayList<>();
        for (Field item : field.get("excerpts").items()) {
            // An excerpt with a fault is left out and the others are still checked, so that all faults are reported at
            // once.
            if (!faults.touch(item)) {
                text.offset(item)
                        .ifPresent(offset -> read.add(new Read(excerpt(id, item, offset, references, language), item)));
            }
        }
        read.sort(Comparator.comparingInt(one -> one.excerpt.offset()));
        List<Claim> claims = new ArrayList<>();
        List<Field> claimFields = new ArrayList<>();
        for (Field item : faults.areSought() ? field.get("claims").items() : List.<Field>of()) {
            if (!faults.touch(item)) {
                references
                        .ofClaim(item)
                        .flatMap(excerpt -> claimReader.read(id, item, excerpt, language))
                        .ifPresent(claim -> {
                            claims.add(claim);
                            claimFields.add(item);
                        });
            }
        }
        PartialDate date = field.find("date")
                .map(stated -> PartialDateReader.read(stated, faults))
                .orElse(null);
        Report report = new Report(
                id,
                texts.read(field.get("label")),
                language,
                field.get("own").node().asBoolean(false),
                field.textOrNull("title"),
                field.textOrNull("publisher"),
                field.textOrNull("author"),
                field.textOrNull("credit"),
                field.textOrNull("dateline"),
                date,
                field.textOrNull("url"),
                field.texts("cites"),
                text.sha256(),
                text.length(),
                field.texts("not_prose"),
                read.stream().map(Read::excerpt).toList(),
                claims,
                claimReader.apart(field),
                null);
        if (faults.areSought()) {
            rules.check(report, field, read.stream().map(Read::field).toList());
            claimRules.check(report, references.ids(), claimFields);
        }
        return report;
    }

    private Excerpt excerpt(String report, Field field, int offset, ExcerptReferences references, String language) {
        List<Mention> mentions = new ArrayList<>();
        for (Field place : field.get("places").items()) {
            String feature = place.get("id").text();
            mentions.add(
                    place.has("inferred")
                            ? new Mention.Inferred(feature, texts.read(place.get("inferred")), place.texts("words"))
                            : new Mention.Named(feature, place.get("words").texts()));
        }
        field.texts("incidents").forEach(incident -> mentions.add(new Mention.Tells(incident)));
        PartialDate date = field.find("date")
                .map(stated -> PartialDateReader.read(stated, faults))
                .orElse(null);
        return new Excerpt(
                DerivedId.ofExcerpt(report, field),
                field.get("quote").text(),
                offset,
                field.textOrNull("party"),
                date,
                field.textOrNull("date_words"),
                StatedTimeReader.read(field, date, faults),
                references.find(field, "not_verified"),
                references.find(field, "not_confirmed"),
                field.find("cut")
                        .map(cut -> Excerpt.Cut.valueOf(cut.text().toUpperCase(Locale.ROOT)))
                        .orElse(null),
                field.find("translation")
                        .map(translation -> translation(translation, language, field))
                        .orElse(null),
                mentions);
    }

    /** @param language the report's, into which there is nothing to translate */
    private Translation translation(Field field, String language, Field excerpt) {
        Text words = texts.readAny(field);
        if (words.byLanguage().containsKey(language)) {
            faults.add(field.fault(
                    "a translation into " + language, "one into another language than the report's own, " + language));
        }
        return new Translation(words, excerpt.get("translator").text());
    }
}
