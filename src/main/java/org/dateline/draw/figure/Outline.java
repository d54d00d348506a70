package org.dateline.draw.figure;

import java.util.Locale;

/** Path data for simple shapes. */
public final class Outline {

    private Outline() {}

    public static String box(double x, double y, double width, double height) {
        return "M" + number(x) + " " + number(y) + "H" + number(x + width) + "V" + number(y + height) + "H" + number(x)
                + "Z";
    }

    /** @param positions x and y in turn */
    public static String line(double... positions) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < positions.length; i += 2) {
            data.append(i == 0 ? "M" : "L")
                    .append(number(positions[i]))
                    .append(' ')
                    .append(number(positions[i + 1]));
        }
        return data.toString();
    }

    /** To a hundredth, in as few characters as it needs. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        text = text.replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }
}
