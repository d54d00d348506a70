package org.dateline.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Feature;
import org.dateline.model.Mention;

/**
 * The names of a place besides its own, told apart by whose they are. Letter case does not make another name.
 *
 * @param reported  the words of the reports that name it
 * @param standsFor the words of the reports that name something else, for which it is shown
 * @param others    spellings that no quote has
 */
public record PlaceNames(List<Words> reported, List<Words> standsFor, List<String> others) {

    /** @param language of the report that has the words */
    public record Words(String words, String language) {}

    public static PlaceNames of(Feature feature, SiteContext site) {
        Set<String> own = feature.name().byLanguage().values().stream()
                .map(PlaceNames::folded)
                .collect(Collectors.toSet());
        Map<String, Words> reported = new LinkedHashMap<>();
        Map<String, Words> standsFor = new LinkedHashMap<>();
        for (Citation citation : site.citations(feature.id())) {
            Map<String, Words> kind = citation.mention() instanceof Mention.Inferred ? standsFor : reported;
            for (String words : citation.mention().words()) {
                kind.putIfAbsent(
                        folded(words), new Words(words, citation.report().language()));
            }
        }
        reported.keySet().removeAll(own);
        Set<String> quoted =
                Stream.concat(own.stream(), reported.keySet().stream()).collect(Collectors.toSet());
        List<String> others = feature.altNames().stream()
                .filter(name -> !quoted.contains(folded(name)))
                .toList();
        return new PlaceNames(List.copyOf(reported.values()), List.copyOf(standsFor.values()), others);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
