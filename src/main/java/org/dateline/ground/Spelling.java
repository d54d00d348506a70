package org.dateline.ground;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name in a language's letters that sounds like a name in Latin letters, by writing both alike. */
final class Spelling {

    /** The largest share of letters that may differ. */
    private static final double FURTHEST = 0.25;

    /** How much farther any other name must be. */
    private static final double AHEAD = 0.08;

    private final Transliterator latin;

    private Spelling(Transliterator latin) {
        this.latin = latin;
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
        return new Spelling(Transliterator.getInstance(best));
    }

    /** The one of several names that is closer than all others, if any is close. */
    Optional<String> closest(List<String> names, String own) {
        String wanted = plain(own);
        String closest = "";
        double least = FURTHEST + AHEAD;
        double second = Double.MAX_VALUE;
        for (String name : names) {
            String written = plain(latin.transliterate(name));
            double far = (double) LevenshteinDistance.getDefaultInstance().apply(written, wanted)
                    / Math.max(1, Math.max(written.length(), wanted.length()));
            if (far < least) {
                second = least;
                closest = name;
                least = far;
            } else {
                second = Math.min(second, far);
            }
        }
        return least <= FURTHEST && second - least >= AHEAD ? Optional.of(closest) : Optional.empty();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
