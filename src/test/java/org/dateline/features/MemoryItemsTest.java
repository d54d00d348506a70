package org.dateline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.CatalogCollections.Draft;
import org.dateline.features.cql2.Cql2;
import org.geotools.api.data.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MemoryItemsTest {

    private static Geometry circle(double radius, int points) {
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i <= points; i++) {
            double angle = 2 * Math.PI * (i % points) / points;
            ring[i] = new Coordinate(67 + radius * Math.cos(angle), 30 + radius * Math.sin(angle));
        }
        return new GeometryFactory().createPolygon(ring);
    }

    private static List<String> find(ItemCollection collection, String filter) {
        Query query = new Query();
        query.setFilter(Cql2.ofText(filter, collection.schema(), ReferenceSystem.CRS84));
        return collection.items().find(query, null).features().stream()
                .map(feature -> feature.getID())
                .toList();
    }

    @Test
    void a_filter_that_nothing_could_stop_on_a_huge_feature_is_refused_and_a_smaller_one_is_answered() {
        ItemCollection coast = TestCollections.collection(
                "coast", List.of(new Draft("coast", Map.of("id", "coast"), Optional.of(circle(1, 600_000)))));

        assertThat(find(coast, "S_INTERSECTS(geometry, BBOX(66, 29, 66.5, 30))"))
                .containsExactly("coast");
        assertThatThrownBy(() -> find(
                        coast, "S_INTERSECTS(geometry, " + circle(1.0001, 1_000).toText() + ")"))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessage("got a filter with geometries of 1001 points for the feature coast of 600001, expected a "
                        + "filter of at most 833 points, or a bbox");
    }

    @Test
    void periods_of_a_layer_are_dates_and_all_times_are_compared_with_them(@TempDir Path folder) throws Exception {
        Map<String, String> files = Map.of(
                "catalog.yaml", "title: T\nsummary: S.\nlanguages: [en]\nlayers: [events]\nview: all\n",
                "parties.yaml", "[]",
                "measures.yaml", "[]",
                "views/all.yaml", "title: A\ncaption: A.\nlayers: [events]\nbbox: [60, 20, 70, 40]\n",
                "layers/events/layer.yaml", "title: E\ndescription: D.\nstyle: place\nsource: S\nlicence: L\n",
                "layers/events/features.geojson", """
                        {"type": "FeatureCollection", "features": [
                          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [66, 30]}, "properties":
                            {"id": "year", "date_start": "2013-12-31T00:00:00", "date_end": "2014-01-01"}},
                          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [67, 30]}, "properties":
                            {"id": "may", "date": "2014-05", "date_start": "2014-05-02", "date_end": "2014-05-04"}}]}
                        """);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        ItemCollection events =
                CatalogCollections.of(CatalogLoader.load(folder)).find("events").orElseThrow();

        assertThat(find(events, "date_end < DATE('2014-05-01')")).containsExactly("year");
        assertThat(find(events, "T_INTERSECTS(date_start, DATE('2013-12-31'))")).containsExactly("year");
        Schema.Time time = events.schema().time().orElseThrow();
        Query query = new Query();
        query.setFilter(Cql2.atTime(time, TimeSpan.parse("2014-01-01")));
        assertThat(events.items().find(query, null).features())
                .extracting(feature -> feature.getID())
                .containsExactly("year");
    }

    @Test
    void a_box_finds_points_on_its_sides_and_only_the_areas_that_it_meets() {
        GeometryFactory geometries = new GeometryFactory();
        Geometry ring = circle(2, 100).difference(circle(1, 100));
        List<Draft> drafts = new ArrayList<>(List.of(
                new Draft(
                        "inside", Map.of("id", "inside"), Optional.of(geometries.createPoint(new Coordinate(67, 30)))),
                new Draft("ring", Map.of("id", "ring"), Optional.of(ring)),
                new Draft("side", Map.of("id", "side"), Optional.of(geometries.createPoint(new Coordinate(67.5, 30)))),
                new Draft("nowhere", Map.of("id", "nowhere"), Optional.empty()),
                new Draft("disc", Map.of("id", "disc"), Optional.of(circle(3, 100)))));
        // The index counts only if it leaves few.
        for (int i = 0; i < 20; i++) {
            drafts.add(new Draft(
                    "far" + i, Map.of("id", "far" + i), Optional.of(geometries.createPoint(new Coordinate(i, 0)))));
        }
        ItemCollection all = TestCollections.collection("all", drafts);
        String box = "S_INTERSECTS(geometry, BBOX(66.5, 29.5, 67.5, 30.5))";

        assertThat(find(all, box)).containsExactly("inside", "side", "disc");
        assertThat(find(all, box + " OR geometry IS NULL")).containsExactly("inside", "side", "nowhere", "disc");
        assertThat(find(all, box + " OR id = 'far3'")).containsExactly("inside", "side", "disc", "far3");
        assertThat(find(all, "S_INTERSECTS(geometry, POLYGON((66 29, 68 29, 66 31, 66 29)))"))
                .containsExactly("inside", "ring", "disc");
    }
}
