package org.dateline.site.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dateline.formats.TextFragment;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Measure;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.OpenDataFiles;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What every template needs of its page: the catalog, the words of the interface, and addresses. All addresses are
 * relative, so that the site can lie below any path or on a disk.
 *
 * @param path   of the page in the default language, as in {@code places/sibi/}
 * @param prefix of the page's language: empty for the default one, else {@code ur/}
 * @param kind   home, place, report, claims, records, record or error
 * @param id     of the place, report, measure or record; of the collection for its records; empty elsewhere
 */
public record Page(SiteContext context, UiTexts ui, String path, String prefix, String kind, String id) {

    public Catalog catalog() {
        return context.catalog();
    }

    /** The relative path to the site's root: {@code ../../}, or empty at the root itself. */
    public String root() {
        if (kind.equals("error")) {
            return context.hosting().absoluteRoot();
        }
        return "../".repeat((int) (prefix + path).chars().filter(c -> c == '/').count());
    }

    /** A file that has no language. */
    public String file(String target) {
        return root() + target;
    }

    public String script() {
        return file(context.assets().script());
    }

    public @Nullable String styleSheet() {
        return context.assets().style().map(this::file).orElse(null);
    }

    /** Those of a kind of page, beside that of all pages; empty for none. */
    public List<String> moreStyleSheets() {
        return kind.startsWith("record") ? List.of(file(context.assets().recordStyle())) : List.of();
    }

    /** Whether embeds can be had that stay as they are. */
    boolean keepsFrozen() {
        return context.hosting().frozen() != null;
    }

    /** Whether something answers queries beside the site's files. */
    public boolean isServed() {
        return !context.hosting().files();
    }

    /** What programs read that show this page elsewhere. */
    public Sharing sharing() {
        return new Sharing(this);
    }

    /** A page in this page's language. */
    public String page(String target) {
        return context.hosting().page(root() + prefix + target);
    }

    public String home() {
        return page("");
    }

    public String place(String feature) {
        return page("places/" + feature + "/");
    }

    public String report(Report report) {
        return page("reports/" + report.id() + "/");
    }

    public String source(Report report, Excerpt excerpt) {
        return report(report) + "#" + excerpt.id();
    }

    /** The excerpt as a Web Annotation. */
    public String annotation(Excerpt excerpt) {
        return file(OpenDataFiles.annotation(excerpt.id()));
    }

    /** The excerpt as a reference in CSL-JSON. */
    public String reference(Excerpt excerpt) {
        return file(OpenDataFiles.reference(excerpt.id()));
    }

    /** @param ending csv or json */
    public String claims(Measure measure, String ending) {
        return file(OpenDataFiles.claims(measure.id(), ending));
    }

    /** The measures that a report gives figures for. */
    public List<Measure> measures(Report report) {
        return catalog().measures().stream()
                .filter(measure -> report.claims().stream()
                        .anyMatch(claim -> claim.measure().equals(measure.id())))
                .toList();
    }

    /** Where the report's own address shows the excerpt; null where the report states no address. */
    public @Nullable String original(Report report, Excerpt excerpt) {
        return report.url() == null ? null : TextFragment.of(report.url(), excerpt.quote());
    }

    /** Where a report's page says how its quotes were compared with its text. */
    public String verification(Report report) {
        return (kind.equals("report") && id.equals(report.id()) ? "" : report(report)) + "#verification";
    }

    /** The day on which a report's quotes, as they stand, were found verbatim in its text; null where they were not. */
    public @Nullable String comparedOn(Report report) {
        return report.verification() == null
                ? null
                : ui.date(new PartialDate(report.verification().on()));
    }

    /** A word that keeps its own direction, whatever stands around it: a hash in a line of Urdu. */
    public static String isolated(String word) {
        return '\u2066' + word + '\u2069';
    }

    /** This page in another language. */
    public String in(String language) {
        String target = kind.equals("error") ? "" : path;
        String folder = LanguageFolder.of(catalog(), language);
        return context.hosting().page(root() + folder + target);
    }

