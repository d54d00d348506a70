package org.dateline.catalog;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Makes an id of a name: Latin letters without accents and digits, in groups joined by hyphens. */
public final class Slug {

    private Slug() {}

    /** Empty if the name has no letters or digits. */
    public static String of(String name) {
        String latin = name.chars().allMatch(c -> c < 0x80)
                ? name
                : Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(name);
        return latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
