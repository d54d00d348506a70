package org.dateline.site.page;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a reader searches for, whatever their case and accents. The script in the browser forgives the same
 * misspellings (frontend/src/search/fold.ts).
 */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u200c\\u200d]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PARTS = Pattern.compile("\"([^\"]+)\"|[^\\s,;\"]+");
    private static final Pattern EDGES = Pattern.compile("^[\"'«»]+|[\"'«».!?]+$");
    private static final Pattern ABBREVIATION = Pattern.compile("(?<![\\p{L}.])(?:\\p{L}\\.){2,}(?:\\p{L}(?!\\p{L}))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    /** Letters that keyboards type differently, and typographic marks. */
    private static final Map<Character, String> SAME = Map.ofEntries(
            Map.entry('ي', "ی"),
            Map.entry('ى', "ی"),
            Map.entry('ك', "ک"),
            Map.entry('ه', "ہ"),
            Map.entry('ۃ', "ہ"),
            Map.entry('ة', "ہ"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('ß', "ss"),
            Map.entry('ı', "i"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"));

    private final List<String> words;

    private SearchWords(List<String> words) {
        this.words = words;
    }

    /** The words of a query; those within quotation marks stay together. */
    static SearchWords of(String query) {
        return new SearchWords(PARTS.matcher(fold(query))
                .results()
                .map(part -> part.group(1) == null ? part.group() : part.group(1))
                .map(part -> EDGES.matcher(part.strip()).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whether a text has all of them.
     *
     * @param near whether words that are spelled much like them count
     */
    boolean areIn(String text, boolean near) {
        String folded = fold(text);
        return words.stream().allMatch(word -> folded.contains(word) || near && isNear(folded, word));
    }

    /** Folds case, accents, variants of letters and white space, and drops the full stops of abbreviations. */
    private static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        for (char letter : SPACES.matcher(plain).replaceAll(" ").toCharArray()) {
            folded.append(SAME.getOrDefault(letter, String.valueOf(letter)));
        }
        return ABBREVIATION
                .matcher(folded)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(".", "")));
    }

    /** Whether a text has a word that begins with the same letter, and a letter or two differ; in numbers none may. */
    private static boolean isNear(String folded, String word) {
        int length = word.length();
        int most = length < 4 || DIGIT.matcher(word).find() ? 0 : length < 8 ? 1 : 2;
        return most > 0
                && WORD.matcher(folded)
                        .results()
                        .map(MatchResult::group)
                        .filter(one -> one.charAt(0) == word.charAt(0) && one.length() >= length - most)
                        .anyMatch(one -> mistakes(one, word, most) <= most
                                // The word may be the beginning of this one.
                                || mistakes(one.substring(0, Math.min(one.length(), length)), word, most) <= most);
    }

    /**
     * The number of letters that are missing, added, exchanged, or turned round with their neighbour (optimal string
     * alignment); any number above {@code most} if it is more.
     */
    private static int mistakes(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[][] rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                rows[i][j] =
                        Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
