package org.dateline.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definition of a reference system in Well-Known Text (OGC 01-009 and 18-010), where a file states no code. */
final class SystemDefinition {

    private static final Pattern GEOGRAPHIC =
            Pattern.compile("^\\s*(GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS|GEODETICCRS)\\s*\\[", Pattern.CASE_INSENSITIVE);

    private static final Pattern DERIVED = Pattern.compile("\\b(DERIVINGCONVERSION|BASEGEO\\w+)\\s*\\[");

    private static final Pattern DATUM = Pattern.compile(
            "\\b(DATUM|ENSEMBLE|GEODETICDATUM|TRF)\\s*\\[\\s*\"(D_)?(WGS[ _]?(19)?84|World Geodetic System 1984( ensemble)?)\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MERIDIAN = Pattern.compile(
            "\\b(PRIMEM|PRIMEMERIDIAN)\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*([-+.0-9eE]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNIT =
            Pattern.compile("\\b(ANGLEUNIT|UNIT)\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*([-+.0-9eE]+)", Pattern.CASE_INSENSITIVE);

    private SystemDefinition() {}

    /** Whether it is longitude and latitude on WGS 84, in degrees from Greenwich, whatever its name and its axes' order. */
    static boolean isDegrees(String wkt) {
        return GEOGRAPHIC.matcher(wkt).find()
                && !DERIVED.matcher(wkt).find()
                && DATUM.matcher(wkt).find()
                && all(MERIDIAN, wkt, 0)
                && all(UNIT, wkt, Math.toRadians(1));
    }

    private static boolean all(Pattern number, String wkt, double expected) {
        Matcher found = number.matcher(wkt);
        while (found.find()) {
            try {
                if (Math.abs(Double.parseDouble(found.group(2)) - expected) > 1e-9) {
                    return false;
                }
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return true;
    }
}
