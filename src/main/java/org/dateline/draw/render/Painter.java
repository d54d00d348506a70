package org.dateline.draw.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Line;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Paint;
import org.dateline.draw.plane.Paths;
import org.dateline.work.Admission;

/**
 * Paints marks with Java2D. It caches images and laid-out lines, so that one painter can paint a figure piece by piece.
 * Not thread-safe.
 */
class Painter {

    /** How many discs make a soft edge. */
    private static final int SOFTNESS = 20;

    /** Further than the edge of a mark reaches by smoothing, in pixels. */
    private static final double AROUND = 2;

    private final Map<Mark, Line> lines = new IdentityHashMap<>();
    private final Map<Mark, BufferedImage> pictures = new IdentityHashMap<>();
    private final Map<Mark, Rectangle2D> boxes = new IdentityHashMap<>();

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    void paint(Graphics2D graphics, List<Mark> marks) {
        for (Mark mark : marks) {
            Admission.check();
            switch (mark) {
                case Mark.Path(Path2D data, List<Ink> inks) -> {
                    if (meets(graphics, mark, data::getBounds2D, widest(inks))) {
                        inks.forEach(ink -> paint(graphics, data, ink));
                    }
                }
                case Mark.Circle(double x, double y, double radius, Ink ink) ->
                    paint(graphics, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
                case Mark.Bar bar ->
                    paint(
                            graphics,
                            new RoundRectangle2D.Double(
                                    bar.x(), bar.y(), bar.width(), bar.height(), 2 * bar.round(), 2 * bar.round()),
                            bar.ink());
                case Mark.Segment(double x1, double y1, double x2, double y2, Ink ink) ->
                    paint(graphics, Paths.line(x1, y1, x2, y2), ink);
                case Mark.Picture picture ->
                    picture(graphics, pictures.computeIfAbsent(mark, _ -> PictureReader.read(picture)), picture);
                case Mark.Text text ->
                    text(
                            graphics,
                            text,
                            lines.computeIfAbsent(
                                    mark,
                                    _ -> Line.of(text.content().stripTrailing(), text.type(), text.rightToLeft())));
                case Mark.Group group -> group(graphics, group);
                case Mark.Ground ground -> paint(graphics, ground.marks());
                case Mark.Item item -> paint(graphics, item.marks());
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
        switch (ink.fill()) {
            case null -> {}
            case Paint.Solid(Colour colour) -> {
                graphics.setColor(color(colour));
                graphics.fill(shape);
            }
            case Paint.Soft(String tone, double opacity) -> soften(graphics, shape.getBounds2D(), tone, opacity);
            case Paint.Hatch(String tone) -> hatch(graphics, shape, tone);
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

    /** Paints a soft disc as overlapping discs, because the PDF writer has no gradient to transparency. */
    private static void soften(Graphics2D graphics, Rectangle2D box, String tone, double strength) {
        double outside = 0;
        for (int ring = SOFTNESS; ring > 0; ring--) {
            double opacity = strength * Look.soft((ring - 0.5) / SOFTNESS);
            // Each disc is painted on top of the larger ones and adds the missing density.
            graphics.setColor(color(Look.light(tone).with(1 - (1 - opacity) / (1 - outside))));
            double width = box.getWidth() * ring / SOFTNESS;
            graphics.fill(
                    new Ellipse2D.Double(box.getCenterX() - width / 2, box.getCenterY() - width / 2, width, width));
            outside = opacity;
        }
    }

    private static void hatch(Graphics2D graphics, Shape shape, String tone) {
        Shape clip = graphics.getClip();
        graphics.clip(shape);
        Rectangle2D box = graphics.getClip().getBounds2D();
        Path2D lines = new Path2D.Double();
        double step = Look.size("hatch") * Math.sqrt(2);
        double height = box.getHeight();
        // Measured from the origin, so that the strips of an image match.
        double first = Math.floor((box.getMinX() + box.getMinY()) / step) * step;
        for (double sum = first; sum < box.getMaxX() + box.getMaxY(); sum += step) {
            lines.moveTo(sum - box.getMinY(), box.getMinY());
            lines.lineTo(sum - box.getMinY() - height, box.getMaxY());
        }
        paint(graphics, lines, Ink.of("hatch", tone));
        graphics.setClip(clip);
    }

    /** Draws an image stretched to its box. */
    void picture(Graphics2D graphics, BufferedImage image, Mark.Picture at) {
        AffineTransform stretch = AffineTransform.getTranslateInstance(at.x(), at.y());
        stretch.scale(at.width() / image.getWidth(), at.height() / image.getHeight());
        graphics.drawImage(image, stretch, null);
    }

    private static double widest(List<Ink> inks) {
        return inks.stream()
                .map(Ink::stroke)
                .filter(Objects::nonNull)
                .mapToDouble(Ink.Stroke::width)
                .max()
                .orElse(0);
    }

    /** Whether a mark reaches into what is painted: an image is painted strip by strip, and most marks are in one. */
    boolean meets(Graphics2D graphics, Mark mark, Supplier<Rectangle2D> box, double stroke) {
        Rectangle2D bounds = boxes.computeIfAbsent(mark, _ -> box.get());
        double around = stroke + AROUND;
        return graphics.hitClip(
                (int) Math.floor(bounds.getMinX() - around),
                (int) Math.floor(bounds.getMinY() - around),
                (int) Math.ceil(bounds.getWidth() + 2 * around) + 1,
                (int) Math.ceil(bounds.getHeight() + 2 * around) + 1);
    }

    private void text(Graphics2D graphics, Mark.Text text, Line line) {
        AffineTransform transform = graphics.getTransform();
        if (text.angle() != 0) {
            graphics.rotate(text.angle(), text.x(), text.y());
        }
        graphics.translate(line.left(text.x(), text.anchor()), text.y());
        if (!meets(graphics, text, line::inked, 2 * Figure.HALO * text.type().size())) {
            graphics.setTransform(transform);
            return;
        }
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

    /** Draws the letters of a line in the current colour, with the left end of its base line at the origin. */
    void letters(Graphics2D graphics, Mark.Text text, Line line) {
        line.runs().forEach(run -> graphics.fill(run.outline()));
    }

    static Color color(Colour colour) {
        return new Color(colour.rgb() >> 16 & 255, colour.rgb() >> 8 & 255, colour.rgb() & 255, (int)
                Math.round(255 * colour.alpha()));
    }
}
