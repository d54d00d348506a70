package org.dateline.draw.plate;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.MissingLetters;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plot.DotPlot;

/**
 * The preview image of a view for shared links (Open Graph and Twitter cards): a map or plot, title and attribution,
 * large enough to read on a phone. It has no legend and few names.
 */
public final class Card {

    public static final double WIDTH = 1200;
    public static final double HEIGHT = 630;

    /** The width of the map; the title is beside it. */
    public static final double MAP_WIDTH = 760;

    /** The factor by which the map's names are larger than on a page. */
    public static final double ENLARGED = 1.75;

    public static final int MOST_NAMES = 10;

    private static final double MARGIN = 44;
    private static final double PARTIES = 250;
    private static final int MOST_ROWS = 5;

    private final PlateText text;
    private final Sheet sheet;

    private Card(PlateText text) {
        this.text = text;
        this.sheet = new Sheet(WIDTH, MARGIN, text.rightToLeft(), text.language());
    }

    /** @param map a map of {@link #MAP_WIDTH} by {@link #HEIGHT}, {@link #ENLARGED} */
    public static Figure map(MapPanel map, PlateText text, String attribution) {
        Card card = new Card(text);
        double start = WIDTH - MARGIN - MAP_WIDTH;
        List<Mark> marks = new ArrayList<>(map.named(text.language(), MOST_NAMES));
        double edge = text.rightToLeft() ? MAP_WIDTH : 0;
        marks.add(new Mark.Path(Paths.line(edge, 0, edge, HEIGHT), Ink.line(Palette.RULE_2, 2)));
        card.sheet.add(card.sheet.left(start, MAP_WIDTH), 0, marks);
        card.words(start - MARGIN, attribution);
        return card.end();
    }

    /** The plot of the first comparison, with all times in one column. */
    public static Figure claims(ClaimsText claims, String attribution) {
        Card card = new Card(claims.plate());
        double start = WIDTH - 2 * MARGIN - MAP_WIDTH + 20;
        double width = MAP_WIDTH + MARGIN - 20;
        card.sheet
                .marks()
                .add(new Mark.Path(
                        Paths.box(card.sheet.left(start - 20, width + 20 + MARGIN), 0, width + 20 + MARGIN, HEIGHT),
                        Ink.fill(Palette.PAPER_2)));
        if (!claims.comparisons().isEmpty()) {
            card.plot(claims, claims.comparisons().getFirst(), start + 14, width - 14);
        }
        card.words(start - MARGIN - 20, attribution);
        return card.end();
    }

    /** Adds kicker, title and caption at the top, and the attribution at the bottom. */
    private void words(double width, String attribution) {
        sheet.to(MARGIN);
        sheet.add(
                sheet.left(0, 56), sheet.y(), List.of(new Mark.Path(Paths.box(0, 0, 56, 6), Ink.fill(Palette.ACCENT))));
        sheet.down(22);
        sheet.paragraph(text.kicker(), 0, width, Type.bold(19), Palette.ACCENT);
        sheet.down(8);
        Type title = Type.bold(44);
        while (Sheet.height(text.title(), width, title) > HEIGHT * 0.46 || widest(text.title(), title) > width) {
            title = Type.bold(title.size() - 2);
        }
        sheet.paragraph(text.title(), 0, width, title, Palette.INK);
        sheet.down(10);
        Type small = Type.sans(17);
        double foot = HEIGHT - MARGIN - Sheet.height(attribution, width, small);
        Type caption = Type.sans(20);
        if (sheet.y() + Sheet.height(text.caption(), width, caption) < foot - 12) {
            sheet.paragraph(text.caption(), 0, width, caption, Palette.INK_2);
        }
        sheet.to(foot);
        sheet.paragraph(attribution, 0, width, small, Palette.INK_3);
        Set<UnicodeScript> missing = MissingLetters.scripts(sheet.marks());
        if (!missing.isEmpty()) {
            String note = text.missing().apply(missing);
            sheet.to(foot - 8 - Sheet.height(note, width, small));
            sheet.paragraph(note, 0, width, small, Palette.ACCENT);
        }
    }

    private static double widest(String text, Type type) {
        double widest = 0;
        for (String word : text.split(" ")) {
            widest = Math.max(widest, Typesetter.width(word, type));
        }
        return widest;
    }

    private void plot(ClaimsText claims, ClaimsText.Comparison comparison, double start, double width) {
        double cell = width - PARTIES;
        List<ClaimsText.Row> rows = comparison.rows().stream().limit(MOST_ROWS).toList();
        double lane = 40;
        DotPlot marks;
        List<DotPlot.Cell> cells;
        double height;
        do {
            lane -= 2;
            marks = new DotPlot(comparison.scale(), cell, text.rightToLeft(), text.language(), lane);
            DotPlot drawing = marks;
            cells = rows.stream()
                    .map(row -> drawing.cell(
                            row.cells().stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .toList(),
                            row.colour()))
                    .toList();
            height = 0;
            for (int i = 0; i < rows.size(); i++) {
                height += Math.max(cells.get(i).height(), party(rows.get(i), lane)) + 18;
            }
        } while (height > HEIGHT - 2 * MARGIN - lane * 1.4 && lane > 20);
        double top = (HEIGHT - height - lane) / 2;
        sheet.add(sheet.left(start + PARTIES, cell), top, marks.grid(height));
        sheet.add(sheet.left(start + PARTIES, cell), top + height, marks.axis(claims.number()));
        sheet.to(top);
        for (int i = 0; i < rows.size(); i++) {
            Colour colour = Palette.party(rows.get(i).colour());
            double room = Math.max(cells.get(i).height(), party(rows.get(i), lane)) + 18;
            double at = sheet.y();
            sheet.down((room - party(rows.get(i), lane)) / 2);
            sheet.paragraph(rows.get(i).party(), start, PARTIES - 24, name(lane), colour);
            sheet.add(
                    sheet.left(start + PARTIES, cell),
                    at + (room - cells.get(i).height()) / 2,
                    cells.get(i).marks());
            sheet.to(at + room);
        }
    }

    private static Type name(double lane) {
        return Type.bold(lane * 0.52);
    }

    private static double party(ClaimsText.Row row, double lane) {
        return Sheet.height(row.party(), PARTIES - 24, name(lane));
    }

    private Figure end() {
        return new Figure(
                WIDTH, HEIGHT, text.language(), text.title(), text.alt(), Palette.PAPER, sheet.marks(), List.of());
    }
}
