package org.dateline.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dateline.features.ClaimProperties;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * All claims of one measure as CSV (RFC 4180: a header, CRLF, quotation marks doubled), one claim a row, for
 * spreadsheets. The columns are the properties of the collection of claims. {@code value} is a number or empty: for a range
 * and a word such as "hundreds", see {@code low} and {@code high}, of which an empty one is not bounded. Names are in the
 * catalog's default language; lists of ids are separated by spaces.
 *
 * <p>A spreadsheet runs a cell that begins with = + - or @ as a formula, and texts come from sources that nobody here
 * answers for. Such a cell gets an apostrophe before it; the JSON of the same claims has every text as it is.
 */
public final class ClaimsCsvWriter {

    /** Where East Asian input is set up, the full-width forms are taken for the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]");

    private final List<Comparison> comparisons;
    private final ClaimProperties properties;

    public ClaimsCsvWriter(Catalog catalog) {
        this.comparisons = catalog.comparisons();
        this.properties = new ClaimProperties(catalog);
    }

    /** UTF-8. */
    public byte[] write(Measure measure) {
        StringWriter text = new StringWriter();
        // Without a buffer: the text is in memory already.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(properties.keys());
        comparisons.stream()
                .filter(comparison -> comparison.measure().equals(measure))
                .forEach(comparison -> comparison
                        .claims()
                        .forEach(claim -> csv.writeRecord(properties.of(comparison, claim).values().stream()
                                .map(ClaimsCsvWriter::cell)
                                .toList())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for what is not stated; guarded where a spreadsheet would run it. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> ids ->
                String.join(" ", ids.stream().map(Object::toString).toList());
            case String text -> FORMULA.matcher(text).find() ? "'" + text : text;
            default -> value.toString();
        };
    }
}
