package org.dateline.load;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The text of a code or an identifier. Spreadsheets and statistics programs write whole numbers as {@code 1.0}, and
 * binary formats as floating point: they mean 1.
 */
final class CodeText {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}\\.0");

    private CodeText() {}

    /** The text without blanks at its ends, among them those without a break, which web pages and spreadsheets add. */
    static String stripped(Object value) {
        return value.toString().replace('\u00A0', ' ').strip();
    }

    static String of(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e18) {
            return BigDecimal.valueOf(number.longValue()).toPlainString();
        }
        String text = stripped(value);
        return text.endsWith(".0") && WHOLE.matcher(text).matches() ? text.substring(0, text.length() - 2) : text;
    }
}
