package org.dateline.draw.figure;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text as glyphs: divided where the script or direction changes, shaped run by run and put into visual
 * order (Unicode Standard Annex 9). All renderers draw these glyphs, so a text has the same width in every format.
 */
public final class Line {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Nastaliq is set larger, because its letters are small for their font size. */
    private static final double NASTALIQ_LARGER = Look.number("nastaliq", "times");

    /**
     * A part of the line in one face and one direction.
     *
     * @param size   the font size in pixels
     * @param x      the distance of its left end from the line's left end
     * @param glyphs in visual order, starting at its left end
     */
    public record Run(String text, Typeface face, double size, boolean rightToLeft, double x, GlyphVector glyphs) {

        /** The outline of the run at its place in the line. */
        public Shape outline() {
            return glyphs.getOutline((float) x, 0);
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private double width;

    private Line() {}

    /**
     * Shapes a line of text.
     * @param rightToLeft the direction of the line as a whole
     */
    public static Line of(String text, Type type, boolean rightToLeft) {
        Line line = new Line();
        if (text.isEmpty()) {
            return line;
        }
        Bidi bidi = new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        LineFaces faces = LineFaces.of(text, type);
        record Piece(int start, int end, int level) {}
        List<Piece> pieces = new ArrayList<>();
        for (int run = 0; run < bidi.getRunCount(); run++) {
            int start = bidi.getRunStart(run);
            for (int i = start + 1; i <= bidi.getRunLimit(run); i++) {
                if (i == bidi.getRunLimit(run) || !faces.at(i).equals(faces.at(i - 1))) {
                    pieces.add(new Piece(start, i, bidi.getRunLevel(run)));
                    start = i;
                }
            }
        }
        Object[] ordered = pieces.toArray();
        byte[] levels = new byte[pieces.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) pieces.get(i).level;
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        for (Object one : ordered) {
            Piece piece = (Piece) one;
            String visible = visible(text.substring(piece.start, piece.end));
            if (!visible.isEmpty()) {
                line.add(visible, type, faces.at(piece.start), piece.level % 2 == 1);
            }
        }
        return line;
    }

    /** The text without invisible control characters: isolates and directional marks. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void add(String text, Type type, Typeface face, boolean rightToLeft) {
        double size = face == Face.NASTALIQ ? type.size() * NASTALIQ_LARGER : type.size();
        Font font = face.font().deriveFont((float) size);
        char[] letters = text.toCharArray();
        GlyphVector glyphs = font.layoutGlyphVector(
                CONTEXT,
                letters,
                0,
                letters.length,
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        double advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        // Letters of other scripts may be joined.
        if (type.spacing() > 0 && face == type.face()) {
            double step = type.spacing() * type.size();
            for (int i = 1; i < glyphs.getNumGlyphs(); i++) {
                var at = glyphs.getGlyphPosition(i);
                at.setLocation(at.getX() + i * step, at.getY());
                glyphs.setGlyphPosition(i, at);
            }
            advance += step * Math.max(0, glyphs.getNumGlyphs() - 1);
        }
        runs.add(new Run(text, face, size, rightToLeft, width, glyphs));
        width += advance;
    }

    /** The runs from left to right. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    public double width() {
        return width;
    }

    /** Whether its letters are drawn as outlines where a file can have text: no program shapes them like this. */
    public boolean isOutlined() {
        return runs.stream().anyMatch(run -> run.face() == Face.NASTALIQ || run.face() instanceof FoundFont);
    }

    /** The box around all ink, relative to the line's left end on the base line; empty if nothing is drawn. */
    public Rectangle2D inked() {
        Rectangle2D box = new Rectangle2D.Double();
        for (Run run : runs) {
            Rectangle2D ink = run.outline().getBounds2D();
            if (!ink.isEmpty()) {
                box = box.isEmpty() ? ink : box.createUnion(ink);
            }
        }
        return box;
    }

    /** The x coordinate of the line's left end for a text anchored at x. */
    public double left(double x, Mark.Anchor anchor) {
        return switch (anchor) {
            case LEFT -> x;
            case MIDDLE -> x - width / 2;
            case RIGHT -> x - width;
        };
    }
}
