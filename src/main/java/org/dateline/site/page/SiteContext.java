package org.dateline.site.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dateline.formats.SchemaOrgWriter;
import org.dateline.model.Catalog;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Report;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.BrandFiles;
import org.dateline.site.resource.Hosting;
import org.dateline.site.stories.StoriesCatalog;
import org.dateline.site.stories.StorySummary;
import org.jspecify.annotations.Nullable;

/**
 * The data shared by all pages of a site: its catalog with lookups by id, the program's assets, and the site's
 * addresses.
 */
public final class SiteContext {

    /** The numbers of the parties' colours; those that are least alike come first. */
    private static final List<Integer> COLOURS = List.of(1, 2, 3, 4, 6, 8, 7, 5);
    /** The number of the colour that all other parties share. */
    private static final int GREY = 9;
    /** The kinds with a sign of their own, as in the style sheets; all others share the disc. */
    private static final Set<String> SIGNED =
            Set.of("hospital", "aid-group", "court", "company", "witness", "local-official");
    /** How much a figure counts towards a colour: plots need it more than quotes do. */
    private static final int QUOTES_OF_A_CLAIM = 100;

    private final Catalog catalog;
    private final @Nullable StoriesCatalog stories;
    private final Hosting hosting;
    private final Assets assets;
    private final BrandFiles brand;
    private final List<Comparison> comparisons;
    private final Map<String, List<Citation>> citations;
    private final Map<String, Feature> features = new HashMap<>();
    private final Map<String, Layer> layersOfFeatures = new HashMap<>();
    private final Map<String, List<Feature>> places = new HashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();

    public SiteContext(Catalog catalog, Hosting hosting, Assets assets) {
        this(catalog, null, hosting, assets);
    }

    /** @param stories what the catalog lists, if it is that of a server's stories; otherwise null */
    public SiteContext(Catalog catalog, @Nullable StoriesCatalog stories, Hosting hosting, Assets assets) {
        this.catalog = catalog;
        this.stories = stories;
        this.hosting = hosting;
        this.assets = assets;
        this.brand = BrandFiles.of(catalog.brand());
        this.comparisons = catalog.comparisons();
        this.citations = catalog.citationsByFeature();
        for (Layer layer : catalog.layers()) {
            List<Feature> here = catalog.places(layer);
            places.put(layer.id(), here);
            for (Feature feature : here) {
                features.put(feature.id(), feature);
                layersOfFeatures.put(feature.id(), layer);
            }
        }
        // Those who say most come first; where there are more parties than colours, the others share grey.
        Map<String, Integer> said = new HashMap<>();
        for (Report report : catalog.reports()) {
            report.claims()
                    .forEach(claim -> said.merge(Objects.toString(claim.party(), ""), QUOTES_OF_A_CLAIM, Integer::sum));
            report.excerpts().forEach(excerpt -> said.merge(Objects.toString(excerpt.party(), ""), 1, Integer::sum));
        }
        catalog.parties().stream()
                .sorted(Comparator.comparingInt(party -> -said.getOrDefault(party.id(), 0)))
                .forEach(party ->
                        colours.put(party.id(), colours.size() < COLOURS.size() ? COLOURS.get(colours.size()) : GREY));
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The files of who publishes the catalog. */
    public BrandFiles brand() {
        return brand;
    }

    /** The stories that this site lists; null on the site of one catalog. */
    public @Nullable StoriesCatalog stories() {
        return stories;
    }

    /** The story that a feature of the list stands for; null on the site of one catalog. */
    public @Nullable StorySummary story(String feature) {
        return stories == null ? null : stories.find(feature).orElse(null);
    }

    public Hosting hosting() {
        return hosting;
    }

    public Assets assets() {
        return assets;
    }

    /** The claims about each measure and subject. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    SchemaOrgWriter schemaOrg() {
        return new SchemaOrgWriter(catalog, comparisons, citations);
    }

    /** The features of a layer that have a page of their own. */
    public List<Feature> places(Layer layer) {
        return Objects.requireNonNull(places.get(layer.id()));
    }

    /** The lists that are too long for their pages. */
    public SiteLists lists() {
        return new SiteLists(this);
    }

    /** Layers with the topmost first, as a reader expects them in a list. */
    public List<Layer> layersFromTop() {
        return catalog.layers().reversed();
    }

    public Feature feature(String id) {
        return Objects.requireNonNull(features.get(id));
    }

    public Layer layerOf(Feature feature) {
        return Objects.requireNonNull(layersOfFeatures.get(feature.id()));
    }

    /** The excerpts that are tied to a feature, with their reports. */
    public List<Citation> citations(String feature) {
        return citations.getOrDefault(feature, List.of());
    }

    /** How many excerpts are tied to a feature. */
    public int quoteCount(String feature) {
        return citations(feature).size();
    }

    /** The reports whose excerpts are tied to a feature, each once. */
    public List<Report> reports(String feature) {
        return citations(feature).stream().map(Citation::report).distinct().toList();
    }

    /** The number of a party's colour: 1 to 8 for one party each, 9 for all others, 0 for a report's own voice (null). */
    public int colour(@Nullable String party) {
        return party == null ? 0 : Objects.requireNonNull(colours.get(party));
    }

    /** The classes of what a party says: {@code party-3 of-hospital}, its colour and, if its kind has one, its sign. */
    public String mark(@Nullable String party) {
        return "party-" + colour(party)
                + catalog.party(party)
                        .filter(known -> SIGNED.contains(known.kind()))
                        .map(known -> " of-" + known.kind())
                        .orElse("");
    }
}
