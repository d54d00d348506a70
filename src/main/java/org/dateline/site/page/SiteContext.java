package org.dateline.site.page;

import java.util.List;
import java.util.Map;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Party;
import org.dateline.site.resource.Assets;
import org.dateline.site.resource.Hosting;

/**
 * What all pages of a site share: the catalog with its parts by id, and where the site is.
 *
 * @param features by their ids
 * @param layers   by the ids of their features
 * @param places   the features of each layer that have a page, by its id
 */
public record SiteContext(
        Catalog catalog,
        Hosting hosting,
        Assets assets,
        Map<String, Feature> features,
        Map<String, Layer> layers,
        Map<String, List<Feature>> places,
        Map<String, List<Catalog.Citation>> citations,
        List<Comparison> comparisons,
        Map<String, Party> parties,
        Map<String, Integer> colours) {}
