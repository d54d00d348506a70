package org.dateline.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as words, with what stands between them. */
final class Tokens {

    /** "U.S.", "W.Va.", "N'Djamena", "O’Brien"; a possessive "’s" is no part of the word. */
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}\\p{Ll}{0,2}\\.){2,}|[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*(?:['\u2019\u02BC](?!s(?![\\p{L}\\p{M}]))[\\p{L}\\p{M}]+)*");

    private static final Pattern ENDS = Pattern.compile("[.!?\u2026\u06D4\u0964]|\\R\\h*\\R");
    private static final Pattern LINE = Pattern.compile("\\R");

    final String text;
    final List<Token> all;

    /** The words that stand in lower case somewhere in the text. */
    final Set<String> lowercase = new HashSet<>();

    private Tokens(String text, List<Token> all) {
        this.text = text;
        this.all = all;
    }

    static Tokens of(String text, Words words) {
        List<Token> all = new ArrayList<>();
        Tokens tokens = new Tokens(text, all);
        Matcher matcher = WORD.matcher(text);
        int last = 0;
        while (matcher.find()) {
            String word = matcher.group();
            int first = word.codePointAt(0);
            boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
            boolean caps = word.codePoints().filter(Character::isLetter).count() > 1
                    && word.codePoints().noneMatch(Character::isLowerCase)
                    && upper;
            boolean caseless = Character.isLetter(first) && !upper && !Character.isLowerCase(first);
            String rest = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 3));
            boolean possessive = rest.matches("(?s)['\u2019]s(?:\\P{L}.*)?");
            String lower = word.replace(".", "").toLowerCase(Locale.ROOT);
            all.add(new Token(
                    matcher.start(),
                    matcher.end(),
                    word,
                    lower,
                    upper,
                    caps,
                    caseless,
                    possessive,
                    all.isEmpty() || opens(text.substring(last, matcher.start()), all.getLast(), words)));
            if (!upper) {
                tokens.lowercase.add(lower);
            }
            last = matcher.end();
        }
        return tokens;
    }

    private static boolean opens(String gap, Token before, Words words) {
        if (!ENDS.matcher(gap).find()) {
            return LINE.matcher(gap).find() && gap.contains("\n\n");
        }
        // "Gen. Smith", "J. Smith": no sentence ends there.
        boolean shortened = gap.startsWith(". ")
                && (words.is("titles", before.lower()) || before.text().length() == 1 && before.upper());
        return !shortened;
    }

    int size() {
        return all.size();
    }

    Token get(int i) {
        return all.get(i);
    }

    /** The lower-case word at an index; empty outside the text. */
    String lower(int i) {
        return i < 0 || i >= all.size() ? "" : all.get(i).lower();
    }

    boolean upper(int i) {
        return i >= 0 && i < all.size() && all.get(i).upper();
    }

    /** What stands between a word and the next one, possessive "'s" included; empty before and behind the text. */
    String gap(int i) {
        if (i < 0 || i >= all.size()) {
            return "";
        }
        int end = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
        return text.substring(all.get(i).end(), end);
    }

    /** Whether a word and the next one stand together, with no more than a space or a hyphen between them. */
    boolean joined(int i) {
        String gap = gap(i);
        return i >= 0
                && i + 1 < all.size()
                && (gap.equals(" ")
                        || gap.equals("-")
                        || gap.equals("\u00A0")
                        || gap.equals("\u2011")
                        || gap.equals("\n"));
    }
}
