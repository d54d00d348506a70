package org.dateline.http.records;

import java.util.List;
import java.util.Optional;
import org.dateline.features.AttributeName;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.site.page.RecordPages;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;

/** A request for a list of records, and its response. */
record RecordsRequest(ItemCollection collection, Parameters parameters, Filter filter, int offset) {

    private static final Parameter<Integer> OFFSET = Parameter.wholeNumberFrom(
            "offset", "Number of records to skip", 0, Integer.MAX_VALUE - RecordsRequest.PAGE, 0);

    private static final Parameter<String> AFTER =
            Parameter.text("after", "Where the previous page ended, as given in its `next` link");

    /** All parameters, in the order of the documentation. */
    static final List<Parameter<?>> PARAMETERS = List.of(
            FilterParameters.BBOX,
            FilterParameters.DATETIME,
            FilterParameters.UNDATED,
            FilterParameters.FILTER,
            OFFSET,
            AFTER);

    /** The number of records on a page. */
    private static final int PAGE = 50;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    static RecordsRequest parse(Parameters parameters, ItemCollection collection, List<ReferenceSystem> systems) {
        Filter filter = new FilterParameters(collection.schema(), systems).filter(parameters);
        if (parameters.has(FilterParameters.BBOX)) {
            // The API returns records without a location for every box, but a list of what the map shows must not.
            Filter located = FILTERS.not(FILTERS.isNull(new AttributeName(Schema.GEOMETRY)));
            filter = FilterParameters.all(List.of(filter, located));
        }
        return new RecordsRequest(
                collection, parameters, filter, parameters.get(OFFSET).orElse(0));
    }

    RecordPages.RecordList answer() {
        Query query = new Query();
        query.setFilter(filter);
        query.setStartIndex(offset);
        query.setMaxFeatures(PAGE);
        Items.Result found =
                collection.items().find(query, parameters.get(AFTER).orElse(null));
        return new RecordPages.RecordList(
                found.features(),
                found.matched(),
                query(parameters),
                part(),
                next(found).map(RecordsRequest::query).orElse(null));
    }

    private RecordPages.Part part() {
        boolean dated = parameters.has(FilterParameters.DATETIME)
                || parameters.has(FilterParameters.UNDATED)
                || parameters.has(FilterParameters.FILTER);
        if (!parameters.has(FilterParameters.BBOX)) {
            return dated ? RecordPages.Part.DATES : RecordPages.Part.ALL;
        }
        return dated ? RecordPages.Part.BOTH : RecordPages.Part.BOX;
    }

    /**
     * The parameters of the next page: the position where this one ended, otherwise an offset; empty on the last page.
     */
    private Optional<Parameters> next(Items.Result found) {
        if (found.next() != null) {
            return Optional.of(parameters.with(OFFSET, null).with(AFTER, found.next()));
        }
        long reached = offset + (long) found.features().size();
        boolean more = !found.features().isEmpty() && reached < found.matched().orElse(reached);
        return more ? Optional.of(parameters.with(OFFSET, Long.toString(reached))) : Optional.empty();
    }

    /** Encodes slashes in the query, so that relative links are resolved correctly. */
    private static String query(Parameters parameters) {
        return parameters.toQuery().replace("/", "%2F");
    }
}
