package org.dateline.http.query;

import io.micronaut.http.HttpRequest;
import org.dateline.work.Cost;
import org.jspecify.annotations.Nullable;

/** Estimates what a query costs from its request, before anything is queried. */
public final class QueryCost {

    /** The most features that still cost little. */
    private static final int FEW = 100;

    private QueryCost() {}

    /** A request for features: light if it asks for a few, without a filter and in the collection's own order. */
    public static Cost ofFeatures(HttpRequest<?> request) {
        return of(request, true);
    }

    /** A request whose answer has a bounded size, such as a tile or a page of a list: light without a filter. */
    public static Cost ofBounded(HttpRequest<?> request) {
        return of(request, false);
    }

    private static Cost of(HttpRequest<?> request, boolean many) {
        try {
            Parameters parameters = Parameters.parse(request.getUri().getRawQuery());
            boolean filtered = parameters.values().containsKey("filter")
                    || parameters.values().containsKey("sortby");
            return filtered || many && !isFew(parameters.values().get("limit")) ? Cost.HEAVY : Cost.LIGHT;
        } catch (BadParameterException e) {
            // Refused as soon as it is read.
            return Cost.LIGHT;
        }
    }

    private static boolean isFew(@Nullable String limit) {
        return limit != null && limit.matches("[0-9]{1,3}") && Integer.parseInt(limit) <= FEW;
    }
}
