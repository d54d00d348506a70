package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.plot.DotPlot;
import org.dateline.draw.plot.PlotScale;
import org.dateline.draw.plot.StepPlot;

/** The complete image of claims: a plot for each subject, and below it every figure with its party and report. */
public final class ClaimsPlate {

    private static final double PARTIES = 190;
    private static final double LANE = DotPlot.LANE;

    private static final Type SUBJECT = Type.bold(15);
    private static final Type VERDICT = Type.bold(12.5);
    private static final Type PARTY = Type.bold(12.5);
    private static final Type SMALL = Type.sans(11.5);
    private static final Type VALUE = Type.bold(13.5);
    private static final Type QUOTE = Type.serif(13);

    private static final double STEPS_HEIGHT = 240;
    private static final double AFTER_SAMPLE = StepPlot.SAMPLE_WIDTH + 8;

    private static final double DOT = 4;
    private static final double AFTER_DOT = 15;
    private static final double VALUE_AT = 330;
    private static final double WORDS_AT = 500;
    private static final double LETTER_WIDTH = 62;

    private final ClaimsText text;
    private final Plate plate;
    private final Sheet sheet;

    private ClaimsPlate(ClaimsText text) {
        this.text = text;
        this.plate = new Plate(text.plate());
        this.sheet = plate.sheet();
    }

    public static Figure figure(ClaimsText text) {
        ClaimsPlate image = new ClaimsPlate(text);
        image.plate.head();
        for (ClaimsText.Comparison comparison : text.comparisons()) {
            image.subject(comparison);
            if (comparison.steps() == null) {
                image.plot(comparison);
            } else {
                image.steps(comparison.scale(), comparison.steps());
            }
            image.table(comparison);
        }
        for (String note : text.notes()) {
            image.sheet.paragraph(note, 0, image.sheet.inner(), SMALL, Palette.INK_3);
        }
        image.sheet.down(8);
        return image.plate.end();
    }

    private void subject(ClaimsText.Comparison comparison) {
        sheet.rule(0, sheet.inner(), Palette.RULE_2);
        sheet.down(10);
        sheet.paragraph(comparison.subject(), 0, sheet.inner(), SUBJECT, Palette.INK);
        sheet.paragraph(
                comparison.verdict(),
                0,
                sheet.inner(),
                VERDICT,
                comparison.contested() ? Palette.ACCENT : Palette.INK_2);
        sheet.down(10);
    }

    private void plot(ClaimsText.Comparison comparison) {
        int columns = comparison.times().size();
        double column = (sheet.inner() - PARTIES) / columns;
        double cell = column - 14;
        DotPlot marks = new DotPlot(
                comparison.scale(),
                cell,
                text.plate().rightToLeft(),
                text.plate().language(),
                LANE);
        double top = sheet.y();
        double lowest = top;
        for (int i = 0; i < columns; i++) {
            sheet.to(top);
            sheet.paragraph(comparison.times().get(i), PARTIES + i * column + 7, cell - 7, SMALL, Palette.INK_3);
            lowest = Math.max(lowest, sheet.y());
        }
        sheet.to(lowest + 4);
        double gridTop = sheet.y();
        List<Runnable> rows = new ArrayList<>();
        for (ClaimsText.Row row : comparison.rows()) {
            double at = sheet.y();
            sheet.rule(0, sheet.inner(), Palette.RULE);
            List<DotPlot.Cell> cells = row.cells().stream()
                    .map(stated -> marks.cell(stated, row.colour()))
                    .toList();
            double room = Math.max(
                    Sheet.height(row.party(), PARTIES - AFTER_DOT - 10, PARTY),
                    cells.stream().mapToDouble(DotPlot.Cell::height).max().orElse(0));
            rows.add(() -> {
                sheet.to(at + 5);
                party(row.party(), row.colour(), PARTIES - AFTER_DOT - 10);
                for (int i = 0; i < cells.size(); i++) {
                    sheet.add(
                            sheet.left(PARTIES + i * column, cell),
                            at + 5,
                            cells.get(i).marks());
                }
            });
            sheet.to(at + room + 10);
        }
        double bottom = sheet.y();
        for (int i = 0; i < columns; i++) {
            double left = sheet.left(PARTIES + i * column, cell);
            sheet.add(left, gridTop, marks.grid(bottom - gridTop));
            sheet.add(left, bottom, marks.axis(text.number()));
        }
        rows.forEach(Runnable::run);
        sheet.to(bottom + LANE + 14);
        sheet.mayBreak();
    }

