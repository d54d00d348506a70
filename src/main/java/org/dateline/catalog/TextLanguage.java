package org.dateline.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells the language of a text by its most common words, where these say it plainly. */
public final class TextLanguage {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Fewer words of a language may be names and foreign words. */
    private static final int LEAST = 4;

    private static final Map<String, Set<String>> COMMON = Map.ofEntries(
            common("en", "the of and to in that was for with said by from at were has had its"),
            common("es", "el la los las de que y en un una por con del se dijo al su fue"),
            common("fr", "le la les des et que dans un une pour est du sur avec au aux ont par"),
            common("pt", "o os as de que e em um uma para com do da dos das não foi ao"),
            common("de", "der die das und in den von zu mit ist dem nicht ein eine auf im des wurde"),
            common("tr", "ve bir bu için ile olarak olan daha gibi çok dedi kadar sonra oldu"),
            common("ru", "и в не на что с по как из за от это было были его для сообщил"),
            common("uk", "і в не на що з та як за від це у є до було були для повідомив"),
            common("ar", "في من على إلى أن التي الذي عن مع هذا هذه وقال قال بعد كان"),
            common("fa", "و در به از که این را با است برای گفت شد آن بود کرد"),
            common("ur", "کے کی میں ہے کا سے نے اور کو پر کہا ہیں تھا کہ"),
            common("ps", "په د او چې له کې ته دي سره هم وویل شوي"),
            common("hi", "के की में है का से ने और को पर कहा हैं था कि"),
            common("bn", "এবং এই থেকে করে জন্য একটি ও না হয় যে বলেন হয়েছে"));

    private TextLanguage() {}

    private static Map.Entry<String, Set<String>> common(String language, String words) {
        return Map.entry(language, Set.of(words.split(" ")));
    }

    /**
     * The language of a text (BCP 47): the one of whose common words it has clearly the most, as the catalog writes it if it is
     * one of the catalog's. Otherwise the catalog's first.
     *
     * @param languages the catalog's
     */
    public static String of(String text, List<String> languages) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList()) {
            COMMON.forEach((language, words) -> {
                if (words.contains(word)) {
                    counts.merge(language, 1, Integer::sum);
                }
            });
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        // Languages share words: "de" is one of three.
        Set<String> near = new HashSet<>(counts.keySet());
        near.removeIf(language -> counts.get(language) * 4 < most * 3);
        if (most < LEAST || near.size() > 1) {
            return languages.getFirst();
        }
        String found = near.iterator().next();
        Optional<String> own = languages.stream()
                .filter(language ->
                        Locale.forLanguageTag(language).getLanguage().equals(found))
                .findFirst();
        return own.orElse(found);
    }
}
