package org.dateline.site.embed;

import java.util.List;
import java.util.stream.Stream;
import org.dateline.model.ClaimsView;
import org.dateline.model.Comparison;
import org.dateline.model.Correction;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.dateline.site.page.ClaimPlot;
import org.dateline.site.page.Page;
import org.dateline.site.page.Quote;
import org.dateline.site.resource.Assets;
import org.jspecify.annotations.Nullable;

/**
 * What the template of an embed needs besides its page.
 *
 * @param frozen      the state of the catalog that it keeps, as its address says it; null for one that follows the catalog
 * @param policy      the Content-Security-Policy, for copies that no server of ours sends
 * @param entries     the places of a map, with their quotes
 * @param comparisons the claims of a measure; empty for a map
 * @param corrections of what it shows, the newest first
 * @param svg         the map; empty for claims
 * @param config      what the script needs to wake the map up, safe within a script element; empty for none
 * @param credit      of the map's ground; empty for none
 */
public record EmbedPage(
        View view,
        Embeds.Theme theme,
        @Nullable String frozen,
        Assets assets,
        String policy,
        List<Entry> entries,
        List<Comparison> comparisons,
        List<Correction> corrections,
        String svg,
        String config,
        String credit) {

    public EmbedPage {
        entries = List.copyOf(entries);
        comparisons = List.copyOf(comparisons);
        corrections = List.copyOf(corrections);
    }

    /** A place with the quotes that name it. */
    public record Entry(Feature feature, List<Quote> quotes) {
        public Entry {
            quotes = List.copyOf(quotes);
        }
    }

    /** The id of what an embed says of a feature. */
    public static String anchor(Feature feature) {
        return "at-" + feature.id();
    }

    public boolean isMap() {
        return !svg.isEmpty();
    }

    public String script() {
        return assets.embedScript();
    }

    public String style() {
        return assets.embedStyle();
    }

    /** A second style sheet, with a font that the language needs; null for none. */
    public @Nullable String fontStyle(Page page) {
        return page.ui().language().equals("ur") ? assets.urduStyle() : null;
    }

    /** What stands for it where it is not seen. */
    public String alt(Page page) {
        return AltText.of(view, page);
    }

    /** Address of the style sheet that a map needs to wake up. */
    public @Nullable String mapStyle(Page page) {
        return page.links().file(assets.mapStyle());
    }

    /** Address of the page of the site that shows the same at full size. */
    public @Nullable String full(Page page) {
        return switch (view) {
            case ClaimsView claims -> page.links().claims(claims.measure());
            case MapView map when map.place() != null -> page.links().place(map.place());
            case MapView _ -> page.links().home();
        };
    }

    public ClaimPlot plot(Comparison comparison, Page page) {
        return ClaimPlot.of(comparison, page);
    }

    /** Quotes that carry the claims, each once. */
    public List<Quote> claimQuotes() {
        return Quote.of(comparisons);
    }

    private Stream<Quote> shownQuotes() {
        return isMap() ? entries.stream().flatMap(entry -> entry.quotes().stream()) : claimQuotes().stream();
    }

    /** The reports that all of it rests on. */
    public List<Report> reports() {
        return shownQuotes().map(Quote::report).distinct().toList();
    }

    /** How many quotes it shows, each counted once. */
    public long quotes() {
        return shownQuotes().map(quote -> quote.excerpt().id()).distinct().count();
    }
}
