package org.dateline.catalog;

import org.dateline.ground.Town;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a feature of a town, to paste into a layer. */
public final class PlaceDraft {

    private static final int CITY = 100_000;

    private PlaceDraft() {}

    /** One line of GeoJSON. What GeoNames has is a middle of the town, so large ones are known less closely. */
    public static String of(Town town) {
        boolean city = town.people() >= CITY;
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        String slug = Slug.of(town.name());
        properties.put("id", slug.isEmpty() ? "geonames-" + town.id() : slug);
        properties.put("name", town.name());
        properties.put("kind", town.seat() == Town.Seat.COUNTRY ? "capital" : city ? "city" : "town");
        properties.put("location", "point");
        properties.put("uncertainty_m", city ? 5 * FeatureCompleter.ASSUMED_M : FeatureCompleter.ASSUMED_M);
        properties.put("source", "GeoNames");
        properties.put("geonames", Long.toString(town.id()));
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.set("properties", properties);
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", "Point");
        geometry.putArray("coordinates").add(town.position().x).add(town.position().y);
        return feature.toString();
    }
}
