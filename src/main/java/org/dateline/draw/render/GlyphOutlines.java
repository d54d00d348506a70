package org.dateline.draw.render;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.draw.figure.Line;
import org.dateline.draw.figure.Typeface;

/** Collects outlines of glyphs, so that each is written only once. */
final class GlyphOutlines {

    /** How many units an em has; outlines are rounded to whole units. */
    static final int EM = 1000;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Map<Typeface, Map<Integer, String>> paths = new TreeMap<>(Comparator.comparing(Typeface::id));

    /** Writes references to the glyphs of a line, with the left end of its base line at the origin. */
    void use(Xml xml, Line line) {
        for (Line.Run run : line.runs()) {
            GlyphVector glyphs = run.glyphs();
            for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
                int code = glyphs.getGlyphCode(i);
                Point2D at = glyphs.getGlyphPosition(i);
                if (code < 0xFFFE && !path(run.face(), code).isEmpty()) {
                    xml.open("use")
                            .attribute("href", "#" + id(run.face(), code))
                            .attribute(
                                    "transform",
                                    "translate(" + number(run.x() + at.getX()) + " " + number(at.getY()) + ")scale("
                                            + scale(run) + ")")
                            .empty();
                }
            }
        }
    }

    private static String number(double value) {
        return PathText.number(value, 2);
    }

    private static String scale(Line.Run run) {
        return Double.toString(Math.round(run.size() / EM * 1e6) / 1e6);
    }

    /** Writes the outlines of all used glyphs, for the file's definitions. */
    void write(Xml xml) {
        paths.forEach((face, glyphs) -> glyphs.forEach((code, path) -> {
            if (!path.isEmpty()) {
                xml.open("path")
                        .attribute("id", id(face, code))
                        .attribute("d", path)
                        .empty();
            }
        }));
    }

    private static String id(Typeface face, int code) {
        return "g" + face.id() + "-" + code;
    }

    private String path(Typeface face, int code) {
        return paths.computeIfAbsent(face, _ -> new TreeMap<>()).computeIfAbsent(code, _ -> {
            GlyphVector one = face.font().deriveFont((float) EM).createGlyphVector(CONTEXT, new int[] {code});
            return data(one.getOutline());
        });
    }

    private static String data(Shape outline) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = outline.getPathIterator(new AffineTransform()); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            int positions = switch (kind) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 3;
                default -> 1;
            };
            data.append("MLQCZ".charAt(kind));
            for (int i = 0; i < 2 * positions; i++) {
                data.append(i > 0 ? " " : "").append(Math.round(at[i]));
            }
        }
        return data.toString();
    }
}
