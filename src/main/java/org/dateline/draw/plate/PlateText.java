package org.dateline.draw.plate;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The text common to all images, in one language.
 *
 * @param language    the language (BCP 47)
 * @param rightToLeft whether lines start on the right
 * @param alt         the description for screen readers
 * @param kicker      a few words above the title that name the catalog
 * @param caption     one sentence below the title
 * @param sources     the heading of the list of reports
 * @param reports     the reports, to which everything else refers by letter
 * @param credits     the lines at the bottom
 * @param missing     says that there is no font for some scripts, whose letters are therefore missing
 */
public record PlateText(
        String language,
        boolean rightToLeft,
        String alt,
        String kicker,
        String title,
        String caption,
        String sources,
        List<Source> reports,
        List<String> credits,
        Function<Set<UnicodeScript>, String> missing) {

    public PlateText {
        reports = List.copyOf(reports);
        credits = List.copyOf(credits);
    }

    /**
     * A report in the list at the bottom.
     *
     * @param letter a, b, c …
     */
    public record Source(String letter, String text) {}
}
