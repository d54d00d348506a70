package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.features.AttributeName;
import org.dateline.features.FeatureMaker;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.cql2.Cql2Exception;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.filter.SortByImpl;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a collection's items: those common to all collections, and one for each property with a single
 * value.
 */
final class ItemsParameters {

    static final int MOST = 10_000;

    static final Parameter<Integer> OFFSET =
            Parameter.wholeNumberFrom("offset", "Number of features to skip", 0, Integer.MAX_VALUE - MOST, 0);

    static final Parameter<String> AFTER =
            Parameter.text("after", "Where the previous page ended, as given in its `next` link");

    private static final int DEFAULT_LIMIT = 1_000;

    // A limit is never too large: the server returns as many features as it can (/req/core/fc-limit-response).
    private static final Parameter<Integer> LIMIT = Parameter.wholeNumberFrom(
            "limit", "Maximum number of features on a page: 1 000 by default, 10 000 at most", 1, MOST, DEFAULT_LIMIT);

    private static final Parameter<String> SKIP_GEOMETRY =
            Parameter.choice("skipGeometry", "`true` leaves the geometries out", List.of("false", "true"));

    /** A parameter that asks for a value of a property. */
    private record Equality(Property property, Parameter<String> parameter) {}

    private final Schema schema;
    private final FilterParameters filters;
    private final Parameter<ReferenceSystem> crs;
    private final Parameter<SortBy[]> sortby;
    private final Parameter<List<Property>> properties;
    private final List<Parameter<?>> common;
    private final List<Equality> own;

    /** @param systems the reference systems for coordinates in requests and responses */
    ItemsParameters(Schema schema, List<ReferenceSystem> systems) {
        this.schema = schema;
        this.filters = new FilterParameters(schema, systems);
        this.crs = FilterParameters.system("crs", "Reference system of the coordinates in the response", systems);
        this.sortby = new Parameter<>(
                "sortby",
                "Properties to sort by, each with `-` for descending order; features without a value come last",
                () -> names(schema, Property::sortable, "", "-", "+"),
                this::order);
        this.properties = properties(schema, "Properties to include; all by default");
        this.common = Stream.concat(
                        Stream.of(
                                Representation.parameter(Representation.OF_ITEMS),
                                LIMIT,
                                OFFSET,
                                AFTER,
                                crs,
                                SKIP_GEOMETRY),
                        Stream.concat(filters.all().stream(), Stream.of(sortby, properties)))
                .toList();
        this.own = own(schema, common);
    }

    private static ObjectNode names(Schema schema, Predicate<Property> wanted, String... signs) {
        ObjectNode array = Parameter.schema("array");
        ObjectNode items = Parameter.schema("string");
        array.set("items", items);
        ArrayNode names = items.putArray("enum");
        schema.properties().stream()
                .filter(wanted)
                .forEach(property -> Stream.of(signs).forEach(sign -> names.add(sign + property.name())));
        if (names.isEmpty()) {
            // JSON Schema does not allow an empty list of values.
            items.remove("enum");
        }
        return array;
    }

    /** The parameter that selects properties of features. */
    static Parameter<List<Property>> properties(Schema schema, String description) {
        return new Parameter<>("properties", description, () -> names(schema, _ -> true, ""), text -> {
            Set<String> names = Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
            if (names.stream().anyMatch(name -> schema.find(name).isEmpty())) {
                throw new IllegalArgumentException("properties among " + joined(schema, _ -> true));
            }
            return schema.properties().stream()
                    .filter(property -> names.contains(property.name()))
                    .toList();
        });
    }

    /** The parameters common to all collections. */
    List<Parameter<?>> common() {
        return common;
    }

    /** All parameters, in the order of the documentation. */
    List<Parameter<?>> all() {
        return Stream.concat(common.stream(), own.stream().map(Equality::parameter))
                .toList();
    }

    /** The parameters of a single feature. */
    List<Parameter<?>> ofFeature() {
        return List.of(Representation.parameter(Representation.OF_FEATURES), crs, SKIP_GEOMETRY, properties);
    }

    /**
     * The properties that are parameters. A property with the name of another parameter can only be used in a filter.
     */
    private static List<Equality> own(Schema schema, List<Parameter<?>> common) {
        Set<String> taken = common.stream().map(Parameter::name).collect(Collectors.toSet());
        return schema.properties().stream()
                .filter(property -> property.sortable() && !taken.contains(property.name()))
                .map(property -> new Equality(property, equal(property)))
                .toList();
    }

    private static Parameter<String> equal(Property property) {
        return new Parameter<>(
                property.name(),
                "Features with this value: " + (property.title() == null ? property.name() : property.title()),
                () -> SchemaDocument.type(property),
                text -> text);
    }

    ItemsRequest read(Parameters parameters) {
        int limit = parameters.get(LIMIT).orElse(DEFAULT_LIMIT);
        int offset = parameters.get(OFFSET).orElse(0);
        Query query = new Query();
        query.setFilter(filter(parameters));
        query.setSortBy(parameters.get(sortby).orElse(new SortBy[0]));
        query.setStartIndex(offset);
        query.setMaxFeatures(limit);
        return new ItemsRequest(
                query, offset, limit, parameters.get(AFTER).orElse(null), system(parameters), properties(parameters));
    }

    /** The features of a response, without geometries if they are to be left out. */
    List<SimpleFeature> shown(List<SimpleFeature> features, Parameters parameters) {
        if (parameters.get(SKIP_GEOMETRY).filter("true"::equals).isEmpty()) {
            return features;
        }
        FeatureMaker maker = new FeatureMaker(schema);
        return features.stream()
                .map(feature -> maker.make(feature.getID(), feature::getAttribute, null))
                .toList();
    }

    /** The reference system of the response. */
    ReferenceSystem system(Parameters parameters) {
        return parameters.get(crs).orElse(ReferenceSystem.CRS84);
    }

    /** The properties of the response, in the schema's order. */
    List<Property> properties(Parameters parameters) {
        return parameters.get(properties).orElse(schema.properties());
    }

    private Filter filter(Parameters parameters) {
        List<Filter> all = new ArrayList<>(filters.filters(parameters));
        for (Equality one : own) {
            parameters.get(one.parameter()).ifPresent(text -> {
                try {
                    all.add(Cql2.isEqual(one.property(), text, schema));
                } catch (Cql2Exception e) {
                    throw one.parameter().unexpected(text, String.valueOf(e.getMessage()));
                }
            });
        }
        return FilterParameters.all(all);
    }

    private SortBy[] order(String keys) {
        List<SortBy> order = new ArrayList<>();
        for (String key : keys.split(",", -1)) {
            // A plus that was not percent-encoded arrives as a space.
            boolean descending = key.startsWith("-");
            String name = descending || key.startsWith("+") || key.startsWith(" ") ? key.substring(1) : key;
            schema.find(name)
                    .filter(Property::sortable)
                    .orElseThrow(() -> sortby.unexpected(
                            key,
                            "property names, each optionally preceded by + or -: "
                                    + joined(schema, Property::sortable)));
            order.add(new SortByImpl(new AttributeName(name), descending ? SortOrder.DESCENDING : SortOrder.ASCENDING));
        }
        return order.toArray(SortBy[]::new);
    }

    private static String joined(Schema schema, Predicate<Property> wanted) {
        return schema.properties().stream().filter(wanted).map(Property::name).collect(Collectors.joining(", "));
    }
}
