package org.dateline.features;

import java.util.regex.Pattern;

/**
 * Texts in CSV, which spreadsheets open. They run a cell that starts with = + - or @ as a formula, and texts come from
 * sources that nobody here vouches for. Such a text gets an apostrophe in front, which spreadsheets hide; so does one that
 * has apostrophes there already, so that {@link #plain} can tell.
 */
public final class SpreadsheetText {

    /** With East Asian input, full-width forms count as the plain ones. */
    private static final String START = "[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]";

    private static final Pattern FORMULA = Pattern.compile("^'*" + START);
    private static final Pattern GUARDED = Pattern.compile("^'+" + START);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");

    private SpreadsheetText() {}

    /** The text as a spreadsheet shows it and never runs it. */
    public static String of(String text) {
        return FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that {@link #of} was given. */
    public static String plain(String cell) {
        return GUARDED.matcher(cell).find() ? cell.substring(1) : cell;
    }
}
