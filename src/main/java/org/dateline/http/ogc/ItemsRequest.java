package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.features.AttributeName;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.cql2.Cql2Exception;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameters;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.filter.SortByImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a request for items asks.
 *
 * @param query    with filter, order, start and greatest number
 * @param after    where the page before ended; null for the first and where pages go by offset
 * @param system   to answer in
 * @param selected the properties to answer with
 */
record ItemsRequest(
        Query query, int offset, int limit, @Nullable String after, ReferenceSystem system, List<Property> selected) {

    static final int DEFAULT_LIMIT = 1_000;
    static final int MOST = 10_000;

    private static final Set<String> PARAMETERS = Set.of(
            "f",
            "limit",
            "offset",
            "after",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties");

    /** The parameters of a collection: those of all, and one for each property that can be compared with a value. */
    static Set<String> parameters(Schema schema) {
        Set<String> all = new HashSet<>(PARAMETERS);
        ownParameters(schema).forEach(property -> all.add(property.name()));
        return all;
    }

    /** Properties that are parameters; one whose name a parameter has already can be asked for in a filter. */
    static List<Property> ownParameters(Schema schema) {
        return schema.properties().stream()
                .filter(property -> property.sortable() && !PARAMETERS.contains(property.name()))
                .toList();
    }

    /** @throws BadParameterException says which parameter, what was got and what was expected */
    static ItemsRequest parse(Parameters parameters, ItemCollection collection, List<ReferenceSystem> systems) {
        Schema schema = collection.schema();
        // As large as it may be, a limit is never an error: the server gives what it can (/req/core/fc-limit-response).
        int limit = (int) Math.min(MOST, number(parameters, "limit", DEFAULT_LIMIT, 1));
        int offset = (int) Math.min(Integer.MAX_VALUE - MOST, number(parameters, "offset", 0, 0));
        Query query = new Query();
        query.setFilter(filter(parameters, schema, systems));
        query.setSortBy(order(parameters.get("sortby"), schema));
        query.setStartIndex(offset);
        query.setMaxFeatures(limit);
        return new ItemsRequest(
                query,
                offset,
                limit,
                parameters.get("after").orElse(null),
                FilterParameters.system(parameters, "crs", systems),
                selected(parameters.get("properties"), schema));
    }

    private static long number(Parameters parameters, String name, long otherwise, long least) {
        Optional<String> text = parameters.get(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,18}") && Long.parseLong(text.get()) >= least) {
            return Long.parseLong(text.get());
        }
        throw new BadParameterException(name, "\"" + text.get() + "\"", "a whole number from " + least);
    }

    private static Filter filter(Parameters parameters, Schema schema, List<ReferenceSystem> systems) {
        List<Filter> all = new ArrayList<>(FilterParameters.filters(parameters, schema, systems));
        for (Property property : ownParameters(schema)) {
            parameters.get(property.name()).ifPresent(value -> {
                try {
                    all.add(Cql2.isEqual(property, value, schema));
                } catch (Cql2Exception e) {
                    throw new BadParameterException(
                            property.name(), "\"" + value + "\"", String.valueOf(e.getMessage()));
                }
            });
        }
        return FilterParameters.all(all);
    }

    private static SortBy[] order(Optional<String> sortby, Schema schema) {
        List<SortBy> order = new ArrayList<>();
        for (String key : sortby.map(text -> text.split(",", -1)).orElse(new String[0])) {
            // A plus that was not percent-encoded arrives as a space.
            boolean descending = key.startsWith("-");
            String name = descending || key.startsWith("+") || key.startsWith(" ") ? key.substring(1) : key;
            schema.find(name)
                    .filter(Property::sortable)
                    .orElseThrow(() -> new BadParameterException(
                            "sortby", "\"" + key + "\"", "properties with + or - before each: " + names(schema, true)));
            order.add(new SortByImpl(new AttributeName(name), descending ? SortOrder.DESCENDING : SortOrder.ASCENDING));
        }
        return order.toArray(SortBy[]::new);
    }

    /** The properties to answer with, in their own order. */
    static List<Property> selected(Optional<String> properties, Schema schema) {
        if (properties.isEmpty()) {
            return schema.properties();
        }
        Set<String> names = Set.of(java.util.Arrays.stream(properties.get().split(",", -1))
                .distinct()
                .toArray(String[]::new));
        for (String name : names) {
            if (schema.find(name).isEmpty()) {
                throw new BadParameterException("properties", "\"" + name + "\"", "some of " + names(schema, false));
            }
        }
        return schema.properties().stream()
                .filter(property -> names.contains(property.name()))
                .toList();
    }

    private static String names(Schema schema, boolean sortable) {
        return schema.properties().stream()
                .filter(property -> !sortable || property.sortable())
                .map(Property::name)
                .collect(Collectors.joining(", "));
    }
}
