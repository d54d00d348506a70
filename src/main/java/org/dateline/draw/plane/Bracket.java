package org.dateline.draw.plane;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Makes a bracket along a line: a parallel at a distance on its left (seen in its direction), with a foot back to the
 * line at each end. It means "somewhere along here" and leaves the line itself readable.
 */
public final class Bracket {

    private Bracket() {}

    public static LineString along(LineString line, double distance) {
        Coordinate[] vertices = line.getCoordinates();
        List<Coordinate> bracket = new ArrayList<>();
        bracket.add(vertices[0]);
        for (int i = 0; i < vertices.length; i++) {
            Coordinate before = vertices[Math.max(0, i - 1)];
            Coordinate after = vertices[Math.min(vertices.length - 1, i + 1)];
            double length = before.distance(after);
            if (length > 0) {
                bracket.add(new Coordinate(
                        vertices[i].x + (after.y - before.y) / length * distance,
                        vertices[i].y - (after.x - before.x) / length * distance));
            }
        }
        bracket.add(vertices[vertices.length - 1]);
        return line.getFactory().createLineString(bracket.toArray(new Coordinate[0]));
    }
}
