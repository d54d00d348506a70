package org.dateline.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) feature by feature, or the answer of an interface that gives rows as
 * {@code {"data": [{…}, …]}}, or rows alone, {@code [{…}, …]}. A first pass collects the names and types of the
 * properties, because any feature may have new ones.
 */
final class GeoJsonRowReader implements RowReader {

    /** Reads one value and leaves the rest of the file. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Fields with which servers say how many records a query finds, of which an answer may be one page. */
    private static final Set<String> PROMISES = Set.of("numberMatched", "totalFeatures", "count", "total_count");

    private final Path file;
    private final List<Column> columns;
    /** Whether the rows are plain objects, without geometries. */
    private boolean plain;

    private CountingInputStream input;
    private JsonParser parser;
    private long number;
    /** What the file says of how many rows there are, by the name of the field. */
    private final Map<String, Long> promised = new LinkedHashMap<>();
    /** The rows of the whole file. */
    private final long rows;

    GeoJsonRowReader(Path file) throws IOException {
        this.file = file;
        input = CountingInputStream.ofContent(file);
        parser = JSON.createParser(input);
        GeoJsonFeature.Columns seen = new GeoJsonFeature.Columns();
        try (JsonParser _ = parser) {
            while (enterFeatures()) {
                for (JsonNode feature = feature(); feature != null; feature = feature()) {
                    if (plain) {
                        seen.seeRow(feature);
                    } else {
                        seen.see(feature);
                    }
                }
            }
        }
        if (!entered) {
            throw new LoadException(file + ": got no \"features\", expected a GeoJSON FeatureCollection, or rows as"
                    + " {\"data\": [{…}, …]} or [{…}, …]");
        }
        rows = number;
        columns = seen.found();
        if (columns.isEmpty()) {
            throw new LoadException(
                    seen.isEsri()
                            ? file + ": got Esri's JSON, expected GeoJSON; servers give it with f=geojson"
                            : file + ": got " + Counted.of(rows, "row") + " without any property, expected records");
        }
        number = 0;
        input = CountingInputStream.ofContent(file);
        parser = JSON.createParser(input);
        enterFeatures();
    }

    private boolean entered;

    /** Goes to the array of features and checks the reference system on the way. */
    private boolean enterFeatures() {
        try {
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                if (token == JsonToken.START_ARRAY) {
                    plain = true;
                    entered = true;
                    return true;
                }
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if ((name.equals("features") || name.equals("data")) && value == JsonToken.START_ARRAY) {
                    plain = name.equals("data");
                    entered = true;
                    return true;
                }
                if (name.equals("crs")) {
                    JsonNode system = JSON.readTree(parser);
                    GeoJsonFeature.requireDegrees(file, system);
                } else if (value == JsonToken.VALUE_NUMBER_INT && PROMISES.contains(name)) {
                    promised.put(name, parser.getLongValue());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private @Nullable JsonNode feature() {
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return null;
            }
            number++;
            input.startRow();
            return JSON.readTree(parser);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private RuntimeException malformed(JacksonException e) {
        if (e.getCause() instanceof IOException) {
            return e;
        }
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        return new LoadException(
                file + ":" + line + ": feature " + number + ": " + GeoJsonFeature.problem(e, "well-formed JSON"));
    }

    @Override
    public List<String> notes() {
        return promised.entrySet().stream()
                .filter(field -> field.getValue() > rows)
                .map(field -> "the file says \"" + field.getKey() + "\": " + field.getValue() + " and has "
                        + Counted.of(rows, "row") + "; are there more pages?")
                .toList();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return !plain;
    }

    @Override
    public @Nullable Row next() {
        JsonNode feature = feature();
        while (feature == null) {
            if (!enterFeatures()) {
                return null;
            }
            feature = feature();
        }
        return plain ? GeoJsonFeature.plainRow(feature, columns, number) : GeoJsonFeature.row(feature, columns, number);
    }

    @Override
    public double share() {
        return input.share();
    }

    @Override
    public void close() {
        parser.close();
    }
}
