package org.dateline.http.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dateline.features.AttributeName;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.cql2.Cql2Exception;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import tools.jackson.databind.node.ObjectNode;

/** The parameters that select features of a collection by box, time and filter (OGC API - Features, parts 1 to 3). */
public final class FilterParameters {

    public static final Parameter<String> BBOX = new Parameter<>(
            "bbox",
            "Features that intersect a box, and those without a geometry: west, south, east, north in the axis order of "
                    + "`bbox-crs`; a west greater than the east crosses the antimeridian",
            FilterParameters::sides,
            text -> text);

    public static final Parameter<TimeSpan> DATETIME = new Parameter<>(
            "datetime",
            "Features whose date overlaps a date-time (`2025-03-11T08:30:00Z`), a date (`2025-03-11`) or an interval "
                    + "(`2025-03-11/2025-03-12`, `../2025-03-12`, `2025-03-11/P2D`), and those without a date",
            () -> Parameter.schema("string"),
            TimeSpan::parse);

    /** What a query does with features that lack what it could select them by. */
    private enum Without {
        INCLUDE,
        EXCLUDE,
        ONLY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Without of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static final Parameter<String> UNDATED = Parameter.choice(
            "undated",
            "Features without a date: `include` them (default), `exclude` them, or find `only` these",
            Stream.of(Without.values()).map(Without::word).toList());

    public static final Parameter<String> UNLOCATED = Parameter.choice(
            "unlocated",
            "Features without a geometry: `include` them (default), `exclude` them for readers that cannot take them, or "
                    + "find `only` these",
            Stream.of(Without.values()).map(Without::word).toList());

    public static final Parameter<String> FILTER =
            Parameter.text("filter", "Features for which a condition in CQL2 is true");

    private static final Parameter<String> Q = Parameter.text(
            "q", "Features whose names, quotes or notes contain each of these words, whatever their case and accents");

    private static final Parameter<String> FILTER_LANG = Parameter.choice(
            "filter-lang",
            "Language of `filter`: `cql2-text` (default) or `cql2-json`",
            List.of("cql2-text", "cql2-json"));

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final Filter NOWHERE = FILTERS.isNull(new AttributeName(Schema.GEOMETRY));

    private final Schema schema;
    private final Parameter<ReferenceSystem> bboxCrs;
    private final Parameter<ReferenceSystem> filterCrs;

    /** @param systems the reference systems in which coordinates may be given */
    public FilterParameters(Schema schema, List<ReferenceSystem> systems) {
        this.schema = schema;
        this.bboxCrs = system("bbox-crs", "Reference system of `bbox`", systems);
        this.filterCrs = system("filter-crs", "Reference system of the coordinates in `filter`", systems);
    }

    private static ObjectNode sides() {
        ObjectNode schema = Parameter.schema("array").put("minItems", 4).put("maxItems", 6);
        schema.set("items", Parameter.schema("number"));
        return schema;
    }

    /** A parameter whose value is a reference system. */
    public static Parameter<ReferenceSystem> system(String name, String description, List<ReferenceSystem> systems) {
        List<String> uris = systems.stream().map(ReferenceSystem::uri).toList();
        return new Parameter<>(
                name,
                description,
                () -> {
                    ObjectNode schema =
                            Parameter.schema("string").put("format", "uri").put("default", ReferenceSystem.CRS84.uri());
                    uris.forEach(schema.putArray("enum")::add);
                    return schema;
                },
                uri -> systems.stream()
                        .filter(system -> system.uri().equals(uri))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", uris))));
    }

    /** All parameters, in the order of the documentation. */
    public List<Parameter<?>> all() {
        return List.of(BBOX, bboxCrs, UNLOCATED, DATETIME, UNDATED, Q, FILTER, FILTER_LANG, filterCrs);
    }

    /** The filter of all parameters together. */
    public Filter filter(Parameters parameters) {
        return all(filters(parameters));
    }

    /** A filter that matches what all of the given filters match; everything, if there are none. */
    public static Filter all(List<Filter> filters) {
        return switch (filters.size()) {
            case 0 -> Filter.INCLUDE;
            case 1 -> filters.getFirst();
            default -> CommonFactoryFinder.getFilterFactory().and(filters);
        };
    }

    /** One filter for each parameter that is given. */
    public List<Filter> filters(Parameters parameters) {
        List<Filter> all = new ArrayList<>();
        ReferenceSystem boxSystem = parameters.get(bboxCrs).orElse(ReferenceSystem.CRS84);
        parameters.get(BBOX).ifPresent(bbox -> all.add(BboxFilter.parse(bbox, boxSystem)));
        parameters.get(UNLOCATED).ifPresent(word -> {
            switch (Without.of(word)) {
                case INCLUDE -> {}
                case EXCLUDE -> all.add(FILTERS.not(NOWHERE));
                case ONLY -> all.add(NOWHERE);
            }
        });
        schema.time().ifPresent(time -> {
            parameters.get(DATETIME).ifPresent(asked -> all.add(Cql2.atTime(time, asked)));
            parameters.get(UNDATED).ifPresent(word -> {
                switch (Without.of(word)) {
                    case INCLUDE -> {}
                    case EXCLUDE -> all.add(Cql2.isDated(time));
                    case ONLY -> all.add(Cql2.isUndated(time));
                }
            });
        });
        List<String> words = parameters.get(Q).stream()
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
            all.add(Cql2.contains(schema, words));
        }
        String language = parameters.get(FILTER_LANG).orElse("cql2-text");
        ReferenceSystem filterSystem = parameters.get(filterCrs).orElse(ReferenceSystem.CRS84);
        parameters.get(FILTER).ifPresent(text -> {
            try {
                all.add(
                        language.equals("cql2-text")
                                ? Cql2.ofText(text, schema, filterSystem)
                                : Cql2.ofJson(text, schema, filterSystem));
            } catch (Cql2Exception e) {
                throw new BadParameterException(FILTER.name(), "an invalid filter", language + ": " + e.getMessage());
            }
        });
        return all;
    }
}
