package org.dateline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes into the files of reports, and into {@code quotes.csv}, what can be derived from the reports' texts: ids, offsets,
 * the text's length and SHA-256.
 * What is there and wrong is repaired, if each quote stands in the text; ids stay. What a quote means is never guessed:
 * one that is not in the text, or stands there more than once, is left for an editor.
 */
public final class ReportCompleter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path folder;
    private final SourceTexts texts;
    private final Faults faults = new Faults();
    private final CatalogFolder contents;
    private final DocumentReader documents;

    private ReportCompleter(Path folder, SourceTexts texts) {
        this.folder = folder;
        this.texts = texts;
        this.contents = new CatalogFolder(folder, faults);
        this.documents = new DocumentReader(contents, faults);
    }

    /**
     * What was written into a file.
     *
     * @param file   its path within the catalog's folder
     * @param fields how many of each field, by its name
     */
    public record Written(String file, Map<String, Integer> fields) {

        public Written {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /**
     * Completes the reports whose texts are at hand. Those that cannot be read are left as they are.
     *
     * @param folder the catalog's
     * @return the files that were changed, in order
     * @throws IOException if a file cannot be written; those before it are
     */
    public static List<Written> complete(Path folder, SourceTexts texts) throws IOException {
        ReportCompleter completer = new ReportCompleter(folder, texts);
        List<Document> reports = completer.reports();
        List<Written> written = new ArrayList<>();
        Path table = folder.resolve(QuoteTable.NAME);
        Optional<byte[]> content = Files.exists(table) ? completer.contents.read(table) : Optional.empty();
        TableEdits edits = new TableEdits(content.orElse(new byte[0]));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Document report : reports) {
            completer.complete(report, reports, edits, counts).ifPresent(written::add);
        }
        if (content.isPresent() && edits.any()) {
            AtomicFile.replace(table, content.get(), edits.apply());
            written.add(new Written(QuoteTable.NAME, counts));
        }
        return written;
    }

    /** The reports with their rows of the table; a table that cannot be read is left as it is. */
    private List<Document> reports() {
        List<Path> files = contents.list("reports").stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .toList();
        // Names are not looked up: only the quotes matter here.
        QuoteTable quotes = QuoteTable.read(
                folder,
                new TableReader(contents, faults),
                List.of(),
                List.of(),
                files.stream().map(ReportReader::idOf).collect(Collectors.toSet()),
                "en",
                faults);
        return files.stream()
                .map(documents::read)
                .flatMap(Optional::stream)
                .filter(document -> document.root().isObject())
                .map(document -> quotes.appendTo(document, ReportReader.idOf(Path.of(document.file()))))
                .toList();
    }

    private Optional<Written> complete(
            Document report, List<Document> all, TableEdits table, Map<String, Integer> inTable) throws IOException {
        Path file = folder.resolve(report.file());
        String id = ReportReader.idOf(file);
        List<Located> located = new ArrayList<>();
        Optional<SourceText> text = text(id, report, all, located);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = contents.read(file).orElseThrow(() -> new IOException("got no " + file));
        Edits edits = new Edits(report, content);
        edits.ofText(text.get());
        for (Located one : located) {
            if (report.file(one.excerpt.path()).equals(QuoteTable.NAME)) {
                ofRow(id, one, report, table, inTable);
            } else {
                edits.ofExcerpt(id, one);
            }
        }
        edits.ofClaims(id);
        if (!edits.any()) {
            return Optional.empty();
        }
        AtomicFile.replace(file, content, edits.apply());
        return Optional.of(new Written(report.file(), edits.counts));
    }

    private static void ofRow(
            String id, Located located, Document report, TableEdits table, Map<String, Integer> counts) {
        Field excerpt = located.excerpt;
        int line = Objects.requireNonNull(report.lines().get(excerpt.path()));
        if (!excerpt.has("id")) {
            table.put(line, "id", DerivedId.ofExcerpt(id, excerpt));
            counts.merge("id", 1, Integer::sum);
        }
        if (!excerpt.has("offset") || excerpt.get("offset").integer() != located.offset) {
            table.put(line, "offset", Integer.toString(located.offset));
            counts.merge("offset", 1, Integer::sum);
        }
    }

    /** An excerpt that stands in the text, and its offset there in code points. */
    private record Located(Field excerpt, int offset) {}

    /** The report's text, and which of its excerpts were found in it. */
    private Optional<SourceText> text(String id, Document report, List<Document> all, List<Located> located) {
        String sha256 = sha256(report);
        List<Field> excerpts = report.field().get("excerpts").items();
        List<String> quotes = excerpts.stream().map(ReportCompleter::quote).toList();
        Optional<SourceText> text = texts.find(id, sha256, quotes);
        if (text.isPresent()) {
            located.addAll(located(excerpts, text.get()));
            return text;
        }
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        // The text may have changed: then every quote must still stand in it.
        Optional<SourceText> changed = texts.find(id, "", quotes)
                .filter(other -> all.stream().noneMatch(one -> sha256(one).equals(other.sha256())));
        List<Located> there = changed.map(other -> located(excerpts, other)).orElse(List.of());
        located.addAll(there);
        return changed.filter(_ -> there.size() == excerpts.size() && !there.isEmpty());
    }

    private static List<Located> located(List<Field> excerpts, SourceText text) {
        QuoteFinder finder = new QuoteFinder(text);
        String normalised = text.normalised().value();
        List<Located> located = new ArrayList<>();
        for (Field excerpt : excerpts) {
            String quote = quote(excerpt);
            Location location = quote.isEmpty() ? new Location.Nowhere() : Location.of(excerpt, quote, text, finder);
            switch (location) {
                case Location.At(int index) -> located.add(new Located(excerpt, normalised.codePointCount(0, index)));
                case Location.Elsewhere(int index) ->
                    located.add(new Located(excerpt, normalised.codePointCount(0, index)));
                case Location.Several _, Location.Nowhere _ -> {}
            }
        }
        return located;
    }

    private static String quote(Field excerpt) {
        return NormalisedText.of(excerpt.get("quote").text()).value();
    }

    private static String sha256(Document report) {
        return report.field().get("text").get("sha256").text();
    }

    /** The changes of one file. */
    private static final class Edits {

        private final Field report;
        private final YamlEdits yaml;
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        Edits(Document report, byte[] content) throws IOException {
            this.report = report.field();
            try {
                this.yaml = new YamlEdits(report.file(), content);
            } catch (YamlEngineException e) {
                throw new IOException("got " + report.file() + ", which cannot be edited by machine", e);
            }
        }

        boolean any() {
            return yaml.any();
        }

        byte[] apply() throws IOException {
            return yaml.apply();
        }

        void ofText(SourceText text) throws IOException {
            Field recorded = report.get("text");
            JsonNode sha256 = NODES.stringNode(text.sha256());
            JsonNode length = NODES.numberNode((long) text.normalised().length());
            if (recorded.node().isObject()) {
                put(recorded, "sha256", sha256);
                put(recorded, "length", length);
            } else {
                ObjectNode both = NODES.objectNode();
                both.set("sha256", sha256);
                both.set("length", length);
                yaml.put("", "text", both, "excerpts");
                counts.put("text", 1);
            }
        }

        void ofExcerpt(String id, Located located) throws IOException {
            Field excerpt = located.excerpt;
            if (!excerpt.has("id")) {
                put(excerpt, "id", NODES.stringNode(DerivedId.ofExcerpt(id, excerpt)));
            }
            put(excerpt, "offset", NODES.numberNode((long) located.offset), "quote");
        }

        void ofClaims(String id) throws IOException {
            ExcerptReferences references = new ExcerptReferences(id, report, new Faults());
            for (Field claim : report.get("claims").items()) {
                Optional<String> excerpt = claim.has("id") ? Optional.empty() : references.ofClaim(claim);
                if (excerpt.isPresent()) {
                    put(claim, "id", NODES.stringNode(DerivedId.ofClaim(id, claim, excerpt.get())));
                }
            }
        }

        private void put(Field object, String name, JsonNode value) throws IOException {
            put(object, name, value, "");
        }

        private void put(Field object, String name, JsonNode value, String before) throws IOException {
            if (!object.node().path(name).equals(value)) {
                yaml.put(object.path(), name, value, before);
                counts.merge(name, 1, Integer::sum);
            }
        }
    }
}
