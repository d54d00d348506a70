package org.dateline.draw.render;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.dateline.draw.figure.Face;
import org.dateline.draw.figure.Fonts;
import org.dateline.draw.figure.Line;

/**
 * Writes shaped runs into a PDF as text: the very glyphs that were laid out, each at its place, by its number in the
 * font. What those of the Arabic script say is written beside them as ActualText (ISO 32000-2, 14.9.4), since a
 * letter is many glyphs there, and one glyph serves many letters.
 */
final class GlyphText implements IPdfBoxGraphics2DFontTextDrawer {

    /** The attribute that carries the run which a string is of. */
    static final AttributedCharacterIterator.Attribute RUN = new RunAttribute();

    private static final class RunAttribute extends AttributedCharacterIterator.Attribute {
        RunAttribute() {
            super("run");
        }
    }

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private final Map<Face, Set<Integer>> used = new EnumMap<>(Face.class);

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv page) {
        return text.getAttribute(RUN) instanceof Line.Run;
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv page) throws IOException {
        Line.Run run = (Line.Run) text.getAttribute(RUN);
        PDType0Font font = font(run.face(), page);
        PDPageContentStream content = page.getContentStream();
        GlyphVector glyphs = run.glyphs();
        Set<Integer> marked = used.computeIfAbsent(run.face(), _ -> new HashSet<>());
        page.applyPaint(page.getPaint(), glyphs.getLogicalBounds());
        if (run.face() == Face.NASTALIQ) {
            // Written in place: not every reader looks it up among a page's resources.
            content.appendRawCommands("/Span <</ActualText <"
                    + HEX.formatHex(("\uFEFF" + run.text()).getBytes(StandardCharsets.UTF_16BE)) + ">>> BDC\n");
        }
        content.beginText();
        content.setFont(font, (float) run.size());
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            int code = glyphs.getGlyphCode(i);
            // Java's own numbers for glyphs that show nothing lie beyond those of any font.
            if (code >= 0xFFFE) {
                continue;
            }
            marked.add(code);
            Point2D at = glyphs.getGlyphPosition(i);
            // The page's y runs downwards here, a font's does not.
            content.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (run.x() + at.getX()), (float) at.getY()));
            content.appendRawCommands("<" + HEX.formatHex(font.encodeGlyphId(code)) + "> Tj\n");
        }
        content.endText();
        if (run.face() == Face.NASTALIQ) {
            content.appendRawCommands("EMC\n");
        }
    }

    /** Says which glyphs the file must hold: to be called before it is saved. */
    void end() {
        fonts.forEach((face, font) -> font.addGlyphsToSubset(used.getOrDefault(face, Set.of())));
    }

    private PDType0Font font(Face face, IFontTextDrawerEnv page) throws IOException {
        PDType0Font known = fonts.get(face);
        if (known == null) {
            known = PDType0Font.load(page.getDocument(), new ByteArrayInputStream(Fonts.file(face)), true);
            fonts.put(face, known);
        }
        return known;
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv page) {
        return page.getCalculationGraphics().getFontMetrics(font);
    }
}
