package org.dateline.draw.map;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.geo.Location;
import org.dateline.model.Feature;
import org.dateline.model.Layer;

/**
 * How a line is drawn, by its kind or else by its layer's style.
 *
 * @param casing the part beneath, which sets it off
 * @param body   the part that shows; with {@code -selected} after it where the line is emphasised
 * @param core   the part above; empty for none
 * @param sign   what explains it in a legend
 */
record LineSymbol(String casing, String body, Optional<String> core, Sign sign) {

    /** The signs of lines that have one of their own, in the order of a legend. */
    static Set<Sign> signs(Layer.Style style, List<Feature> features) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        for (Feature feature : features) {
            if (feature.location() instanceof Location.Line) {
                signs.add(of(style, feature.kind()).sign());
            }
        }
        signs.removeAll(EnumSet.of(Sign.LINE, Sign.PATH));
        return signs;
    }

    /** The sign of most lines of a layer; the first of a legend among equals; empty if it has none. */
    static Optional<Sign> ofMost(Layer.Style style, List<Feature> features) {
        Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
        for (Feature feature : features) {
            if (feature.location() instanceof Location.Line) {
                counts.merge(of(style, feature.kind()).sign(), 1, Integer::sum);
            }
        }
        // A stream's maximum is the last of equals.
        return counts.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
    }

    /** The signs of all lines that have one of their own. */
    static Set<Sign> all() {
        return EnumSet.of(Sign.ROAD, Sign.RIVER, Sign.FERRY, Sign.BORDER, Sign.PIPELINE);
    }

    static LineSymbol of(Layer.Style style, String kind) {
        return switch (kind) {
            case "road", "motorway", "street" ->
                new LineSymbol("route-casing", "line-road", Optional.of("line-road-core"), Sign.ROAD);
            case "river", "stream", "canal", "ravine" ->
                new LineSymbol("line-casing", "line-river", Optional.empty(), Sign.RIVER);
            case "ferry" -> new LineSymbol("line-casing", "line-ferry", Optional.empty(), Sign.FERRY);
            case "border" -> new LineSymbol("line-casing", "line-border", Optional.empty(), Sign.BORDER);
            case "pipeline" ->
                new LineSymbol("line-casing", "line-pipeline", Optional.of("line-pipeline-core"), Sign.PIPELINE);
            default ->
                style == Layer.Style.ROUTE || kind.equals("railway")
                        ? new LineSymbol("route-casing", "route", Optional.of("route-core"), Sign.LINE)
                        : new LineSymbol("line-casing", "line", Optional.empty(), Sign.PATH);
        };
    }
}
