package org.dateline.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small tables of hard cases, read. */
final class Tables {

    static final Path FOLDER = Path.of("src/test/resources/tables");

    private Tables() {}

    static List<Row> read(Path file) throws IOException {
        try (RowReader reader = RowReader.open(file, null, List.of())) {
            return rest(reader);
        }
    }

    static List<Row> read(String name) throws IOException {
        return read(FOLDER.resolve(name));
    }

    static List<Row> rest(RowReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }

    /** Line, values, geometry, fault; one line a row. */
    static String shown(List<Row> rows) {
        return rows.stream()
                .map(row -> row.line() + " " + Arrays.toString(row.values())
                        + (row.geometry() == null ? "" : " " + row.geometry().toText())
                        + (row.fault() == null ? "" : " " + row.fault()))
                .collect(Collectors.joining("\n"));
    }
}
