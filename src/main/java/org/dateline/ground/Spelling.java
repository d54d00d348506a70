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
     * none in -нск and -мна either, no hard sign but before a vowel, and no шч and тс for щ and ц; it has no ending -тски, and
     * Санкт- has a hyphen.
     */
    private static final Map<String, Pattern> FOREIGN = Map.of(
            "uk",
            Pattern.compile("[жчшщ]ь|([сзц]к|ец)(?!\\p{L})"),
            "ru",
            Pattern.compile("[сзц]ьк|ньск|(ець|[^л]ьна)(?!\\p{L})|ъ(?![еёюя])|шч|тс(?![ки])|тски(?!\\p{L})|Санкт "));

    /**
     * What a language does not write where the same name is listed with something else instead. Russian -тск and -цк are both
     * -tsk in Latin letters, and turning these back makes -тск of -цк; Belarusian, which has -цк for both, never ends in -цкий or
     * -цкое, and Ukrainian, with its soft sign, keeps them apart. Belarusian also has э within a word where Russian has е, and -ы
     * where it has -ый.
     */
    private static final Map<String, List<Twin>> TWINS = Map.of(
            "ru",
            List.of(
                    new Twin("тс(?=к(ий|ое)(?!\\p{L}))", "ц", ""),
                    new Twin("тс(?=к)", "ц", "цьк"),
                    new Twin("ц(?=к)", "тс", "тськ"),
                    new Twin("(?<=[бвгджзклмнпрстфхцчшщ])э(?=[бвгджзклмнпрстфхцчшщ])", "е", ""),
                    new Twin("ы(?!\\p{L})", "ый", "")));

    /** A name that starts with a small letter, or has capitals only. */
    private static final Pattern UNLIKELY = Pattern.compile("^\\p{Ll}|^\\P{Ll}*$");

    /** Languages of whose names that are alike otherwise the one with the most of these is right. */
    private static final Map<String, Pattern> SIGNS =
            Map.of("uk", Pattern.compile("[ь'’ʼ]"), "ru", Pattern.compile("ь"));

    /** What hyphens and blanks count that differ. */
    private static final double PUNCTUATION = 2 * LETTER;

    /**
     * @param wrong   what is not written
     * @param right   what is instead
     * @param witness what another name of the town has if that is so; empty if it always is
     */
    private record Twin(Pattern wrong, String right, String witness) {
        Twin(String wrong, String right, String witness) {
            this(Pattern.compile(wrong, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), right, witness);
        }

        boolean isWrong(String name, List<String> all) {
            return wrong.matcher(name).find()
                    && all.contains(wrong.matcher(name).replaceAll(right))
                    && all.stream().anyMatch(other -> other.contains(witness));
        }
    }

    private final Transliterator latin;
    private final @Nullable Pattern foreign;
    private final @Nullable Pattern signs;
    private final List<Twin> twins;

    private Spelling(Transliterator latin, String code) {
        this.latin = latin;
        this.foreign = FOREIGN.get(code);
        this.signs = SIGNS.get(code);
        this.twins = TWINS.getOrDefault(code, List.of());
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

    /**
     * The one of several names that is closer than all others, if any is close.
     *
     * @param all the town's names in all languages
     */
    Optional<String> closest(List<String> names, String own, List<String> all) {
        String wanted = letters(own);
        String closest = "";
        double least = FURTHEST + AHEAD + 2 * ACCENTS;
        double second = Double.MAX_VALUE;
        for (String name : names) {
            if (isForeign(name) || isUnlikely(name, all) || twins.stream().anyMatch(twin -> twin.isWrong(name, all))) {
                continue;
            }
            String written = letters(latin.transliterate(name));
            // Ё is yo on maps for English readers.
            double far = Math.min(distance(written, wanted), distance(written.replace("ë", "yo"), wanted));
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

    private boolean isForeign(String name) {
        return foreign != null && foreign.matcher(name).find();
    }

    /** Whether the same name is listed in the usual capital and small letters. */
    private static boolean isUnlikely(String name, List<String> all) {
        return UNLIKELY.matcher(name).find()
                && all.stream()
                        .anyMatch(other -> other.equalsIgnoreCase(name)
                                && !UNLIKELY.matcher(other).find());
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

    /** The letters of a name in lower case, without the primes that stand for soft signs; one y for -yy, as -ый often is. */
    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("yy", "y")
                .replaceAll("[^\\p{L}]|[\u02B9\u02BA]", "");
    }

    private static String punctuation(String name) {
        return name.replaceAll("[^- ]", "");
    }

    private static String plain(String letters) {
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
