package org.dateline.cli;

import java.util.Arrays;
import org.dateline.geo.Bbox;

/** Positions and boxes as options state them. */
final class Degrees {

    private Degrees() {}

    /** @throws UsageException if the text is not west,south,east,north */
    static Bbox box(String option, String text) {
        double[] sides = numbers(option, text, 4, "west,south,east,north in degrees, such as -0.75,39.25,-0.25,39.6");
        try {
            return new Bbox(sides[0], sides[1], sides[2], sides[3]);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    /** @throws UsageException if the text is not this many numbers, separated by commas */
    static double[] numbers(String option, String text, int count, String expected) {
        try {
            double[] numbers = Arrays.stream(text.split("\\s*,\\s*", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new UsageException("got " + option + " " + text + ", expected " + expected);
    }
}
