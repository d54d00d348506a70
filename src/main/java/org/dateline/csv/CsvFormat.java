package org.dateline.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * How a table is written as text, as its beginning shows: programs that write CSV in countries with a decimal comma
 * separate fields by semicolons, others by tabs or bars; some write UTF-16.
 *
 * @param separator between fields: comma, semicolon, tab or bar
 */
public record CsvFormat(Charset charset, char separator) {

    /** How much of a file {@link #of} needs, in bytes; less if there is no more. */
    public static final int BEGINNING = 1 << 16;

    private static final String SEPARATORS = ",;\t|";

    /** @param beginning of the file */
    public static CsvFormat of(byte[] beginning) {
        Charset charset = charset(beginning);
        return new CsvFormat(charset, separator(new String(beginning, charset)));
    }

    /**
     * What a file is that has only the name of a table, with the way out: spreadsheet programs give archives, and servers
     * give pages that ask for a password, such a name. Empty if it may be a table.
     *
     * @param beginning of the file
     * @return what was got and what was expected
     */
    public static Optional<String> mistaken(byte[] beginning) {
        String start = new String(beginning, 0, Math.min(64, beginning.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of(
                    "got an archive or a spreadsheet, expected text: unpack it, or save the spreadsheet as CSV");
        }
        if (start.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype )?html.*")) {
            return Optional.of("got a web page, expected a table; does its address need a password?");
        }
        return start.startsWith("\u00FF\u00FE\0\0") || start.startsWith("\0\0")
                ? Optional.of("got UTF-32, expected UTF-8 or UTF-16")
                : Optional.empty();
    }

    /**
     * Whether a field looks like the end of one row and the beginning of another, with whole rows between: a quotation mark
     * that is not doubled and not closed takes all of that up to the next one, and leaves as many fields as there should be.
     *
     * @param columns how many fields each row has
     */
    public boolean holdsRows(String field, int columns) {
        if (field.indexOf('\n') < 0 || columns < 2) {
            return false;
        }
        long breaks = field.chars().filter(c -> c == '\n').count();
        return field.chars().filter(c -> c == separator).count() == breaks * (columns - 1);
    }

    /**
     * The note about fields that {@link #holdsRows hold rows}.
     *
     * @param rows   with such fields
     * @param line   of the first
     * @param column of the first
     */
    public static String rowsNote(long rows, long line, String column) {
        return rows + (rows == 1 ? " row" : " rows") + " with a text that looks like several rows (first in line "
                + line + ": " + column + "); is a quotation mark not closed there?";
    }

    private static Charset charset(byte[] bytes) {
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        // Names of columns are ASCII for the most part, and text has no zeros.
        boolean zeros = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        if (big || zeros && bytes[0] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return little || zeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /**
     * The most frequent separator outside quotation marks in the first line, of several the first; bars only if there is no
     * other, because they stand within names too.
     */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                int separator = SEPARATORS.indexOf(c);
                if (separator >= 0) {
                    counts[separator]++;
                }
            }
        }
        int bar = SEPARATORS.indexOf('|');
        int most = 0;
        for (int i = 1; i < bar; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(counts[most] == 0 && counts[bar] > 0 ? bar : most);
    }
}
