package org.dateline.formats;

import java.util.regex.Pattern;

/**
 * Guards texts in the cells of CSV files. Spreadsheets run a cell that starts with = + - or @ as a formula, and texts
 * come from sources that cannot be trusted: such a cell gets an apostrophe in front. Other formats contain every text
 * unchanged.
 */
final class SpreadsheetText {

    /**
     * The characters that start a formula, with their full-width forms, which spreadsheets treat alike under East Asian
     * input.
     */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]");

    private SpreadsheetText() {}

    static String of(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
