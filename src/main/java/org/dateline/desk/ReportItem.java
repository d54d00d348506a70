package org.dateline.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.NormalisedText;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.TextPositions;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing of a report to decide on: a place that a quote names, or a figure that it gives, proposed or decided.
 *
 * @param key     stays the same while the excerpt and the place, the words or the claim's id do
 * @param kind    what it is in the file
 * @param excerpt of which it is a part
 * @param list    the path of the list that has it, as in {@code excerpts[3].places}
 * @param index   its index in that list
 * @param in      where its words stand in the quote: start and end, UTF-16
 * @param at      the same in the text; empty if not known
 */
record ReportItem(
        String key,
        Kind kind,
        ReportOutline.Excerpt excerpt,
        String list,
        int index,
        JsonNode node,
        List<int[]> in,
        List<int[]> at) {

    enum Kind {
        /** A place of the catalog, tied to the quote. */
        TIE,
        /** A place that the catalog does not have yet. */
        PROPOSAL,
        CLAIM
    }

    /** The path of the object whose list has it. */
    String object() {
        int dot = list.lastIndexOf('.');
        return dot < 0 ? "" : list.substring(0, dot);
    }

    String listName() {
        return list.substring(list.lastIndexOf('.') + 1);
    }

    String path() {
        return list + "[" + index + "]";
    }

    boolean isPlace() {
        return kind != Kind.CLAIM;
    }

    /** Whether it waits for a decision. */
    boolean open() {
        return kind == Kind.PROPOSAL
                || node.has("sure")
                || node.has("why")
                || node.has("party_words")
                || kind == Kind.CLAIM && !node.hasNonNull("subject");
    }

    /** Its words, the first if there are several. */
    String words() {
        JsonNode words = node.path("words");
        return words.isArray() ? words.path(0).asString("") : words.asString("");
    }

    /** The items of a report in the order of its text. */
    static List<ReportItem> of(ReportOutline report) {
        List<ReportItem> items = new ArrayList<>();
        Map<String, Integer> keys = new HashMap<>();
        @Nullable
        TextPositions text =
                report.text() == null ? null : TextPositions.of(report.text().raw());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < report.excerpts().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> {
            int[] at = report.excerpts().get(i).at();
            return at == null ? Integer.MAX_VALUE : at[0];
        }));
        for (int i : order) {
            ReportOutline.Excerpt excerpt = report.excerpts().get(i);
            Finder finder = new Finder(report, excerpt, text);
            List<ReportItem> own = new ArrayList<>();
            JsonNode places = excerpt.node().path("places");
            for (int j = 0; j < places.size(); j++) {
                JsonNode node = places.path(j);
                String key =
                        key(keys, "p:" + excerpt.id() + ":" + node.path("id").asString(""));
                own.add(finder.item(key, Kind.TIE, "excerpts[" + i + "].places", j, node));
            }
            JsonNode proposed = excerpt.node().path("proposed");
            for (int j = 0; j < proposed.size(); j++) {
                JsonNode node = proposed.path(j);
                String key =
                        key(keys, "q:" + excerpt.id() + ":" + node.path("words").asString(""));
                own.add(finder.item(key, Kind.PROPOSAL, "excerpts[" + i + "].proposed", j, node));
            }
            for (int j = 0; j < report.claims().size(); j++) {
                ReportOutline.Claim claim = report.claims().get(j);
                if (claim.excerpt().equals(excerpt.id())) {
                    own.add(finder.item(key(keys, "c:" + claim.id()), Kind.CLAIM, "claims", j, claim.node()));
                }
            }
            own.sort(Comparator.comparingInt(
                    item -> item.in.isEmpty() ? Integer.MAX_VALUE : item.in.getFirst()[0]));
            items.addAll(own);
        }
        return items;
    }

    private static String key(Map<String, Integer> keys, String key) {
        int nth = keys.merge(key, 1, Integer::sum);
        return nth == 1 ? key : key + "#" + nth;
    }

    /** Finds words in a quote and in the part of the text that it quotes. */
    private static final class Finder {

        private final ReportOutline.Excerpt excerpt;
        private final String quote;
        private final TextPositions quotePositions;
        private final @Nullable TextPositions textPositions;
        private final String inText;
        private final int offset;

        Finder(ReportOutline report, ReportOutline.Excerpt excerpt, @Nullable TextPositions text) {
            this.excerpt = excerpt;
            this.quote = NormalisedText.of(excerpt.quote()).value();
            this.quotePositions = TextPositions.of(excerpt.quote());
            this.textPositions = text;
            int[] at = excerpt.at();
            this.offset = at == null ? 0 : at[0];
            this.inText = at == null || report.text() == null
                    ? ""
                    : report.text().normalised().value().substring(at[0], at[1]);
        }

        ReportItem item(String key, Kind kind, String list, int index, JsonNode node) {
            List<int[]> in = new ArrayList<>();
            List<int[]> at = new ArrayList<>();
            JsonNode words = node.path("words");
            for (JsonNode one : words.isArray() ? words.values() : List.of(words)) {
                String wanted = NormalisedText.of(one.asString("")).value();
                for (int start : WholeWordFinder.find(quote, wanted)) {
                    in.add(quotePositions.inText(start, start + wanted.length()));
                }
                for (int start : WholeWordFinder.find(inText, wanted)) {
                    if (textPositions != null) {
                        at.add(textPositions.inText(offset + start, offset + start + wanted.length()));
                    }
                }
            }
            return new ReportItem(key, kind, excerpt, list, index, node, in, at);
        }
    }
}
