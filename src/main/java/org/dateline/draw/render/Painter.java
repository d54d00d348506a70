package org.dateline.draw.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Line;
import org.dateline.draw.figure.Mark;

/**
 * Paints marks with Java2D. What it has read or laid out it keeps, so one painter may paint the same figure piece by
 * piece; it is for one thread.
 */
class Painter {

    private final Map<Mark, Line> lines = new IdentityHashMap<>();
    private final Map<Mark, BufferedImage> pictures = new IdentityHashMap<>();

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    void paint(Graphics2D graphics, List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Path(Path2D data, Ink ink) -> paint(graphics, data, ink);
                case Mark.Circle(double x, double y, double radius, Ink ink) ->
                    paint(graphics, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
                case Mark.Picture picture ->
                    picture(graphics, pictures.computeIfAbsent(mark, _ -> Pictures.read(picture)), picture);
                case Mark.Text text ->
                    text(
                            graphics,
                            text,
                            lines.computeIfAbsent(mark, _ -> Line.of(text.content(), text.type(), text.rightToLeft())));
                case Mark.Group group -> group(graphics, group);
            }
        }
    }

    private void group(Graphics2D graphics, Mark.Group group) {
        AffineTransform transform = graphics.getTransform();
        Shape clip = graphics.getClip();
        graphics.translate(group.dx(), group.dy());
        graphics.scale(group.scale(), group.scale());
        if (group.clip() != null) {
            graphics.clip(group.clip());
        }
        paint(graphics, group.marks());
        graphics.setTransform(transform);
        graphics.setClip(clip);
    }

    private static void paint(Graphics2D graphics, Shape shape, Ink ink) {
        if (ink.fill() != null) {
            graphics.setColor(color(ink.fill()));
            graphics.fill(shape);
        }
        Ink.Stroke stroke = ink.stroke();
        if (stroke != null) {
            float[] dash = new float[stroke.dash().size()];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = stroke.dash().get(i).floatValue();
            }
            graphics.setColor(color(stroke.colour()));
            graphics.setStroke(new BasicStroke(
                    (float) stroke.width(),
                    stroke.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    10,
                    dash.length == 0 ? null : dash,
                    0));
            graphics.draw(shape);
        }
    }

    /** Draws a picture stretched to its box. */
    void picture(Graphics2D graphics, BufferedImage image, Mark.Picture at) {
        AffineTransform stretch = AffineTransform.getTranslateInstance(at.x(), at.y());
        stretch.scale(at.width() / image.getWidth(), at.height() / image.getHeight());
        graphics.drawImage(image, stretch, null);
    }

    private void text(Graphics2D graphics, Mark.Text text, Line line) {
        AffineTransform transform = graphics.getTransform();
        graphics.translate(line.left(text.x(), text.anchor()), text.y());
        if (text.halo() != null) {
            graphics.setColor(color(text.halo()));
            graphics.setStroke(new BasicStroke(
                    (float) (2 * Figure.HALO * text.type().size()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            line.runs().forEach(run -> graphics.draw(run.outline()));
        }
        graphics.setColor(color(text.colour()));
        letters(graphics, text, line);
        graphics.setTransform(transform);
    }

    /** Draws the letters of a line in the colour that is set, its left end on its base line at the origin. */
    void letters(Graphics2D graphics, Mark.Text text, Line line) {
        line.runs().forEach(run -> graphics.fill(run.outline()));
    }

    static Color color(Colour colour) {
        return new Color(colour.rgb() >> 16 & 255, colour.rgb() >> 8 & 255, colour.rgb() & 255, (int)
                Math.round(255 * colour.alpha()));
    }
}
