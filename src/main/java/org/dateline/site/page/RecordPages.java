package org.dateline.site.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.dateline.features.ItemCollection;
import org.dateline.geo.Bbox;
import org.dateline.site.resource.LayerAddress;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;

/**
 * Renders the pages of records that queries find. They look like the site but are not part of it, since there may be as
 * many as a database holds.
 */
public final class RecordPages {

    private final SiteContext site;
    private final PageMap map;

    public RecordPages(SiteContext site, PageMap map) {
        this.site = site;
        this.map = map;
    }

    /**
     * A part of a collection.
     *
     * @param records on this page
     * @param matched how many there are in all, if known
     * @param query   the query string, with its question mark; empty for all records
     * @param part    the requested part of the collection
     * @param next    the query string of the next page, with its question mark; null on the last page
     */
    public record RecordList(
            List<SimpleFeature> records,
            OptionalLong matched,
            String query,
            Part part,
            @Nullable String next) {
        public RecordList {
            records = List.copyOf(records);
        }
    }

    /** How records were chosen. */
    public enum Part {
        ALL,
        /** Within a part of the map. */
        BOX,
        /** Within some dates. */
        DATES,
        /** Within a part of the map and some dates. */
        BOTH;

        /** The key of its message. */
        public String key() {
            return "records.part." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The list of records. */
    public Resource list(String language, ItemCollection collection, RecordList found) {
        Page page = Page.of(
                site, language, LayerAddress.list(collection.id()) + found.query(), Page.Kind.RECORDS, collection.id());
        List<RecordTexts> records = new ArrayList<>();
        found.records().forEach(record -> records.add(new RecordTexts(page, collection, record)));
        return resource("records.jte", page, Map.of("collection", collection, "found", found, "records", records));
    }

    /** The page of one record. */
    public Resource one(String language, ItemCollection collection, SimpleFeature record) {
        String path = LayerAddress.record(collection.id(), record.getID());
        Page page = Page.of(site, language, path, Page.Kind.RECORD, record.getID());
        return resource("record.jte", page, Map.of("record", new RecordTexts(page, collection, record)));
    }

    private Resource resource(String template, Page page, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("page", page);
        parameters.put("map", map.of(page));
        return new Resource(MediaTypes.HTML, () -> Templates.render(template, parameters));
    }

    /** A box as the page's script reads it: west, south, east and north, separated by commas. */
    public static String extent(Bbox box) {
        return box.west() + "," + box.south() + "," + box.east() + "," + box.north();
    }

    /** The path of a record's page in the default language. */
    public static String pageOf(ItemCollection collection, SimpleFeature record) {
        return LayerAddress.pageOf(collection.id(), record);
    }
}
