package org.dateline.site.embed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dateline.draw.MapPanel;
import org.dateline.draw.plate.MapPlate;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.dateline.site.page.Page;

/**
 * Proposes what stands for a view where it is not seen, from the data: one or two sentences that say what it shows, how
 * much of it, and in how many reports.
 */
public final class AltText {

    private static final int MOST_PLACES = 5;
    private static final int MOST_PARTIES = 6;

    private AltText() {}

    /** In the language of a page. */
    public static String of(View view, Page page) {
        return switch (view) {
            case MapView map -> map(map, page);
            case ClaimsView claims -> claims(claims, page);
        };
    }

    private static String map(MapView view, Page page) {
        List<Feature> places = MapPanel.shown(
                page.catalog(), view, id -> citations(id, page).size(), MapPlate.MAP_WIDTH, MapPlate.mapHeight(view));
        String title = sentence(view, page);
        if (places.isEmpty()) {
            return page.say("alt.map.empty", title);
        }
        List<String> named = new ArrayList<>();
        Set<Report> reports = new LinkedHashSet<>();
        for (Feature place : places) {
            citations(place.id(), page).forEach(citation -> reports.add(citation.report()));
            int quotes = page.quotes(place);
            named.add(page.say("alt.place", page.text(place.name()), page.say("quote.count", quotes)));
        }
        return page.say(
                "alt.map",
                title,
                places.size(),
                reports.size(),
                some(named, MOST_PLACES, page.say("list.separator"), page));
    }

    private static List<Citation> citations(String feature, Page page) {
        return page.context().citations().getOrDefault(feature, List.of());
    }

    private static String claims(ClaimsView view, Page page) {
        List<Comparison> comparisons = page.claims().all().stream()
                .filter(comparison -> comparison.measure().id().equals(view.measure()))
                .toList();
        Set<Report> reports = new LinkedHashSet<>();
        int figures = 0;
        Set<String> speakers = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            figures += comparison.claims().size();
            comparison.claims().forEach(attributed -> reports.add(attributed.report()));
            for (Attributed attributed : comparison.claims()) {
                String speaker = page.claims().speaker(attributed);
                if (!attributed.claim().isPart() && speakers.add(speaker)) {
                    said.add(page.say("alt.party", speaker, values(comparisons, speaker, page)));
                }
            }
        }
        boolean contested = comparisons.stream().anyMatch(Comparison::contested);
        String verdict = contested
                ? page.say("claims.contested")
                : figures > 1 ? page.say("claims.compatible") : page.say("claims.single");
        return page.say(
                "alt.claims",
                sentence(view, page),
                figures,
                reports.size(),
                some(said, MOST_PARTIES, page.say("alt.parties"), page),
                verdict);
    }

    private static String values(List<Comparison> comparisons, String speaker, Page page) {
        List<String> values = comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .filter(attributed -> !attributed.claim().isPart())
                .filter(attributed -> page.claims().speaker(attributed).equals(speaker))
                .map(attributed -> page.ui().value(attributed.claim().value()))
                .distinct()
                .toList();
        return String.join(page.say("list.separator"), values);
    }

    private static String some(List<String> all, int most, String separator, Page page) {
        // One more is named rather than counted.
        if (all.size() <= most + 1) {
            return String.join(separator, all);
        }
        String first = String.join(separator, all.subList(0, most));
        return page.say("alt.more", first, all.size() - most);
    }

    /** The title as a sentence: with a full stop unless it ends in a mark of its own. */
    private static String sentence(View view, Page page) {
        String title = page.text(view.title());
        return Character.isLetterOrDigit(title.codePointBefore(title.length())) ? page.say("alt.title", title) : title;
    }
}
