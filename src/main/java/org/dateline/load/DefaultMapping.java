package org.dateline.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.features.KnownProperty;
import org.dateline.features.Property;
import org.dateline.features.Property.Type;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.model.Text;

/** Makes the mapping of a table whose columns have Dateline's own names, as in its exports. */
final class DefaultMapping {

    private DefaultMapping() {}

    /** @throws LoadException if no column identifies or locates the rows */
    static Mapping of(Path file, String collection, List<Column> columns, boolean geometry) {
        List<String> names = columns.stream().map(Column::name).toList();
        int id = names.indexOf("id");
        if (id < 0) {
            throw new LoadException(file + ": got no --mapping and no column \"id\" (columns: "
                    + String.join(", ", names) + "), expected either of these");
        }
        MappedProperties properties = new MappedProperties(columns);
        properties.addId(id, false);
        LocationMapping.Shape shape = shape(file, names, geometry, properties);
        int stated = names.indexOf("location");
        for (int i = 0; i < columns.size(); i++) {
            String name = names.get(i);
            KnownProperty known = KnownProperty.find(name).orElse(null);
            if (i == stated) {
                properties.take(i);
                properties.take(names.indexOf("uncertainty_m"));
                properties.addPlaced();
            } else if (known == KnownProperty.DATE_END && names.contains(KnownProperty.DATE_START.key())) {
                properties.addEnd(known.property(Type.PARTIAL_DATE), i, names.indexOf(KnownProperty.DATE_START.key()));
            } else if (known != null && known.type() == Type.DATE) {
                properties.add(known.property(Type.PARTIAL_DATE), i);
            } else if (known != null
                    && !properties.has(name)
                    && !(stated >= 0 && known == KnownProperty.UNCERTAINTY_M)) {
                properties.add(known.property(type(known, columns.get(i))), i);
            }
        }
        properties.addOthers();
        LocationMapping locations = new LocationMapping(
                columns,
                shape,
                stated,
                Map.of(),
                null,
                stated < 0 ? -1 : names.indexOf("uncertainty_m"),
                null,
                properties.metres());
        return new Mapping(
                new StoredCollection.Description(
                        Text.english(collection.substring(collection.indexOf('/') + 1)),
                        Text.english("Loaded from " + file.getFileName() + "."),
                        file.getFileName().toString(),
                        "Not stated"),
                columns,
                id,
                new MissingValues(Set.of(), Map.of()),
                properties.all(),
                locations,
                stated >= 0,
                List.<Property>of(),
                properties.notes(List.of()));
    }

    private static LocationMapping.Shape shape(
            Path file, List<String> names, boolean geometry, MappedProperties properties) {
        if (geometry) {
            return new LocationMapping.Shape.OwnGeometry();
        }
        // The name of the geometry in the server's CSV responses.
        int wkt = names.indexOf("WKT");
        int longitude = names.indexOf("longitude");
        int latitude = names.indexOf("latitude");
        if (wkt < 0 && (longitude < 0 || latitude < 0)) {
            throw new LoadException(
                    file + ": got no --mapping and no columns \"longitude\" and \"latitude\", or \"WKT\" ("
                            + "columns: " + String.join(", ", names) + "), expected one of these");
        }
        if (wkt >= 0) {
            properties.take(wkt);
            return new LocationMapping.Shape.Wkt(wkt);
        }
        properties.take(longitude);
        properties.take(latitude);
        return new LocationMapping.Shape.Degrees(longitude, latitude);
    }

    /** The column's own type, unless Dateline's property with this name requires another. */
    private static Type type(KnownProperty known, Column column) {
        return switch (known.type()) {
            case STRINGS, ANY -> known.type();
            case NUMBER -> known.property().unit() == null ? column.type() : Type.NUMBER;
            case STRING, INTEGER, BOOLEAN, DATE, PARTIAL_DATE, DATE_TIME -> column.type();
        };
    }
}
