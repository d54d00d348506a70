package org.dateline.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.geo.Geometries;
import org.dateline.model.PartialDate;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Small collections to ask questions of. */
public final class TestCollections {

    private TestCollections() {}

    /** Five features with a property of each type; d has nothing but its id. */
    public static ItemCollection things() {
        List<CatalogCollections.Draft> drafts = new ArrayList<>();
        drafts.add(thing(
                "a", "Quetta", 3, 1.5, true, "2025-03-11", List.of("x", "y"), Map.of("k", 1), null, "POINT (67 30)"));
        drafts.add(thing("b", "Sibi", 2, 1, false, "2025-03", List.of("z"), null, "it's", "POINT (68.5 30)"));
        drafts.add(thing(
                "c",
                "São João",
                40,
                2,
                null,
                "2024",
                List.of(),
                null,
                null,
                "GEOMETRYCOLLECTION (POINT (67 30), POLYGON ((60 20, 61 20, 61 30, 60 30, 60 20)))"));
        drafts.add(thing("d", null, null, null, null, null, null, null, null, null));
        drafts.add(thing(
                "e",
                "Tents 100%\nin the wind",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "MULTIPOINT ((179 65), (-179 65))"));
        return collection("things", drafts);
    }

    static CatalogCollections.Draft thing(
            String id,
            @Nullable String name,
            @Nullable Integer count,
            @Nullable Number size,
            @Nullable Boolean open,
            @Nullable String date,
            @Nullable List<String> tags,
            @Nullable Object nested,
            @Nullable String odd,
            @Nullable String wkt) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("name", name);
        values.put("count", count);
        values.put("size", size);
        values.put("open", open);
        values.put("date", date == null ? null : PartialDate.parse(date));
        values.put("tags", tags);
        values.put("nested", nested);
        values.put("odd name", odd);
        return new CatalogCollections.Draft(id, values, Optional.ofNullable(wkt).map(TestCollections::geometry));
    }

    static ItemCollection collection(String id, List<CatalogCollections.Draft> drafts) {
        Text title = new Text(Map.of("en", "Things"));
        return CatalogCollections.collection(
                drafts,
                made -> new ItemCollection(
                        id, title, title, made.schema(), made.extent(), made.time(), "A test", "CC0", made.items()));
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader(Geometries.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
