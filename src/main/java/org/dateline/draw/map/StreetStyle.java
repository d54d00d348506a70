package org.dateline.draw.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.draw.figure.Look;

/** What is known of how streets look: their style sheet within a page, and what is drawn at which zoom. */
public final class StreetStyle {

    /** The zoom from which each kind is shown. A kind of names may be called as a kind of surfaces is. */
    private static final Map<String, Double> FROM_KIND = fromKind();

    /** What maps do without where there is too much, the least important first: lines go after their names. */
    private static final List<Set<String>> LEAST = List.of(
            Set.of("path", "service", "paved-line"),
            Set.of("building"),
            Set.of("street-minor"),
            Set.of("minor"),
            Set.of("street-secondary", "neighbourhood"),
            Set.of("secondary", "rail", "paved", "sand", "waterway"));

    private StreetStyle() {}

    /**
     * Whether a kind is left out where there is too much.
     *
     * @param steps how many steps are taken: after the first there are no small paths, after the second no buildings, then no
     *              names of minor streets, no minor streets, no names of secondary roads, and after the sixth only main roads,
     *              water, green and built-up land
     */
    public static boolean isLeftOut(int steps, String kind) {
        return LEAST.stream().limit(steps).anyMatch(kinds -> kinds.contains(kind));
    }

    /** The zoom from which streets are drawn. */
    public static double from() {
        return StreetLook.FROM;
    }

    /** By how many zooms maps enlarge tiles at least. */
    public static double enlarged() {
        return StreetLook.ENLARGED;
    }

    /** Whether a kind is drawn or named anywhere below a zoom. */
    public static boolean isShownBelow(double zoom, String kind) {
        return FROM_KIND.getOrDefault(kind, Double.MAX_VALUE) < zoom;
    }

    private static Map<String, Double> fromKind() {
        Map<String, Double> from = new HashMap<>();
        StreetLook.SURFACES.forEach(one -> from.merge(one.kind(), one.from(), Math::min));
        StreetLook.LINES.forEach(one -> from.merge(one.kind(), one.widths().getFirst()[0], Math::min));
        StreetLook.NAMES.forEach(one -> from.merge(one.kind(), one.from(), Math::min));
        StreetLook.STREETS.forEach(one -> from.merge(one.kind(), one.from(), Math::min));
        return Map.copyOf(from);
    }

    /** Style rules for pages with streets: colours by class, as names of the page's own. */
    public static String css() {
        StringBuilder css = new StringBuilder();
        for (String name : StreetLook.parts()) {
            Look.Part part = Look.part(name);
            String property = part.fill() == null ? "stroke" : "fill";
            String colour = part.fill() == null ? part.stroke() : part.fill();
            css.append('.')
                    .append(name)
                    .append('{')
                    .append(property)
                    .append(":var(--")
                    .append(colour)
                    .append(")}");
        }
        return css.toString();
    }
}
