package org.dateline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.CatalogCollections.Draft;
import org.dateline.geo.Geometries;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the collection of excerpts. An excerpt is located where all the features are that it is tied to: one geometry
 * for one feature, a geometry collection for several, none if none of them is located. So a query for a box finds every
 * quote about what is in it.
 */
final class ExcerptCollection {

    private ExcerptCollection() {}

    /** @param geometries by the ids of the features that have one */
    static ItemCollection of(Catalog catalog, ExcerptProperties properties, Map<String, Geometry> geometries) {
        List<Draft> drafts = new ArrayList<>();
        for (Report report : catalog.reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                drafts.add(new Draft(
                        excerpt.id(), properties.inCollection(report, excerpt), geometry(excerpt, geometries)));
            }
        }
        return CatalogCollections.collection(
                "excerpts",
                Text.english("Excerpts"),
                Text.english("Verbatim quotes from the reports, each at the places and incidents that it is tied to."),
                "Quotes from the reports; locations from the layers",
                "Quotes: rights remain with the publishers of the reports",
                catalog.hash(),
                drafts);
    }

    private static Optional<Geometry> geometry(Excerpt excerpt, Map<String, Geometry> geometries) {
        List<Geometry> shapes = excerpt.mentions().stream()
                .map(Mention::feature)
                .distinct()
                .flatMap(feature -> Optional.ofNullable(geometries.get(feature)).stream())
                .toList();
        if (shapes.size() < 2) {
            return shapes.stream().findFirst();
        }
        // Flat: RFC 7946 advises against collections within collections.
        List<Geometry> parts = new ArrayList<>();
        for (Geometry shape : shapes) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                parts.add(shape.getGeometryN(i));
            }
        }
        return Optional.of(Geometries.FACTORY.buildGeometry(parts));
    }
}
