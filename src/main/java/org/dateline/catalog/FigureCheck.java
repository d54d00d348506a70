package org.dateline.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.catalog.FigureWords.Standing;
import org.dateline.catalog.NumberFinder.Found;
import org.dateline.model.Value;
import org.dateline.model.WholeWordFinder;
import org.dateline.model.Wording;

/**
 * Compares a claim's value with its words: they must contain the number and qualify it as the claim says, and the quote
 * must not have a further qualifier next to them. The wording is checked in the languages of {@link FigureWords}; in
 * others, only the number is.
 */
final class FigureCheck {

    private static final Set<String> WORDINGS =
            Arrays.stream(Wording.values()).map(Wording::id).collect(Collectors.toUnmodifiableSet());

    private static final String EXACTLY = Wording.EXACTLY.id();
    private static final String ABOUT = Wording.ABOUT.id();

    private final NumberFinder numbers;
    private final FigureWords figures;

    private FigureCheck(String language) {
        this.numbers = NumberFinder.in(language);
        this.figures = FigureWords.in(language);
    }

    static FigureCheck in(String language) {
        return new FigureCheck(language);
    }

    /** Whether the wording is checked too, not only the number. */
    boolean readsWording() {
        return figures.known();
    }

    /**
     * A fault in a figure.
     *
     * @param field    the field of the claim
     * @param expected as in a {@link Fault}
     */
    record Objection(String field, String expected) {}

    /** The first objection; empty if the figure agrees with its quote. */
    Optional<Objection> check(String quote, String words, Value value) {
        List<Integer> places = WholeWordFinder.find(quote, words);
        if (places.isEmpty()) {
            return Optional.of(new Objection("words", "whole words of the quote"));
        }
        return switch (value) {
            case Value.Vague(var word) -> checkVague(quote, words, places, word.id());
            case Value.Range range -> checkRange(words, range);
            case Value.Figure figure -> checkFigure(quote, words, places, figure);
        };
    }

    private Optional<Objection> checkVague(String quote, String words, List<Integer> places, String id) {
        if (!figures.known()) {
            return Optional.empty();
        }
        List<Standing> here = figures.standing(figures.fold(words)).stream()
                .filter(standing -> standing.meanings().contains(id))
                .toList();
        if (here.isEmpty()) {
            return Optional.of(new Objection("words", "words that say \"" + id + "\""));
        }
        String folded = figures.fold(quote);
        List<Standing> all = figures.standing(folded);
        Standing first = here.getFirst();
        // "Hundreds" within "hundreds of thousands" means something else.
        return firstLeftOut(
                places,
                start -> all.stream()
                        .filter(standing -> standing.overlaps(start + first.start(), start + first.end()))
                        .filter(standing -> !standing.meanings().contains(id))
                        .map(standing -> quote.substring(standing.start(), standing.end()))
                        .findFirst());
    }

    private Optional<Objection> checkRange(String words, Value.Range range) {
        for (double number : range.numbers()) {
            if (numbers.stating(words, number).isEmpty()) {
                return Optional.of(unstated(words));
            }
        }
        boolean between = figures.standing(figures.fold(words)).stream()
                .anyMatch(standing -> standing.meanings().contains(range.wording()));
        return between || !figures.known()
                ? Optional.empty()
                : Optional.of(new Objection("words", "words that say between"));
    }

    private Optional<Objection> checkFigure(String quote, String words, List<Integer> places, Value.Figure figure) {
        List<Found> stating = numbers.stating(words, figure.number());
        List<Standing> phrases = figures.known() ? figures.standing(figures.fold(words)) : List.of();
        List<Found> free = stating.stream()
                .filter(found -> phrases.stream().noneMatch(phrase -> covers(phrase, found, phrases)))
                .toList();
        if (free.isEmpty()) {
            return stating.isEmpty()
                    ? Optional.of(unstated(words))
                    : Optional.of(
                            new Objection("wording", "words: the words are \"" + words + "\" and give no number"));
        }
        Found found = free.getFirst();
        Optional<Objection> cut =
                firstLeftOut(places, start -> more(quote, start + found.start(), start + found.end(), figure.number()));
        if (cut.isPresent() || !figures.known()) {
            return cut;
        }
        Set<String> meant = qualifiers(words, phrases, found);
        if (!meant.contains(figure.wording())) {
            return Optional.of(
                    new Objection("wording", String.join(" or ", meant) + ": the words are \"" + words + "\""));
        }
        return firstLeftOut(places, start -> leftOut(quote, start, start + words.length(), start + found.start()));
    }

