package org.dateline.features.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.features.Schema;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Translates comparisons of geometries into SQL, in the plane of longitude and latitude. */
final class SqlShapes {

    /** Up to this many parts are looked up separately in the index: a box that crosses the antimeridian has two. */
    private static final int MOST_PARTS = 8;

    private final boolean points;
    private final boolean overlapping;

    /** @param geometry the type of the records' geometries, as in {@link Schema} */
    SqlShapes(String geometry) {
        this.points = geometry.equals("point");
        this.overlapping =
                Stream.of("any", "multipolygon", "geometrycollection").anyMatch(geometry::contains);
    }

    SqlFragment condition(BinarySpatialOperator spatial) {
        Expression one = spatial.getExpression1();
        Expression other = spatial.getExpression2();
        if (SqlValues.isConstant(one) && SqlValues.isConstant(other)) {
            return SqlFragment.of(spatial.evaluate(null));
        }
        return switch (spatial) {
            case Intersects _ -> intersects(one, other);
            case Disjoint _ -> intersects(one, other).isNotTrue();
            case Equals _ -> compared("st_equals", one, other);
            case Touches _ -> compared("st_touches", one, other);
            case Within _ -> compared("st_within", one, other);
            case Overlaps _ -> compared("st_overlaps", one, other);
            case Crosses _ -> compared("st_crosses", one, other);
            case Contains _ -> compared("st_contains", one, other);
            default -> throw SqlFilter.unknown(spatial);
        };
    }

    /**
     * GEOS rejects overlapping parts, which an excerpt about several places can have; {@code comparable} refuses them.
     */
    private SqlFragment compared(String function, Expression one, Expression other) {
        SqlFragment a = shape(one);
        SqlFragment b = shape(other);
        if (!overlapping) {
            return SqlFragment.of(function + "(?, ?)", a, b);
        }
        return SqlFragment.of("(? && ? and " + function + "(comparable(?), comparable(?)))", a, b, a, b);
    }

    private SqlFragment intersects(Expression one, Expression other) {
        if (one instanceof Literal literal && literal.getValue() instanceof Geometry geometry) {
            return intersects(geometry);
        }
        if (other instanceof Literal literal && literal.getValue() instanceof Geometry geometry) {
            return intersects(geometry);
        }
        return SqlFragment.of("geometry is not null");
    }

    /** The condition that a record's geometry intersects a geometry. */
    SqlFragment intersects(Geometry geometry) {
        int count = geometry.getNumGeometries();
        boolean ofOneKind = !geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        if (ofOneKind && (count < 2 || count > MOST_PARTS)) {
            return meets(geometry);
        }
        List<SqlFragment> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(meets(geometry.getGeometryN(i)));
        }
        return SqlFragment.any(parts);
    }

    private SqlFragment meets(Geometry geometry) {
        if (!points || !geometry.isRectangle()) {
            SqlFragment shape = shape(geometry);
            // The function is slow, so only geometries that need it use it.
            return overlapping
                    ? SqlFragment.of(
                            "(geometry && ? and case when st_numgeometries(geometry) > 1 then meets(geometry, ?)"
                                    + " else st_intersects(geometry, ?) end)",
                            shape,
                            shape,
                            shape)
                    : SqlFragment.of("st_intersects(geometry, ?)", shape);
        }
        // The index stores boxes in single precision, slightly enlarged.
        Envelope box = geometry.getEnvelopeInternal();
        return SqlFragment.of(
                "(geometry && st_makeenvelope(?, ?, ?, ?, 4326)"
                        + " and st_x(geometry) between ? and ? and st_y(geometry) between ? and ?)",
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY());
    }

    private static SqlFragment shape(Expression expression) {
        return switch (expression) {
            case PropertyName name when name.getPropertyName().equals(Schema.GEOMETRY) -> SqlFragment.of("geometry");
            case Literal literal when literal.getValue() instanceof Geometry geometry -> shape(geometry);
            default -> throw SqlFilter.unknown(expression);
        };
    }

    private static SqlFragment shape(Geometry geometry) {
        return SqlFragment.of("st_geomfromwkb(?, 4326)", (Object) new WKBWriter().write(geometry));
    }
}
