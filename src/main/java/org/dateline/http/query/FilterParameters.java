package org.dateline.http.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Cql2;
import org.dateline.features.cql2.Cql2Exception;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;

/** The parameters that select features of any collection: by box, time and filter (OGC API - Features, parts 1 to 3). */
public final class FilterParameters {

    public static final Set<String> NAMES =
            Set.of("bbox", "bbox-crs", "datetime", "filter", "filter-lang", "filter-crs");

    private FilterParameters() {}

    /** What all of them together select. */
    public static Filter parse(Parameters parameters, Schema schema, List<ReferenceSystem> systems) {
        return all(filters(parameters, schema, systems));
    }

    /** What matches all of some filters; everything, where there are none. */
    public static Filter all(List<Filter> filters) {
        return switch (filters.size()) {
            case 0 -> Filter.INCLUDE;
            case 1 -> filters.getFirst();
            default -> CommonFactoryFinder.getFilterFactory().and(filters);
        };
    }

    /** One filter for each parameter that is given. */
    public static List<Filter> filters(Parameters parameters, Schema schema, List<ReferenceSystem> systems) {
        List<Filter> all = new ArrayList<>();
        ReferenceSystem boxSystem = system(parameters, "bbox-crs", systems);
        parameters.get("bbox").ifPresent(bbox -> all.add(BboxParameter.parse(bbox, boxSystem)));
        parameters.get("datetime").ifPresent(text -> {
            TimeSpan time = time(text);
            schema.time().ifPresent(date -> all.add(Cql2.atTime(date, time)));
        });
        String language = parameters.get("filter-lang").orElse("cql2-text");
        if (!language.equals("cql2-text") && !language.equals("cql2-json")) {
            throw new BadParameterException("filter-lang", "\"" + language + "\"", "cql2-text or cql2-json");
        }
        ReferenceSystem filterSystem = system(parameters, "filter-crs", systems);
        parameters.get("filter").ifPresent(text -> {
            try {
                all.add(
                        language.equals("cql2-text")
                                ? Cql2.ofText(text, schema, filterSystem)
                                : Cql2.ofJson(text, schema, filterSystem));
            } catch (Cql2Exception e) {
                throw new BadParameterException(
                        "filter", "a filter that is not understood", language + ": " + e.getMessage());
            }
        });
        return all;
    }

    /** The system that a parameter names; CRS84 where it is not given. */
    public static ReferenceSystem system(Parameters parameters, String name, List<ReferenceSystem> systems) {
        Optional<String> uri = parameters.get(name);
        if (uri.isEmpty()) {
            return ReferenceSystem.CRS84;
        }
        return systems.stream()
                .filter(system -> system.uri().equals(uri.get()))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        name,
                        "\"" + uri.get() + "\"",
                        "one of " + systems.stream().map(ReferenceSystem::uri).collect(Collectors.joining(", "))));
    }

    private static TimeSpan time(String text) {
        try {
            return TimeSpan.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("datetime", "\"" + text + "\"", String.valueOf(e.getMessage()));
        }
    }
}