    /**
     * Whether a number is part of a phrase: "no" in "no fewer than" and "hundred" in "several hundred" are, but
     * "hundred" in "more than a hundred" is a number.
     */
    private static boolean covers(Standing phrase, Found found, List<Standing> phrases) {
        int length = found.end() - found.start();
        if (!phrase.overlaps(found.start(), found.end()) || phrase.length() < length) {
            return false;
        }
        return phrase.length() > length
                || wordings(phrase).isEmpty()
                        && phrases.stream()
                                .noneMatch(other -> !wordings(other).isEmpty() && other.end() <= found.start());
    }

    /** The longer number, or the phrase, that a number is part of in its quote: "no fewer than" for "no". */
    private Optional<String> more(String quote, int start, int end, double number) {
        Optional<String> longer = numbers.around(quote, start, end)
                .filter(whole -> whole.value() != number)
                .map(whole -> quote.substring(whole.start(), whole.end()));
        return longer.or(() -> figures.standing(figures.fold(quote)).stream()
                .filter(phrase ->
                        phrase.start() < start && end <= phrase.end() || phrase.start() <= start && end < phrase.end())
                .map(phrase -> quote.substring(phrase.start(), phrase.end()))
                .findFirst());
    }

    private static Objection unstated(String words) {
        return new Objection(
                "value",
                "a number that is in the words \"" + words + "\", in digits or spelled out, or `vouched` with why");
    }

    /**
     * The phrase that qualifies a number in a claim's words: the first one before it, otherwise the first one after it.
     */
    private Set<String> qualifiers(String words, List<Standing> phrases, Found found) {
        List<Found> others = numbers.findCommon(words).stream()
                .filter(other -> !other.overlaps(found.start(), found.end()))
                .filter(other -> phrases.stream().noneMatch(phrase -> phrase.overlaps(other.start(), other.end())))
                .toList();
        int from = others.stream()
                .mapToInt(Found::end)
                .filter(end -> end <= found.start())
                .max()
                .orElse(0);
        int to = others.stream()
                .mapToInt(Found::start)
                .filter(start -> start >= found.end())
                .min()
                .orElse(words.length());
        Stream<Standing> before = phrases.stream()
                .filter(phrase -> phrase.precedes() && phrase.start() >= from && phrase.start() < found.start());
        Stream<Standing> after = phrases.stream()
                .filter(phrase -> phrase.follows() && phrase.start() >= found.end() && phrase.end() <= to);
        return Stream.concat(before, after)
                .map(FigureCheck::wordings)
                .filter(wordings -> !wordings.isEmpty())
                .findFirst()
                .orElseGet(() -> switch (numbers.roundness(words, found)) {
                    case ROUND -> Set.of(ABOUT);
                    case PERHAPS -> new TreeSet<>(Set.of(ABOUT, EXACTLY));
                    case NO -> Set.of(EXACTLY);
                });
    }

    private static Set<String> wordings(Standing phrase) {
        return phrase.meanings().stream().filter(WORDINGS::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The qualifying phrase outside the claim's words but directly next to them, or only partly within: "at least 30" is
     * not "30", and "no more than 30" is not "more than 30".
     */
    private Optional<String> leftOut(String quote, int start, int end, int number) {
        String folded = figures.fold(quote);
        return figures.standing(folded).stream()
                // "Exactly" and "rose to" change nothing.
                .filter(phrase -> !Set.of(EXACTLY).containsAll(wordings(phrase)))
                .filter(phrase -> phrase.start() < start && start < phrase.end()
                        || phrase.start() < end && end < phrase.end()
                        || phrase.follows()
                                && phrase.start() >= end
                                && folded.substring(end, phrase.start()).isBlank()
                        || phrase.precedes()
                                && phrase.end() <= start
                                && isBeside(folded.substring(phrase.end(), start)))
                .sorted(Comparator.comparingInt(phrase -> Math.abs(phrase.start() - number)))
                .map(phrase -> quote.substring(phrase.start(), phrase.end()))
                .findFirst();
    }

    /** Whether only space or an article is between two words. */
    private boolean isBeside(String between) {
        String stripped = between.strip();
        return stripped.isEmpty() || figures.list("articles").contains(stripped);
    }

    /** An objection if the quote has a further qualifier at every occurrence of the words. */
    private static Optional<Objection> firstLeftOut(
            List<Integer> places, java.util.function.Function<Integer, Optional<String>> leftOut) {
        Optional<String> phrase = Optional.empty();
        for (int start : places) {
            phrase = leftOut.apply(start);
            if (phrase.isEmpty()) {
                return Optional.empty();
            }
        }
        return phrase.map(
                words -> new Objection("words", "the words with \"" + words + "\" next to them in the quote"));
    }
}
