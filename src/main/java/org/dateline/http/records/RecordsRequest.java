package org.dateline.http.records;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dateline.features.AttributeName;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameters;
import org.dateline.site.page.RecordPages;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;

/** What a request for a list of records asks, and its answer. */
record RecordsRequest(ItemCollection collection, Parameters parameters, Filter filter, int offset) {

    static final Set<String> PARAMETERS = Set.of("bbox", "datetime", "filter", "after", "offset");

    /** Records on a page. */
    private static final int PAGE = 50;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    static RecordsRequest parse(Parameters parameters, ItemCollection collection, List<ReferenceSystem> systems) {
        Filter filter = FilterParameters.parse(parameters, collection.schema(), systems);
        if (parameters.get("bbox").isPresent()) {
            // The API has what is on no map in every box; a list of what the map shows there has not.
            Filter located = FILTERS.not(FILTERS.isNull(new AttributeName(Schema.GEOMETRY)));
            filter = FilterParameters.all(List.of(filter, located));
        }
        return new RecordsRequest(collection, parameters, filter, offset(parameters));
    }

    private static int offset(Parameters parameters) {
        Optional<String> text = parameters.get("offset");
        if (text.isPresent() && !text.get().matches("[0-9]{1,9}")) {
            throw new BadParameterException("offset", "\"" + text.get() + "\"", "a whole number from 0");
        }
        return text.map(Integer::parseInt).orElse(0);
    }

    RecordPages.Found answer() {
        Query query = new Query();
        query.setFilter(filter);
        query.setStartIndex(offset);
        query.setMaxFeatures(PAGE);
        Items.Found found =
                collection.items().find(query, parameters.get("after").orElse(null));
        return new RecordPages.Found(
                found.features(),
                found.matched(),
                query(parameters),
                part(),
                next(found).map(RecordsRequest::query).orElse(null));
    }

    private RecordPages.Part part() {
        boolean dated = parameters.get("datetime").isPresent()
                || parameters.get("filter").isPresent();
        if (parameters.get("bbox").isEmpty()) {
            return dated ? RecordPages.Part.DATES : RecordPages.Part.ALL;
        }
        return dated ? RecordPages.Part.BOTH : RecordPages.Part.BOX;
    }

    /** Where this page ended, or else how many came before the next; empty on the last page. */
    private Optional<Parameters> next(Items.Found found) {
        if (found.next() != null) {
            return Optional.of(parameters.with("offset", null).with("after", found.next()));
        }
        long reached = offset + (long) found.features().size();
        boolean more = !found.features().isEmpty() && reached < found.matched().orElse(reached);
        return more ? Optional.of(parameters.with("offset", Long.toString(reached))) : Optional.empty();
    }

    /** A slash in a query would look like a folder to a page, whose links are relative. */
    private static String query(Parameters parameters) {
        return parameters.toQuery().replace("/", "%2F");
    }
}
