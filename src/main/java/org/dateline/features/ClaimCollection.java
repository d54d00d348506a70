package org.dateline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.CatalogCollections.Draft;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the collection of claims, each located where its subject is. A claim has its number as stated and the interval
 * that its words allow; contradictions between claims are computed, and no claim wins.
 */
final class ClaimCollection {

    private ClaimCollection() {}

    /** @param geometries by the ids of the features that have one */
    static ItemCollection of(Catalog catalog, ClaimProperties properties, Map<String, Geometry> geometries) {
        List<Draft> drafts = new ArrayList<>();
        for (Comparison comparison : catalog.comparisons()) {
            for (Attributed claim : comparison.claims()) {
                drafts.add(new Draft(
                        claim.claim().id(),
                        properties.of(comparison, claim),
                        Optional.ofNullable(geometries.get(comparison.subject()))));
            }
        }
        return CatalogCollections.collection(
                "claims",
                Text.english("Claims"),
                Text.english(
                        "What each party says about each measure, with the quote that states it, at the incident or place it is "
                                + "about."),
                "Figures from the reports; locations from the layers",
                "Quotes: rights remain with the publishers of the reports",
                catalog.hash(),
                drafts);
    }
}
