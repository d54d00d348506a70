package org.dateline.site.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dateline.ground.PlaceNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds stories, places, parties and quotes in all stories. A text is found if it has all words of the query, at the start
 * of words or, from four letters on, inside them, whatever their case and accents.
 */
public final class StorySearch {

    /** How much of a kind is shown of one story. */
    private static final int MOST_OF_ONE = 5;

    /** In how many stories. */
    private static final int MOST_STORIES = 50;

    /** Arabic letters that keyboards type differently, as the search of a site has them. */
    private static final String ALIKE_FROM = "\u064a\u0649\u0643\u0647\u06c3\u0629";

    private static final String ALIKE_TO = "\u06cc\u06cc\u06a9\u06c1\u06c1\u06c1";

    /** The least length of a word to be found inside another, such as "abad" in "Jacobabad". */
    private static final int PART = 4;

    private record Entry<T>(T value, String text) {}

    private record Indexed(
            StorySummary story,
            String title,
            List<Entry<StorySummary.Place>> places,
            List<Entry<StorySummary.Party>> parties,
            List<Entry<StorySummary.Quote>> quotes) {}

    /** What was found in one story. */
    public record Found(
            StorySummary story,
            boolean itself,
            List<StorySummary.Place> places,
            List<StorySummary.Party> parties,
            List<StorySummary.Quote> quotes) {

        /** Whether nothing was found. */
        boolean isEmpty() {
            return !itself && places.isEmpty() && parties.isEmpty() && quotes.isEmpty();
        }

        private int rank() {
            return itself ? 0 : !places.isEmpty() ? 1 : !parties.isEmpty() ? 2 : 3;
        }
    }

    private final List<StorySummary> stories;
    private @Nullable List<Indexed> index;

    public StorySearch(List<StorySummary> stories) {
        this.stories = List.copyOf(stories);
    }

    /** Made when somebody searches: the list of many stories is sooner there without it. */
    private synchronized List<Indexed> index() {
        List<Indexed> made = index;
        if (made == null) {
            made = stories.parallelStream().map(StorySearch::index).toList();
            index = made;
        }
        return made;
    }

    private static Indexed index(StorySummary story) {
        return new Indexed(
                story,
                folded(Stream.concat(
                        story.title().byLanguage().values().stream(), story.summary().byLanguage().values().stream())),
                entries(
                        story.places(),
                        place -> Stream.concat(place.name().byLanguage().values().stream(), place.others().stream())),
                entries(story.parties(), party -> party.name().byLanguage().values().stream()),
                entries(story.quotes(), quote -> Stream.of(quote.text())));
    }

    private static <T> List<Entry<T>> entries(List<T> values, Function<T, Stream<String>> texts) {
        return values.stream()
                .map(value -> new Entry<>(value, folded(texts.apply(value))))
                .toList();
    }

    /** Each word with a space before it. */
    private static String folded(Stream<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(' ').append(folded(text)));
        return all.toString();
    }

    private static String folded(String text) {
        StringBuilder plain = new StringBuilder();
        PlaceNames.key(text).codePoints().forEach(c -> {
            int alike = ALIKE_FROM.indexOf(c);
            if (alike >= 0) {
                plain.append(ALIKE_TO.charAt(alike));
            } else if (Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                plain.appendCodePoint(c);
            } else {
                plain.append(' ');
            }
        });
        return plain.toString();
    }

    /** What a query finds, story by story, the best first; nothing for a query without words. */
    public List<Found> find(String query) {
        List<String> words = Arrays.stream(folded(query).split(" +"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(10)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Indexed story : index()) {
            Found here = new Found(
                    story.story,
                    holds(story.title, words),
                    matching(story.places, words),
                    matching(story.parties, words),
                    matching(story.quotes, words));
            if (!here.isEmpty()) {
                found.add(here);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::rank))
                .limit(MOST_STORIES)
                .toList();
    }

    private static <T> List<T> matching(List<Entry<T>> entries, List<String> words) {
        return entries.stream()
                .filter(entry -> holds(entry.text, words))
                .limit(MOST_OF_ONE)
                .map(Entry::value)
                .toList();
    }

    private static boolean holds(String text, List<String> words) {
        return words.stream().allMatch(word -> text.contains(" " + word) || mayBeInside(word) && text.contains(word));
    }

    /** Short words would be found inside others by chance, except where a script writes no spaces. */
    private static boolean mayBeInside(String word) {
        return word.length() >= PART || word.codePoints().anyMatch(Character::isIdeographic);
    }
}
