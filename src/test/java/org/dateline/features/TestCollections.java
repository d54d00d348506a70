package org.dateline.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.geo.Geometries;
import org.dateline.model.PartialDate;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
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

    /**
     * What formats stumble over, one case a feature: a hole, a geometry that is cut at the antimeridian, several types in
     * one, no geometry, right-to-left text, quotes, separators, line breaks, characters that XML has no way to write, an
     * identifier that is no XML name, a column that others take for a geometry or a key.
     */
    public static ItemCollection hardCases() {
        return collection(
                "hard-cases",
                List.of(
                        hard(
                                "hole",
                                "A \"quoted\", comma'd\r\nname; <b>&amp;</b> ]]>",
                                "2025-03-11",
                                "POLYGON ((66 29, 68 29, 68 31, 66 31, 66 29), (66.5 29.5, 66.5 30, 67 30, 66.5 29.5))"),
                        hard("nastaliq", "جعفر ایکسپریس، بولان (مشکاف)\u200F", "2025-03", "POINT (67.5 29.6)"),
                        hard(
                                "antimeridian",
                                "Остров Врангеля",
                                "2024",
                                "MULTIPOLYGON (((178 70, 180 70, 180 72, 178 72, 178 70)), "
                                        + "((-180 70, -177 70, -177 72, -180 72, -180 70)))"),
                        hard(
                                "mixed",
                                "A form feed \f, a bell \u0007 and half a pair \uD800",
                                "2025-12-31",
                                "GEOMETRYCOLLECTION (POINT (67 30), LINESTRING (67 30, 68 30.5), "
                                        + "POLYGON ((60 20, 61 20, 61 30, 60 30, 60 20)))"),
                        hard("line", "", null, "MULTILINESTRING ((67 30, 67.00001 30.00001), (68 30, 69 31))"),
                        hard("near-null-island", "𝒜 🚂", null, "POINT (0.000007 -0.000003)"),
                        hard("2025 (no XML name)", null, null, null)));
    }

    /** One feature with a property of some name, whose value is {@code it's} and this name. */
    public static ItemCollection named(String property) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", "one");
        values.put(property, "it's " + property);
        return collection("named", List.of(new CatalogCollections.Draft("one", values, Optional.empty())));
    }

    /** A feature for each geometry: p0, p1 ... */
    public static ItemCollection places(List<String> wkt) {
        List<CatalogCollections.Draft> drafts = new ArrayList<>();
        for (String geometry : wkt) {
            String id = "p" + drafts.size();
            drafts.add(new CatalogCollections.Draft(id, Map.of("id", id), Optional.of(geometry(geometry))));
        }
        return collection("places", drafts);
    }

    /** Features with date-times beside dates. */
    public static ItemCollection moments() {
        String[][] rows = {
            {"a", "2025-03-11T00:00:00Z", "2025-03-11"},
            {"b", "2025-03-11T08:30:00Z", "2025-03-11"},
            {"c", "2025-03-11T23:59:59.5Z", "2025-03"},
            {"d", "2025-03-12T00:00:00Z", null},
            {"e", "2024-12-31T19:00:00Z", "2024"},
            {"f", null, "2025-03-10"},
        };
        List<CatalogCollections.Draft> drafts = new ArrayList<>();
        for (String[] row : rows) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("id", row[0]);
            values.put("count", drafts.size());
            values.put("seen", row[1] == null ? null : Instant.parse(row[1]));
            values.put("date", row[2] == null ? null : PartialDate.parse(row[2]));
            drafts.add(new CatalogCollections.Draft(row[0], values, Optional.of(geometry("POINT (67 30)"))));
        }
        return collection("moments", drafts);
    }

    /** The same without a feature. */
    public static ItemCollection empty() {
        return collection("empty", List.of());
    }

    private static CatalogCollections.Draft hard(
            String id, @Nullable String name, @Nullable String date, @Nullable String wkt) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("name", name);
        values.put("date", date == null ? null : PartialDate.parse(date));
        values.put("count", wkt == null ? null : 1_000_000_007);
        values.put("share", wkt == null ? null : 0.1);
        values.put("open", wkt == null ? null : id.equals("hole"));
        values.put("tags", wkt == null ? null : List.of("a,b", "\"c\"", "ج"));
        values.put("nested", wkt == null ? null : Map.of("k", List.of(1, "x")));
        values.put("FID", id + "!");
        values.put("geom", "not one");
        return new CatalogCollections.Draft(id, values, Optional.ofNullable(wkt).map(TestCollections::geometry));
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

    /** Overlapping stars over half of the world. */
    public static ItemCollection jagged(int stars, int corners) {
        List<CatalogCollections.Draft> drafts = new ArrayList<>();
        for (int star = 0; star < stars; star++) {
            Coordinate[] ring = new Coordinate[corners + 1];
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double radius = i % 2 == 0 ? 60 : 30 + star % 20;
                ring[i] = new Coordinate(radius * Math.cos(angle) + star * 0.05, radius * Math.sin(angle));
            }
            ring[corners] = ring[0];
            drafts.add(new CatalogCollections.Draft(
                    "s" + star, Map.of("id", "s" + star), Optional.of(Geometries.FACTORY.createPolygon(ring))));
        }
        return collection("jagged", drafts);
    }

    static ItemCollection collection(String id, List<CatalogCollections.Draft> drafts) {
        Text title = Text.english("Things");
        return CatalogCollections.collection(id, title, title, "A test", "CC0", "1", drafts);
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader(Geometries.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
