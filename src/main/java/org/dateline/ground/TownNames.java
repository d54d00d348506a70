package org.dateline.ground;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of towns in one language. GeoNames does not say which language a name is of, so a town has a name of its own
 * in two cases only: Unicode's CLDR knows it, as it does the cities that stand for time zones, most capitals among them;
 * or the language is that of the town's country, and one of the town's names in its letters sounds like the name that
 * GeoNames gives in Latin letters. Any other town keeps that name. Nothing is made up by transliteration.
 */
final class TownNames {

    private final ULocale language;
    private final UnicodeSet letters;
    private final boolean latin;
    private final Map<String, String> cities = new HashMap<>();
    private @Nullable Spelling spelling;

    /** @param language BCP 47 code */
    TownNames(String language) {
        this.language = ULocale.forLanguageTag(language);
        this.letters = LocaleData.getExemplarSet(this.language, UnicodeSet.CASE);
        this.latin = letters.contains('a');
        if (!latin) {
            TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
            TimeZoneNames own = TimeZoneNames.getInstance(this.language);
            for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                String city = own.getExemplarLocationName(zone);
                if (city != null && written(city)) {
                    cities.put(key(TimeZone.getRegion(zone), english.getExemplarLocationName(zone)), city);
                }
            }
        }
    }

    private static String key(String country, String name) {
        return country + ' ' + name;
    }

    /** Whether the language is written in Latin letters. */
    boolean latin() {
        return latin;
    }

    String of(Town town) {
        if (latin) {
            return town.name();
        }
        String city = cities.get(key(town.country(), town.name()));
        if (city != null) {
            return city;
        }
        String spoken =
                ULocale.addLikelySubtags(new ULocale("und_" + town.country())).getLanguage();
        if (!spoken.equals(language.getLanguage())) {
            return town.name();
        }
        if (spelling == null) {
            spelling = Spelling.of(spoken);
        }
        List<String> others =
                town.others().stream().map(TownNames::withoutStress).distinct().toList();
        List<String> fitting = others.stream().filter(this::written).toList();
        return spelling.closest(fitting, town.name(), others).orElse(town.name());
    }

    /** Without the accents of a dictionary, which are no part of a letter. */
    private static String withoutStress(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replace("\u0301", "");
    }

    /** Whether all letters of a name are among those that the language uses. */
    private boolean written(String name) {
        return name.codePoints().filter(UCharacter::isLetter).allMatch(letters::contains);
    }
}
