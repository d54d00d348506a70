package org.dateline.load;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dateline.features.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180) with a header, in UTF-8 with or without a byte order mark. An empty field is no value. */
final class CsvRowReader implements RowReader {

    private final Path file;
    private final CountingInputStream input;
    private final QuoteReader quotes;
    private final CloseableIterator<CsvRecord> records;
    private final List<Column> columns;
    /** Whether it looks like a download of a server's, whose texts are safe in spreadsheets. */
    private final boolean exported;

    CsvRowReader(Path file) throws IOException {
        this.file = file;
        this.input = CountingInputStream.of(file);
        this.quotes = new QuoteReader(Utf8Decoder.reader(input));
        // Rows of a wrong length are rejected one by one, while the others are read.
        records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(quotes)
                .iterator();
        CsvRecord header = record();
        if (header == null) {
            throw new LoadException(file + ": got an empty file, expected a line of column names");
        }
        Set<String> seen = new HashSet<>();
        for (String name : header.getFields()) {
            if (!seen.add(plain(name))) {
                throw new LoadException(
                        file + ": got the column \"" + plain(name) + "\" twice, expected each name once");
            }
        }
        columns = header.getFields().stream()
                .map(name -> Column.text(plain(name)))
                .toList();
        exported = seen.contains("WKT");
    }

    private static String plain(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return false;
    }

    @Override
    public @Nullable Row next() {
        CsvRecord record = record();
        if (record == null) {
            return null;
        }
        int count = record.getFieldCount();
        @Nullable Object[] values = new Object[count];
        String fault = count == columns.size()
                ? null
                : "got " + count + " field(s), expected " + columns.size() + ", one per column";
        for (int i = 0; i < count; i++) {
            String value = record.getField(i);
            values[i] = value.isEmpty() ? null : exported ? SpreadsheetText.plain(value) : value;
            if (fault == null && value.indexOf(Utf8Decoder.BAD) >= 0) {
                fault = columns.get(i).name() + ": got bytes that are not UTF-8, expected UTF-8";
            }
        }
        return new Row(record.getStartingLineNumber(), values, null, fault);
    }

    private @Nullable CsvRecord record() {
        input.startRow();
        try {
            if (records.hasNext()) {
                return records.next();
            }
        } catch (CsvParseException e) {
            String message = String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst("^Exception when reading ", "the ");
            throw new LoadException(
                    file + ": got invalid CSV (" + message
                            + "), expected RFC 4180: a field with a quotation mark is enclosed in quotation marks, with each mark in it doubled");
        }
        if (quotes.openedAt() > 0) {
            throw new LoadException(file + ":" + quotes.openedAt()
                    + ": got a quotation mark that is never closed, so that the rest of the file belongs to one field,"
                    + " expected a second one; is the file complete?");
        }
        return null;
    }

    @Override
    public double share() {
        return input.share();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
