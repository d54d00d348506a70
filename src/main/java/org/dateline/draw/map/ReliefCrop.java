package org.dateline.draw.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.render.PictureReader;
import org.dateline.ground.SoftJpeg;
import org.dateline.model.Basemap;

/**
 * Crops the basemap's relief to a frame, as small images embedded in the map itself: a coarse one for the surroundings, which
 * only frames of an unusual shape show, and a fine one on top of it.
 */
final class ReliefCrop {

    /**
     * The colour behind transparent parts of the relief: the sea of the light theme; in the dark theme, the style sheet
     * darkens the whole image.
     */
    private static final Color SEA = new Color(Palette.MAP_SEA.rgb());

    /** The colour of land behind transparent parts. */
    private static final Color LAND = new Color(Palette.MAP_LAND.rgb());

    /** How much of the surroundings the fine image shows on each side, in sizes of the view. */
    static final double NEAR = 0.2;

    /** The largest number of pixels of a coarse image. */
    private static final int MOST_COARSE = 180_000;

    /** How far a relief may end before the view's surroundings do, in world pixels: what rounding takes. */
    private static final double EDGE = 1;

    /** How coarse quick changes are. */
    private static final double COARSENESS = 8;

    /** The same of images of many pixels, whose shores take many bytes. */
    private static final double COARSENESS_OF_MANY = 16;

    private static final int MANY = 200_000;

    /** @param href a {@code data:} URL */
    record Piece(Box box, String href) {
        private static Piece of(Box box, byte[] jpeg) {
            return new Piece(
                    box, "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
        }
    }

    /** A part of the picture, opaque, and where it lies in world pixels. */
    private record Cut(Box box, BufferedImage image) {
        private Rectangle2D toImage(Box world) {
            double across = image.getWidth() / box.width();
            double down = image.getHeight() / box.height();
            return new Rectangle2D.Double(
                    (world.left() - box.left()) * across,
                    (world.top() - box.top()) * down,
                    world.width() * across,
                    world.height() * down);
        }
    }

    private ReliefCrop() {}

    /**
     * Crops the pieces from the bottom up, for each turn of the world in the frame. Of several reliefs, the topmost is that of the
     * view if it has all of it, and the others are those of the surroundings.
     *
     * @param reliefs in drawing order
     * @param land    all land, in world pixels; shows where the relief fades out
     * @throws IOException if one is not a readable image; the message names the file
     */
    static List<Piece> of(List<Basemap.Relief> reliefs, Frame frame, Path2D land) throws IOException {
        List<Piece> coarse = new ArrayList<>();
        List<Cut> beneath = new ArrayList<>();
        List<Piece> fine = new ArrayList<>();
        Box near = frame.near(NEAR);
        for (Basemap.Relief relief : reliefs) {
            List<Box> turned = frame.turned(Frame.box(relief.bbox()));
            boolean top = relief == reliefs.getLast();
            boolean ofView = top
                    && reliefs.size() > 1
                    && turned.stream().anyMatch(box -> box.grown(EDGE, EDGE).contains(near));
            BufferedImage picture = read(relief.file(), relief.content());
            for (Box whole : ofView ? List.<Box>of() : turned) {
                Optional<Cut> around = cut(picture, whole, frame.window(), land);
                if (around.isPresent()) {
                    clearCorners(around.get(), frame);
                    byte[] jpeg = jpeg(shrunk(around.get().image()));
                    coarse.add(Piece.of(around.get().box(), jpeg));
                    beneath.add(new Cut(around.get().box(), ImageIO.read(new ByteArrayInputStream(jpeg))));
                }
            }
            for (Box whole : top ? turned : List.<Box>of()) {
                Optional<Cut> middle = cut(picture, whole, near, land);
                if (middle.isPresent()) {
                    fade(middle.get(), beneath);
                    fine.add(Piece.of(middle.get().box(), jpeg(middle.get().image())));
                }
            }
        }
        coarse.addAll(fine);
        return coarse;
    }

