package org.dateline.features;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Intersects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the boxes that a feature's geometry must meet for a filter to hold, to look up candidates in an index. Boxes
 * stay separate if a filter names several, as for one that crosses the antimeridian.
 */
public final class SpatialBounds {

    private SpatialBounds() {}

    /** Null if the filter does not restrict the location; empty if only features without a geometry can match. */
    public static @Nullable List<Envelope> of(Filter filter) {
        return switch (filter) {
            case And and -> all(and.getChildren());
            case Or or -> any(or.getChildren());
            case PropertyIsNull none when isGeometry(none.getExpression()) -> List.of();
            // A disjoint geometry may be anywhere.
            case Disjoint _ -> null;
            case BinarySpatialOperator spatial -> of(spatial);
            default -> null;
        };
    }

    /** Whether the filter is true for each point within its boxes, borders included, as for a plain {@code bbox}. */
    static boolean selectAllPoints(Filter filter) {
        return switch (filter) {
            case Or or -> or.getChildren().stream().allMatch(SpatialBounds::selectAllPoints);
            case PropertyIsNull none -> isGeometry(none.getExpression());
            case Intersects intersects ->
                isGeometry(intersects.getExpression1())
                        && intersects.getExpression2() instanceof Literal literal
                        && literal.getValue() instanceof Geometry geometry
                        && geometry.isRectangle();
            default -> false;
        };
    }

    private static @Nullable List<Envelope> of(BinarySpatialOperator spatial) {
        Expression one = spatial.getExpression1();
        Expression other = spatial.getExpression2();
        if (isGeometry(one) && other instanceof Literal literal) {
            return of(literal);
        }
        if (isGeometry(other) && one instanceof Literal literal) {
            return of(literal);
        }
        return null;
    }

    private static @Nullable List<Envelope> of(Literal literal) {
        if (!(literal.getValue() instanceof Geometry geometry)) {
            return null;
        }
        List<Envelope> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(geometry.getGeometryN(i).getEnvelopeInternal());
        }
        return parts;
    }

    private static boolean isGeometry(Expression expression) {
        return expression instanceof PropertyName name && name.getPropertyName().equals(Schema.GEOMETRY);
    }

    /** All children must hold, so the one with the smallest area decides. */
    private static @Nullable List<Envelope> all(List<Filter> children) {
        List<Envelope> best = null;
        for (Filter child : children) {
            List<Envelope> bounds = of(child);
            if (bounds != null && (best == null || area(bounds) < area(best))) {
                best = bounds;
            }
        }
        return best;
    }

    private static double area(List<Envelope> bounds) {
        return bounds.stream().mapToDouble(Envelope::getArea).sum();
    }

    private static @Nullable List<Envelope> any(List<Filter> children) {
        List<Envelope> together = new ArrayList<>();
        for (Filter child : children) {
            List<Envelope> bounds = of(child);
            if (bounds == null) {
                return null;
            }
            together.addAll(bounds);
        }
        return together;
    }
}
