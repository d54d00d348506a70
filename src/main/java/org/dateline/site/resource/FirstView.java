package org.dateline.site.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.geo.Tile;

/**
 * The tiles of streets that a page shows first. All are written equally coarsely, so coarsely that together they stay within a
 * number of bytes: so the limit holds for any view of any archive, and nothing is assumed about sizes on the screen.
 *
 * <p>There are two limits: where the ground is seen beside the streets, the page fetches that too. In addresses, {@code 4x3-2-0} is
 * the tile in the third column and the first row of four by three; one beside the view has a place beyond them, for example
 * {@code 4x3--1-0}. {@code -ground} follows where the ground is seen.
 *
 * @param zoom    of its tiles
 * @param left    its first column
 * @param top     its first row
 * @param columns how many tiles it is wide
 * @param rows    how many tiles it is high
 * @param ground  whether the ground is seen beside the streets
 */
public record FirstView(int zoom, int left, int top, int columns, int rows, boolean ground) {

    /**
     * The bytes of a view's tiles, gzipped, with their headers: of the 225 280 of a page (220 KiB), what its script, style and
     * fonts (122 000) and its text, places and still map (37 000) leave.
     */
    public static final int MOST = 66_000;

    /** The same where the ground is seen: its file takes the place of streets. */
    public static final int MOST_BESIDE_GROUND = 42_000;

    /** About the bytes of an answer's headers. */
    private static final int HEADERS = 360;

    private static final Pattern FORM = Pattern.compile("([1-6])x([1-6])-(-?\\d{1,2})-(-?\\d{1,2})(-ground)?");

    /** The view in which, or beside which, a tile has a place, as in addresses; empty for other text. */
    public static Optional<FirstView> parse(String text, Tile tile) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new FirstView(
                        tile.zoom(),
                        Math.floorMod(tile.column() - Integer.parseInt(found.group(3)), 1 << tile.zoom()),
                        tile.row() - Integer.parseInt(found.group(4)),
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        found.group(5) != null))
                : Optional.empty();
    }

    /** The place of a tile, as in addresses. */
    public String place(Tile tile) {
        int column = Math.floorMod(tile.column() - left, 1 << zoom);
        return columns + "x" + rows + "-" + column + "-" + (tile.row() - top) + (ground ? "-ground" : "");
    }

    /** Its tiles, in rows. */
    List<Tile> tiles() {
        int world = 1 << zoom;
        List<Tile> tiles = new ArrayList<>();
        for (int row = Math.max(0, top); row < Math.min(world, top + rows); row++) {
            for (int column = left; column < left + columns; column++) {
                tiles.add(new Tile(zoom, Math.floorMod(column, world), row));
            }
        }
        return tiles;
    }

    /** How many bytes the contents of its tiles may have together, gzipped. */
    int most(boolean gaps) {
        // Where a tile is missing, the ground is seen too.
        return (ground || gaps ? MOST_BESIDE_GROUND : MOST) - HEADERS * columns * rows;
    }
}