    /** Fills with one colour, which takes few bytes, what no frame shows. */
    private static void clearCorners(Cut around, Frame frame) {
        BufferedImage image = around.image();
        Area corners = new Area(new Rectangle(image.getWidth(), image.getHeight()));
        for (Box band : frame.bands(NEAR)) {
            corners.subtract(new Area(around.toImage(band)));
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(LAND);
        graphics.fill(corners);
        graphics.dispose();
    }

    /** Fades the outer part of the fine image into what the coarse ones show there, so that no edge is seen. */
    private static void fade(Cut fine, List<Cut> coarse) {
        BufferedImage image = fine.image();
        BufferedImage beneath = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = beneath.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (Cut one : coarse) {
            Rectangle2D at = fine.toImage(one.box());
            AffineTransform place = AffineTransform.getTranslateInstance(at.getX(), at.getY());
            place.scale(
                    at.getWidth() / one.image().getWidth(),
                    at.getHeight() / one.image().getHeight());
            graphics.drawImage(one.image(), place, null);
        }
        graphics.dispose();
        // The share of the image that lies beyond the view on each side.
        double margin = NEAR / (1 + 2 * NEAR);
        for (int y = 0; y < image.getHeight(); y++) {
            double toEdge = Math.min(y, image.getHeight() - 1 - y) / (margin * image.getHeight());
            for (int x = 0; x < image.getWidth(); x++) {
                double share = Math.min(toEdge, Math.min(x, image.getWidth() - 1 - x) / (margin * image.getWidth()));
                if (share < 1) {
                    image.setRGB(x, y, mixed(beneath.getRGB(x, y), image.getRGB(x, y), share));
                }
            }
        }
    }

    private static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int one = from >> shift & 0xff;
            int other = to >> shift & 0xff;
            mixed |= (int) Math.round(one + (other - one) * share) << shift;
        }
        return mixed;
    }

    /**
     * Crops a picture at whole pixels, so that nothing is blurred twice.
     *
     * @param whole where the picture is, in world pixels
     * @param wanted the part to crop, in world pixels
     */
    private static Optional<Cut> cut(BufferedImage picture, Box whole, Box wanted, Path2D land) {
        double across = picture.getWidth() / whole.width();
        double down = picture.getHeight() / whole.height();
        Box shown = whole.intersection(wanted);
        int left = (int) Math.floor((shown.left() - whole.left()) * across);
        int top = (int) Math.floor((shown.top() - whole.top()) * down);
        int right = Math.min(picture.getWidth(), (int) Math.ceil((shown.right() - whole.left()) * across));
        int bottom = Math.min(picture.getHeight(), (int) Math.ceil((shown.bottom() - whole.top()) * down));
        if (right <= left || bottom <= top) {
            return Optional.empty();
        }
        Box box = new Box(
                whole.left() + left / across,
                whole.top() + top / down,
                whole.left() + right / across,
                whole.top() + bottom / down);
        BufferedImage opaque = new BufferedImage(right - left, bottom - top, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setColor(SEA);
        graphics.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
        AffineTransform toPicture = AffineTransform.getScaleInstance(across, down);
        toPicture.translate(-box.left(), -box.top());
        graphics.setColor(LAND);
        graphics.fill(toPicture.createTransformedShape(land));
        graphics.drawImage(picture, -left, -top, null);
        graphics.dispose();
        return Optional.of(new Cut(box, opaque));
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        int step = (int) Math.ceil(Math.sqrt(picture.getWidth() * picture.getHeight() / (double) MOST_COARSE));
        int width = Math.ceilDiv(picture.getWidth(), step);
        int height = Math.ceilDiv(picture.getHeight(), step);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage read(Path file, byte[] content) throws IOException {
        try {
            return PictureReader.read(file.toString(), content);
        } catch (IOException e) {
            throw new IOException(file + ": got " + e.getMessage() + ", expected " + PictureReader.EXPECTED, e);
        }
    }

    private static byte[] jpeg(BufferedImage opaque) {
        boolean many = opaque.getWidth() * opaque.getHeight() > MANY;
        return SoftJpeg.write(opaque, many ? COARSENESS_OF_MANY : COARSENESS);
    }
}
