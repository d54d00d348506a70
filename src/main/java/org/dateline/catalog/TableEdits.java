package org.dateline.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dateline.csv.CsvFormat;

/**
 * Writes values into cells of a table and leaves every other byte as it is: quotation marks, ends of lines, the encoding and
 * the separator stay those of the program that saved it. Columns that the table lacks come after its last one.
 */
final class TableEdits {

    private static final char QUOTE = '"';

    private final CsvFormat format;
    private final String text;
    private final Map<Integer, Map<String, String>> values = new TreeMap<>();

    /**
     * A row as it stands in the text.
     *
     * @param line  from 1, where it starts
     * @param cells the beginning and the end of each
     * @param end   before the end of the line
     */
    private record Row(int line, List<int[]> cells, int end) {}

    private record Splice(int from, int to, String value) {}

    /** @param content of a file that {@link TableReader} reads without a fault */
    TableEdits(byte[] content) {
        this.format = CsvFormat.of(content);
        this.text = new String(content, format.charset());
    }

    /**
     * @param line   where the row starts, from 1
     * @param column its name in small letters
     * @param value  without separators, quotation marks and ends of lines
     */
    void put(int line, String column, String value) {
        values.computeIfAbsent(line, _ -> new TreeMap<>()).put(column, value);
    }

    boolean any() {
        return !values.isEmpty();
    }

    byte[] apply() {
        List<Row> rows = rows();
        List<String> columns = new ArrayList<>();
        rows.getFirst().cells.forEach(cell -> columns.add(name(cell)));
        int known = columns.size();
        Set<String> wanted = new LinkedHashSet<>();
        values.values().forEach(row -> wanted.addAll(row.keySet()));
        columns.forEach(wanted::remove);
        columns.addAll(wanted);
        List<Splice> splices = new ArrayList<>();
        int end = rows.getFirst().end;
        wanted.forEach(name -> splices.add(new Splice(end, end, format.separator() + name)));
        for (Row row : rows.subList(1, rows.size())) {
            Map<String, String> cells = values.getOrDefault(row.line, Map.of());
            int last = row.cells.size() - 1;
            for (int i = 0; i < columns.size(); i++) {
                if (cells.containsKey(columns.get(i))) {
                    last = Math.max(last, i);
                }
            }
            for (int i = 0; i <= last; i++) {
                String value = cells.get(i < columns.size() ? columns.get(i) : "");
                if (i >= row.cells.size()) {
                    splices.add(new Splice(row.end, row.end, format.separator() + (value == null ? "" : value)));
                } else if (value != null && i < known) {
                    splices.add(new Splice(row.cells.get(i)[0], row.cells.get(i)[1], value));
                }
            }
        }
        StringBuilder edited = new StringBuilder();
        int done = 0;
        for (Splice splice : splices) {
            edited.append(text, done, splice.from).append(splice.value);
            done = splice.to;
        }
        return edited.append(text, done, text.length()).toString().getBytes(format.charset());
    }

    private String name(int[] cell) {
        return text.substring(cell[0], cell[1])
                .replace(String.valueOf(QUOTE), "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            List<int[]> cells = new ArrayList<>();
            int from = line;
            while (true) {
                int start = at;
                boolean open = at < text.length() && text.charAt(at) == QUOTE;
                at += open ? 1 : 0;
                while (at < text.length() && (open || !endsCell(text.charAt(at)))) {
                    // A doubled mark closes the cell and opens it again.
                    open ^= text.charAt(at) == QUOTE && text.charAt(start) == QUOTE;
                    line += endsLine(at) ? 1 : 0;
                    at++;
                }
                cells.add(new int[] {start, at});
                if (at == text.length() || text.charAt(at) != format.separator()) {
                    break;
                }
                at++;
            }
            rows.add(new Row(from, cells, at));
            if (at < text.length()) {
                at += text.startsWith("\r\n", at) ? 2 : 1;
                line++;
            }
        }
        return rows;
    }

    private boolean endsCell(char c) {
        return c == format.separator() || c == '\n' || c == '\r';
    }

    /** Whether a line within a cell ends here; CR LF is one end. */
    private boolean endsLine(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\r\n", at);
    }
}
