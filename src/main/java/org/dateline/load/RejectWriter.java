package org.dateline.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dateline.features.SpreadsheetText;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/** Writes rejected rows to a file: line, reason, then the original row. The file is created with the first of them. */
final class RejectWriter implements Closeable {

    private static final List<String> HEAD = List.of("line", "reason");

    private final Path file;
    private final List<String> header;
    private @Nullable CsvWriter writer;

    private RejectWriter(Path file, List<Column> columns) {
        this.file = file;
        this.header = new ArrayList<>(HEAD);
        columns.forEach(column -> header.add(SpreadsheetText.of(column.name())));
        header.add("geometry");
    }

    /**
     * @param keep number of rows from an earlier attempt to keep; those after them are written again
     * @throws LoadException if the file contains something else, or fewer rows
     */
    static RejectWriter open(Path file, List<Column> columns, long keep) throws IOException {
        RejectWriter rejects = new RejectWriter(file, columns);
        if (Files.exists(file)) {
            rejects.requireOwn();
        }
        if (keep > 0) {
            rejects.keep(keep);
        } else {
            Files.deleteIfExists(file);
        }
        return rejects;
    }

    private void requireOwn() throws IOException {
        try (CsvReader<CsvRecord> reader = reader(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (records.hasNext()) {
                List<String> fields = records.next().getFields();
                if (fields.size() < 2 || !fields.subList(0, 2).equals(HEAD)) {
                    throw new LoadException("got " + file
                            + ", which holds something else, expected no file or one of rejected rows (--rejects)");
                }
            }
        }
    }

    private void keep(long count) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        long kept = -1;
        if (Files.exists(file)) {
            try (CsvReader<CsvRecord> reader = reader(file);
                    CsvWriter copy = CsvWriter.builder().build(part)) {
                Iterator<CsvRecord> records = reader.iterator();
                while (kept < count && records.hasNext()) {
                    copy.writeRecord(records.next().getFields());
                    kept++;
                }
            }
        }
        if (kept < count) {
            Files.deleteIfExists(part);
            throw new LoadException("got " + Counted.of(Math.max(0, kept), "row") + " in " + file + ", expected the "
                    + count + " that an earlier attempt rejected; --restart starts again");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static CsvReader<CsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file);
    }

    void add(Row row, String reason) throws IOException {
        if (writer == null) {
            boolean fresh = !Files.exists(file);
            writer = CsvWriter.builder()
                    .build(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (fresh) {
                writer.writeRecord(header);
            }
        }
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(row.line()));
        fields.add(SpreadsheetText.of(Utf8Decoder.shown(reason)));
        for (Object value : row.values()) {
            fields.add(value == null ? "" : SpreadsheetText.of(Utf8Decoder.shown(value.toString())));
        }
        if (row.geometry() != null) {
            fields.add(row.geometry().toText());
        }
        writer.writeRecord(fields);
    }

    /** Called before the rejected rows are counted in the database. */
    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
