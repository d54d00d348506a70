package org.dateline.features;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.locationtech.jts.geom.Geometry;

/**
 * Counts the points of the geometries in a filter. Comparing two geometries may take as many steps as the product of their
 * points, in which nothing can stop it.
 */
final class FilterPoints {

    /** The most pairs of points of a filter and a feature: some seconds at worst. */
    static final long MOST_PAIRS = 500_000_000;

    private FilterPoints() {}

    static long of(Filter filter) {
        long[] points = new long[1];
        filter.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Literal literal, Object data) {
                        if (literal.getValue() instanceof Geometry geometry) {
                            points[0] += geometry.getNumPoints();
                        }
                        return data;
                    }
                },
                null);
        return points[0];
    }

    /** @throws QueryRefusedException if a filter with so many points would compare too many with a feature's */
    static void require(long points, String id, Geometry geometry) {
        if (points > 0 && points * geometry.getNumPoints() > MOST_PAIRS) {
            throw new QueryRefusedException(
                    "a filter with geometries of " + points + " points for the feature " + id + " of "
                            + geometry.getNumPoints(),
                    "a filter of at most " + MOST_PAIRS / geometry.getNumPoints() + " points, or a bbox");
        }
    }
}
