package org.dateline.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the part of a text that most resembles a quote, as a suggestion for an editor. Rows of words that occur in both
 * give candidate places; the edit distance ranks them. The result is never evidence: "35 hostages" resembles
 * "214 hostages".
 */
final class NearestWordingFinder {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int WORDS_IN_A_ROW = 3;
    /** The largest edit distance, as a share of the quote's length, at which something is suggested. */
    private static final double LARGEST_CHANGE = 0.4;
    /** Candidate places per quote, which bounds the time on a long text. */
    private static final int MOST_PLACES = 400;

    private NearestWordingFinder() {}

    /** A place in the text, as a UTF-16 index. */
    private record Candidate(int start, int distance) {}

    /**
     * @param text     normalised
     * @param quote    normalised
     * @param recorded index (UTF-16) at which the quote was expected: of equally similar places, the nearest one wins
     * @return the index (UTF-16) of the place
     */
    static Optional<Integer> find(String text, String quote, int recorded) {
        LevenshteinDistance distance = new LevenshteinDistance((int) Math.ceil(quote.length() * LARGEST_CHANGE));
        return places(text, quote, recorded).stream()
                // No quote begins with a space.
                .filter(start -> start < text.length() && text.charAt(start) != ' ')
                .map(start -> new Candidate(start, distance.apply(quote, window(text, start, quote.length()))))
                .filter(candidate -> candidate.distance >= 0)
                .min(Comparator.comparingInt(Candidate::distance)
                        .thenComparingInt(candidate -> Math.abs(candidate.start - recorded)))
                .map(Candidate::start);
    }

    /** The part of a text that starts at an index, up to a length. */
    static String window(String text, int start, int length) {
        int from = Math.min(start, text.length());
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private static TreeSet<Integer> places(String text, String quote, int recorded) {
        TreeSet<Integer> places = new TreeSet<>();
        if (recorded < text.length()) {
            places.add(recorded);
        }
        List<MatchResult> words = WORD.matcher(quote).results().toList();
        for (int row = Math.min(WORDS_IN_A_ROW, words.size()); row > 0 && places.size() < 2; row--) {
            for (int i = 0; i + row <= words.size(); i++) {
                int from = words.get(i).start();
                String seed = quote.substring(from, words.get(i + row - 1).end());
                for (int at : occurrences(text, seed)) {
                    if (places.size() < MOST_PLACES) {
                        int start = Math.max(0, at - from);
                        places.add(start);
                        // A change before the seed shifts the start, which is still the start of a word.
                        places.add(text.lastIndexOf(' ', start) + 1);
                        places.add(Math.min(at, Math.max(0, text.indexOf(' ', start)) + 1));
                    }
                }
            }
        }
        return places;
    }

    private static List<Integer> occurrences(String text, String words) {
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(words); at >= 0 && found.size() < MOST_PLACES; at = text.indexOf(words, at + 1)) {
            found.add(at);
        }
        return found;
    }

    /**
     * The share of the quotes that occurs in a text, from 0 to 1, measured in rows of three words: a changed digit
     * costs one row, not a whole quote.
     */
    static double share(String text, List<String> quotes) {
        int rows = 0;
        int found = 0;
        for (String quote : quotes) {
            List<MatchResult> words = WORD.matcher(quote).results().toList();
            for (int i = 0; i < words.size(); i += WORDS_IN_A_ROW) {
                int last = Math.min(i + WORDS_IN_A_ROW, words.size()) - 1;
                rows++;
                if (text.contains(
                        quote.substring(words.get(i).start(), words.get(last).end()))) {
                    found++;
                }
            }
        }
        return rows == 0 ? 0 : (double) found / rows;
    }
}
