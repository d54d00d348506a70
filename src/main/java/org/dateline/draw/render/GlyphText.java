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
 * Writes shaped runs into a PDF as text: the glyphs that were laid out, each at its position, by its number in the
 * font. For the Arabic script, the text is also written as ActualText (ISO 32000-2, 14.9.4), because glyphs and letters
 * do not correspond one to one.
 */
final class GlyphText implements IPdfBoxGraphics2DFontTextDrawer {

    /** The attribute that contains a string's run. */
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
        // Fonts that were found are drawn as outlines.
        Face face = (Face) run.face();
        PDType0Font font = font(face, page);
        PDPageContentStream content = page.getContentStream();
        GlyphVector glyphs = run.glyphs();
        Set<Integer> marked = used.computeIfAbsent(face, _ -> new HashSet<>());
        page.applyPaint(page.getPaint(), glyphs.getLogicalBounds());
        if (face == Face.NASTALIQ) {
            // Written inline, because not every reader looks it up among a page's resources.
            content.appendRawCommands("/Span <</ActualText <"
                    + HEX.formatHex(("\uFEFF" + run.text()).getBytes(StandardCharsets.UTF_16BE)) + ">>> BDC\n");
        }
        content.beginText();
        content.setFont(font, (float) run.size());
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            int code = glyphs.getGlyphCode(i);
            // Java numbers invisible glyphs beyond the range of any font.
            if (code >= 0xFFFE) {
                continue;
            }
            marked.add(code);
            Point2D at = glyphs.getGlyphPosition(i);
            // Here, the page's y axis points down, but a font's points up.
            content.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (run.x() + at.getX()), (float) at.getY()));
            content.appendRawCommands("<" + HEX.formatHex(font.encodeGlyphId(code)) + "> Tj\n");
        }
        content.endText();
        if (face == Face.NASTALIQ) {
            content.appendRawCommands("EMC\n");
        }
    }

    /** Tells PDFBox which glyphs to embed; must be called before the file is saved. */
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
