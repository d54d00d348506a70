package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.map.MapPanel;

/** The key to the numbers, in columns that end at about the same height. */
final class Key {

    private static final double GUTTER = 22;
    private static final double INDENT = 23;
    private static final double COLUMN_LEAST = 240;

    /** The approximate maximum height of a band of columns, so that a page can end after it. */
    private static final double BAND = 900;

    private static final Type HEADING = Type.bold(12.5);
    private static final Type NAME = Type.bold(12.5);
    private static final Type SMALL = Type.sans(11.5);

    private final Sheet sheet;
    private final int columns;
    private final double width;
    private final List<Block> blocks = new ArrayList<>();

    /** @param keep whether the next block must stay together with it */
    private record Block(double height, boolean keep, Runnable write) {}

    Key(Sheet sheet, List<MapText.Group> groups) {
        this.sheet = sheet;
        this.columns = Math.max(1, (int) ((sheet.inner() + GUTTER) / (COLUMN_LEAST + GUTTER)));
        this.width = (sheet.inner() - (columns - 1) * GUTTER) / columns;
        for (MapText.Group group : groups) {
            if (!group.entries().isEmpty()) {
                heading(group.heading());
                group.entries().forEach(this::entry);
            }
        }
    }

    private double start;

    private void heading(String heading) {
        double height = Sheet.height(heading, width, HEADING) + 9;
        blocks.add(new Block(height, true, () -> {
            sheet.down(3);
            sheet.paragraph(heading, start, width, HEADING, Palette.ACCENT);
            sheet.down(1);
            sheet.rule(start, width, Palette.RULE);
            sheet.down(5);
        }));
    }

    private void entry(MapText.Entry entry) {
        double room = width - INDENT;
        boolean beside = Typesetter.width(entry.name() + "  " + entry.kind(), NAME) <= room;
        List<String> names = Typesetter.lines(entry.name(), NAME, room);
        double height = names.size() * Sheet.leading(NAME, entry.name())
                + (beside ? 0 : Sheet.leading(SMALL, entry.kind()))
                + Sheet.height(entry.detail(), room, SMALL)
                + 6;
        blocks.add(new Block(height, false, () -> {
            double baseline = sheet.y() + Sheet.ascent(NAME, entry.name());
            if (entry.number() > 0) {
                sheet.add(
                        sheet.left(0, 16) + (sheet.rightToLeft() ? -start : start),
                        baseline - 0.36 * NAME.size() - 8,
                        MapPanel.badge(8, 8, entry.number(), entry.strong()));
            }
            if (entry.number() == 0) {
                sheet.text("–", start + 5, baseline, NAME, Palette.INK_3);
            }
            sheet.paragraph(entry.name(), start + INDENT, room, NAME, Palette.INK);
            if (beside) {
                double after = start + INDENT + Typesetter.width(entry.name(), NAME) + 6;
                sheet.text(entry.kind(), after, baseline, SMALL, Palette.INK_3);
            } else {
                sheet.paragraph(entry.kind(), start + INDENT, room, SMALL, Palette.INK_3);
            }
            sheet.paragraph(entry.detail(), start + INDENT, room, SMALL, Palette.INK_2);
            sheet.down(6);
        }));
    }

    void write() {
        int from = 0;
        while (from < blocks.size()) {
            int to = from;
            double height = 0;
            while (to < blocks.size() && (height < columns * BAND || blocks.get(to - 1).keep)) {
                height += blocks.get(to++).height;
            }
            band(blocks.subList(from, to), height);
            sheet.mayBreak();
            from = to;
        }
    }

    /** Fills the columns one after the other, up to the least height at which everything fits. */
    private void band(List<Block> band, double whole) {
        double most = whole / columns;
        while (!fits(band, most)) {
            most += 4;
        }
        double top = sheet.y();
        double lowest = top;
        int column = 0;
        start = 0;
        for (int i = 0; i < band.size(); i++) {
            if (sheet.y() > top && !isKept(band, i) && sheet.y() + together(band, i) > top + most) {
                column++;
                start = column * (width + GUTTER);
                sheet.to(top);
            }
            band.get(i).write.run();
            lowest = Math.max(lowest, sheet.y());
        }
        sheet.to(lowest);
    }

    private boolean fits(List<Block> band, double most) {
        int column = 0;
        double y = 0;
        for (int i = 0; i < band.size(); i++) {
            if (y > 0 && !isKept(band, i) && y + together(band, i) > most) {
                column++;
                y = 0;
            }
            y += band.get(i).height;
            if (y > most) {
                return false;
            }
        }
        return column < columns;
    }

    /** Whether a block must stay with the one before it. */
    private static boolean isKept(List<Block> band, int i) {
        return i > 0 && band.get(i - 1).keep;
    }

    /** The height of a block together with the blocks that must stay with it. */
    private static double together(List<Block> band, int i) {
        double height = band.get(i).height;
        for (int next = i; band.get(next).keep && next + 1 < band.size(); next++) {
            height += band.get(next + 1).height;
        }
        return height;
    }
}
