package org.dateline.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.CatalogCollections.Draft;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Interval;
import org.dateline.model.Measure;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The claims as features, one each, where the feature lies that each is about. The number stands as it was said, beside
 * the interval that its words leave open; which claims cannot hold together is computed, and none of them wins.
 */
final class ClaimCollection {

    static final String ID = "claims";

    private final Catalog catalog;
    private final FeatureProperties names;
    private final Map<String, Geometry> geometries;
    private final Map<String, Text> subjects = new LinkedHashMap<>();

    /** @param geometries by the ids of the features that have one */
    ClaimCollection(Catalog catalog, FeatureProperties names, Map<String, Geometry> geometries) {
        this.catalog = catalog;
        this.names = names;
        this.geometries = geometries;
        catalog.layers()
                .forEach(layer -> layer.features().forEach(feature -> subjects.put(feature.id(), feature.name())));
    }

    ItemCollection make() {
        List<Draft> drafts = new ArrayList<>();
        for (Comparison comparison : catalog.comparisons()) {
            for (Attributed claim : comparison.claims()) {
                drafts.add(new Draft(
                        claim.claim().id(),
                        properties(comparison, claim),
                        Optional.ofNullable(geometries.get(comparison.subject()))));
            }
        }
        Text description = new Text(Map.of(
                "en",
                "What each party says of each measure, with the quote that carries it, at the incident or place that it is "
                        + "about."));
        return CatalogCollections.collection(
                drafts,
                made -> new ItemCollection(
                        ID,
                        new Text(Map.of("en", "Claims")),
                        description,
                        made.schema(),
                        made.extent(),
                        made.time(),
                        "Figures from the reports; locations from the layers",
                        "Quotes: rights remain with the publishers of the reports",
                        catalog.hash(),
                        made.items()));
    }

    private Map<String, @Nullable Object> properties(Comparison comparison, Attributed attributed) {
        Claim claim = attributed.claim();
        Report report = attributed.report();
        Measure measure = comparison.measure();
        Interval open = claim.value().interval();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", claim.id());
        values.put("measure", measure.id());
        values.put("measure_label", names.inDefault(measure.label()));
        values.put("unit", names.inDefault(measure.unit()));
        values.put("subject", claim.subject());
        values.put(
                "subject_name",
                Optional.ofNullable(subjects.get(claim.subject()))
                        .map(names::inDefault)
                        .orElse(null));
        values.put("value", claim.value() instanceof Value.Figure figure ? figure.number() : null);
        values.put("wording", claim.value().wording());
        values.put("low", Double.isFinite(open.low()) ? open.low() : null);
        values.put("low_counted", open.lowCounted());
        values.put("high", Double.isFinite(open.high()) ? open.high() : null);
        values.put("high_counted", open.highCounted());
        values.put("words", claim.words());
        values.put("who", claim.who());
        values.put("party", claim.party());
        values.put("party_name", claim.party() == null ? null : names.partyName(claim.party()));
        values.put("as_of", claim.asOf());
        values.put("as_of_words", claim.asOfWords());
        values.put("part_of", claim.partOf());
        List<String> against = comparison.against(claim).stream()
                .map(other -> other.claim().id())
                .toList();
        values.put("contested", !against.isEmpty());
        values.put("against", against);
        values.put("excerpt", claim.excerpt());
        values.put("quote", attributed.excerpt().quote());
        values.put("report", report.id());
        values.put("report_label", names.inDefault(report.label()));
        values.put("report_date", report.date());
        values.put("page", "claims/" + measure.id() + "/#" + claim.subject());
        return values;
    }
}
