package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The view is 60 to 66 east and 24 to 30 north. */
class ShapeMakerTest {

    private static final Bbox VIEW = new Bbox(60, 24, 66, 30);

    /** One part within the view; others touch it along a side, at a corner, or in one position of a side. */
    private static final String MIXED = "MULTIPOLYGON (((61 25, 64 25, 64 28, 61 28, 61 25)),"
            + " ((66 25, 70 25, 70 28, 66 28, 66 25)), ((66 30, 70 30, 70 33, 66 33, 66 30)),"
            + " ((60 29, 58 28, 58 29.5, 60 29)), ((61 30, 62 30, 62 31, 61 30)))";

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void an_area_that_also_touches_the_view_from_outside_is_drawn_within_the_view(double reach) throws Exception {
        Optional<Shape> shape = shape(new Location.Area(read(MIXED)), reach);
        assertThat(shape).get().isInstanceOf(Shape.Outline.class);
        assertThat(((Shape.Outline) shape.get()).inside()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((66 25, 70 25, 70 28, 66 28, 66 25))",
                "POLYGON ((66 30, 70 30, 70 33, 66 33, 66 30))",
                "MULTIPOLYGON (((66 25, 70 25, 70 28, 66 28, 66 25)), ((60 29, 58 28, 58 29.5, 60 29)))",
                "MULTIPOLYGON (((66 25, 70 25, 70 28, 66 28, 66 25)), ((60 29, 58 28, 58 29.5, 60 29)),"
                        + " ((61 30, 62 30, 62 31, 61 30)))"
            })
    void an_area_that_only_touches_the_view_is_not_drawn(String wkt) throws Exception {
        assertThat(shape(new Location.Area(read(wkt)), 0)).isEmpty();
        assertThat(shape(new Location.Area(read(wkt)), 1))
                .get()
                .extracting(outline -> ((Shape.Outline) outline).inside())
                .asList()
                .isEmpty();
    }

    /** Overlays of all its vertices would take minutes. */
    @Test
    void an_area_with_very_many_spikes_keeps_them_and_its_name_stands_inside() {
        Random random = new Random(3);
        Coordinate[] star = new Coordinate[30_001];
        for (int i = 0; i < star.length - 1; i++) {
            double angle = 2 * Math.PI * i / (star.length - 1);
            double radius = 1.5 + random.nextDouble();
            star[i] = new Coordinate(63 + radius * Math.cos(angle), 27 + radius * Math.sin(angle));
        }
        star[star.length - 1] = star[0].copy();
        Frame frame = Frame.of(VIEW, 1000, 1000, 1);
        Shape.Outline outline = (Shape.Outline) shape(new Location.Area(Geometries.FACTORY.createPolygon(star)), 1)
                .orElseThrow();
        int vertices = 0;
        for (PathIterator path = outline.path().getPathIterator(null); !path.isDone(); path.next()) {
            vertices++;
        }
        assertThat(vertices).isGreaterThan(5_000);
        Coordinate middle = frame.toPage(Frame.project(Geometries.FACTORY.createPoint(new Coordinate(63, 27)))
                .getCoordinate());
        assertThat(outline.inside())
                .isNotEmpty()
                .allSatisfy(at -> assertThat(at.distance(middle)).isLessThan(300));
        assertThat(outline.around()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void a_line_that_also_touches_the_view_from_outside_is_drawn_within_the_view(double reach) throws Exception {
        Geometry lines = read("MULTILINESTRING ((61 25, 64 28), (66 26, 70 26), (58 31, 60 30), (66 22, 66 32))");
        assertThat(shape(new Location.Line(lines), reach))
                .get()
                .extracting(track -> ((Shape.Track) track).stops())
                .asList()
                .isNotEmpty();
        assertThat(shape(new Location.Between(lines), reach)).isPresent();
    }

    @Test
    void a_line_that_only_touches_the_view_is_not_drawn() throws Exception {
        Geometry line = read("LINESTRING (66 26, 70 26)");
        assertThat(shape(new Location.Line(line), 0)).isEmpty();
        assertThat(shape(new Location.Between(line), 0)).isEmpty();
    }

    private static Optional<Shape> shape(Location location, double reach) {
        Frame frame = Frame.of(VIEW, 1000, 1000, reach);
        return new ShapeMaker(frame, new ShapeMaker.Measures(3, 50_000, 3, 9, 16, List.of(0.5, 0.4, 0.6)))
                .shape(location);
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader(Geometries.FACTORY).read(wkt);
    }
}
