package org.dateline.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row, in constant memory; every pass gives the same rows in the same order. */
interface RowReader extends Closeable {

    /** The largest row, in bytes; a larger one means a broken file, or a feature that no map can draw. */
    int LARGEST_ROW = 1 << 26;

    List<Column> columns();

    /** Whether rows have geometries in addition to their columns, as in all formats except CSV. */
    default boolean hasGeometry() {
        return true;
    }

    /**
     * The next row; null after the last.
     *
     * @throws LoadException if the rest cannot be read
     */
    @Nullable
    Row next() throws IOException;

    /** What whoever loads the table should know: columns that are left out, and why. */
    default List<String> notes() {
        return List.of();
    }

    /** The note about a column of bytes. */
    static String bytes(String column) {
        return "the column " + column + " has bytes: left out";
    }

    /**
     * The note about a column without a name.
     *
     * @param column its number, from 1
     */
    static String nameless(int column) {
        return "column " + column + " has no name: left out";
    }

    /** The refusal of a file in another reference system than degrees. */
    static LoadException otherSystem(Object file, String system) {
        return new LoadException(file + ": got the reference system " + system + ", expected longitude and latitude on"
                + " WGS 84 (OGC:CRS84 or EPSG:4326); ogr2ogr -t_srs EPSG:4326 converts it");
    }

    /** The part that has been read, from 0 to 1. */
    double share();

    /**
     * @param layer  the layer to read if a GeoPackage has several
     * @param header the names of the columns of a CSV file without a line of names; empty for one with it
     * @throws LoadException if the file is not such a table, or not in longitude and latitude
     */
    static RowReader open(Path file, @Nullable String layer, List<String> header) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (layer != null && !ending.equals("gpkg")) {
            throw new LoadException("got --layer with " + file + ", expected it with a GeoPackage (.gpkg)");
        }
        return new GuardedRowReader(file, () -> open(file, ending, layer, header));
    }

    private static RowReader open(Path file, String ending, @Nullable String layer, List<String> header)
            throws IOException {
        return switch (ending) {
            case "csv", "tsv", "tab" -> new CsvRowReader(file, header);
            case "geojson", "json" ->
                GeoJsonSeqRowReader.looksLike(file) ? new GeoJsonSeqRowReader(file) : new GeoJsonRowReader(file);
            case "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl" -> new GeoJsonSeqRowReader(file);
            case "gpkg" -> new GeoPackageRowReader(file, layer);
            case "fgb" -> new FlatGeobufRowReader(file);
            default ->
                throw new LoadException("got " + file + ", expected a table that ends in .csv, .tsv, .geojson, .json,"
                        + " .geojsonl, .geojsonseq, .ndjson, .gpkg or .fgb; unpack an archive first, and save a"
                        + " spreadsheet as CSV");
        };
    }
}
