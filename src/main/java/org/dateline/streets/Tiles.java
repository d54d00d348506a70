package org.dateline.streets;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;

/** Which tiles of the web's map lie where. */
public final class Tiles {

    private Tiles() {}

    /** The tile at a position in degrees. */
    public static Tile at(int zoom, double longitude, double latitude) {
        int count = 1 << zoom;
        double turned = longitude - 360 * Math.floor((longitude + 180) / 360);
        double sine = Math.sin(Math.toRadians(latitude));
        double down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return new Tile(zoom, Math.clamp((int) Math.floor((turned + 180) / 360 * count), 0, count - 1), (int)
                Math.clamp(Math.floor(down * count), 0, count - 1));
    }

    /** The tiles that a box meets, from the north-west, in rows; at most a number of them. */
    public static List<Tile> in(Bbox box, int zoom, int most) {
        Tile first = at(zoom, box.west(), box.north());
        Tile last = at(zoom, box.unwrappedEast(), box.south());
        int count = 1 << zoom;
        int across = box.width() >= 360 ? count - 1 : Math.floorMod(last.column() - first.column(), count);
        List<Tile> tiles = new ArrayList<>();
        for (int row = first.row(); row <= last.row(); row++) {
            for (int step = 0; step <= across && tiles.size() < most; step++) {
                tiles.add(new Tile(zoom, Math.floorMod(first.column() + step, count), row));
            }
        }
        return tiles;
    }
}
