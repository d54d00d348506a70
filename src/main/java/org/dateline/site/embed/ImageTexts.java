package org.dateline.site.embed;

import java.lang.Character.UnicodeScript;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.draw.figure.MissingLetters;
import org.dateline.draw.figure.Type;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.map.Sign;
import org.dateline.draw.plate.MapText;
import org.dateline.draw.plate.PlateText;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.View;
import org.dateline.site.page.Page;
import org.dateline.site.page.QuoteTexts;
import org.dateline.site.page.UiTexts;
import org.dateline.site.resource.LanguageFolder;

/** The texts of an image of a view, in the language of a page. */
record ImageTexts(View view, Page page) {

    private static final int HASH_DIGITS = 12;

    /** More reports than letters are counted and not listed. */
    private static final int MOST_REPORTS = 26;

    /** For a card, which lists no reports and has no text for screen readers: the page that links to it does. */
    PlateText card() {
        return plate(Set.of(), List.of(), "");
    }

    /** @param reports those that the image refers to */
    PlateText plate(Set<Report> reports, List<String> credits) {
        return plate(reports, credits, AltText.of(view, page));
    }

    private PlateText plate(Set<Report> reports, List<String> credits, String description) {
        Catalog catalog = page.catalog();
        List<String> lines = new ArrayList<>(credits);
        lines.add(page.say(
                "figure.catalog", UiTexts.isolated(catalog.hash().substring(0, HASH_DIGITS)), page.publisher()));
        URI base = page.site().hosting().base();
        if (base != null) {
            String folder = LanguageFolder.of(catalog, page.ui().language());
            lines.add(page.say(
                    "figure.address",
                    UiTexts.isolated(base.resolve(folder).toString()),
                    QuoteTexts.areVerified(catalog.reports())));
        }
        return new PlateText(
                page.ui().language(),
                page.ui().isRightToLeft(),
                description,
                page.text(catalog.title()),
                page.text(view.title()),
                page.text(view.caption()),
                page.say("figure.reports"),
                reports.size() > MOST_REPORTS
                        ? List.of(new PlateText.Source("", page.say("nav.reports", reports.size())))
                        : catalog.reports().stream()
                                .filter(reports::contains)
                                .map(report -> new PlateText.Source(letter(report), report(report)))
                                .toList(),
                lines,
                this::missing);
    }

    /** In English where the page's own language is among those that cannot be written. */
    private String missing(Set<UnicodeScript> scripts) {
        String own = missing(page.ui(), scripts);
        return MissingLetters.scripts(own, Type.sans(1)).isEmpty()
                ? own
                : missing(UiTexts.of(page.catalog(), "en"), scripts);
    }

    private static String missing(UiTexts texts, Set<UnicodeScript> scripts) {
        return texts.say(
                "figure.missing",
                scripts.stream().map(texts::nameOf).collect(Collectors.joining(texts.say("list.separator"))));
    }

    /** The attribution in one line: "Dateline, 5 reports", followed by the map's. */
    String attribution() {
        String reports = page.say("nav.reports", page.catalog().reports().size());
        return view instanceof MapView && page.catalog().basemap() != null
                ? page.say(
                        "figure.attribution.map",
                        reports,
                        page.text(page.catalog().basemap().attribution()),
                        page.publisher())
                : page.say("figure.attribution", reports, page.publisher());
    }

    private String report(Report report) {
        return page.say(
                "figure.report",
                page.text(report.label()),
                report.publisher() == null ? page.say("report.publisher.notStated") : report.publisher(),
                page.ui().date(report.date()),
                UiTexts.isolated(report.sha256().substring(0, HASH_DIGITS)));
    }

    /** The letter of a report, the same in all images of the catalog: a to z, then aa, ab ... */
    String letter(Report report) {
        int at = page.catalog().reports().indexOf(report);
        String letters = "";
        for (int rest = at; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('a' + rest % 26) + letters;
        }
        return letters;
    }

    /** @param shown the map as drawn */
    MapText map(MapView map, MapPanel shown) {
        List<MapPanel.Numbered> numbered = shown.numbered();
        List<Feature> around = shown.around();
        List<Feature> unlocated = page.catalog().layers().stream()
                .filter(layer -> map.layers().contains(layer.id()))
                .flatMap(layer -> page.site().places(layer).stream())
                .filter(one -> one.location() instanceof Location.Unlocated
                        && page.site().quoteCount(one.id()) > 0)
                .limit(MapPanel.MOST_NUMBERS)
                .toList();
        Set<Report> reports = Stream.of(
                        numbered.stream().map(MapPanel.Numbered::feature), around.stream(), unlocated.stream())
                .flatMap(some -> some)
                .flatMap(one -> page.site().reports(one.id()).stream())
                .collect(Collectors.toSet());
        boolean lettered = reports.size() <= MOST_REPORTS;
        Map<Layer, List<MapText.Entry>> entries = new LinkedHashMap<>();
        for (MapPanel.Numbered one : numbered) {
            entries.computeIfAbsent(one.layer(), _ -> new ArrayList<>()).add(entry(one, lettered));
        }
        List<MapText.Group> key = new ArrayList<>();
        entries.forEach((layer, some) -> key.add(new MapText.Group(page.text(layer.title()), some)));
        key.add(new MapText.Group(
                page.say("figure.around"),
                around.stream().map(one -> unnumbered(one, lettered)).toList()));
        key.add(new MapText.Group(
                page.say("figure.unlocated"),
                unlocated.stream().map(one -> unnumbered(one, lettered)).toList()));
        Map<Sign, String> legend = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            legend.put(sign, page.say("sign." + sign.words()));
        }
        String latitude = UiTexts.latitude(shown.middleLatitude());
        return new MapText(
                plate(reports, credits(map)),
                legend,
                metres -> page.ui().distance(metres),
                page.say("figure.trueAt", UiTexts.isolated(latitude)),
                key,
                shown.unnumbered() == 0 ? "" : page.say("figure.more", shown.unnumbered()));
    }

    private MapText.Entry entry(MapPanel.Numbered one, boolean lettered) {
        Feature feature = one.feature();
        String detail = page.say("figure.detail", page.ui().location(feature), quotes(feature, lettered));
        return new MapText.Entry(
                one.number(), page.text(feature.name()), page.ui().kind(feature), detail, one.strong());
    }

    private MapText.Entry unnumbered(Feature feature, boolean lettered) {
        return new MapText.Entry(
                0, page.text(feature.name()), page.ui().kind(feature), quotes(feature, lettered), false);
    }

    /** "5 quotes (a, c)"; without letters where too many reports are quoted to list them. */
    private String quotes(Feature feature, boolean lettered) {
        String count = page.say("quote.count", page.site().quoteCount(feature.id()));
        if (!lettered) {
            return count;
        }
        List<Report> here = page.site().reports(feature.id());
        String letters = page.catalog().reports().stream()
                .filter(here::contains)
                .map(this::letter)
                .collect(Collectors.joining(page.say("list.separator")));
        // No line break between the number and the letters.
        return page.say("figure.quotes", count, letters).replace(' ', '\u00A0');
    }

    private List<String> credits(MapView map) {
        List<String> credits = new ArrayList<>();
        if (page.catalog().basemap() != null) {
            credits.add(page.say(
                    "figure.basemap", page.text(page.catalog().basemap().attribution())));
        }
        page.catalog().layers().stream()
                .filter(layer -> map.layers().contains(layer.id()))
                .forEach(layer -> credits.add(page.say(
                        "figure.layer",
                        page.text(layer.title()),
                        UiTexts.isolated(layer.licence().strip()))));
        return credits;
    }
}
