package org.dateline.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dateline.features.ClaimProperties;
import org.dateline.features.SpreadsheetText;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Writes all claims of one measure as CSV for spreadsheets (RFC 4180: a header, CRLF, quotation marks doubled), one
 * claim per row. The columns are the properties of the collection of claims. {@code value} is empty for a range and for
 * a word such as "hundreds": see {@code low} and {@code high}, which are empty if unbounded. Names are in the catalog's
 * default language; lists of ids are separated by spaces. See {@link SpreadsheetText}.
 */
public final class ClaimsCsvWriter {

    private final List<Comparison> comparisons;
    private final ClaimProperties properties;

    public ClaimsCsvWriter(Catalog catalog) {
        this.comparisons = catalog.comparisons();
        this.properties = new ClaimProperties(catalog);
    }

    /** The claims of one measure, in UTF-8. */
    public byte[] write(Measure measure) {
        StringWriter text = new StringWriter();
        // No buffer, because the text is in memory already.
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

    /** The text of a cell: empty if not stated, with an apostrophe in front if a spreadsheet would run it. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> ids ->
                String.join(" ", ids.stream().map(Object::toString).toList());
            case String text -> SpreadsheetText.of(text);
            default -> value.toString();
        };
    }
}
