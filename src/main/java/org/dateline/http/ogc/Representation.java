package org.dateline.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dateline.features.ReferenceSystem;
import org.dateline.formats.CsvPageWriter;
import org.dateline.formats.FlatGeobufWriter;
import org.dateline.formats.GeoJsonPageWriter;
import org.dateline.formats.GeoJsonSeqWriter;
import org.dateline.formats.GeoPackageWriter;
import org.dateline.formats.KmlWriter;
import org.dateline.formats.PageWriter;
import org.dateline.formats.TileWriter;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.jspecify.annotations.Nullable;

/** The formats of a resource, chosen by the parameter {@code f} or the header Accept. */
enum Representation {
    JSON("json", "JSON", "application/json", null),
    GEOJSON("json", "GeoJSON", "application/geo+json", new GeoJsonPageWriter()),
    OPENAPI("json", "OpenAPI 3.0", "application/vnd.oai.openapi+json;version=3.0", null),
    SCHEMA("json", "JSON Schema", "application/schema+json", null),
    HTML("html", "HTML", "text/html", null),
    CSV("csv", "CSV", "text/csv", new CsvPageWriter()),
    KML("kml", "KML", "application/vnd.google-earth.kml+xml", new KmlWriter()),
    GEOPACKAGE("gpkg", "GeoPackage", "application/geopackage+sqlite3", new GeoPackageWriter()),
    FLATGEOBUF("fgb", "FlatGeobuf", "application/vnd.flatgeobuf", new FlatGeobufWriter()),
    TILEJSON("tilejson", "TileJSON", "application/vnd.mapbox.tile+json", null),
    STYLE("style", "MapLibre style", "application/vnd.mapbox.style+json", null),
    DCAT("dcat", "DCAT", "application/ld+json", null),
    MVT("mvt", "Mapbox Vector Tile", TileWriter.MEDIA_TYPE, null),
    GEOJSON_SEQ("geojsonseq", "GeoJSON-Seq", "application/geo+json-seq", new GeoJsonSeqWriter());

    static final List<Representation> OF_TILES = List.of(MVT);

    /** The name of the parameter that chooses the format. */
    static final String FORM = "f";

    /** The formats of descriptive documents. */
    static final List<Representation> OF_DOCUMENTS = List.of(JSON, HTML);

    static final List<Representation> OF_LANDING = List.of(JSON, HTML, DCAT);

    static final List<Representation> OF_TILESET = List.of(JSON, HTML, TILEJSON, STYLE);

    static final List<Representation> OF_API = List.of(OPENAPI, HTML);

    static final List<Representation> OF_SCHEMAS = List.of(SCHEMA, HTML);

    static final List<Representation> OF_FEATURES = List.of(GEOJSON, HTML);

    static final List<Representation> OF_ITEMS = List.of(GEOJSON, HTML, CSV, KML, GEOPACKAGE, FLATGEOBUF, GEOJSON_SEQ);

    private final String parameter;
    private final String title;
    private final String mediaType;
    private final @Nullable PageWriter writer;

    Representation(String parameter, String title, String mediaType, @Nullable PageWriter writer) {
        this.parameter = parameter;
        this.title = title;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** The value of the parameter {@code f}. */
    String parameter() {
        return parameter;
    }

    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    /** The value of the header Content-Type. */
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** Whether it is a file to download rather than a response to read. */
    boolean isFile() {
        return switch (this) {
            case CSV, KML, GEOPACKAGE, FLATGEOBUF, GEOJSON_SEQ -> true;
            case JSON, GEOJSON, OPENAPI, SCHEMA, HTML, TILEJSON, STYLE, DCAT, MVT -> false;
        };
    }

    /** @throws BadParameterException if the format cannot contain coordinates of a system */
    void requireSystem(ReferenceSystem system) {
        if (this == KML && !system.isCrs84()) {
            throw new BadParameterException(
                    "crs", "\"" + system + "\"", ReferenceSystem.CRS84 + ", the only system that KML has");
        }
    }

    /** The writer that encodes pages of features in this format. */
    PageWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("got " + this + ", expected a format for features");
        }
        return writer;
    }

    /** The parameter {@code f} of a resource. */
    static Parameter<String> parameter(List<Representation> offered) {
        return Parameter.choice(
                FORM,
                "Format of the response; without it, the `Accept` header decides",
                offered.stream().map(Representation::parameter).toList());
    }

    /**
     * The format of the response: the one that {@code f} names, otherwise the one that Accept prefers; among equals,
     * the first on offer.
     *
     * @return empty if Accept allows none of the formats on offer
     * @throws BadParameterException if {@code f} names a format that is not on offer
     */
    static Optional<Representation> choose(
            List<Representation> offered, Parameters parameters, @Nullable String accept) {
        Optional<String> f = parameters.get(parameter(offered));
        if (f.isPresent()) {
            return offered.stream().filter(one -> one.parameter.equals(f.get())).findFirst();
        }
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.getFirst());
        }
        List<Range> ranges = Range.parse(accept);
        Representation best = null;
        double most = 0;
        for (Representation one : offered) {
            double quality = one.quality(ranges);
            if (quality > most) {
                most = quality;
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    private double quality(List<Range> ranges) {
        double quality = Range.quality(ranges, mediaType.split(";")[0]);
        // Many clients know only application/json for formats based on JSON.
        return parameter.equals("json") ? Math.max(quality, Range.quality(ranges, "application/json")) : quality;
    }

    /** A range of media types in Accept (RFC 9110, section 12.5.1); parameters other than q are ignored. */
    private record Range(String type, double quality) {

        static List<Range> parse(String accept) {
            List<Range> ranges = new ArrayList<>();
            for (String part : accept.split(",")) {
                String[] fields = part.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
                double quality = 1;
                for (int i = 1; i < fields.length; i++) {
                    if (fields[i].matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
                        quality = Double.parseDouble(fields[i].substring(2));
                    }
                }
                ranges.add(new Range(fields[0], quality));
            }
            return ranges;
        }

        /** The quality of a media type, from the most specific range that matches it. */
        static double quality(List<Range> ranges, String mediaType) {
            String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
            for (String wanted : List.of(mediaType, family, "*/*")) {
                for (Range range : ranges) {
                    if (range.type.equals(wanted)) {
                        return range.quality;
                    }
                }
            }
            return 0;
        }
    }
}
