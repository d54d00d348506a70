package org.dateline.ground;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import org.dateline.geo.WebMercator;
import org.dateline.ground.WorldLines.Kind;
import org.dateline.ground.WorldLines.Line;

/**
 * Moves the shores of a picture of relief to where the coast is. The relief is known to some kilometres, so a small island has
 * the colour of the sea there, and a narrow bay that of land. What lies on the wrong side of the coast gets the colours of the
 * nearest land or sea: the picture is halved until one of its pixels has such a colour, which is then taken back down (push and
 * pull: Gortler, Grzeszczuk, Szeliski and Cohen 1996, "The Lumigraph", section 3.4).
 */
final class Shoreline {

    /** How much more blue than red the sea has at least, and land and ice at most; what lies between is of both. */
    private static final int BLUE = 20;

    private static final int NOT_BLUE = -5;

    /** For a picture without any land, or without any sea. */
    private static final int SOME_LAND = 0xFFEBE6D3;

    private static final int SOME_SEA = 0xFFBEDAE8;

    private static final int UNKNOWN = 0;

    private static final byte BOTH = 0;

    private static final byte LAND = 1;

    private static final byte SEA = 2;

    private final Path2D land = new Path2D.Double(Path2D.WIND_EVEN_ODD);

    /**
     * @param plane the web map whose pixels are those of the picture
     * @param left  the western edge of the picture on it
     * @param right the eastern edge; beyond the plane's if the picture crosses the antimeridian
     */
    Shoreline(WorldLines lines, WebMercator plane, double left, double right) {
        double limit = WorldLines.ZOOMS * plane.zoom();
        lines.forEach(line -> {
            if (line.kind == Kind.LAND && line.zoom <= limit) {
                for (int turn = 0; turn <= 360; turn += 360) {
                    if (reaches(line, plane, turn, left, right)) {
                        add(line, plane, turn, limit);
                    }
                }
            }
        });
    }

    private static boolean reaches(Line line, WebMercator plane, int turn, double left, double right) {
        int west = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        for (int i = 0; i < line.count; i++) {
            west = Math.min(west, line.x[i]);
            east = Math.max(east, line.x[i]);
        }
        return plane.x(west / WorldLines.STEPS + turn) <= right && plane.x(east / WorldLines.STEPS + turn) >= left;
    }

    private void add(Line line, WebMercator plane, int turn, double limit) {
        boolean begun = false;
        for (int i = 0; i < line.count; i++) {
            if (line.zoom(i) <= limit) {
                double x = plane.x(line.longitude(i) + turn);
                double y = plane.y(line.latitude(i));
                if (begun) {
                    land.lineTo(x, y);
                } else {
                    land.moveTo(x, y);
                    begun = true;
                }
            }
        }
        if (begun) {
            land.closePath();
        }
    }

    /**
     * Moves the shores of a picture.
     *
     * @param picture opaque; it is painted over
     * @param left    its western edge on the plane
     * @param top     its northern edge
     */
    void fit(BufferedImage picture, double left, double top) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] share = shareOfLand(width, height, left, top);
        int[] colours = picture.getRGB(0, 0, width, height, null, 0, width);
        byte[] kinds = kinds(colours);
        int[] dry = only(colours, kinds, LAND, width, height);
        int[] wet = only(colours, kinds, SEA, width, height);
        for (int i = 0; i < colours.length; i++) {
            int dryShare = share[i] & 0xFF;
            colours[i] = dryShare == 0 ? wet[i] : dryShare == 255 ? dry[i] : mixed(wet[i], dry[i], dryShare);
        }
        picture.setRGB(0, 0, width, height, colours, 0, width);
    }

    private byte[] shareOfLand(int width, int height, double left, double top) {
        BufferedImage share = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = share.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(-left, -top);
        graphics.setColor(Color.WHITE);
        graphics.fill(land);
        graphics.dispose();
        return ((DataBufferByte) share.getRaster().getDataBuffer()).getData();
    }

    /** What each pixel shows, by its colour. */
    private static byte[] kinds(int[] colours) {
        byte[] kinds = new byte[colours.length];
        for (int i = 0; i < colours.length; i++) {
            int blue = (colours[i] & 0xFF) - (colours[i] >> 16 & 0xFF);
            kinds[i] = blue < NOT_BLUE ? LAND : blue >= BLUE ? SEA : BOTH;
        }
        return kinds;
    }

    /** The colours of one kind only: where there are others, and next to them, those of the nearest. */
    private static int[] only(int[] colours, byte[] kinds, byte kind, int width, int height) {
        int[] only = new int[colours.length];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                boolean is = kinds[i] == kind
                        && (x == 0 || kinds[i - 1] == kind)
                        && (x == width - 1 || kinds[i + 1] == kind)
                        && (y == 0 || kinds[i - width] == kind)
                        && (y == height - 1 || kinds[i + width] == kind);
                only[i] = is ? colours[i] | 0xFF000000 : UNKNOWN;
            }
        }
        if (!fill(only, width, height)) {
            Arrays.fill(only, kind == LAND ? SOME_LAND : SOME_SEA);
        }
        return only;
    }

    /** Fills what is unknown; false if nothing is known. */
    private static boolean fill(int[] colours, int width, int height) {
        boolean some = false;
        boolean all = true;
        for (int colour : colours) {
            some |= colour != UNKNOWN;
            all &= colour != UNKNOWN;
        }
        if (all || !some) {
            return some;
        }
        int across = (width + 1) / 2;
        int down = (height + 1) / 2;
        int[] halved = new int[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                halved[y * across + x] = mean(colours, width, height, 2 * x, 2 * y);
            }
        }
        fill(halved, across, down);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (colours[y * width + x] == UNKNOWN) {
                    colours[y * width + x] = between(halved, across, down, x, y);
                }
            }
        }
        return true;
    }

    /** The mean of what is known of four pixels. */
    private static int mean(int[] colours, int width, int height, int left, int top) {
        int known = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < Math.min(height, top + 2); y++) {
            for (int x = left; x < Math.min(width, left + 2); x++) {
                int colour = colours[y * width + x];
                if (colour != UNKNOWN) {
                    known++;
                    red += colour >> 16 & 0xFF;
                    green += colour >> 8 & 0xFF;
                    blue += colour & 0xFF;
                }
            }
        }
        return known == 0 ? UNKNOWN : 0xFF000000 | red / known << 16 | green / known << 8 | blue / known;
    }

    /** The colour of a pixel in a picture of half its size: three quarters of the nearest pixel and a quarter of the next. */
    private static int between(int[] halved, int across, int down, int x, int y) {
        int near = (y / 2) * across + x / 2;
        int aside = (y / 2) * across + Math.clamp(x / 2 + (x % 2 == 0 ? -1 : 1), 0, across - 1);
        int above = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, down - 1) * across;
        int first = mixed(halved[near], halved[aside], 64);
        int next = mixed(halved[above + x / 2], halved[above + aside % across], 64);
        return mixed(first, next, 64);
    }

    /** @param share of the second colour, of 255 */
    private static int mixed(int first, int second, int share) {
        int red = mixed(first, second, share, 16);
        int green = mixed(first, second, share, 8);
        return 0xFF000000 | red << 16 | green << 8 | mixed(first, second, share, 0);
    }

    private static int mixed(int first, int second, int share, int shift) {
        int from = first >> shift & 0xFF;
        return from + ((second >> shift & 0xFF) - from) * share / 255;
    }
}
