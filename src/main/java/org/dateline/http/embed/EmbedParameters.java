package org.dateline.http.embed;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import org.dateline.geo.Surroundings;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
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
import tools.jackson.databind.node.ObjectNode;

/** The parameters of {@code /embed/}, whose allowed values depend on the catalog. */
final class EmbedParameters {

    private static final Text NOTHING = new Text(Map.of("en", ""));

    /** The least width and height of a box, in degrees. */
    private static final double LEAST = 0.001;

    private static final Parameter<Bbox> BBOX = new Parameter<>(
            "bbox", "Area to show: west, south, east, north in degrees", () -> array("number"), EmbedParameters::box);

    private final Catalog catalog;
    private final Parameter<View> view;
    private final Parameter<List<String>> layers;
    private final Parameter<Feature> place;
    private final Parameter<Measure> measure;
    private final Parameter<String> lang;
    private final Parameter<String> theme;

    EmbedParameters(Catalog catalog) {
        this.catalog = catalog;
        this.view =
                oneOf("view", "View to start from; by default the catalog's default view", catalog.views(), View::id);
        this.layers =
                new Parameter<>("layers", "Layers to show, separated by commas", () -> array("string"), this::known);
        this.place = new Parameter<>(
                "place",
                "Place to highlight; without `bbox`, the map shows its surroundings",
                () -> Parameter.schema("string"),
                this::place);
        this.measure =
                oneOf("measure", "Measure whose claims to show instead of a map", catalog.measures(), Measure::id);
        this.lang = Parameter.choice("lang", "Language; by default the catalog's first", catalog.languages());
        this.theme = Parameter.choice(
                "theme",
                "Colours: `light`, `dark`, or `auto` (default) for what the reader's device prefers",
                Stream.of(Theme.values()).map(Theme::id).toList());
    }

    private static ObjectNode array(String type) {
        ObjectNode schema = Parameter.schema("array");
        schema.set("items", Parameter.schema(type));
        return schema;
    }

    private static <T> Parameter<T> oneOf(
            String name, String description, Collection<T> all, Function<T, String> idOf) {
        List<String> ids = all.stream().map(idOf).toList();
        return new Parameter<>(
                name,
                description,
                () -> Parameter.schema("string"),
                id -> all.stream()
                        .filter(one -> idOf.apply(one).equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", ids))));
    }

    /** All parameters, in the order of the documentation. */
    List<Parameter<?>> all() {
        return List.of(view, BBOX, layers, place, measure, lang, theme);
    }

    /** @throws BadParameterException if the requested state cannot be shown */
    EmbedRequest read(Parameters parameters) {
        return new EmbedRequest(
                shown(parameters),
                parameters.get(lang).orElse(catalog.defaultLanguage()),
                parameters.get(theme).flatMap(Theme::of).orElse(Theme.AUTO));
    }

    /** The query for a place in a language. */
    Parameters ofPlace(String id, String language) {
        return new Parameters(Map.of()).with(place, id).with(lang, language);
    }

    /** The query for a measure's claims in a language. */
    Parameters ofMeasure(String id, String language) {
        return new Parameters(Map.of()).with(measure, id).with(lang, language);
    }

    /** The known ones of some parameters. */
    Parameters only(Parameters parameters) {
        Parameters known = new Parameters(Map.of());
        for (Parameter<?> parameter : all()) {
            known = known.with(parameter, parameters.values().get(parameter.name()));
        }
        return known;
    }

    /** The query for a state of the map. */
    Parameters ofHash(MapHash hash, @Nullable String id, String language) {
        Parameters parameters = new Parameters(Map.of());
        if (hash.bbox() != null) {
            parameters = parameters.with(
                    BBOX,
                    Stream.of(
                                    hash.bbox().west(),
                                    hash.bbox().south(),
                                    hash.bbox().east(),
                                    hash.bbox().north())
                            .map(side -> String.format(Locale.ROOT, "%.3f", side))
                            .collect(Collectors.joining(",")));
        }
        List<String> shown = catalog.layers().stream()
                .filter(layer -> hash.on().contains(layer.id())
                        || layer.visible()
                                && catalog.defaultView().layers().contains(layer.id())
                                && !hash.off().contains(layer.id()))
                .map(Layer::id)
                .toList();
        if (!shown.isEmpty()) {
            parameters = parameters.with(layers, String.join(",", shown));
        }
        return parameters.with(place, id).with(lang, language);
    }

    private View shown(Parameters parameters) {
        List<Parameter<?>> shaping = List.of(BBOX, layers, place);
        Optional<Measure> claims = parameters.get(measure);
        if (claims.isPresent()) {
            Stream.concat(Stream.of(view), shaping.stream())
                    .filter(parameters::has)
                    .findFirst()
                    .ifPresent(other -> {
                        throw new BadParameterException(
                                other.name(), other.name() + " together with measure", "either a map or claims");
                    });
            return new ClaimsView(
                    "",
                    claims.get().label(),
                    claims.get().counts(),
                    claims.get().id());
        }
        View base = parameters.get(view).orElse(catalog.defaultView());
        Optional<Parameter<?>> shaped = shaping.stream().filter(parameters::has).findFirst();
        if (shaped.isEmpty()) {
            return base;
        }
        if (!(base instanceof MapView map)) {
            throw new BadParameterException(
                    shaped.get().name(), shaped.get().name() + " together with a view of claims", "a view of the map");
        }
        return shaped(map, parameters);
    }

    private MapView shaped(MapView base, Parameters parameters) {
        Feature about = parameters.get(place).orElse(null);
        return new MapView(
                "",
                about == null ? catalog.title() : about.name(),
                about == null ? NOTHING : catalog.title(),
                parameters.get(layers).orElse(base.layers()),
                parameters.get(BBOX).orElseGet(() -> about == null ? base.bbox() : surroundings(about)),
                about == null ? base.place() : about.id());
    }

    private Feature place(String id) {
        return catalog.layers().stream()
                .flatMap(layer -> catalog.places(layer).stream())
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the id of a place, as in /places/{id}/"));
    }

    private Bbox surroundings(Feature about) {
        return Surroundings.of(about.location())
                .orElseThrow(() -> place.unexpected(about.id(), "a place with a known location, or a bbox as well"));
    }

    private List<String> known(String ids) {
        List<String> known = catalog.layers().stream().map(Layer::id).toList();
        List<String> wanted =
                Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw layers.unexpected(id, "layers among " + String.join(", ", known));
        });
        return known.stream().filter(wanted::contains).toList();
    }

    private static Bbox box(String value) {
        try {
            String[] sides = value.split(",", -1);
            if (sides.length == 4) {
                Bbox bbox = new Bbox(number(sides[0]), number(sides[1]), number(sides[2]), number(sides[3]));
                if (bbox.width() > LEAST && bbox.north() - bbox.south() > LEAST) {
                    return bbox;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not numbers, or not degrees: both get the same answer.
        }
        throw new IllegalArgumentException("west,south,east,north in degrees, with a width and a height above zero");
    }

    /** Rounds a number to the precision of a map, so that requests with smaller differences share one drawing. */
    private static double number(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return Math.round(number * 1e4) / 1e4;
    }
}