    private void steps(PlotScale scale, ClaimsText.Steps steps) {
        StepPlot marks = new StepPlot(
                scale,
                sheet.inner(),
                STEPS_HEIGHT,
                text.plate().rightToLeft(),
                text.plate().language());
        sheet.add(sheet.left(0, sheet.inner()), sheet.y(), marks.marks(steps.series(), steps.clashes(), steps.words()));
        sheet.down(marks.fullHeight() + 12);
        for (int i = 0; i < steps.names().size(); i++) {
            sheet.add(
                    sheet.left(0, StepPlot.SAMPLE_WIDTH),
                    sheet.y() + 2,
                    StepPlot.sample(i, steps.series().get(i).colour()));
            sheet.paragraph(steps.names().get(i), AFTER_SAMPLE, sheet.inner() - AFTER_SAMPLE, PARTY, Palette.INK);
            sheet.down(3);
        }
        if (!steps.clashes().isEmpty()) {
            sheet.add(
                    sheet.left(0, StepPlot.SAMPLE_WIDTH),
                    sheet.y(),
                    List.of(new Mark.Group(
                            1, StepPlot.SAMPLE_WIDTH / 2, StepPlot.SIGN_HEIGHT / 2, null, StepPlot.unequal(0))));
            sheet.paragraph(steps.sign(), AFTER_SAMPLE, sheet.inner() - AFTER_SAMPLE, SMALL, Palette.ACCENT);
        }
        sheet.down(14);
        sheet.mayBreak();
    }

    private void party(String name, int colour, double width) {
        double middle = sheet.y() + Sheet.ascent(PARTY, name) - 0.36 * PARTY.size();
        dot(middle, Palette.party(colour));
        sheet.paragraph(name, AFTER_DOT, width, PARTY, Palette.INK);
    }

    private void dot(double middle, Colour colour) {
        sheet.add(sheet.left(0, 2 * DOT), middle - DOT, List.of(new Mark.Circle(DOT, DOT, DOT, Ink.fill(colour))));
    }

    private void table(ClaimsText.Comparison comparison) {
        double wordsWidth = sheet.inner() - WORDS_AT - LETTER_WIDTH - 14;
        double baseline = sheet.y() + Sheet.ascent(SMALL, text.party());
        sheet.text(text.party(), AFTER_DOT, baseline, SMALL, Palette.INK_3);
        sheet.text(text.figure(), VALUE_AT, baseline, SMALL, Palette.INK_3);
        sheet.text(text.words(), WORDS_AT, baseline, SMALL, Palette.INK_3);
        sheet.text(text.source(), sheet.inner() - LETTER_WIDTH, baseline, SMALL, Palette.INK_3);
        sheet.down(Sheet.leading(SMALL, text.party()) + 4);
        sheet.rule(0, sheet.inner(), Palette.RULE_2);
        for (ClaimsText.Line line : comparison.table()) {
            double top = sheet.y() + 6;
            double lowest = top;
            sheet.to(top);
            party(line.party(), line.colour(), VALUE_AT - AFTER_DOT - 14);
            sheet.paragraph(line.asOf(), AFTER_DOT, VALUE_AT - AFTER_DOT - 14, SMALL, Palette.INK_3);
            lowest = Math.max(lowest, sheet.y());
            sheet.to(top - 1);
            sheet.paragraph(line.value(), VALUE_AT, WORDS_AT - VALUE_AT - 14, VALUE, Palette.INK);
            for (String detail : line.details()) {
                sheet.paragraph(detail, VALUE_AT, WORDS_AT - VALUE_AT - 14, SMALL, Palette.INK_2);
            }
            lowest = Math.max(lowest, sheet.y());
            sheet.to(top - 1);
            sheet.paragraph(
                    line.words(),
                    WORDS_AT,
                    wordsWidth,
                    QUOTE,
                    Palette.INK,
                    line.wordsRightToLeft(),
                    line.wordsLanguage());
            for (ClaimsText.Other other : line.others()) {
                sheet.paragraph(
                        other.text(),
                        WORDS_AT,
                        wordsWidth,
                        SMALL,
                        other.contradicts() ? Palette.ACCENT : Palette.INK_2);
            }
            lowest = Math.max(lowest, sheet.y());
            sheet.text(
                    line.letter(),
                    sheet.inner() - LETTER_WIDTH,
                    top + Sheet.ascent(PARTY, text.party()),
                    PARTY,
                    Palette.ACCENT,
                    false,
                    "und");
            sheet.to(lowest + 6);
            sheet.rule(0, sheet.inner(), Palette.RULE);
            sheet.mayBreak();
        }
        sheet.down(14);
    }
}
