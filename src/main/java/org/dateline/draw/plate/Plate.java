package org.dateline.draw.plate;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.MissingLetters;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.plane.Paths;

/** Lays out the head and foot of every image. */
final class Plate {

    static final double WIDTH = 900;
    static final double MARGIN = 28;

    private static final Type KICKER = Type.bold(12.5);
    private static final Type TITLE = Type.bold(28);
    private static final Type CAPTION = Type.sans(15);
    private static final Type SMALL = Type.sans(11.5);
    private static final Type HEADING = Type.bold(12.5);

    private final PlateText text;
    private final Sheet sheet;

    Plate(PlateText text) {
        this.text = text;
        this.sheet = new Sheet(WIDTH, MARGIN, text.rightToLeft(), text.language());
    }

    Sheet sheet() {
        return sheet;
    }

    void head() {
        sheet.down(MARGIN - 6);
        sheet.add(
                sheet.left(0, 36), sheet.y(), List.of(new Mark.Path(Paths.box(0, 0, 36, 4), Ink.fill(Palette.ACCENT))));
        sheet.down(11);
        sheet.paragraph(text.kicker(), 0, sheet.inner(), KICKER, Palette.ACCENT);
        // Nastaliq needs extra room, because a large line after a small one would overlap it.
        sheet.down(TextWidth.isArabicScript(text.kicker()) ? 8 : 0);
        sheet.paragraph(text.title(), 0, sheet.inner(), TITLE, Palette.INK);
        sheet.down(2);
        sheet.paragraph(text.caption(), 0, sheet.inner() * 0.86, CAPTION, Palette.INK_2);
        sheet.down(12);
    }

    /** Adds the reports by letter and the credits, and completes the figure. */
    Figure end() {
        sheet.down(4);
        sheet.rule(0, sheet.inner(), Palette.RULE_2);
        sheet.down(10);
        sheet.paragraph(text.sources(), 0, sheet.inner(), HEADING, Palette.INK);
        sheet.down(2);
        for (PlateText.Source source : text.reports()) {
            double top = sheet.y();
            sheet.paragraph(source.text(), 20, sheet.inner() - 20, SMALL, Palette.INK_2);
            sheet.text(
                    source.letter(),
                    0,
                    top + Sheet.ascent(SMALL, source.text()),
                    Type.bold(11.5),
                    Palette.ACCENT,
                    false,
                    "und");
        }
        sheet.down(10);
        sheet.mayBreak();
        sheet.rule(0, sheet.inner(), Palette.RULE);
        sheet.down(9);
        for (String credit : text.credits()) {
            sheet.paragraph(credit, 0, sheet.inner(), SMALL, Palette.INK_3);
        }
        Set<UnicodeScript> missing = MissingLetters.scripts(sheet.marks());
        if (!missing.isEmpty()) {
            sheet.paragraph(text.missing().apply(missing), 0, sheet.inner(), Type.bold(SMALL.size()), Palette.ACCENT);
        }
        sheet.down(MARGIN - 8);
        return new Figure(
                WIDTH,
                Math.ceil(sheet.y()),
                text.language(),
                text.title(),
                text.alt(),
                Palette.PAPER,
                sheet.marks(),
                sheet.breaks());
    }
}
