package org.dateline.draw.render;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.FoundFont;
import org.dateline.draw.figure.Line;
import org.dateline.draw.figure.Mark;

/**
 * Renders a figure as PDF on A4, landscape or portrait, whichever shows it larger: lines as lines, text as text. The
 * same figure always gives the same bytes.
 */
public final class PdfRenderer {

    private static final float MARGIN = 16;

    /**
     * The least scale in points per pixel. At this scale the small print has the size of a newspaper's listings (agate,
     * 5.5 points). A figure that would be smaller continues on further pages.
     */
    private static final double LEAST_SCALE = 0.5;

    /** The resolution of images, in pixels per pixel of the figure. */
    private static final double PICTURE_SHARPNESS = 1.5;

    private static final float JPEG_QUALITY = 0.88f;

    private PdfRenderer() {}

    /** The part of a figure on one page, from one height to another. */
    private record Stretch(double top, double bottom) {}

    public static byte[] render(Figure figure) {
        try (PDDocument document = new PDDocument()) {
            PDRectangle page = page(figure);
            double scale = (page.getWidth() - 2 * MARGIN) / figure.width();
            double room = page.getHeight() - 2 * MARGIN;
            if (room / figure.height() >= LEAST_SCALE) {
                scale = Math.min(scale, room / figure.height());
            }
            GlyphText letters = new GlyphText();
            for (Stretch stretch : stretches(figure, room / scale)) {
                add(document, page, figure, stretch, scale, letters);
            }
            letters.end();
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(figure.title());
            information.setSubject(figure.description());
            information.setCreator("Dateline");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(figure.language());
            // The file's identifier is made from this number and the content; otherwise it would contain the time.
            document.setDocumentId(0L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDRectangle page(Figure figure) {
        PDRectangle portrait = PDRectangle.A4;
        PDRectangle landscape = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
        return fit(figure, landscape) > fit(figure, portrait) ? landscape : portrait;
    }

    private static double fit(Figure figure, PDRectangle page) {
        return Math.min(
                (page.getWidth() - 2 * MARGIN) / figure.width(), (page.getHeight() - 2 * MARGIN) / figure.height());
    }

    private static List<Stretch> stretches(Figure figure, double room) {
        List<Stretch> stretches = new ArrayList<>();
        double top = 0;
        while (figure.height() - top > room + 0.5) {
            double cut = top + room;
            for (double at : figure.breaks()) {
                if (at > top && at <= top + room) {
                    cut = at;
                }
            }
            stretches.add(new Stretch(top, cut));
            top = cut;
        }
        stretches.add(new Stretch(top, figure.height()));
        return stretches;
    }

    private static void add(
            PDDocument document, PDRectangle size, Figure figure, Stretch stretch, double scale, GlyphText letters)
            throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        float width = (float) (figure.width() * scale);
        float height = (float) ((stretch.bottom - stretch.top) * scale);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
        graphics.setFontTextDrawer(letters);
        graphics.setImageEncoder((into, _, image, _) -> jpeg(into, (BufferedImage) image));
        graphics.clip(new Rectangle2D.Double(0, 0, width, height));
        graphics.scale(scale, scale);
        graphics.translate(0, -stretch.top);
        new PdfPainter().paint(graphics, figure.marks());
        graphics.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.transform(
                    Matrix.getTranslateInstance((size.getWidth() - width) / 2, size.getHeight() - MARGIN - height));
            content.drawForm(graphics.getXFormObject());
        }
    }

    private static PDImageXObject jpeg(PDDocument document, BufferedImage image) {
        try {
            return JPEGFactory.createFromImage(document, image, JPEG_QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes text as runs of glyphs. Images are cropped to their visible part and scaled in advance, because viewers
     * scale them badly.
     */
    private static final class PdfPainter extends Painter {

        /** A page is painted in one go. */
        @Override
        boolean meets(Graphics2D graphics, Mark mark, Supplier<Rectangle2D> box, double stroke) {
            return true;
        }

        @Override
        void letters(Graphics2D graphics, Mark.Text text, Line line) {
            for (Line.Run run : line.runs()) {
                if (run.face() instanceof FoundFont) {
                    graphics.fill(run.outline());
                    continue;
                }
                AttributedString string = new AttributedString(run.text());
                string.addAttribute(GlyphText.RUN, run);
                graphics.drawString(string.getIterator(), 0, 0);
            }
        }

        @Override
        void picture(Graphics2D graphics, BufferedImage image, Mark.Picture at) {
            Rectangle2D shown = graphics.getClip()
                    .getBounds2D()
                    .createIntersection(new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height()));
            if (shown.isEmpty()) {
                return;
            }
            int width = (int) Math.ceil(shown.getWidth() * PICTURE_SHARPNESS);
            int height = (int) Math.ceil(shown.getHeight() * PICTURE_SHARPNESS);
            BufferedImage stretched = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D on = stretched.createGraphics();
            smooth(on);
            on.scale(width / shown.getWidth(), height / shown.getHeight());
            on.translate(-shown.getX(), -shown.getY());
            super.picture(on, image, at);
            on.dispose();
            AffineTransform place = AffineTransform.getTranslateInstance(shown.getX(), shown.getY());
            place.scale(shown.getWidth() / width, shown.getHeight() / height);
            graphics.drawImage(stretched, place, null);
        }
    }
}
