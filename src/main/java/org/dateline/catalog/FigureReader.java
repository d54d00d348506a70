package org.dateline.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.catalog.FigureWords.Standing;
import org.dateline.catalog.NumberFinder.Found;
import org.dateline.model.Vagueness;
import org.dateline.model.Value;
import org.dateline.model.Wording;

/**
 * Reads the figures in a quote as a claim states them: a number in digits or words with what qualifies it ("at least
 * 30"), or a word that counts without one ("hundreds"). What is read passes {@link FigureCheck}; a figure that does not is
 * left out. Dates, times, ages and the numbers of roads are no figures.
 */
public final class FigureReader {

    private static final int NEAR = 3;

    /** The longest word between the two numbers of a range, with its spaces. */
    private static final int LONGEST_JOINER = 8;

    private static final String BETWEEN = "between";

    /** A word for a change, or a preposition of one, before the first number. */
    private static final Pattern GREW = Pattern.compile("(?i)\\b(?:from|of|de|desde|number)\\s$");

    private final FigureWords words;
    private final NumberFinder numbers;
    private final NumberKind kinds;
    private final FigureCheck check;

    /**
     * A figure in a quote.
     *
     * @param words the quote's words that state it, with all that qualifies it
     * @param start index of these words in the quote; {@code end} is the index after them
     */
    public record Figure(Value value, String words, int start, int end) {}

    private FigureReader(String language) {
        words = FigureWords.in(language);
        numbers = NumberFinder.in(language);
        kinds = new NumberKind(language);
        check = FigureCheck.in(language);
    }

    /** @param language BCP 47; for one whose number words are not known, only digits are read */
    public static FigureReader in(String language) {
        return new FigureReader(language);
    }

    /** The figures of a quote, in its order. */
    public List<Figure> read(String quote) {
        List<Standing> phrases = words.standing(words.fold(quote));
        List<Figure> figures = new ArrayList<>();
        List<Found> all = numbers.find(quote);
        for (int i = 0; i < all.size(); i++) {
            Found found = all.get(i);
            Optional<Figure> range =
                    i + 1 == all.size() ? Optional.empty() : range(quote, found, all.get(i + 1), phrases);
            if (range.isPresent()) {
                figures.add(range.get());
                i++;
            } else if (found.inDigits() ? kinds.counts(found, quote) : found.value() > 0) {
                number(quote, found, phrases).ifPresent(figures::add);
            }
        }
        for (Standing phrase : phrases) {
            Optional<Vagueness> vague = phrase.meanings().stream()
                    .map(Vagueness::of)
                    .flatMap(Optional::stream)
                    .findFirst();
            boolean free =
                    figures.stream().noneMatch(figure -> figure.start < phrase.end() && phrase.start() < figure.end);
            if (vague.isPresent() && free) {
                checked(quote, phrase.start(), phrase.end(), new Value.Vague(vague.get()))
                        .ifPresent(figures::add);
            }
        }
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    /** "Between 3 and 9", "20 to 30"; not "rose from 20 to 30". */
    private Optional<Figure> range(String quote, Found from, Found to, List<Standing> phrases) {
        if (from.value() >= to.value() || to.start() - from.end() > LONGEST_JOINER || from.value() < 1) {
            return Optional.empty();
        }
        int start = phrases.stream()
                .filter(phrase -> phrase.meanings().contains(BETWEEN) && phrase.precedes())
                .filter(phrase -> phrase.end() < from.start() && from.start() - phrase.end() <= 1)
                .mapToInt(Standing::start)
                .findFirst()
                .orElse(from.start());
        boolean joined = phrases.stream()
                .anyMatch(phrase -> phrase.meanings().contains(BETWEEN)
                        && phrase.start() >= from.end()
                        && phrase.end() <= to.start()
                        && quote.substring(from.end(), to.start()).strip().length() == phrase.length());
        boolean change =
                start == from.start() && GREW.matcher(quote.substring(0, start)).find();
        return start == from.start() && !joined || change || !kinds.counts(from, quote) || !kinds.counts(to, quote)
                ? Optional.empty()
                : checked(quote, start, to.end(), new Value.Range(from.value(), to.value()));
    }

    /** A number with the phrases right beside it. */
    private Optional<Figure> number(String quote, Found found, List<Standing> phrases) {
        int start = found.start();
        int end = found.end();
        for (Standing phrase : phrases) {
            if (phrase.meanings().equals(Set.of(BETWEEN))) {
                continue;
            }
            boolean within = phrase.start() < found.end() && found.start() < phrase.end();
            if (!within
                    && phrase.precedes()
                    && phrase.end() <= found.start()
                    && found.start() - phrase.end() <= NEAR
                    && !quote.substring(phrase.end(), found.start()).matches(".*[.,;:].*")) {
                start = Math.min(start, phrase.start());
            }
            if (!within
                    && phrase.follows()
                    && phrase.start() >= found.end()
                    && quote.substring(found.end(), phrase.start()).isBlank()) {
                end = Math.max(end, phrase.end());
            }
        }
        int from = start;
        int to = end;
        return Stream.of(Wording.values())
                .map(wording -> checked(quote, from, to, new Value.Figure(wording, found.value())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Figure> checked(String quote, int start, int end, Value value) {
        String stated = quote.substring(start, end);
        return check.check(quote, stated, value).isEmpty()
                ? Optional.of(new Figure(value, stated, start, end))
                : Optional.empty();
    }
}
