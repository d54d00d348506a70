package org.dateline.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.catalog.Difference;
import org.dateline.catalog.FirstDifference;
import org.dateline.catalog.SourceText;
import org.dateline.catalog.SourceTexts;
import org.dateline.catalog.TextVerifier;
import org.dateline.catalog.UnclaimedNumber;
import org.dateline.catalog.Verdict;
import org.dateline.model.Report;

/** Formats verdicts for a terminal: one line per report, with its details indented below. */
final class VerdictLines {

    /** How many code points are shown before the first difference. */
    private static final int BEFORE = 24;

    /** How many code points are shown from the first difference on. */
    private static final int AFTER = 40;

    private final Path texts;
    private final boolean numbers;

    /**
     * @param texts   the folder of the texts, as given
     * @param numbers whether to list the numbers in quotes that no claim covers
     */
    VerdictLines(Path texts, boolean numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        String report = verdict.report().id();
        int excerpts = verdict.excerpts();
        switch (verdict) {
            case Verdict.TextMissing _ ->
                lines.add("no text found: " + report
                        + (verdict.report().sha256().isEmpty()
                                ? ""
                                : " (SHA-256 " + verdict.report().sha256().substring(0, 12) + "…)"));
            case Verdict.Verified(var _, SourceText text, List<UnclaimedNumber> unclaimed) -> {
                lines.add("verified: " + report + " (%d of %d excerpts)".formatted(excerpts, excerpts));
                lines.addAll(lines(text, unclaimed));
            }
            case Verdict.Changed changed -> {
                SourceText text = changed.text();
                lines.add((changed.isAnotherText() || !changed.differences().isEmpty() ? "changed: " : "in part: ")
                        + report
                        + (changed.isAnotherText()
                                ? " (" + file(text) + " does not have the recorded SHA-256; "
                                        + agreeing(changed, excerpts) + ")"
                                : " (%d of %d excerpts verified%s)"
                                        .formatted(
                                                changed.verified(),
                                                excerpts,
                                                changed.unread() == 0
                                                        ? ""
                                                        : "; " + changed.unread() + " not compared")));
                changed.differences().forEach(difference -> lines.add("    " + line(text, difference)));
                lines.addAll(lines(text, changed.unclaimed()));
            }
        }
        return lines;
    }

    private static String agreeing(Verdict.Changed changed, int excerpts) {
        return "%d of %d quotes are at their offsets"
                .formatted(excerpts - changed.unread() - changed.differingExcerpts(), excerpts);
    }

    /** Most numbers are no figures: they are listed only for those who ask. */
    private List<String> lines(SourceText text, List<UnclaimedNumber> unclaimed) {
        return numbers ? unclaimed.stream().map(number -> line(text, number)).toList() : List.of();
    }

    private String line(SourceText text, UnclaimedNumber number) {
        return "    note: no claim for \"%s\" at offset %d (%s)"
                .formatted(number.words(), number.offset(), at(text, number.place()));
    }

    private String line(SourceText text, Difference difference) {
        String where = "%s:%d: ".formatted(difference.file(), difference.line());
        return where
                + switch (difference) {
                    case Difference.Length length ->
                        "%s: got %d code points, the text has %d"
                                .formatted(length.field(), length.recorded(), length.actual());
                    case Difference.Moved moved ->
                        "%s: %s: the text has %s at offset %d; the quote \"%s\" is at offset %d (%s)"
                                .formatted(
                                        moved.excerpt(),
                                        moved.field(),
                                        shown(moved.found(), 0),
                                        moved.offset(),
                                        around(moved.quoted(), 0),
                                        moved.standsAt(),
                                        at(text, moved.place()));
                    case Difference.Wording wording -> line(text, wording);
                    case Difference.Ellipsis ellipsis -> line(text, ellipsis);
                };
    }

