package org.dateline.site.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.model.Catalog;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.Hosting;
import org.jspecify.annotations.Nullable;

/**
 * The data shared by all pages of a site: its catalog with lookups by id, the program's assets, and the site's
 * addresses.
 */
public final class SiteContext {

    private static final int PARTY_COLOURS = 8;

    private final Catalog catalog;
    private final Hosting hosting;
    private final Assets assets;
    private final List<Comparison> comparisons;
    private final Map<String, List<Citation>> citations;
    private final Map<String, Feature> features = new HashMap<>();
    private final Map<String, Layer> layersOfFeatures = new HashMap<>();
    private final Map<String, List<Feature>> places = new HashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();

    public SiteContext(Catalog catalog, Hosting hosting, Assets assets) {
        this.catalog = catalog;
        this.hosting = hosting;
        this.assets = assets;
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
        for (Party party : catalog.parties()) {
            colours.put(party.id(), colours.size() % PARTY_COLOURS + 1);
        }
    }

    public Catalog catalog() {
        return catalog;
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

    /** The features of a layer that have a page of their own. */
    public List<Feature> places(Layer layer) {
        return Objects.requireNonNull(places.get(layer.id()));
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

    /** The number of a party's colour: 1 to 8 over and over, 0 for null, a report's own voice. */
    public int colour(@Nullable String party) {
        return party == null ? 0 : Objects.requireNonNull(colours.get(party));
    }
}
