package org.dateline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report's file as it is written, faults or not, with the ids of its parts and where its quotes stand in its text: what
 * somebody who edits it has to know.
 *
 * @param root     the file's content
 * @param text     its text; null if it is not in the catalog's folder
 * @param excerpts in the file's order
 * @param claims   in the file's order
 */
public record ReportOutline(
        String id, JsonNode root, @Nullable SourceText text, List<Excerpt> excerpts, List<Claim> claims) {

    /**
     * An excerpt.
     *
     * @param at where the quote stands in the text: start and end as UTF-16 indices of the normalised text; null if it
     *     is not there or there is no text
     */
    public record Excerpt(String id, JsonNode node, int @Nullable [] at) {

        public String quote() {
            return node.path("quote").asString("");
        }
    }

    /**
     * A claim.
     *
     * @param excerpt the id of the excerpt that carries it; empty if that cannot be told
     */
    public record Claim(String id, JsonNode node, String excerpt) {}

    /**
     * @param folder the catalog's, where texts are looked for
     * @throws IOException that names the first fault, if the file is no YAML
     */
    public static ReportOutline of(Path folder, String id, byte[] content) throws IOException {
        Faults faults = new Faults();
        String file = "reports/" + id + ".yaml";
        Document document = new Document(file, YamlEdits.read(file, content), java.util.Map.of());
        Field field = document.field();
        @Nullable
        SourceText text = new OwnTexts(folder, new CatalogFolder(folder, faults), faults)
                .find(id, "", List.of())
                .orElse(null);
        @Nullable QuoteFinder finder = text == null ? null : new QuoteFinder(text);
        List<Excerpt> excerpts = new ArrayList<>();
        for (Field item : field.get("excerpts").items()) {
            excerpts.add(new Excerpt(DerivedId.ofExcerpt(id, item), item.node(), at(item, text, finder)));
        }
        ExcerptReferences references = new ExcerptReferences(id, field, faults);
        List<Claim> claims = new ArrayList<>();
        for (Field item : field.get("claims").items()) {
            String excerpt = references.ofClaim(item).orElse("");
            claims.add(new Claim(DerivedId.ofClaim(id, item, excerpt), item.node(), excerpt));
        }
        return new ReportOutline(id, document.root(), text, List.copyOf(excerpts), List.copyOf(claims));
    }

    private static int @Nullable [] at(Field excerpt, @Nullable SourceText text, @Nullable QuoteFinder finder) {
        String quote = NormalisedText.of(excerpt.get("quote").text()).value();
        if (text == null || finder == null || quote.isEmpty()) {
            return null;
        }
        int index = switch (Location.of(excerpt, quote, text, finder)) {
            case Location.At(int there) -> there;
            case Location.Elsewhere(int there) -> there;
            case Location.Several _, Location.Nowhere _ -> -1;
        };
        return index < 0 ? null : new int[] {index, finder.end(quote, index)};
    }

    /** The ids of the reports that have a file, published or not, sorted. */
    public static List<String> ids(Path folder) {
        return new CatalogFolder(folder, new Faults())
                .list("reports").stream()
                        .filter(file -> file.toString().endsWith(".yaml"))
                        .map(ReportReader::idOf)
                        .toList();
    }

    /** Whether the file says that it is a draft. */
    public static boolean isDraft(byte[] content) {
        return ReportReader.isDraft(Optional.of(content));
    }

    /** The file of a report's text within the catalog's folder, whether it is there or not. */
    public static boolean hasText(Path folder, String id) {
        return Files.exists(folder.resolve(OwnTexts.FOLDER).resolve(id + ".txt"));
    }

    /**
     * How often a quote stands in the text, and which of these occurrences begins at an index of the normalised text, from
     * 1; 0 if none does.
     */
    public int[] occurrence(String quote, int index) {
        if (text == null) {
            return new int[] {0, 0};
        }
        List<Integer> there =
                new QuoteFinder(text).find(NormalisedText.of(quote).value());
        return new int[] {there.size(), there.indexOf(index) + 1};
    }
}
