package org.dateline.draw.map;

import java.util.List;
import java.util.Optional;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.LabelPlacer.Placed;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;

/**
 * A name to be written on the map, with the number of quotes behind it.
 *
 * @param text       the name
 * @param language   of the text
 * @param count      the number as it is written; empty for none
 * @param style      how it is set
 * @param selected   emphasised
 * @param candidates where it may stand, best first
 */
record Label(
        String text, String language, String count, LabelStyle style, boolean selected, List<Candidate> candidates) {

    /** Above and below the base line, in ems: room for the script's tallest and deepest letters. */
    private static final double LATIN_ASCENT = 0.82;

    private static final double LATIN_DESCENT = 0.22;
    private static final double ARABIC_ASCENT = 1.6;
    private static final double ARABIC_DESCENT = 0.45;

    /** In pixels of the page: its letters are small for their size. */
    private static final double NASTALIQ_LARGER = 2;

    private static final double COUNT_SIZE = 0.82;
    private static final double COUNT_GAP = 0.35;
    private static final double SPACE = 0.26;

    /** A label at its place: the base line begins, is centred or ends at x, depending on the side. */
    record Written(Label label, double x, double baseline, int across) {}

    Optional<Written> place(LabelPlacer placer, double pixel) {
        double size = size() * pixel;
        double width = TextWidth.ems(text, spacing()) * style.widening() * size;
        if (!count.isEmpty()) {
            width += (COUNT_GAP + TextWidth.ems(count, 0) * COUNT_SIZE) * size;
        }
        double overhang = TextWidth.overhang(text) * size;
        width += overhang;
        double height = (ascent() + descent()) * size;
        Optional<Placed> placed = placer.place(candidates, width, height);
        return placed.map(at -> {
            double x = switch (at.side().across()) {
                case -1 -> at.box().right() - overhang;
                case 1 -> at.box().left();
                default -> at.box().middleX() - overhang / 2;
            };
            return new Written(
                    this, x, at.box().top() + ascent() * size, at.side().across());
        });
    }

    /** In pixels of the page. */
    double size() {
        return style.size() + (selected ? 1.5 : 0) + (arabicScript() ? NASTALIQ_LARGER : 0);
    }

    double spacing() {
        return arabicScript() ? 0 : style.spacing();
    }

    boolean arabicScript() {
        return TextWidth.isArabicScript(text);
    }

    private double ascent() {
        return arabicScript() ? ARABIC_ASCENT : LATIN_ASCENT;
    }

    private double descent() {
        return arabicScript() ? ARABIC_DESCENT : LATIN_DESCENT;
    }

    /** @param pageLanguage a text in another language says which, so that it gets the right font and voice */
    void write(Xml xml, Written at, double pixel, int decimals, String pageLanguage) {
        boolean rightToLeft = arabicScript();
        // text-anchor counts in the direction of the text: its start is on the right where that runs to the left.
        String anchor = at.across() == 0 ? "middle" : at.across() == (rightToLeft ? 1 : -1) ? "end" : null;
        double size = size() * pixel;
        xml.open("text")
                .attribute("class", style.className() + (selected ? " selected" : ""))
                .attribute("x", PathText.number(at.x(), decimals))
                .attribute("y", PathText.number(at.baseline(), decimals))
                .attribute("font-size", PathText.number(size, decimals + 1))
                .attribute("stroke-width", PathText.number(3.2 * pixel, decimals + 1))
                .attribute("text-anchor", anchor)
                .attribute("letter-spacing", spacing() > 0 ? PathText.number(spacing() * size, decimals + 1) : null)
                // Always said: a page that runs the other way would turn it.
                .attribute("direction", rightToLeft ? "rtl" : "ltr")
                .attribute("lang", language.equals(pageLanguage) ? null : language)
                .inside()
                .text(text);
        if (!count.isEmpty()) {
            // A space, for those who hear or copy it.
            xml.text(" ")
                    .open("tspan")
                    .attribute("class", "badge")
                    .attribute("dx", PathText.number((rightToLeft ? -1 : 1) * (COUNT_GAP - SPACE) * size, decimals + 1))
                    .attribute("font-size", PathText.number(COUNT_SIZE * size, decimals + 1))
                    .inside()
                    .text(count)
                    .close("tspan");
        }
        xml.close("text");
    }
}
