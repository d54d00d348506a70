package org.dateline.load;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.catalog.Faults;
import org.dateline.catalog.Field;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.catalog.TextReader;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property;
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
    private final boolean editions;
    private final Faults faults;
    private final ColumnFinder finder;
    private final MappedProperties properties;
    /** The language of texts that are plain strings. */
    private String language = "en";

    private MappingReader(List<Column> columns, MappingFile file) {
        this.columns = columns;
        this.editions = file.editions();
        this.faults = file.faults();
        this.finder = new ColumnFinder(columns, editions, faults);
        this.properties = new MappedProperties(columns);
    }

    /**
     * @param geometry whether the table has its own geometries
     * @throws InvalidCatalogException with every fault
     */
    static Mapping read(MappingFile file, List<Column> columns, boolean geometry) throws InvalidCatalogException {
        Mapping mapping = new MappingReader(columns, file).mapping(file.root(), geometry);
        file.faults().throwIfAny();
        return mapping;
    }

    private Mapping mapping(Field root, boolean geometry) {
        language = root.has("language") ? root.get("language").text() : "en";
        TextReader texts = new TextReader(List.of(language), faults);
        StoredCollection.Description about = new StoredCollection.Description(
                KnownTitles.of(texts.read(root.get("title"))),
                texts.read(root.get("description")),
                root.get("source").text(),
                root.get("licence").text());
        int id = finder.required(root.get("id"));
        properties.addId(id, true);
        root.find("name").ifPresent(this::name);
        root.find("kind").ifPresent(this::kind);
        LocationMapping locations = locations(root, geometry);
        properties.addPlaced();
        root.find("date").ifPresent(date -> dates(date).properties().forEach(properties::add));
        root.find("parties").ifPresent(this::parties);
        root.find("excerpt").ifPresent(this::excerpt);
        FigureProperties figures = new FigureProperties(properties, finder, faults, language);
        root.get("figures").items().forEach(figures::read);
        MissingValues missing = missing(root);
        if (root.has("properties")) {
            root.get("properties").items().forEach(this::property);
        } else {
            properties.addOthers();
        }
        return new Mapping(
                about,
                columns,
                id,
                missing,
                properties.all(),
                locations,
                true,
                index(root),
                properties.notes(finder.missing()));
    }

    /** A list of codes for all columns, or of the codes of each column, with "*" for those of all. */
    private MissingValues missing(Field root) {
        Field missing = root.get("missing");
        if (!missing.node().isObject()) {
            return new MissingValues(new HashSet<>(root.texts("missing")), Map.of());
        }
        Set<String> everywhere = new HashSet<>();
        Map<Integer, Set<String>> byColumn = new HashMap<>();
        for (String name : missing.node().propertyNames()) {
            if (name.equals("*")) {
                everywhere.addAll(missing.texts(name));
                continue;
            }
            OptionalInt column = finder.find(name);
            if (column.isPresent()) {
                byColumn.put(column.getAsInt(), new HashSet<>(missing.texts(name)));
            } else if (!editions) {
                faults.add(missing.get(name).fault("\"" + name + "\"", finder.expected()));
            }
        }
        return new MissingValues(everywhere, byColumn);
    }

    private int columnOrNone(Field parent, String name) {
        return parent.find(name)
                .map(field -> {
                    int place = finder.required(field);
                    properties.take(place);
                    return place;
                })
                .orElse(-1);
    }

    /** The first of several texts whose columns the table has; the last, if it has those of none. */
    private void name(Field field) {
        List<Field> choices = field.node().isArray() ? field.items() : List.of(field);
        Field chosen = choices.stream()
                .filter(choice -> columnsIn(choice.text()).stream()
                        .allMatch(name -> finder.find(name).isPresent()))
                .findFirst()
                .orElse(choices.getLast());
        Property name = KnownProperty.NAME.property();
        if (!chosen.text().contains("{")) {
            finder.kept(chosen).ifPresent(column -> properties.add(name, column));
            return;
        }
        List<String> between = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher found = IN_BRACES.matcher(chosen.text());
        int end = 0;
        while (found.find()) {
            between.add(chosen.text().substring(end, found.start()));
            OptionalInt place = finder.find(found.group(1));
            if (place.isEmpty() && !editions) {
                faults.add(chosen.fault("\"" + found.group() + "\"", finder.expected()));
            }
            places.add(place.orElse(-1));
            end = found.end();
        }
        between.add(chosen.text().substring(end));
        properties.add(new MappedProperty(name, MappedProperties.template(between, places)));
    }

    private static List<String> columnsIn(String text) {
        return text.contains("{")
                ? IN_BRACES.matcher(text).results().map(found -> found.group(1)).toList()
                : List.of(text);
    }

    private void kind(Field field) {
        boolean coded = field.node().isObject();
        OptionalInt place = finder.kept(coded ? field.get("column") : field);
        if (place.isEmpty()) {
            return;
        }
        Property kind = KnownProperty.KIND.property();
        if (!coded) {
            properties.add(kind, place.getAsInt());
            return;
        }
        int column = place.getAsInt();
        properties.take(column);
        Map<String, String> words = new LinkedHashMap<>();
        Field values = field.get("values");
        values.node()
                .propertyNames()
                .forEach(value -> words.put(value, values.get(value).text()));
        properties.add(new MappedProperty(kind, row -> {
            @Nullable Object value = row[column];
            String word = value == null ? null : words.get(CodeText.of(value));
            if (value != null && word == null) {
                throw BadRowException.of(finder.name(column), value, "one of " + String.join(", ", words.keySet()));
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
                metres ? uncertainty.number() : null,
                properties.metres());
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
        boolean own = geometry
                && stated.stream()
                        .flatMap(field ->
                                Stream.of("longitude", "latitude", "wkt").flatMap(name -> field.find(name).stream()))
                        .anyMatch(field -> finder.find(field).isEmpty());
        if (own || stated.isEmpty()) {
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
            return new DateProperties(source(date, properties.dates(List.of(), null)), null, null);
        }
        if (date.has("year")) {
            int year = columnOrNone(date, "year");
            return new DateProperties(
                    new DateSource.ThreeColumns(
                            year,
                            columnOrNone(date, "month"),
                            columnOrNone(date, "day"),
                            finder.name(year),
                            properties.dates(List.of(), null)),
                    null,
                    precision(date));
        }
        DateReader reader = format(date);
        return new DateProperties(
                source(date.get(date.has("start") ? "start" : "column"), reader),
                date.has("end") ? source(date.get("end"), reader) : null,
                precision(date));
    }

    private DateSource source(Field field, DateReader reader) {
        int column = finder.required(field);
        properties.take(column);
        return new DateSource.OneColumn(column, finder.name(column), reader);
    }

    private DateProperties.@Nullable Precision precision(Field date) {
        if (!date.has("precision")) {
            return null;
        }
        Map<String, DatePrecision> precisions = new LinkedHashMap<>();
        Field values = date.get("precision").get("values");
        values.node()
                .propertyNames()
                .forEach(value ->
                        precisions.put(value, DatePrecision.of(values.get(value).text())));
        int column = columnOrNone(date.get("precision"), "column");
        return new DateProperties.Precision(column, finder.name(column), precisions);
    }

    private DateReader format(Field date) {
        List<Field> formats = !date.has("format")
                ? List.of()
                : date.get("format").node().isArray() ? date.get("format").items() : List.of(date.get("format"));
        Integer pivot = date.has("pivot") ? (int) date.get("pivot").number() : null;
        List<String> sound = new ArrayList<>();
        for (Field format : formats) {
            if (pivot == null && DateReader.leavesCenturyOpen(format.text())) {
                faults.add(format.fault(
                        "years of four digits (yyyy), or the field \"pivot\" as well: the first year that two digits can mean,"
                                + " such as 1930"));
            } else if (!DateReader.isFormat(format.text(), pivot)) {
                faults.add(format.fault(
                        "a format of days such as dd MMMM yyyy, with yyyy, MM and dd; not YYYY, mm or DD"));
            } else {
                sound.add(format.text());
            }
        }
        return properties.dates(sound, pivot);
    }

    /** A column with one party, or with several that a separator stands between. */
    private record PartyColumn(int column, @Nullable String separator) {

        private Stream<String> in(@Nullable Object[] row) {
            @Nullable Object value = row[column];
            if (value == null) {
                return Stream.of();
            }
            return separator == null
                    ? Stream.of(value.toString())
                    : Arrays.stream(value.toString().split(Pattern.quote(separator)))
                            .map(String::strip)
                            .filter(party -> !party.isEmpty());
        }
    }

    private void parties(Field parties) {
        List<PartyColumn> places = new ArrayList<>();
        for (Field party : parties.items()) {
            boolean several = party.node().isObject();
            finder.kept(several ? party.get("column") : party).ifPresent(column -> {
                properties.take(column);
                places.add(new PartyColumn(column, several ? party.textOrNull("separator") : null));
            });
        }
        properties.add(new MappedProperty(KnownProperty.PARTIES.property(), row -> {
            List<String> named =
                    places.stream().flatMap(place -> place.in(row)).distinct().toList();
            return named.isEmpty() ? null : named;
        }));
    }

    private void excerpt(Field excerpt) {
        finder.kept(excerpt.get("column")).ifPresent(column -> properties.add(KnownProperty.QUOTE.property(), column));
        excerpt.find("source")
                .flatMap(source -> finder.kept(source).stream().boxed().findFirst())
                .ifPresent(column -> properties.add(KnownProperty.EXCERPT_SOURCE.property(), column));
    }

    private void property(Field field) {
        OptionalInt found = finder.kept(field.get("column"));
        if (found.isEmpty()) {
            return;
        }
        int column = found.getAsInt();
        String name = field.has("name")
                ? field.get("name").text()
                : field.get("column").texts().getFirst();
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
            case "datetime" -> Type.DATE_TIME;
            case "texts" -> Type.STRINGS;
            case "json" -> Type.ANY;
            default -> Type.STRING;
        };
        Property property = Titles.of(field.get("title"), language).of(name, type);
        if (type == Type.DATE_TIME) {
            properties.addMoments(property, column, zone(field));
        } else {
            properties.add(property, column);
        }
    }

    private @Nullable ZoneId zone(Field field) {
        try {
            return field.has("zone") ? ZoneId.of(field.get("zone").text()) : null;
        } catch (DateTimeException e) {
            faults.add(field.get("zone").fault("a time zone such as Asia/Karachi or +05:00"));
            return null;
        }
    }

    private List<Property> index(Field root) {
        List<Property> indexed = new ArrayList<>();
        for (Field name : root.get("index").items()) {
            Optional<Property> property = properties.all().stream()
                    .map(MappedProperty::property)
                    .filter(one -> one.name().equals(name.text()) && one.queryable())
                    .findFirst();
            property.ifPresent(indexed::add);
            if (property.isEmpty() && !editions) {
                faults.add(name.fault("a property that the records have"));
            }
        }
        return indexed;
    }
}
