package org.dateline.draw.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.map.Scale;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Geometries;
import org.dateline.model.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class ScaleBarTest {

    @ParameterizedTest
    @CsvSource({"1, 150, 100", "2, 150, 300", "7, 150, 1000", "0.01, 150, 1", "4.0, 125, 500", "1000, 99, 50000"})
    void a_length_is_round_and_as_long_as_may_be(double metresPerPixel, double widest, double metres) {
        assertThat(Scale.roundLength(metresPerPixel, widest)).isEqualTo(metres);
    }

    @Test
    void a_bar_is_as_long_as_the_earth_is_along_the_maps_middle_line() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        MapPanel map = new MapPanel(catalog, catalog.defaultView(), null, _ -> 1, MapPlate.MAP_WIDTH, 600, 1);
        ScaleBar bar = ScaleBar.of(map);
        double degrees = map.bounds().width() / MapPlate.MAP_WIDTH * bar.length();
        List<Coordinate> ends = List.of(
                new Coordinate(map.bounds().west(), map.middleLatitude()),
                new Coordinate(map.bounds().west() + degrees, map.middleLatitude()));

        double metres = Geodesy.length(Geometries.FACTORY.createLineString(ends.toArray(new Coordinate[0])));

        assertThat(bar.metres() / metres).isBetween(0.99, 1.01);
    }
}
