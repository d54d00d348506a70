package org.dateline.http.records;

import java.util.SortedMap;
import java.util.TreeMap;
import org.dateline.features.ItemCollection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dates of a collection's records, as the page's timeline reads them. */
final class RecordDates {

    /** The timeline has at most 30 columns, and groups what is more. */
    private static final int MOST = 400;

    private RecordDates() {}

    static byte[] write(ItemCollection collection) {
        SortedMap<String, Long> counts = collection
                .schema()
                .time()
                .map(time -> collection.items().dates(time, MOST))
                .orElseGet(TreeMap::new);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode dates = json.putArray("dates");
        counts.forEach((date, records) -> dates.addObject().put("date", date).put("records", records));
        return JsonMapper.shared().writeValueAsBytes(json);
    }
}
