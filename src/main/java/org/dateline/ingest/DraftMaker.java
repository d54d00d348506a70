package org.dateline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.ReportDraft;
import org.dateline.catalog.ReportDraft.Sentence;
import org.dateline.catalog.TextLanguage;
import org.dateline.ingest.PlaceMention.Candidate;
import org.dateline.ingest.PlaceMention.Verdict;
import org.dateline.model.Catalog;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of reports from files: the sentences that name places as excerpts, each place tied by its words if the
 * catalog has it, else proposed. An editor decides on all of it.
 */
public final class DraftMaker {

    /** The share of a text that its excerpts may quote together, a little below what is allowed. */
    private static final double LARGEST_SHARE = 0.6;

    /** For the sentences of a text, their places and figures; a long report takes one or two. */
    private static final int SECONDS = 13;

    private final Path folder;
    private final @Nullable Catalog catalog;

    /** Opened when the first text is there: it takes a moment and memory. */
    private @Nullable PlaceReader places;

    private PlaceReader places() throws IOException {
        if (places == null) {
            places = PlaceReader.open(folder);
        }
        return places;
    }

    /** @param catalog null if it cannot be read; then its places are not known */
    public DraftMaker(Path folder, @Nullable Catalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /**
     * A draft that was made.
     *
     * @param added    its file and text
     * @param kind     what was read: text, HTML, PDF or DOCX
     * @param excerpts how many sentences are quoted
     * @param known    how many places of the catalog are tied
     * @param proposed how many places of the gazetteer are proposed
     * @param unknown  how many names are in no list
     * @param claims   how many figures are proposed
     * @param aside    how many lines are set aside as no prose
     */
    public record Made(
            ReportDraft.Added added,
            String kind,
            int excerpts,
            int known,
            int proposed,
            int unknown,
            int claims,
            int aside) {}

    /**
     * Reads a file and adds the draft to the catalog.
     *
     * @param given the language of the text (BCP 47); null for what its words say ({@link TextLanguage})
     * @throws IOException that says in one line why no draft was made
     */
    public Made make(Path file, String id, @Nullable String given) throws IOException {
        List<String> languages = CatalogLoader.languages(folder);
        String expected = given == null ? languages.getFirst() : given;
        FileText read = FileText.read(file, Words.in(Words.in(expected).known() ? expected : "en"));
        String language = given == null ? TextLanguage.of(read.text(), languages) : given;
        Body body = new Body(id, read.aside(), places());
        ReportDraft.Added added = TimeLimit.within(
                SECONDS,
                file,
                () -> ReportDraft.draft(
                        folder,
                        file,
                        read.text().getBytes(StandardCharsets.UTF_8),
                        id,
                        language,
                        sentences -> body.yaml(sentences, language)));
        return new Made(
                added,
                read.kind(),
                body.excerpts,
                body.known,
                body.proposed,
                body.unknown,
                body.claims,
                read.aside().size());
    }

    /** A sentence with the places that it names and the figures that it gives. */
    private record Read(
            Sentence sentence, List<PlaceMention> places, List<ClaimFinder.Found> claims, boolean verifiesNothing) {

        /** Sentences that tell more come first when not all fit. */
        double worth() {
            return places.stream().mapToDouble(PlaceMention::sure).sum() + claims.size() + (verifiesNothing ? 2 : 0);
        }
    }

    private final class Body {

        private final String id;
        private final List<String> aside;
        private final PlaceReader reader;
        private int excerpts;
        private int known;
        private int proposed;
        private int unknown;
        private int claims;

        Body(String id, List<String> aside, PlaceReader reader) {
            this.id = id;
            this.reader = reader;
            this.aside = aside;
        }

        String yaml(List<Sentence> all, String language) {
            List<Sentence> prose = all.stream()
                    .filter(sentence -> aside.stream()
                            .noneMatch(words -> sentence.quote().contains(words) || words.contains(sentence.quote())))
                    .toList();
            StringBuilder out = new StringBuilder();
            List<String> there = aside.stream().distinct().toList();
            if (!there.isEmpty()) {
                out.append("not_prose:\n");
                there.forEach(words ->
                        out.append("  - ").append(ReportDraft.quoted(words)).append('\n'));
            }
            List<Read> quoted = quoted(read(prose, language), all);
            out.append(quoted.isEmpty() ? "excerpts: []\n" : "excerpts:\n");
            StringBuilder figures = new StringBuilder();
            for (int i = 0; i < quoted.size(); i++) {
                excerpt(quoted.get(i), doubt(quoted, i), out);
                quoted.get(i).claims.forEach(claim -> claim(claim, figures));
            }
            if (Thread.currentThread().isInterrupted()) {
                // The time is over: nothing may be written any more.
                throw new IllegalStateException("interrupted while reading " + id);
            }
            return out.append(figures.isEmpty() ? "" : "claims:\n")
                    .append(figures)
                    .toString();
        }

        private List<Read> read(List<Sentence> sentences, String language) {
            String text =
                    String.join("\n\n", sentences.stream().map(Sentence::quote).toList());
            List<PlaceMention> mentions =
                    reader.read(text, language, catalog == null ? List.of() : OwnName.of(catalog));
            ClaimFinder finder = new ClaimFinder(
                    language,
                    catalog == null ? List.of() : catalog.measures(),
                    catalog == null ? List.of() : catalog.parties());
            List<List<ClaimFinder.Found>> figures = catalog == null
                    ? List.of()
                    : finder.find(sentences.stream().map(Sentence::quote).toList());
            List<Read> read = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < sentences.size(); i++) {
                Sentence sentence = sentences.get(i);
                int start = from;
                int end = start + sentence.quote().length();
                read.add(new Read(
                        sentence,
                        mentions.stream()
                                .filter(mention -> mention.start() >= start && mention.end() <= end)
                                .toList(),
                        figures.isEmpty() ? List.of() : figures.get(i),
                        finder.verifiesNothing(sentence.quote())));
                from = end + 2;
            }
            return read;
        }

        /** Those that name places or give figures, as long as they are excerpts and not the article, in the text's order. */
        private List<Read> quoted(List<Read> read, List<Sentence> all) {
            int length = all.stream().mapToInt(one -> one.quote().length()).sum();
            List<Read> byWorth = read.stream()
                    .filter(one -> !one.places.isEmpty() || !one.claims.isEmpty() || one.verifiesNothing)
                    .sorted((one, other) -> Double.compare(other.worth(), one.worth()))
                    .toList();
            List<Read> kept = new ArrayList<>();
            int taken = 0;
            for (Read one : byWorth) {
                if (taken + one.sentence.quote().length() <= length * LARGEST_SHARE) {
                    taken += one.sentence.quote().length();
                    kept.add(one);
                }
            }
            return read.stream().filter(kept::contains).toList();
        }

        /** The id of the next excerpt that says its report could not verify figures; null if it says so of none. */
        private @Nullable String doubt(List<Read> quoted, int at) {
            for (int i = at + 1; i < quoted.size() && !quoted.get(at).claims.isEmpty(); i++) {
                if (quoted.get(i).verifiesNothing) {
                    return id + "-" + (i + 1);
                }
            }
            return null;
        }

        private void excerpt(Read one, @Nullable String notVerified, StringBuilder out) {
            excerpts++;
            out.append("  - id: ").append(id).append('-').append(excerpts).append('\n');
            out.append("    quote: ")
                    .append(ReportDraft.quoted(one.sentence.quote()))
                    .append('\n');
            if (one.sentence.times() > 1) {
                out.append("    nth: ").append(one.sentence.nth()).append('\n');
            }
            out.append("    offset: ").append(one.sentence.offset()).append('\n');
            out.append(notVerified == null ? "" : "    not_verified: " + notVerified + "\n");
            List<PlaceMention> own = distinct(one.places.stream()
                    .filter(mention -> isOwn(mention) && mention.verdict() != Verdict.UNDECIDED)
                    .toList());
            List<PlaceMention> others = distinct(one.places.stream()
                    .filter(mention -> !isOwn(mention) || mention.verdict() == Verdict.UNDECIDED)
                    .toList());
            out.append(own.isEmpty() ? "" : "    places:\n");
            for (PlaceMention mention : own) {
                known++;
                out.append("      - {id: %s, words: %s, %s}\n"
                        .formatted(
                                mention.candidates().getFirst().feature(),
                                ReportDraft.quoted(mention.words()),
                                why(mention)));
            }
            out.append(others.isEmpty() ? "" : "    proposed:\n");
            for (PlaceMention mention : others) {
                out.append("      - {words: ")
                        .append(ReportDraft.quoted(mention.words()))
                        .append(place(mention))
                        .append(", ")
                        .append(why(mention))
                        .append("}\n");
            }
        }

        /** A figure of the excerpt that was written last; what it is about, an editor says. */
        private void claim(ClaimFinder.Found claim, StringBuilder out) {
            claims++;
            out.append("  - id: ").append(id).append("-c").append(claims).append('\n');
            out.append("    measure: ").append(claim.measure().id()).append('\n');
            out.append("    value: ").append(value(claim.figure().value())).append('\n');
            out.append("    wording: ").append(claim.figure().value().wording()).append('\n');
            out.append("    words: ")
                    .append(ReportDraft.quoted(claim.figure().words()))
                    .append('\n');
            if (!claim.who().isEmpty()) {
                out.append("    who: ").append(ReportDraft.quoted(claim.who())).append('\n');
            }
            out.append("    excerpt: ").append(id).append('-').append(excerpts).append('\n');
            if (claim.party() != null) {
                out.append("    party: ").append(claim.party()).append('\n');
            } else if (claim.partyWords() != null) {
                out.append("    party_words: ")
                        .append(ReportDraft.quoted(claim.partyWords()))
                        .append('\n');
            }
            out.append(String.format(Locale.ROOT, "    sure: %.2f%n    why: ", claim.sure()))
                    .append(ReportDraft.quoted(claim.why()))
                    .append('\n');
        }

        private static String value(Value value) {
            return switch (value) {
                case Value.Figure figure -> number(figure.number());
                case Value.Range range -> "[" + number(range.from()) + ", " + number(range.to()) + "]";
                case Value.Vague(var word) -> word.id();
            };
        }

        private static String number(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }

        /** One tie for all mentions of a place in a quote. */
        private List<PlaceMention> distinct(List<PlaceMention> mentions) {
            List<PlaceMention> kept = new ArrayList<>();
            for (PlaceMention mention : mentions) {
                if (kept.stream().noneMatch(other -> same(other, mention))) {
                    kept.add(mention);
                }
            }
            return kept;
        }

        private boolean same(PlaceMention one, PlaceMention other) {
            return one.words().equals(other.words())
                    || isOwn(one)
                            && isOwn(other)
                            && Objects.equals(
                                    one.candidates().getFirst().feature(),
                                    other.candidates().getFirst().feature());
        }

        private boolean isOwn(PlaceMention mention) {
            return !mention.candidates().isEmpty()
                    && mention.candidates().getFirst().feature() != null;
        }

        private String place(PlaceMention mention) {
            if (mention.candidates().isEmpty()) {
                unknown++;
                return "";
            }
            proposed++;
            Candidate first = mention.candidates().getFirst();
            if (first.position() == null) {
                return ", place: " + ReportDraft.quoted(first.name());
            }
            return ", place: " + ReportDraft.quoted(first.name())
                    + (first.within().isEmpty() ? "" : ", within: " + ReportDraft.quoted(first.within()))
                    + ", kind: " + first.kind()
                    + (first.id() == 0 ? "" : ", geonames: " + first.id())
                    + String.format(Locale.ROOT, ", position: [%.4f, %.4f]", first.position().x, first.position().y);
        }

        private static String why(PlaceMention mention) {
            return String.format(Locale.ROOT, "sure: %.2f, why: ", mention.sure()) + ReportDraft.quoted(mention.why());
        }
    }
}
