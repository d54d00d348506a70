package org.dateline.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dateline.geo.Location;
import org.dateline.geo.LocationClass;
import org.dateline.model.Alias;
import org.dateline.model.Counted;
import org.dateline.model.Feature;
import org.dateline.model.LanguageTag;
import org.dateline.model.Layer;
import org.dateline.model.PartialDate;
import org.dateline.model.StatedTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code layers/<id>/}: {@code layer.yaml} and, unless the layer is in the database, {@code features.geojson},
 * {@code places.csv}, or both.
 */
final class LayerReader {

    private static final String FEATURES = "features.geojson";

    private static final Pattern TRANSLATED = Pattern.compile("(name|label|note)_" + LanguageTag.PATTERN);

    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "label",
            "alt_names",
            "kind",
            "location",
            "uncertainty_m",
            "note",
            "date",
            "source",
            "aliases");

    /** Fields with which servers say how many features a query finds. */
    private static final List<String> PROMISES = List.of("numberMatched", "totalFeatures", "count", "total_count");

    private static final Set<String> OF_TIME = Set.of("time", "time_zone", "time_words");

    private final DocumentReader documents;
    private final TextReader texts;
    private final FeatureIdIndex ids;
    private final AliasReader aliases;
    private final TableReader tables;
    private final List<String> notes;
    private final Faults faults;

    /**
     * @param ids   collects the ids of all layers
     * @param notes collects what was assumed of features
     */
    LayerReader(
            DocumentReader documents,
            TableReader tables,
            TextReader texts,
            FeatureIdIndex ids,
            AliasReader aliases,
            List<String> notes,
            Faults faults) {
        this.documents = documents;
        this.tables = tables;
        this.notes = notes;
        this.texts = texts;
        this.ids = ids;
        this.aliases = aliases;
        this.faults = faults;
    }

    Optional<Layer> read(Path folder) {
        Optional<Document> about = documents.read(folder.resolve("layer.yaml"));
        about.ifPresent(document -> SchemaValidator.check(document, "layer", faults));
        Optional<Field> stated = about.map(Document::field);
        List<Feature> features = List.of();
        if (stated.filter(LayerReader::inDatabase).isPresent()) {
            requireNoFile(folder, stated.get().get("store"));
            ids.addInDatabase(folder.getFileName().toString());
        } else {
            features = features(folder, stated);
        }
        return layer(folder, stated, features);
    }

    private static boolean inDatabase(Field about) {
        return about.get("store").text().equals("database");
    }

    /** Records kept in two places could contradict each other. */
    private void requireNoFile(Path folder, Field store) {
        for (String name : List.of(FEATURES, PlaceTable.NAME)) {
            if (Files.exists(folder.resolve(name))) {
                faults.add(store.fault("file, or no " + name + " beside it: a layer's records are in one place"));
            }
        }
    }

    private List<Feature> features(Path folder, Optional<Field> about) {
        List<Feature> features = new ArrayList<>();
        Path table = folder.resolve(PlaceTable.NAME);
        // Without either, the GeoJSON file is what is missing.
        if (Files.exists(folder.resolve(FEATURES)) || !Files.exists(table)) {
            features.addAll(features(folder, documents.read(folder.resolve(FEATURES)), about));
        }
        if (Files.exists(table)) {
            // In degrees, whatever layer.yaml says of the other file.
            features.addAll(features(folder, PlaceTable.read(table, tables, notes, faults), Optional.empty()));
        }
        return features;
    }

    private List<Feature> features(Path folder, Optional<Document> read, Optional<Field> about) {
        Optional<Document> collection = read.filter(this::isGeoJson).map(document -> {
            dropNulls(document.field());
            noteMissing(document);
            Document completed =
                    FeatureCompleter.complete(document, folder.getFileName().toString(), notes);
            SchemaValidator.check(completed, "features", faults);
            return completed;
        });
        if (collection.isEmpty() || !collection.get().root().path("features").isArray()) {
            ids.addUnread();
        }
        return collection.map(document -> features(document.field(), about)).orElse(List.of());
    }

    private boolean isGeoJson(Document document) {
        boolean esri = document.root().path("features").path(0).has("attributes");
        if (esri) {
            faults.add(
                    document.field().get("features").fault("Esri's JSON", "GeoJSON; servers give it with f=geojson"));
        }
        return !esri;
    }

    private Optional<Layer> layer(Path folder, Optional<Field> about, List<Feature> features) {
        return about.filter(field -> !faults.touch(field))
                .map(field -> new Layer(
                        folder.getFileName().toString(),
                        texts.read(field.get("title")),
                        texts.read(field.get("description")),
                        Layer.Style.valueOf(field.get("style").text().toUpperCase(Locale.ROOT)),
                        !field.has("visible") || field.get("visible").node().asBoolean(),
                        field.get("source").text(),
                        field.get("licence").text(),
                        inDatabase(field) ? Layer.Store.DATABASE : Layer.Store.FILE,
                        features));
    }

    /** Map editors write every column for every feature, with null for no value: that equals no field. */
    private void dropNulls(Field collection) {
        int nameless = 0;
        for (Field feature : collection.get("features").items()) {
            Field properties = feature.get("properties");
            // A null with a fault stands for a value that could not be read, and stays.
            if (properties.node() instanceof ObjectNode object && !faults.touch(properties)) {
                object.removeIf(JsonNode::isNull);
                nameless += object.remove("") == null ? 0 : 1;
            }
        }
        if (nameless > 0) {
            notes.add(collection.document().file() + ": a property without a name is left out of "
                    + Counted.of(nameless, "feature"));
        }
    }

    /** A server says how many records it has, of which a file may be one page. */
    private void noteMissing(Document document) {
        int features = document.root().path("features").size();
        for (String name : PROMISES) {
            JsonNode promised = document.root().path(name);
            if (promised.isIntegralNumber() && promised.longValue() > features) {
                notes.add(document.file() + ": the file says \"" + name + "\": " + promised + " and has "
                        + Counted.of(features, "feature") + "; are there more pages?");
            }
        }
    }

    private List<Feature> features(Field collection, Optional<Field> about) {
        GeometryReader geometries = new GeometryReader(projection(collection, about), faults);
        List<Feature> features = new ArrayList<>();
        for (Field item : collection.get("features").items()) {
            Field id = item.get("properties").get("id");
            Field earlier = ids.add(id);
            if (earlier != null) {
                faults.add(id.fault("a unique id: " + earlier.document().file() + ", line "
                        + earlier.document().line(earlier.path()) + " has this one"));
            }
            if (!faults.touch(item)) {
                feature(item, geometries).ifPresent(features::add);
            }
        }
        return features;
    }

    /** The reference system in the file's "crs" member, as older map editors write it, or in layer.yaml. */
    private Reprojector projection(Field collection, Optional<Field> about) {
        Optional<Field> stated = collection
                .find("crs")
                .map(crs -> crs.get("properties").get("name"))
                .or(() -> about.flatMap(field -> field.find("crs")));
        if (stated.isEmpty() || faults.touch(collection.get("crs")) || faults.touch(stated.get())) {
            return Reprojector.IDENTITY;
        }
        Field name = stated.get();
        return Reprojector.of(name.text()).orElseGet(() -> {
            faults.add(name.fault("a known reference system, such as EPSG:32642 or OGC:CRS84"));
            return Reprojector.IDENTITY;
        });
    }

    private Optional<Feature> feature(Field item, GeometryReader geometries) {
        Field properties = item.get("properties");
        Optional<Location> location = location(item, properties, geometries);
        PartialDate date = date(properties);
        requirePeriod(properties);
        StatedTime time = StatedTimeReader.read(properties, date, faults);
        aliases.read(Alias.Kind.PLACE, properties.get("id").text(), properties);
        return location.filter(_ -> !faults.touch(item))
                .map(where -> new Feature(
                        properties.get("id").text(),
                        texts.readSuffixed(properties, "name"),
                        properties.has("label") ? texts.readSuffixed(properties, "label") : null,
                        properties.texts("alt_names"),
                        properties.get("kind").text(),
                        where,
                        properties.has("note") ? texts.readSuffixed(properties, "note") : null,
                        date,
                        time,
                        properties.textOrNull("source"),
                        extra(properties, time != null)));
    }

    private @Nullable PartialDate date(Field properties) {
        @Nullable
        PartialDate date = properties
                .find("date")
                .map(field -> PartialDateReader.read(field, faults))
                .orElse(null);
        if (date != null && date.mayLackCentury()) {
            notes.add(properties.document().file() + ": the date " + date + " of "
                    + properties.get("id").text() + " is before the year 1000; is the century missing?");
        }
        return date;
    }

    /** Whether the first and the last day, where they are stated, are dates and in order. */
    private void requirePeriod(Field properties) {
        @Nullable PartialDate first = PartialDateReader.readStored(properties.get("date_start"), faults);
        @Nullable PartialDate last = PartialDateReader.readStored(properties.get("date_end"), faults);
        if (first != null && last != null && last.last().isBefore(first.first())) {
            faults.add(properties.get("date_end").fault("a day that is not before " + first));
        }
    }

    private Optional<Location> location(Field item, Field properties, GeometryReader geometries) {
        LocationClass expected = LocationClass.of(properties.get("location").text());
        Field field = item.get("geometry");
        if (expected == LocationClass.UNLOCATED || !item.has("geometry")) {
            if (expected != LocationClass.UNLOCATED || item.has("geometry")) {
                faults.add(field.fault(
                        expected == LocationClass.UNLOCATED
                                ? "null, because the location class is unlocated"
                                : "a geometry, because the location class is " + expected.id()));
                return Optional.empty();
            }
            return Optional.of(new Location.Unlocated());
        }
        double metres = properties.get("uncertainty_m").number();
        return geometries.read(field).flatMap(geometry -> locate(expected, geometry, metres, field));
    }

    private Optional<Location> locate(LocationClass expected, Geometry geometry, double metres, Field field) {
        boolean fits = switch (expected) {
            case POINT, RADIUS -> geometry instanceof Point;
            case AREA -> geometry instanceof Polygonal;
            case LINE, BETWEEN -> geometry instanceof Lineal;
            case UNLOCATED -> false;
        };
        if (!fits) {
            String types = switch (expected) {
                case POINT, RADIUS -> "a Point";
                case AREA -> "a Polygon or MultiPolygon";
                case LINE, BETWEEN -> "a LineString or MultiLineString";
                case UNLOCATED -> "null";
            };
            faults.add(field.get("type").fault(types + ", because the location class is " + expected.id()));
            return Optional.empty();
        }
        return Optional.of(
                switch (expected) {
                    case POINT -> new Location.Point(geometry.getCoordinate(), metres);
                    case RADIUS -> new Location.Radius(geometry.getCoordinate(), metres);
                    case AREA -> new Location.Area(geometry);
                    case LINE -> new Location.Line(geometry);
                    case BETWEEN -> new Location.Between(geometry);
                    case UNLOCATED -> new Location.Unlocated();
                });
    }

    /** @param timed whether its time of day was read; a "time" without words is any other property */
    private static Map<String, Object> extra(Field properties, boolean timed) {
        Map<String, Object> extra = new LinkedHashMap<>();
        for (String name : properties.node().propertyNames()) {
            if (!KNOWN.contains(name) && !TRANSLATED.matcher(name).matches() && !(timed && OF_TIME.contains(name))) {
                extra.put(name, plain(properties.get(name).node()));
            }
        }
        return extra;
    }

    private static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(plain(item)));
            return List.copyOf(items);
        }
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.propertyNames().forEach(name -> fields.put(name, plain(node.path(name))));
            return Collections.unmodifiableMap(fields);
        }
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? node.asBoolean() : node.asString();
    }
}
