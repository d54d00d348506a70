package org.dateline.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one GeoJSON feature per line, or features after record separators (GeoJSON Text Sequences, RFC 8142), which may
 * span lines. A first pass collects the names and types of the properties.
 */
final class GeoJsonSeqRowReader implements RowReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final char SEPARATOR = '\u001E';
    private static final Pattern FIRST =
            Pattern.compile("\\s*(\\u001E.*|\\{ *\"type\"\\s*:\\s*\"Feature\"\\s*[,}].*)", Pattern.DOTALL);

    private final List<Column> columns;
    private final CountingInputStream input;
    private final BufferedReader lines;
    private final boolean separated;
    private long line;

    GeoJsonSeqRowReader(Path file) throws IOException {
        this(file, columns(file));
    }

    private GeoJsonSeqRowReader(Path file, List<Column> columns) throws IOException {
        this.columns = columns;
        this.input = CountingInputStream.ofContent(file);
        this.lines = new BufferedReader(Utf8Decoder.reader(input), 1 << 16);
        lines.mark(1);
        separated = lines.read() == SEPARATOR;
        lines.reset();
    }

    /** Whether a file starts with a feature instead of a collection. */
    static boolean looksLike(Path file) throws IOException {
        try (Reader text = Utf8Decoder.reader(CountingInputStream.ofContent(file))) {
            char[] beginning = new char[1_024];
            int length = Math.max(0, text.read(beginning));
            return FIRST.matcher(CharBuffer.wrap(beginning, 0, length)).matches();
        }
    }

    private static List<Column> columns(Path file) throws IOException {
        GeoJsonFeature.Columns seen = new GeoJsonFeature.Columns();
        try (GeoJsonSeqRowReader rows = new GeoJsonSeqRowReader(file, List.of())) {
            for (String text = rows.text(); text != null; text = rows.text()) {
                try {
                    JsonNode feature = JSON.readTree(text);
                    GeoJsonFeature.requireDegrees(file, feature.path("crs"));
                    seen.see(feature);
                } catch (JacksonException e) {
                    // Rejected when the rows are read.
                }
            }
        }
        return seen.found();
    }

    /** The next feature's text; null after the last. */
    private @Nullable String text() throws IOException {
        StringBuilder text = new StringBuilder();
        input.startRow();
        while (true) {
            lines.mark(1);
            int next = separated ? lines.read() : 0;
            if (separated && next == SEPARATOR && !text.toString().isBlank()) {
                lines.reset();
                return text.toString();
            }
            if (separated && next >= 0 && next != SEPARATOR) {
                lines.reset();
            }
            String one = lines.readLine();
            if (one == null) {
                return text.toString().isBlank() ? null : text.toString();
            }
            line++;
            text.append(one);
            if (!separated && !one.isBlank()) {
                return one;
            }
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        if (text.indexOf(Utf8Decoder.BAD) >= 0) {
            return bad(text, "got bytes that are not UTF-8, expected UTF-8");
        }
        try {
            return GeoJsonFeature.row(JSON.readTree(text), columns, line);
        } catch (JacksonException e) {
            return bad(text, GeoJsonFeature.problem(e, "one feature per line"));
        }
    }

    private Row bad(String text, String fault) {
        return new Row(line, new Object[] {text}, null, fault);
    }

    @Override
    public double share() {
        return input.share();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