    /**
     * Shows both wordings around their first difference. A similar wording elsewhere is only a proposal, for an editor
     * to judge.
     */
    private String line(SourceText text, Difference.Wording wording) {
        Difference.Nearest nearest = wording.nearest();
        boolean elsewhere = nearest != null && nearest.offset() != wording.offset();
        String like = elsewhere ? nearest.wording() : wording.found();
        int same = FirstDifference.index(like, wording.quoted());
        String proposal =
                elsewhere ? "; nearest wording at offset %d: %s".formatted(nearest.offset(), shown(like, same)) : "";
        String named = FirstDifference.named(like, wording.quoted())
                .map(difference -> "; " + difference)
                .orElse("");
        return "%s: %s: the text has %s at offset %d, the quote has \"%s\"%s%s (%s)"
                .formatted(
                        wording.excerpt(),
                        wording.field(),
                        shown(wording.found(), elsewhere ? 0 : same),
                        wording.offset(),
                        around(wording.quoted(), same),
                        proposal,
                        named,
                        at(text, wording.place()));
    }

    /** Names the edge, and the field that says otherwise. */
    private String line(SourceText text, Difference.Ellipsis ellipsis) {
        boolean start = ellipsis.edge() == Difference.Edge.START;
        String edge = start ? "starts" : "stops";
        String problem = ellipsis.shown()
                ? "got an ellipsis at the quote's %s, expected none: it %s a whole sentence there"
                        .formatted(start ? "start" : "end", start ? "starts" : "ends")
                : "got no ellipsis at the quote's %s, expected one: it %s inside a sentence"
                        .formatted(start ? "start" : "end", edge);
        return "%s: %s: %s (%s); see cut"
                .formatted(ellipsis.excerpt(), ellipsis.field(), problem, at(text, ellipsis.place()));
    }

    private static String shown(String found, int index) {
        return found.isEmpty() ? "nothing" : "\"" + around(found, index) + "\"";
    }

    /** The part of a text around an index, with an ellipsis where it is cut. */
    private static String around(String text, int index) {
        int[] points = text.codePoints().toArray();
        int at = text.codePointCount(0, index);
        int from = at <= BEFORE + 1 ? 0 : at - BEFORE;
        int to = Math.min(points.length, at + AFTER);
        return (from > 0 ? "…" : "") + new String(points, from, to - from) + (to < points.length ? "…" : "");
    }

    private String at(SourceText text, SourceText.Place place) {
        return "%s:%d:%d".formatted(file(text), place.line(), place.column());
    }

    private String file(SourceText text) {
        return texts.resolve(text.file()).toString();
    }

    /** Notes about files: those that could not be read, and texts that belong to no report. */
    List<String> ofFiles(List<Report> reports, SourceTexts source, List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        source.unreadable()
                .forEach(file -> lines.add("note: " + texts.resolve(file.file()) + " was not read: " + file.why()));
        List<SourceText> compared = verdicts.stream()
                .filter(Verdict.Changed.class::isInstance)
                .map(verdict -> ((Verdict.Changed) verdict).text())
                .toList();
        TextVerifier.unrecorded(reports, source).stream()
                .filter(text -> !compared.contains(text))
                .forEach(text -> lines.add("note: " + file(text) + " belongs to no report (SHA-256 "
                        + text.sha256().substring(0, 12) + "…)"));
        return lines;
    }

    static String summary(List<Verdict> verdicts) {
        int verified = verdicts.stream().mapToInt(Verdict::verified).sum();
        int all = verdicts.stream().mapToInt(Verdict::excerpts).sum();
        if (verdicts.stream().allMatch(Verdict.TextMissing.class::isInstance)) {
            return "nothing was verified: found no text of any report (0 of %d excerpts)".formatted(all);
        }
        return "%d of %d excerpts verified (%s %%)".formatted(verified, all, percent(verified, all));
    }

    /** The percentage with one decimal, rounded down, so that 100 means all. */
    private static String percent(int part, int all) {
        BigDecimal share = all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
        return share.signum() == 0
                ? "0"
                : String.format(Locale.ROOT, "%s", share.stripTrailingZeros().toPlainString());
    }
}
