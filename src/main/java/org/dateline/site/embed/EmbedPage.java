package org.dateline.site.embed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.draw.map.Sign;
import org.dateline.draw.map.StreetStyle;
import org.dateline.model.Basemap;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Correction;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.dateline.site.page.Page;
import org.dateline.site.page.Quote;
import org.dateline.site.page.QuoteTexts;
import org.dateline.site.page.SiteLists;
import org.dateline.site.resource.BrandFiles;
import org.jspecify.annotations.Nullable;

/**
 * The data that the template of an embed needs in addition to its page.
 *
 * @param policy      the Content-Security-Policy, for copies on other servers
 * @param entries     the places of a map, with their quotes; empty for claims
 * @param comparisons the claims of a measure; empty for a map
 * @param all         how many places or comparisons the view has: more than there are here if they were too heavy
 * @param svg         the map; empty for claims
 * @param signs       the signs of the map that its key explains, in order; empty for claims
 * @param config      what the script needs to wake the map up, safe within a script element; empty if it stays still
 */
public record EmbedPage(
        Page page,
        View view,
        Embeds.Theme theme,
        String policy,
        List<Entry> entries,
        List<Comparison> comparisons,
        int all,
        String svg,
        Set<Sign> signs,
        String config) {

    /** The figures of a table, where all are too many. */
    private static final int LATEST_FIGURES = 20;

    public EmbedPage {
        entries = List.copyOf(entries);
        comparisons = List.copyOf(comparisons);
        signs = Collections.unmodifiableSet(new LinkedHashSet<>(signs));
    }

    static EmbedPage ofClaims(
            Page page, View view, Embeds.Theme theme, String policy, List<Comparison> comparisons, Portion portion) {
        return new EmbedPage(
                page,
                view,
                theme,
                policy,
                List.of(),
                SiteLists.beginningOfClaims(comparisons, portion.items()),
                comparisons.size(),
                "",
                Set.of(),
                "");
    }

    /** A place with the quotes that name it, or the latest of them. */
    public record Entry(Feature feature, List<Quote> quotes) {
        public Entry {
            quotes = List.copyOf(quotes);
        }
    }

    /** What the list below a map holds: all places, or how many of how many. */
    public String summary() {
        if (entries.size() == all) {
            return page.say("embed.places", entries.size(), quotes());
        }
        boolean nearest = view instanceof MapView map && map.place() != null;
        return page.say(nearest ? "embed.part.nearest" : "embed.part.quoted", entries.size(), all);
    }

    /** The id that the entry of a feature, or of a story, has in the page. */
    public static String anchor(String id) {
        return "at-" + id;
    }

    public boolean isMap() {
        return view instanceof MapView;
    }

    /** The state of the catalog that a frozen embed keeps, as in its address; null for a live embed. */
    public @Nullable String frozen() {
        return FrozenEmbeds.stateOf(page);
    }

    public String script() {
        return page.site().assets().embedScript();
    }

    /** The style sheets: the common one, and one with a font if the language needs it; the newsroom's colours. */
    public List<String> styles() {
        String style = page.site().assets().embedStyle();
        List<String> styles = new ArrayList<>(List.of(style));
        if (page.ui().script() == Character.UnicodeScript.ARABIC) {
            styles.add(page.site().assets().arabicStyle());
        }
        if (page.catalog().streets() != null) {
            styles.add(StreetStyle.css());
        }
        String brand = BrandFiles.css(page.catalog().brand());
        if (!brand.isEmpty()) {
            styles.add(brand);
        }
        return styles;
    }

    /** The newsroom's logos, within the page; null for none, and for those that would make every embed heavy. */
    public BrandFiles.@Nullable Inline logo() {
        return BrandFiles.inline(page.catalog().brand());
    }

    /** The alternative text. */
    public String alt() {
        return AltText.of(view, page);
    }

    /** Address of the style sheet that a map needs to wake up. */
    public @Nullable String mapStyle() {
        return page.links().file(page.site().assets().mapStyle());
    }

    /** Address of the site's page with the same content. */
    public @Nullable String full() {
        return switch (view) {
            case ClaimsView claims -> page.links().claims(claims.measure());
            case MapView map when map.place() != null -> page.links().place(map.place());
            case MapView _ -> page.links().home();
        };
    }

    /** The corrections that concern the content of the embed, newest first. */
    public List<Correction> corrections() {
        return switch (view) {
            case ClaimsView claims -> page.catalog().correctionsOf(Correction.Kind.MEASURE, Set.of(claims.measure()));
            case MapView _ -> page.catalog().correctionsOf(Correction.Kind.PLACE, listed(entries));
        };
    }

    /** The ids of the places listed below the map. */
    static Set<String> listed(List<Entry> entries) {
        return entries.stream().map(entry -> entry.feature().id()).collect(Collectors.toSet());
    }

    /** The attribution of the basemap; null without one. */
    public @Nullable String credit() {
        Basemap ground = page.catalog().basemap();
        return isMap() && ground != null ? page.text(ground.attribution()) : null;
    }

    private boolean isLong() {
        return view instanceof ClaimsView claims
                && page.claims().isLong(page.catalog().measure(claims.measure()).orElseThrow());
    }

    /** The figures of a comparison that its table lists, in its order: all, or the latest of too many. */
    public List<Attributed> figures(Comparison comparison) {
        if (!isLong()) {
            return comparison.claims();
        }
        List<Attributed> latest = comparison.claims().stream()
                .sorted(Comparator.comparing(Attributed::date).reversed())
                .limit(LATEST_FIGURES)
                .toList();
        return comparison.claims().stream().filter(latest::contains).toList();
    }

    /** The quotes that carry the claims, without duplicates; none if they are too many, where links lead to them. */
    public List<Quote> claimQuotes() {
        return isLong() ? List.of() : Quote.of(comparisons);
    }

    private Stream<Quote> shownQuotes() {
        return isMap() ? entries.stream().flatMap(entry -> entry.quotes().stream()) : Quote.of(comparisons).stream();
    }

    /** The reports of all quotes. */
    public List<Report> reports() {
        return shownQuotes().map(Quote::report).distinct().toList();
    }

    /** "3 reports · 15 of 18 quotes": those that are here and, where it has more, those of the whole site. */
    public String sources() {
        long here = quotes();
        int all = page.catalog().reports().stream()
                .mapToInt(report -> report.excerpts().size())
                .sum();
        return isMap() && here < all
                ? page.say("embed.sources.part", reports().size(), here, QuoteTexts.areVerified(reports()), all)
                : page.say("embed.sources", reports().size(), here, QuoteTexts.areVerified(reports()));
    }

    /** The number of different quotes. */
    public long quotes() {
        return shownQuotes().map(quote -> quote.excerpt().id()).distinct().count();
    }

    /** The id of a sign: its class. */
    public static String id(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT);
    }
}
