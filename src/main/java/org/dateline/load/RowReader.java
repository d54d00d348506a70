package org.dateline.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table that is read row by row, in the memory of one row; read twice, it gives the same rows in the same order. */
interface RowReader extends Closeable {

    List<Column> columns();

    /** Whether rows have geometries besides their columns, as in all formats but CSV. */
    default boolean hasGeometry() {
        return true;
    }

    /**
     * The next row, or null behind the last.
     *
     * @throws LoadException where nothing further can be read
     */
    @Nullable
    Row next() throws IOException;

    /** How much has been read, from 0 to 1. */
    double share();

    /**
     * @param layer the one to read of several in a GeoPackage
     * @throws LoadException for a file that is no such table, or not in longitude and latitude
     */
    static RowReader open(Path file, @Nullable String layer) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (layer != null && !ending.equals("gpkg")) {
            throw new LoadException("got --layer with " + file + ", expected it with a GeoPackage (.gpkg)");
        }
        return switch (ending) {
            case "csv" -> new CsvRowReader(file);
            case "geojson", "json" ->
                GeoJsonSeqRowReader.looksLike(file) ? new GeoJsonSeqRowReader(file) : new GeoJsonRowReader(file);
            case "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl" -> new GeoJsonSeqRowReader(file);
            case "gpkg" -> new GeoPackageRowReader(file, layer);
            case "fgb" -> new FlatGeobufRowReader(file);
            default ->
                throw new LoadException(
                        "got " + file
                                + ", expected a table that ends in .csv, .geojson, .json, .geojsonl, .geojsonseq, .ndjson, .gpkg or .fgb");
        };
    }
}