    public List<String> otherLanguages() {
        return catalog().languages().stream()
                .filter(other -> !other.equals(ui.language()))
                .toList();
    }

    public String say(String key, Object... arguments) {
        return ui.say(key, arguments);
    }

    public String text(Text text) {
        return ui.text(text);
    }

    public Feature feature(String featureId) {
        return Optional.ofNullable(context.features().get(featureId)).orElseThrow();
    }

    public int quotes(Feature feature) {
        return context.citations().getOrDefault(feature.id(), List.of()).size();
    }

    /** The feature that this page is about; null on other pages. */
    public @Nullable String subject() {
        return kind.equals("place") ? id : null;
    }

    /** The family of symbols of a feature's layer; null for no feature. */
    public @Nullable String style(@Nullable String featureId) {
        return featureId == null ? null : layerOf(feature(featureId)).style().id();
    }

    /** The features of a layer that have a page of their own. */
    public List<Feature> places(Layer layer) {
        return Optional.ofNullable(context.places().get(layer.id())).orElseThrow();
    }

    /** What is said of layers and their records. */
    public LayerTexts layers() {
        return new LayerTexts(this);
    }

    public Layer layerOf(Feature feature) {
        return Optional.ofNullable(context.layers().get(feature.id())).orElseThrow();
    }

    /** Latitude and longitude of a spot or of a circle's centre; null for what has no such point. */
    public @Nullable String centre(Location location) {
        return switch (location) {
            case Location.Point(Coordinate at, double _) -> degrees(at);
            case Location.Radius(Coordinate at, double _) -> degrees(at);
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ -> null;
        };
    }

    private static String degrees(Coordinate at) {
        return String.format(
                Locale.ROOT,
                "%.4f° %s, %.4f° %s",
                Math.abs(at.y),
                at.y < 0 ? "S" : "N",
                Math.abs(at.x),
                at.x < 0 ? "W" : "E");
    }

    /** A latitude as on a map's edge: 29.7° N. */
    public static String latitude(double degrees) {
        return String.format(Locale.ROOT, "%.1f° %s", Math.abs(degrees), degrees < 0 ? "S" : "N");
    }

    /** Whether text of the report is left out before an excerpt of it. */
    public boolean gapBefore(Report report, int index) {
        Excerpt excerpt = report.excerpts().get(index);
        if (index == 0) {
            return excerpt.offset() > 0;
        }
        Excerpt before = report.excerpts().get(index - 1);
        // Neighbours may have a space between them.
        return excerpt.offset()
                > before.offset()
                        + before.quote().codePointCount(0, before.quote().length())
                        + 1;
    }

    /** Who says it; in its own voice, the report. */
    public String party(Quote quote) {
        String party = quote.excerpt().party();
        return party == null ? say("quote.ownVoice") : partyName(party);
    }

    public String partyName(String party) {
        return text(
                Optional.ofNullable(context.parties().get(party)).orElseThrow().name());
    }

    /** The number of a party's colour: 0 for a report's own voice, then 1 to 8 over and over. */
    public int colour(@Nullable String party) {
        return party == null ? 0 : context.colours().get(party);
    }

    /** What is claimed, in the words of this page. */
    public ClaimTexts claims() {
        return new ClaimTexts(this, context.comparisons());
    }

    /** What was put right, in the words of this page. */
    public CorrectionTexts corrections() {
        return new CorrectionTexts(this);
    }

    /** Layers with the topmost first, as a reader expects them in a list. */
    public List<Layer> layersFromTop() {
        return catalog().layers().reversed();
    }

    public String citation(Quote quote) {
        Report report = quote.report();
        return say(
                "quote.citation",
                quote.excerpt().quote(),
                party(quote),
                text(report.label()),
                ui.date(report.date()),
                report.sha256().substring(0, 12),
                Integer.toString(quote.excerpt().offset()));
    }
}
