package org.dateline.ground;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds the name in a language's letters that sounds like a name in Latin letters, by writing both alike. */
final class Spelling {

    /** The largest share of letters that may differ. */
    private static final double FURTHEST = 0.25;

    /** How much farther any other name must be, unless this one has the same letters. */
    private static final double AHEAD = 0.08;

    /** What accents that differ count: a name with the same ones is preferred. */
    private static final double ACCENTS = 0.0001;

    /** What a letter more counts, where it is one that Latin letters leave out. */
    private static final double LETTER = ACCENTS / 100;

    /**
     * What a language never writes, but a neighbour with the same letters does. In Ukrainian (orthography of 2019), there is
     * no soft sign after sibilants, but one in the endings -ськ, -цьк and -ець, in which Russian has none. Russian of today has
     * none in -нск and -мна either, no hard sign but before a vowel, and no шч and тс for щ and ц.
     */
    private static final Map<String, Pattern> FOREIGN = Map.of(
            "uk", Pattern.compile("[жчшщ]ь|([сзц]к|ец)(?!\\p{L})"),
            "ru", Pattern.compile("[сзц]ьк|ньск|(ець|[^л]ьна)(?!\\p{L})|ъ(?![еёюя])|шч|тс(?![ки])"));

    /** Languages of whose names that are alike otherwise the one with the most of these is right. */
    private static final Map<String, Pattern> SIGNS =
            Map.of("uk", Pattern.compile("[ь'’ʼ]"), "ru", Pattern.compile("ь"));

    /** What hyphens and blanks count that differ. */
    private static final double PUNCTUATION = 2 * LETTER;

    private final Transliterator latin;
    private final @Nullable Pattern foreign;
    private final @Nullable Pattern signs;

    private Spelling(Transliterator latin, String code) {
        this.latin = latin;
        this.foreign = FOREIGN.get(code);
        this.signs = SIGNS.get(code);
    }

    /** @param language BCP 47 code */
    static Spelling of(String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        Set<String> known = new TreeSet<>(Collections.list(Transliterator.getAvailableIDs()));
        // As English-language maps write the language's names, which is how GeoNames mostly does.
        String best = known.stream()
                .filter(id -> id.startsWith(code + "-" + code + "_Latn/"))
                .findFirst()
                .orElse("Any-Latin");
        return new Spelling(Transliterator.getInstance(best), code);
    }

    /** The one of several names that is closer than all others, if any is close. */
    Optional<String> closest(List<String> names, String own) {
        String wanted = letters(own);
        String closest = "";
        double least = FURTHEST + AHEAD + 2 * ACCENTS;
        double second = Double.MAX_VALUE;
        for (String name : names) {
            if (foreign != null && foreign.matcher(name).find()) {
                continue;
            }
            double far = distance(letters(latin.transliterate(name)), wanted);
            if (!punctuation(name).equals(punctuation(own))) {
                far += PUNCTUATION;
            }
            if (signs != null) {
                far -= LETTER * signs.matcher(name).results().count();
            }
            if (far < least) {
                second = least;
                closest = name;
                least = far;
            } else {
                second = Math.min(second, far);
            }
        }
        boolean ahead = second - least >= (least <= ACCENTS ? LETTER / 2 : AHEAD);
        return least <= FURTHEST + ACCENTS && ahead ? Optional.of(closest) : Optional.empty();
    }

    private static double distance(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        String plain = plain(one);
        String wanted = plain(other);
        return ACCENTS
                + (double) LevenshteinDistance.getDefaultInstance().apply(plain, wanted)
                        / Math.max(1, Math.max(plain.length(), wanted.length()));
    }

    /** The letters of a name in lower case, without the primes that stand for soft signs. */
    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}]|[\u02B9\u02BA]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String punctuation(String name) {
        return name.replaceAll("[^- ]", "");
    }

    private static String plain(String letters) {
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
