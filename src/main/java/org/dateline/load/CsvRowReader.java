package org.dateline.load;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dateline.csv.CsvFormat;
import org.dateline.csv.QuoteReader;
import org.dateline.features.SpreadsheetText;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) in UTF-8 or UTF-16, with or without a byte order mark; fields may be separated by semicolons,
 * tabs or bars instead of commas. An empty field is no value.
 */
final class CsvRowReader implements RowReader {

    /** HXL 1.1: a hashtag and any number of attributes, which in published tables begin with digits as well. */
    private static final Pattern TAG =
            Pattern.compile("\\s*#[a-z][a-z0-9_]*(\\s*\\+[a-z0-9_]+)*\\s*", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final CsvFormat format;
    /** The first row of a file without a line of names, until it is read. */
    private @Nullable CsvRecord ahead;

    /** Whether the next row is the first one. */
    private boolean begins = true;
    /** The line of a row of tags; 0 for none. */
    private long tags;
    /** Rows without any value, as spreadsheets have at their ends. */
    private long blank;

    /** By line of a row, the column whose text looks like several rows. */
    private final NavigableMap<Long, String> swallowing = new TreeMap<>();

    private final CountingInputStream input;
    private final QuoteReader quotes;
    private final CloseableIterator<CsvRecord> records;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** For each field of a line, its number among the columns; -1 for a column without a name. */
    private final int[] places;
    /** Whether it looks like a download of a server's, whose texts are safe in spreadsheets. */
    private final boolean exported;

    /** @param stated the names of the columns of a file without a line of names; empty for one with it */
    CsvRowReader(Path file, List<String> stated) throws IOException {
        this.file = file;
        try (InputStream in = CountingInputStream.ofContent(file)) {
            byte[] beginning = in.readNBytes(CsvFormat.BEGINNING);
            CsvFormat.mistaken(beginning).ifPresent(mistake -> {
                throw new LoadException(file + ": " + mistake);
            });
            this.format = CsvFormat.of(beginning);
        }
        this.input = CountingInputStream.ofContent(file);
        this.quotes = new QuoteReader(Utf8Decoder.reader(input, format.charset()), format.separator());
        // Rows of a wrong length are rejected one by one, while the others are read.
        records = CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(quotes)
                .iterator();
        CsvRecord first = record();
        while (first != null && (isSeparator(first) || isBlank(first))) {
            first = record();
        }
        if (first == null) {
            throw new LoadException(file + ": got an empty file, expected a line of column names");
        }
        List<String> line = first.getFields();
        if (line.getLast().indexOf('\n') >= 0 && !records.hasNext()) {
            requireClosed();
        }
        boolean named = stated.isEmpty() || String.join(",", line).equalsIgnoreCase(String.join(",", stated));
        if (!named && line.size() != stated.size()) {
            throw new LoadException(file + ": got " + line.size() + " fields in the first line, expected "
                    + stated.size() + ", one for each column that the mapping names");
        }
        ahead = named ? null : first;
        List<String> names = named ? line : stated;
        Set<String> seen = new HashSet<>();
        places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            String name = names.get(i).strip();
            places[i] = name.isBlank() ? -1 : columns.size();
            if (name.isBlank()) {
                notes.add(RowReader.nameless(i + 1));
            } else if (seen.add(name)) {
                columns.add(Column.text(name));
            } else {
                throw new LoadException(file + ": got the column \"" + name + "\" twice, expected each name once");
            }
        }
        exported = seen.contains("WKT");
    }

    /** Whether a row is the line {@code sep=;} with which spreadsheet programs state the separator. */
    private boolean isSeparator(CsvRecord record) {
        String separator = String.valueOf(format.separator());
        return String.join(separator, record.getFields()).strip().equalsIgnoreCase("sep=" + separator);
    }

    /** Spreadsheets have empty rows above the names of the columns. */
    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
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
        CsvRecord record = ahead == null ? record() : ahead;
        ahead = null;
        if (begins && record != null && isTags(record)) {
            tags = record.getStartingLineNumber();
            record = record();
        }
        begins = false;
        while (record != null && record.getFieldCount() > 1 && isBlank(record)) {
            blank++;
            record = record();
        }
        if (record == null) {
            return null;
        }
        int count = record.getFieldCount();
        if (count != places.length) {
            String fault = "got " + Counted.of(count, "field") + ", expected " + places.length + ", one per column";
            return new Row(record.getStartingLineNumber(), record.getFields().toArray(), null, fault);
        }
        @Nullable Object[] values = new Object[columns.size()];
        String fault = null;
        for (int i = 0; i < count; i++) {
            if (places[i] < 0) {
                continue;
            }
            String value = record.getField(i);
            values[places[i]] = value.isEmpty() ? null : exported ? SpreadsheetText.plain(value) : value;
            if (format.holdsRows(value, count)) {
                swallowing.putIfAbsent(
                        record.getStartingLineNumber(), columns.get(places[i]).name());
            }
            if (fault == null && value.indexOf(Utf8Decoder.BAD) >= 0) {
                fault = columns.get(places[i]).name()
                        + ": got bytes that are not UTF-8, expected a table saved as UTF-8";
            }
        }
        return new Row(record.getStartingLineNumber(), values, null, fault);
    }

    /** Whether a row has tags of the Humanitarian Exchange Language, such as {@code #geo+lat}, in place of values. */
    private static boolean isTags(CsvRecord record) {
        List<String> stated =
                record.getFields().stream().filter(field -> !field.isBlank()).toList();
        return !stated.isEmpty()
                && stated.stream().allMatch(field -> TAG.matcher(field).matches());
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (tags > 0) {
            all.add("line " + tags + " has HXL tags; it is not a record");
        }
        if (blank > 0) {
            all.add(Counted.of(blank, "row") + " without any value: left out");
        }
        if (!swallowing.isEmpty()) {
            Map.Entry<Long, String> first = swallowing.firstEntry();
            all.add(CsvFormat.rowsNote(swallowing.size(), first.getKey(), first.getValue()));
        }
        if (!quotes.atLineStart()) {
            all.add("the last line has no line break; is the file complete?");
        }
        return all;
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
            throw new LoadException(file + ": got invalid CSV (" + message + "), expected RFC 4180: a field with a"
                    + " quotation mark is enclosed in quotation marks, with each mark in it doubled");
        }
        requireClosed();
        return null;
    }

    /** To be asked at the end only: the text is read ahead of the rows. */
    private void requireClosed() {
        if (quotes.openedAt() > 0) {
            throw new LoadException(file + ":" + quotes.openedAt()
                    + ": got a quotation mark that is never closed, so that the rest of the file belongs to one field,"
                    + " expected a second one; is the file complete?");
        }
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
