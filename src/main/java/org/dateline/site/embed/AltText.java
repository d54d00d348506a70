package org.dateline.site.embed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.plate.MapPlate;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.dateline.site.page.Page;
import org.dateline.site.stories.StoriesCatalog;

/**
 * Writes the alternative text of a view from the data: one or two sentences that say what it shows, how much of it, and
 * from how many reports.
 */
final class AltText {

    private static final int MOST_PLACES = 5;
    private static final int MOST_PARTIES = 6;

    private AltText() {}

    /** The alternative text in the language of a page. */
    static String of(View view, Page page) {
        return switch (view) {
            case MapView map -> map(map, page);
            case ClaimsView claims -> claims(claims, page);
        };
    }

    private static String map(MapView view, Page page) {
        List<Feature> places = MapPanel.shown(
                page.catalog(), view, page.site()::quoteCount, MapPlate.MAP_WIDTH, MapPlate.mapHeight(view));
        String title = sentence(view, page);
        StoriesCatalog stories = page.site().stories();
        if (stories != null) {
            String count = page.say("stories.count", stories.stories().size());
            List<String> titles = stories.stories().stream()
                    .map(story -> page.text(story.title()))
                    .toList();
            return titles.isEmpty()
                    ? title
                    : page.say("alt.title", count + ": " + some(titles, MOST_PLACES, page.say("list.separator"), page));
        }
        if (places.isEmpty()) {
            return page.say("alt.map.empty", title);
        }
        Set<Report> reports = new HashSet<>();
        places.forEach(place -> reports.addAll(page.site().reports(place.id())));
        List<String> named = places.stream()
                .map(place -> page.say(
                        "alt.place",
                        page.text(place.name()),
                        page.say("quote.count", page.site().quoteCount(place.id()))))
                .toList();
        return page.say(
                "alt.map",
                title,
                places.size(),
                reports.size(),
                some(named, MOST_PLACES, page.say("list.separator"), page));
    }

    private static String claims(ClaimsView view, Page page) {
        List<Comparison> comparisons = page.claims().of(view);
        List<Attributed> claims = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .toList();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            for (Attributed attributed : comparison.claims()) {
                if (!attributed.claim().isPart()) {
                    String note = page.claims().note(comparison, attributed);
                    String value = page.ui().value(attributed.claim().value());
                    values.computeIfAbsent(page.claims().speaker(attributed), _ -> new LinkedHashSet<>())
                            .add(note.isEmpty() ? value : page.say("claims.named", value, note));
                }
            }
        }
        List<String> said = new ArrayList<>();
        values.forEach((speaker, given) ->
                said.add(page.say("alt.party", speaker, String.join(page.say("list.separator"), given))));
        return page.say(
                "alt.claims",
                sentence(view, page),
                claims.size(),
                claims.stream().map(Attributed::report).distinct().count(),
                some(said, MOST_PARTIES, page.say("alt.parties"), page),
                page.claims().verdict(comparisons));
    }

    private static String some(List<String> all, int most, String separator, Page page) {
        // "and 1 more" would be as long as the one.
        if (all.size() <= most + 1) {
            return String.join(separator, all);
        }
        String first = String.join(separator, all.subList(0, most));
        return page.say("alt.more", first, all.size() - most);
    }

    /** The title as a sentence: with a full stop unless it ends in another mark. */
    private static String sentence(View view, Page page) {
        String title = page.text(view.title());
        return Character.isLetterOrDigit(title.codePointBefore(title.length())) ? page.say("alt.title", title) : title;
    }
}
