package org.dateline.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.catalog.Faults;
import org.dateline.catalog.Field;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.SingleFileReader;
import org.dateline.catalog.TextReader;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.geo.LocationClass;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping file: checks it against its JSON Schema, and the columns that it names against the table's. It does
 * not stop at the first fault: the exception contains all of them.
 */
final class MappingReader {

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]+)}");

    private final List<Column> columns;
    private final List<String> names;
    private boolean listed;
    private final Faults faults = new Faults();
    private final MappedProperties properties;

    private MappingReader(List<Column> columns) {
        this.columns = columns;
        this.names = columns.stream().map(Column::name).toList();
        this.properties = new MappedProperties(columns);
    }

    /**
     * @param geometry whether the table has its own geometries
     * @throws InvalidCatalogException with every fault
     */
    static Mapping read(MappingFinder.File file, List<Column> columns, boolean geometry)
            throws InvalidCatalogException {
        MappingReader reader = new MappingReader(columns);
        Optional<Field> root = SingleFileReader.read(file.name(), file.content(), "mapping", reader.faults);
        reader.faults.throwIfAny();
        Mapping mapping = reader.mapping(root.orElseThrow(), geometry);
        reader.faults.throwIfAny();
        return mapping;
    }

    private Mapping mapping(Field root, boolean geometry) {
        String language = root.has("language") ? root.get("language").text() : "en";
        TextReader texts = new TextReader(List.of(language), faults);
        StoredCollection.Description about = new StoredCollection.Description(
                texts.read(root.get("title")),
                texts.read(root.get("description")),
                root.get("source").text(),
                root.get("licence").text());
        int id = column(root.get("id"));
        properties.add(KnownProperty.ID.property(), id);
        root.find("name").ifPresent(this::name);
        root.find("kind").ifPresent(this::kind);
        LocationMapping locations = locations(root, geometry);
        properties.addPlaced();
        root.find("date").ifPresent(date -> dates(date).properties().forEach(properties::add));
        root.find("parties").ifPresent(this::parties);
        root.find("excerpt").ifPresent(this::excerpt);
        FigureProperties figures = new FigureProperties(properties, this::column, faults);
        root.get("figures").items().forEach(figures::read);
        if (root.has("properties")) {
            root.get("properties").items().forEach(this::property);
        } else {
            properties.addOthers();
        }
        return new Mapping(about, columns, id, properties.all(), locations, true, index(root));
    }

    /** The number of a column; 0 and a fault if the table does not have it. */
    private int column(Field field) {
        int place = names.indexOf(field.text());
        if (place < 0) {
            faults.add(field.fault(expectedColumn()));
        }
        return Math.max(0, place);
    }

    /** Lists the columns only in the first fault, because real tables have many. */
    private String expectedColumn() {
        boolean first = !listed;
        listed = true;
        return "a column of the table" + (first ? ": " + String.join(", ", names) : "");
    }

    private int columnOrNone(Field parent, String name) {
        return parent.find(name)
                .map(field -> {
                    int place = column(field);
                    properties.take(place);
                    return place;
                })
                .orElse(-1);
    }

    private void name(Field field) {
        Property name = KnownProperty.NAME.property();
        if (!field.text().contains("{")) {
            properties.add(name, column(field));
            return;
        }
        List<String> between = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher found = IN_BRACES.matcher(field.text());
        int end = 0;
        while (found.find()) {
            between.add(field.text().substring(end, found.start()));
            int place = names.indexOf(found.group(1));
            if (place < 0) {
                faults.add(field.fault("\"" + found.group() + "\"", expectedColumn()));
            }
            places.add(Math.max(0, place));
            end = found.end();
        }
        between.add(field.text().substring(end));
        properties.add(new MappedProperty(name, MappedProperties.template(between, places)));
    }

    private void kind(Field field) {
        Property kind = KnownProperty.KIND.property();
        if (!field.node().isObject()) {
            properties.add(kind, column(field));
            return;
        }
        int place = column(field.get("column"));
        properties.take(place);
        Map<String, String> words = new LinkedHashMap<>();
        Field values = field.get("values");
        values.node()
                .propertyNames()
                .forEach(value -> words.put(value, values.get(value).text()));
        properties.add(new MappedProperty(kind, row -> {
            String value = row[place] == null ? null : row[place].toString();
            String word = value == null ? null : words.get(value);
            if (value != null && word == null) {
                throw BadRowException.of(names.get(place), value, "one of " + String.join(", ", words.keySet()));
            }
            return word;
        }));
    }

    private LocationMapping locations(Field root, boolean geometry) {
        LocationMapping.Shape shape = shape(root, geometry);
        Field location = root.get("location");
        int column = columnOrNone(location, "column");
        Map<String, LocationMapping.Stated> classes = new LinkedHashMap<>();
        for (String value : location.get("values").node().propertyNames()) {
            Field meaning = location.get("values").get(value);
            boolean plain = !meaning.node().isObject();
            Field word = plain ? meaning : meaning.get("class");
            LocationClass known = locationClass(word);
            Double metres =
                    meaning.has("uncertainty_m") ? meaning.get("uncertainty_m").number() : null;
            if (known == LocationClass.RADIUS && metres == null && !location.has("uncertainty_m")) {
                faults.add(meaning.fault("class and uncertainty_m: a radius has metres"));
            }
            classes.put(value, new LocationMapping.Stated(known, metres));
        }
        LocationClass constant = location.has("class") ? locationClass(location.get("class")) : null;
        if (constant == LocationClass.RADIUS && !location.has("uncertainty_m")) {
            faults.add(location.fault("uncertainty_m: a radius has metres"));
        }
        Field uncertainty = location.get("uncertainty_m");
        boolean metres = uncertainty.node().isNumber();
        return new LocationMapping(
                columns,
                shape,
                column,
                classes,
                constant,
                metres ? -1 : columnOrNone(location, "uncertainty_m"),
                metres ? uncertainty.number() : null);
    }

    private LocationClass locationClass(Field word) {
        try {
            return LocationClass.of(word.text());
        } catch (IllegalArgumentException e) {
            faults.add(word.fault("point, radius, area, line, between or unlocated"));
            return LocationClass.UNLOCATED;
        }
    }

    private LocationMapping.Shape shape(Field root, boolean geometry) {
        Optional<Field> stated = root.find("geometry");
        if (stated.isEmpty()) {
            if (!geometry) {
                faults.add(root.get("geometry")
                        .fault("nothing", "longitude and latitude, or wkt: the file has no geometries"));
            }
            return new LocationMapping.Shape.OwnGeometry();
        }
        Field field = stated.get();
        return field.has("wkt")
                ? new LocationMapping.Shape.Wkt(columnOrNone(field, "wkt"))
                : new LocationMapping.Shape.Degrees(columnOrNone(field, "longitude"), columnOrNone(field, "latitude"));
    }

    private DateProperties dates(Field date) {
        if (!date.node().isObject()) {
            int column = column(date);
            properties.take(column);
            return new DateProperties(columns, new DateReader(null), column, -1, -1, Map.of());
        }
        Map<String, DatePrecision> precisions = new LinkedHashMap<>();
        Field values = date.get("precision").get("values");
        values.node()
                .propertyNames()
                .forEach(value ->
                        precisions.put(value, DatePrecision.of(values.get(value).text())));
        return new DateProperties(
                columns,
                format(date),
                Math.max(columnOrNone(date, "column"), columnOrNone(date, "start")),
                columnOrNone(date, "end"),
                columnOrNone(date.get("precision"), "column"),
                precisions);
    }

    private DateReader format(Field date) {
        String format = date.textOrNull("format");
        Integer pivot = date.has("pivot") ? (int) date.get("pivot").number() : null;
        if (format != null && pivot == null && DateReader.leavesCenturyOpen(format)) {
            faults.add(date.get("format")
                    .fault(
                            "years of four digits (yyyy), or the field \"pivot\" as well: the first year that two digits can mean,"
                                    + " such as 1930"));
            return new DateReader(null);
        }
        try {
            return new DateReader(format, pivot);
        } catch (IllegalArgumentException e) {
            faults.add(date.get("format").fault("a format such as dd MMMM yyyy"));
            return new DateReader(null);
        }
    }

    private void parties(Field parties) {
        List<Integer> places = parties.items().stream().map(this::column).toList();
        places.forEach(properties::take);
        properties.add(new MappedProperty(KnownProperty.PARTIES.property(), row -> {
            List<String> named = new ArrayList<>();
            for (int place : places) {
                @Nullable Object party = row[place];
                if (party != null && !named.contains(party.toString())) {
                    named.add(party.toString());
                }
            }
            return named.isEmpty() ? null : named;
        }));
    }

    private void excerpt(Field excerpt) {
        properties.add(KnownProperty.QUOTE.property(), column(excerpt.get("column")));
        excerpt.find("source")
                .ifPresent(source -> properties.add(KnownProperty.EXCERPT_SOURCE.property(), column(source)));
    }

    private void property(Field field) {
        int column = column(field.get("column"));
        String name = field.has("name")
                ? field.get("name").text()
                : field.get("column").text();
        if (properties.has(name)) {
            faults.add(
                    field.get(field.has("name") ? "name" : "column").fault("a unique name; set another one with name"));
            return;
        }
        Type type = switch (field.has("type") ? field.get("type").text() : "text") {
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "date" -> Type.PARTIAL_DATE;
            case "texts" -> Type.STRINGS;
            case "json" -> Type.ANY;
            default -> Type.STRING;
        };
        Role none = null;
        Property property = new Property(name, type, field.textOrNull("title"), null, none);
        if (type == Type.PARTIAL_DATE) {
            DateReader dates = new DateReader(null);
            String stands = names.get(column);
            properties.add(
                    new MappedProperty(property, row -> row[column] == null ? null : dates.read(row[column], stands)));
        } else {
            properties.add(property, column);
        }
    }

    private List<Property> index(Field root) {
        List<Property> indexed = new ArrayList<>();
        for (Field name : root.get("index").items()) {
            properties.all().stream()
                    .map(MappedProperty::property)
                    .filter(property -> property.name().equals(name.text()) && property.queryable())
                    .findFirst()
                    .ifPresentOrElse(indexed::add, () -> faults.add(name.fault("a property that the records have")));
        }
        return indexed;
    }
}
