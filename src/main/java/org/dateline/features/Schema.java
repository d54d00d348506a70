package org.dateline.features;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.model.PartialDate;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The properties of a collection's features, in order, and the type of their geometries.
 *
 * @param geometry type of the geometries in terms of OGC API - Features - Part 5: {@code point}, {@code any} ...
 */
public record Schema(List<Property> properties, String geometry) {

    /** The name of the geometry in filters and feature types. */
    public static final String GEOMETRY = "geometry";

    public Schema {
        properties = List.copyOf(properties);
    }

    public Optional<Property> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /**
     * The properties that queries for a time compare. A feature with both ends has the period between them; any other
     * has its date.
     *
     * @param date  as precisely as stated
     * @param range the first and the last day on which it may have happened; empty if the collection has no such days
     */
    public record Time(Property date, Optional<Range> range) {

        /**
         * The time of a feature; empty if it has none.
         *
         * @param values the values of its properties
         */
        public Optional<TimeSpan> of(Function<Property, @Nullable Object> values) {
            if (range.isPresent()
                    && values.apply(range.get().start) instanceof PartialDate first
                    && values.apply(range.get().end) instanceof PartialDate last
                    && !last.last().isBefore(first.first())) {
                return Optional.of(TimeSpan.ofDays(first.first(), last.last()));
            }
            return values.apply(date) instanceof PartialDate stated
                    ? Optional.of(TimeSpan.of(stated))
                    : Optional.empty();
        }
    }

    /** The properties with the ends of a period. */
    public record Range(Property start, Property end) {}

    /** The time of the features; empty if they have none. */
    public Optional<Time> time() {
        Optional<Range> range = withRole(Property.Role.INTERVAL_START)
                .flatMap(start -> withRole(Property.Role.INTERVAL_END).map(end -> new Range(start, end)));
        return withRole(Property.Role.INSTANT).map(date -> new Time(date, range));
    }

    private Optional<Property> withRole(Property.Role role) {
        return properties.stream().filter(property -> property.role() == role).findFirst();
    }

    /** The schema where the named partial dates, of which none is a month or a year, are days. */
    public Schema withDays(Set<String> names) {
        return new Schema(
                properties.stream()
                        .map(property -> names.contains(property.name())
                                ? new Property(
                                        property.name(),
                                        Property.Type.DATE,
                                        property.title(),
                                        property.unit(),
                                        property.role(),
                                        property.titles())
                                : property)
                        .toList(),
                geometry);
    }

    /** The GeoTools type: one attribute per property, then the geometry in CRS84. */
    SimpleFeatureType featureType(String name) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        for (Property property : properties) {
            builder.nillable(true).add(property.name(), binding(property.type()));
        }
        builder.setCRS(DefaultGeographicCRS.WGS84);
        builder.add(GEOMETRY, Geometry.class);
        builder.setDefaultGeometry(GEOMETRY);
        return builder.buildFeatureType();
    }

    private static Class<?> binding(Property.Type type) {
        return switch (type) {
            case STRING -> String.class;
            case INTEGER, NUMBER -> Number.class;
            case BOOLEAN -> Boolean.class;
            case DATE, PARTIAL_DATE -> PartialDate.class;
            case DATE_TIME -> Instant.class;
            case STRINGS -> List.class;
            case ANY -> Object.class;
        };
    }

    /**
     * The type that covers all of some types.
     *
     * @param types names of geometry types in lower case
     */
    public static String geometryOf(Collection<String> types) {
        Set<String> distinct = Set.copyOf(types);
        Set<String> families =
                distinct.stream().map(type -> type.replace("multi", "")).collect(Collectors.toSet());
        if (families.size() != 1) {
            return "any";
        }
        String family = families.iterator().next();
        return distinct.size() == 1 ? distinct.iterator().next() : family + "-or-multi" + family;
    }
}
