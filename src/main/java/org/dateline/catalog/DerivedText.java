package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What a report's file records of its text, or what is derived from the text where the file leaves it out. Where the
 * text is at hand, everything is compared with it: a quote must stand in the text whole, word for word, and at the
 * recorded offset if there is one.
 */
final class DerivedText {

    private static final int SHOWN = 60;

    private final String report;
    private final Field field;
    private final Faults faults;
    private final Map<String, Integer> offsets = new HashMap<>();
    private String sha256;
    private int length;

    private DerivedText(String report, Field field, Faults faults) {
        this.report = report;
        this.field = field;
        this.faults = faults;
        this.sha256 = field.get("text").get("sha256").text();
        this.length = field.get("text").get("length").integer();
    }

    static DerivedText of(String report, Field field, TextFinder texts, Faults faults) {
        DerivedText derived = new DerivedText(report, field, faults);
        List<String> missing = derived.missing();
        if (missing.isEmpty()) {
            if (faults.areSought()) {
                texts.findWhole(report).ifPresent(derived::compare);
            }
        } else {
            List<String> quotes = field.get("excerpts").items().stream()
                    .map(item -> NormalisedText.of(item.get("quote").text()).value())
                    .filter(quote -> !quote.isEmpty())
                    .toList();
            Optional<SourceText> text = texts.find(report, derived.sha256, quotes);
            if (text.isPresent()) {
                derived.compare(text.get());
            } else {
                faults.add(field.get("text")
                        .fault(
                                "neither " + String.join(", ", missing) + " nor a text to derive them from",
                                texts.place(report)
                                        + ", or these fields, which \"verify --write --texts DIR\" fills in"));
            }
        }
        return derived;
    }

    /** SHA-256 of the text's bytes, lower-case hex; empty if neither recorded nor derived. */
    String sha256() {
        return sha256;
    }

    /** Length of the normalised text, in code points; 0 if neither recorded nor derived. */
    int length() {
        return length;
    }

    /** The start of an excerpt; empty if it is neither recorded nor derived. */
    Optional<Integer> offset(Field excerpt) {
        return excerpt.has("offset")
                ? Optional.of(excerpt.get("offset").integer())
                : Optional.ofNullable(offsets.get(excerpt.path()));
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        Field text = field.get("text");
        if (isLeftOut(text, "sha256")) {
            missing.add("sha256");
        }
        if (isLeftOut(text, "length")) {
            missing.add("length");
        }
        long offsets = field.get("excerpts").items().stream()
                .filter(item -> isLeftOut(item, "offset"))
                .count();
        if (offsets > 0) {
            missing.add(Counted.of(offsets, "offset"));
        }
        return missing;
    }

    /** A value that could not be read is not left out: it has a fault of its own. */
    private boolean isLeftOut(Field object, String name) {
        return !object.has(name) && !faults.touch(object.get(name));
    }

    private void compare(SourceText text) {
        Field recorded = field.get("text");
        if (recorded.has("sha256") && !sha256.equals(text.sha256())) {
            faults.add(recorded.get("sha256")
                    .fault("\"" + text.sha256() + "\", which " + text.file() + " has: the text has changed"));
        }
        int actual = text.normalised().length();
        if (recorded.has("length") && length != actual) {
            faults.add(recorded.get("length").fault(actual + ", the length of " + text.file()));
        }
        sha256 = text.sha256();
        length = actual;
        QuoteFinder finder = new QuoteFinder(text);
        field.get("excerpts").items().stream()
                .filter(item -> !faults.touch(item) && item.has("quote"))
                .forEach(item -> locate(item, text, finder));
    }

    private void locate(Field item, SourceText text, QuoteFinder finder) {
        String normalised = text.normalised().value();
        String quote = NormalisedText.of(item.get("quote").text()).value();
        Location location = Location.of(item, quote, text, finder);
        switch (location) {
            case Location.At(int index) -> offsets.put(item.path(), normalised.codePointCount(0, index));
            case Location.Elsewhere(int index) ->
                faults.add(item.get("offset")
                        .fault(normalised.codePointCount(0, index) + ", where " + text.file() + " has the quote"));
            case Location.Several(List<Integer> indices) ->
                faults.add(item.get(item.has("nth") ? "nth" : "quote")
                        .fault(
                                item.has("nth")
                                        ? item.get("nth").shown()
                                        : "a quote that stands " + indices.size() + " times in " + text.file(),
                                "\"nth\" from 1 to " + indices.size() + ", to say which one is meant: "
                                        + places(text, indices)));
            case Location.Nowhere _ -> faults.add(item.get("quote").fault(missing(text, quote)));
        }
    }

    private static String places(SourceText text, List<Integer> indices) {
        return indices.stream()
                .map(index -> place(text, index))
                .limit(9)
                .collect(Collectors.joining(", ", "lines ", ""));
    }

    private static String place(SourceText text, int index) {
        SourceText.Place place = text.place(text.normalised().value().codePointCount(0, index));
        return place.line() + ":" + place.column();
    }

    private static String missing(SourceText text, String quote) {
        String normalised = text.normalised().value();
        @Nullable Integer at = NearestWordingFinder.find(normalised, quote, 0).orElse(null);
        String expected = "words of " + text.file();
        if (at == null) {
            return expected;
        }
        String nearest = NearestWordingFinder.window(normalised, at, quote.length());
        int from = FirstDifference.index(nearest, quote);
        return expected + "; nearest at line " + place(text, at + from) + ": \""
                + around(nearest, from) + "\""
                + FirstDifference.named(nearest, quote)
                        .map(named -> ": " + named)
                        .orElse("");
    }

    /** The part of a text around an index, with an ellipsis where it is cut. */
    private static String around(String text, int index) {
        int[] points = text.codePoints().toArray();
        int from = Math.max(0, text.codePointCount(0, index) - SHOWN / 2);
        int to = Math.min(points.length, from + SHOWN);
        return (from > 0 ? "…" : "") + new String(points, from, to - from) + (to < points.length ? "…" : "");
    }
}
