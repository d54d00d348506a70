package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

class LocationTest {

    private static final Coordinate BAY = new Coordinate(-179.4, 65.9);
    private static final Geometry SHAPE = Geometries.FACTORY.createPoint(BAY);

    @Test
    void each_location_has_its_class() {
        assertThat(List.of(
                        new Location.Point(BAY, 5),
                        new Location.Radius(BAY, 5),
                        new Location.Area(SHAPE),
                        new Location.Line(SHAPE),
                        new Location.Between(SHAPE),
                        new Location.Unlocated()))
                .extracting(Location::locationClass)
                .containsExactly(LocationClass.values());
    }

    @Test
    void a_class_is_found_by_its_id() {
        assertThat(Arrays.stream(LocationClass.values()).map(LocationClass::id))
                .containsExactly("point", "radius", "area", "line", "between", "unlocated")
                .allSatisfy(id -> assertThat(LocationClass.of(id).id()).isEqualTo(id));
        assertThatThrownBy(() -> LocationClass.of("blob")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_point_is_drawn_as_a_point_and_a_radius_as_its_circle() {
        assertThat(new Location.Point(BAY, 150_000).geometry()).containsInstanceOf(Point.class);
        assertThat(new Location.Radius(BAY, 150_000).geometry()).containsInstanceOf(MultiPolygon.class);
    }

    @Test
    void unlocated_features_are_not_drawn() {
        assertThat(new Location.Unlocated().geometry()).isEmpty();
    }
}
