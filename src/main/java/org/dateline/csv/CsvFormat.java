package org.dateline.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a table is written as text, as its beginning shows: programs that write CSV in countries with a decimal comma
 * separate fields by semicolons, others by tabs; some write UTF-16.
 *
 * @param separator between fields: comma, semicolon or tab
 */
public record CsvFormat(Charset charset, char separator) {

    /** How much of a file {@link #of} needs, in bytes; less if there is no more. */
    public static final int BEGINNING = 1 << 16;

    /** @param beginning of the file */
    public static CsvFormat of(byte[] beginning) {
        Charset charset = charset(beginning);
        return new CsvFormat(charset, separator(new String(beginning, charset)));
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

    /** The most frequent separator outside quotation marks in the first line; a comma unless another is. */
    private static char separator(String text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        if (commas >= semicolons && commas >= tabs) {
            return ',';
        }
        return semicolons >= tabs ? ';' : '\t';
    }
}
