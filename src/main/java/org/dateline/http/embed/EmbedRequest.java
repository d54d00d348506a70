package org.dateline.http.embed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.geo.Bbox;
import org.dateline.geo.Surroundings;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.Text;
import org.dateline.model.View;
import org.dateline.site.embed.Embeds.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /embed/} is asked for: {@code view}, {@code bbox} (west,south,east,north in degrees), {@code layers} (ids),
 * {@code place} (an id) or {@code measure} (an id), with {@code lang} and {@code theme} (auto, light or dark).
 */
record EmbedRequest(View view, String language, Theme theme) {

    private static final Set<String> NAMES = Set.of("view", "bbox", "layers", "place", "measure", "lang", "theme");

    private static final Text NOTHING = new Text(Map.of("en", ""));

    /**
     * @param parameters by name; of one that is given twice, the last
     * @throws IllegalArgumentException where one cannot be answered: says which, what was got and what was expected
     */
    static EmbedRequest parse(Catalog catalog, Map<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unexpected(name, "an unknown name", "one of " + String.join(", ", new TreeSet<>(NAMES)));
                });
        String language = parameters.getOrDefault("lang", catalog.defaultLanguage());
        if (!catalog.languages().contains(language)) {
            throw unexpected("lang", quoted(language), "one of " + String.join(", ", catalog.languages()));
        }
        Theme theme = Theme.of(parameters.getOrDefault("theme", Theme.AUTO.id()))
                .orElseThrow(() -> unexpected("theme", quoted(parameters.get("theme")), "auto, light or dark"));
        return new EmbedRequest(view(catalog, parameters), language, theme);
    }

    private static View view(Catalog catalog, Map<String, String> parameters) {
        List<String> shaping = List.of("bbox", "layers", "place");
        Optional<String> shaped =
                shaping.stream().filter(parameters::containsKey).findFirst();
        if (parameters.containsKey("measure")) {
            for (String other : List.of("view", "bbox", "layers", "place")) {
                if (parameters.containsKey(other)) {
                    throw unexpected(other, "it beside measure", "one of the two: a map or claims");
                }
            }
            return claims(catalog, parameters.get("measure"));
        }
        View base = parameters.containsKey("view") ? named(catalog, parameters.get("view")) : catalog.defaultView();
        if (shaped.isEmpty()) {
            return base;
        }
        if (!(base instanceof MapView map)) {
            throw unexpected(shaped.get(), "it beside a view of claims", "a view of the map");
        }
        return shaped(catalog, map, parameters);
    }

    private static MapView shaped(Catalog catalog, MapView base, Map<String, String> parameters) {
        Feature place = parameters.containsKey("place") ? place(catalog, parameters.get("place")) : null;
        List<String> layers =
                parameters.containsKey("layers") ? layers(catalog, parameters.get("layers")) : base.layers();
        Bbox bbox = base.bbox();
        if (parameters.containsKey("bbox")) {
            bbox = bbox(parameters.get("bbox"));
        } else if (place != null) {
            bbox = Surroundings.of(place.location())
                    .orElseThrow(() -> unexpected(
                            "place",
                            quoted(parameters.get("place")),
                            "a place whose location is known, or a bbox too"));
        }
        return new MapView(
                "",
                place == null ? catalog.title() : place.name(),
                place == null ? NOTHING : catalog.title(),
                layers,
                bbox,
                place == null ? base.place() : place.id());
    }

    private static View named(Catalog catalog, String id) {
        return catalog.view(id)
                .orElseThrow(() -> unexpected(
                        "view",
                        quoted(id),
                        "one of "
                                + String.join(
                                        ", ",
                                        catalog.views().stream().map(View::id).toList())));
    }

    private static ClaimsView claims(Catalog catalog, String id) {
        Measure measure = catalog.measure(id)
                .orElseThrow(() -> unexpected(
                        "measure",
                        quoted(id),
                        "one of "
                                + String.join(
                                        ", ",
                                        catalog.measures().stream()
                                                .map(Measure::id)
                                                .toList())));
        return new ClaimsView("", measure.label(), measure.counts(), id);
    }

    private static Feature place(Catalog catalog, String id) {
        return catalog.layers().stream()
                .flatMap(layer -> catalog.places(layer).stream())
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unexpected("place", quoted(id), "the id of a place, as in /places/{id}/"));
    }

    private static List<String> layers(Catalog catalog, String ids) {
        List<String> known = catalog.layers().stream().map(Layer::id).toList();
        List<String> asked =
                Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
        for (String id : asked) {
            if (!known.contains(id)) {
                throw unexpected("layers", quoted(id), "some of " + String.join(", ", known));
            }
        }
        return known.stream().filter(asked::contains).toList();
    }

    private static Bbox bbox(String value) {
        String expected = "west,south,east,north in degrees, a box with a width and a height";
        try {
            String[] sides = value.split(",", -1);
            if (sides.length == 4) {
                Bbox bbox = new Bbox(number(sides[0]), number(sides[1]), number(sides[2]), number(sides[3]));
                if (bbox.width() > 0.001 && bbox.north() - bbox.south() > 0.001) {
                    return bbox;
                }
            }
        } catch (IllegalArgumentException e) {
            // Neither numbers nor degrees: the same answer.
        }
        throw unexpected("bbox", quoted(value), expected);
    }

    /** As fine as a map shows: requests that differ by less share one drawing. */
    private static double number(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return Math.round(number * 1e4) / 1e4;
    }

    private static String quoted(@Nullable String value) {
        return '"' + String.valueOf(value) + '"';
    }

    private static IllegalArgumentException unexpected(String parameter, String got, String expected) {
        return new IllegalArgumentException("parameter " + parameter + ": got " + got + ", expected " + expected);
    }
}
