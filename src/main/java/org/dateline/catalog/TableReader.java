package org.dateline.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dateline.csv.CsvFormat;
import org.dateline.csv.QuoteReader;
import org.dateline.model.XmlText;

/**
 * Reads a table that a spreadsheet program saved as CSV: separated by commas, semicolons, tabs or bars, in UTF-8 or UTF-16, its
 * first line the names of its columns.
 */
final class TableReader {

    private final CatalogFolder folder;
    private final Faults faults;

    TableReader(CatalogFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /**
     * A table.
     *
     * @param file    path within the catalog's folder
     * @param comma   whether its numbers may have a decimal comma, because fields are not separated by commas
     * @param columns their names, in small letters
     * @param notes   what may be wrong with it
     */
    record Table(String file, boolean comma, List<String> columns, List<Row> rows, List<String> notes) {

        Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A row.
     *
     * @param line  from 1, where it starts
     * @param cells one for each column, without spaces around; empty for no value
     */
    record Row(int line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /** The file's content; empty, with a fault, if it is not a table. Rows without any value are left out. */
    Optional<Table> read(Path file) {
        return folder.read(file).flatMap(content -> read(folder.name(file), content));
    }

    private Optional<Table> read(String file, byte[] content) {
        Optional<String> mistake = CsvFormat.mistaken(content);
        if (mistake.isPresent()) {
            String[] told = mistake.get().replaceFirst("^got ", "").split(", expected ", 2);
            return refused(file, 0, told[0], told[1]);
        }
        CsvFormat format = CsvFormat.of(content);
        String text;
        try {
            text = format.charset()
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(
                    file, 0, "bytes that are not " + format.charset(), "a table in UTF-8: \"CSV UTF-8\" in Excel");
        }
        List<CsvRecord> records = new ArrayList<>();
        QuoteReader quotes = new QuoteReader(
                new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), format.separator());
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(quotes)) {
            reader.forEach(records::add);
        } catch (CsvParseException | java.io.IOException e) {
            return refused(
                    file, 0, "invalid CSV", "fields with a quotation mark in quotation marks, each mark doubled");
        }
        if (quotes.openedAt() > 0) {
            return refused(
                    file,
                    (int) quotes.openedAt(),
                    "a quotation mark that is never closed, so that the rest of the file belongs to one field",
                    "a second one");
        }
        return records.isEmpty()
                ? refused(file, 0, "an empty file", "a line with the names of columns")
                : table(file, format, records);
    }

    private Optional<Table> table(String file, CsvFormat format, List<CsvRecord> records) {
        List<String> columns = records.getFirst().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                return refused(file, 1, "the column \"" + column + "\" twice", "each name once");
            }
        }
        List<Row> rows = new ArrayList<>();
        NavigableMap<Integer, String> swallowing = new TreeMap<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            List<String> cells = record.getFields().stream().map(String::strip).toList();
            int line = (int) record.getStartingLineNumber();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (cells.size() > columns.size()) {
                faults.add(new Fault(
                        file, line, "", cells.size() + " fields", columns.size() + ", one for each column of line 1"));
            } else if (cells.stream().anyMatch(cell -> !cell.codePoints().allMatch(XmlText::isAllowed))) {
                faults.add(new Fault(file, line, "", "a control character", "a text without control characters"));
            } else {
                List<String> all = new ArrayList<>(cells);
                while (all.size() < columns.size()) {
                    all.add("");
                }
                rows.add(new Row(line, all));
                for (int i = 0; i < columns.size(); i++) {
                    if (format.holdsRows(all.get(i), columns.size())) {
                        swallowing.putIfAbsent(line, columns.get(i));
                    }
                }
            }
        }
        List<String> notes = new ArrayList<>();
        if (!swallowing.isEmpty()) {
            Map.Entry<Integer, String> first = swallowing.firstEntry();
            notes.add(file + ": " + CsvFormat.rowsNote(swallowing.size(), first.getKey(), first.getValue()));
        }
        return Optional.of(new Table(file, format.separator() != ',', columns, rows, notes));
    }

    private Optional<Table> refused(String file, int line, String got, String expected) {
        faults.add(new Fault(file, line, "", got, expected));
        return Optional.empty();
    }
}
