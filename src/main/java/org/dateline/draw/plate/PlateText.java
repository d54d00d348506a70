package org.dateline.draw.plate;

import java.util.List;

/**
 * What every image says, in one language.
 *
 * @param language    BCP 47
 * @param rightToLeft the side that lines begin on
 * @param alt         what it shows, for those who do not see it
 * @param kicker      a few words above the title: what catalog this is
 * @param caption     one sentence under the title
 * @param sources     its heading
 * @param reports     what all else refers to by letter
 * @param credits     lines at the foot
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
        List<String> credits) {

    public PlateText {
        reports = List.copyOf(reports);
        credits = List.copyOf(credits);
    }

    /**
     * A report at the foot.
     *
     * @param letter a, b, c ...
     */
    public record Source(String letter, String text) {}
}
