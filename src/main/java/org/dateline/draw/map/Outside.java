package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.plane.TopoJson.Member;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Joins two grounds at the edge of a box: one within it and the other outside. Areas are made whole again, so that no edge is
 * seen where they are filled; lines end there and go on, to a pixel or so, because both come from the same source.
 */
final class Outside {

    private final List<Geometry> boxes;

    Outside(Bbox bbox) {
        List<Geometry> parts = new ArrayList<>();
        double east = bbox.unwrappedEast();
        parts.add(box(bbox.west(), bbox.south(), Math.min(180, east), bbox.north()));
        if (bbox.crossesAntimeridian()) {
            parts.add(box(-180, bbox.south(), east - 360, bbox.north()));
        }
        boxes = List.copyOf(parts);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    /**
     * @param inner what counts within the box
     * @param outer what counts outside of it
     */
    List<Member> joined(List<Member> inner, List<Member> outer) {
        List<Member> joined = new ArrayList<>();
        List<Member> cut = new ArrayList<>();
        for (Member member : inner) {
            for (Geometry box : boxes) {
                Geometry part = Geometries.clipped(fixed(member.geometry(), box), box.getEnvelopeInternal());
                add(member, part, box.contains(member.geometry()) ? joined : cut);
            }
        }
        for (Member member : outer) {
            Geometry part = member.geometry();
            for (Geometry box : boxes) {
                if (box.getEnvelopeInternal().intersects(part.getEnvelopeInternal())) {
                    part = OverlayNGRobust.overlay(fixed(part, box), box, OverlayNG.DIFFERENCE);
                }
            }
            add(member, part, part == member.geometry() ? joined : cut);
        }
        if (cut.isEmpty() || !(cut.getFirst().geometry() instanceof Polygonal)) {
            joined.addAll(cut);
        } else {
            List<Geometry> parts = cut.stream().map(Member::geometry).toList();
            joined.add(new Member(
                    OverlayNGRobust.union(parts, Geometries.FACTORY),
                    cut.getFirst().properties()));
        }
        return joined;
    }

    private static void add(Member member, Geometry part, List<Member> members) {
        if (!part.isEmpty()) {
            members.add(new Member(part, member.properties()));
        }
    }

    /** A geometry that can be cut; the geometry itself if the box has all of it. */
    private static Geometry fixed(Geometry geometry, Geometry box) {
        return geometry instanceof Polygonal && !box.getEnvelopeInternal().contains(geometry.getEnvelopeInternal())
                ? GeometryFixer.fix(geometry)
                : geometry;
    }
}
