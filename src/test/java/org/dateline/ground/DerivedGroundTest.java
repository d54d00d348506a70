package org.dateline.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.dateline.draw.plane.TopoJson;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.WebMercator;
import org.dateline.model.Basemap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

class DerivedGroundTest {

    /** A file that a first page fetches: a little more than that of the first catalog. */
    private static final int MOST_BYTES = 52_000;

    private static final Bbox FIJI = new Bbox(176, -20, -178, -15.5);

    @ParameterizedTest
    @CsvSource({
        "valencia, -0.75, 39.25, -0.25, 39.6",
        "kyiv,     30.2,  50.3,  30.8,  50.6",
        "fiji,     176,   -20,   -178,  -15.5",
        "nuuk,     -54,   62.5,  -46,   66",
        "ushuaia,  -70,   -56,   -65,   -53.5",
        "bangui,   14,    2,     28,    11.5",
        "world,    -180,  -60,   180,   75",
    })
    void is_whole_and_small_anywhere(String name, double west, double south, double east, double north)
            throws IOException {
        Basemap ground = of(new Bbox(west, south, east, north), "en");
        for (Basemap.File file : ground.files()) {
            TopoJson topology = TopoJson.read(file.file(), file.content());
            Geometry land = only(topology, "land");
            // Far away as well, no land is sea and no sea is land.
            for (double[] at : new double[][] {{18.5, 4.4}, {-3.7, 40.4}, {37.6, 55.75}, {134, -25}, {-100, 40}}) {
                assertThat(land.contains(point(at)))
                        .as("%s: land at %s", file.file(), List.of(at[0], at[1]))
                        .isTrue();
            }
            // The Caspian Sea is a hole of the land, with a coast.
            assertThat(only(topology, "coast").distance(point(new double[] {49.6, 40.2})))
                    .isLessThan(1);
            for (double[] at : new double[][] {{-30, 30}, {80, -20}, {-150, 10}, {51, 41.5}}) {
                assertThat(land.contains(point(at)))
                        .as("%s: sea at %s", file.file(), List.of(at[0], at[1]))
                        .isFalse();
            }
            assertThat(gzip(file.content())).as("%s of %s", file.file(), name).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void has_one_file_at_each_zoom() {
        List<Basemap.File> files = of(FIJI, "en").files();
        assertThat(files.getFirst().minZoom()).isZero();
        assertThat(files.getLast().maxZoom()).isNull();
        for (int i = 1; i < files.size(); i++) {
            assertThat(files.get(i).minZoom()).isEqualTo(files.get(i - 1).maxZoom());
        }
    }

    @Test
    void has_no_coast_where_land_is_cut_at_the_antimeridian() throws IOException {
        for (Basemap.File file : of(FIJI, "en").files()) {
            TopoJson topology = TopoJson.read(file.file(), file.content());
            assertThat(topology.members("coast")).isNotEmpty();
            for (TopoJson.Member coast : topology.members("coast")) {
                for (int i = 0; i < coast.geometry().getNumGeometries(); i++) {
                    Coordinate[] vertices = coast.geometry().getGeometryN(i).getCoordinates();
                    for (int v = 1; v < vertices.length; v++) {
                        assertThat(Math.abs(vertices[v].x) == 180 && vertices[v].x == vertices[v - 1].x)
                                .as("a side from %s to %s", vertices[v - 1], vertices[v])
                                .isFalse();
                    }
                }
            }
            // The land itself is cut there.
            assertThat(only(topology, "land").getEnvelopeInternal().getMaxX()).isEqualTo(180);
        }
    }

    @Test
    void is_true_near_its_places_and_coarse_far_from_them() throws IOException {
        Geometry near = coast(of(new Bbox(-0.75, 39.25, -0.25, 39.6), "en"), new double[] {-0.4, 39.4});
        Geometry far = coast(of(new Bbox(120, 10, 121, 11), "en"), new double[] {-0.4, 39.4});
        assertThat(near.getNumPoints()).isGreaterThan(far.getNumPoints() * 2);
    }

    private static Geometry coast(Basemap ground, double[] around) throws IOException {
        Basemap.File file = ground.files().getLast();
        return only(TopoJson.read(file.file(), file.content()), "coast")
                .intersection(point(around).buffer(1.5));
    }

    @Test
    void says_the_status_of_boundaries() throws IOException {
        Basemap.File file = of(new Bbox(70, 30, 80, 37), "en").files().getLast();
        Set<String> statuses = TopoJson.read(file.file(), file.content()).members("boundaries").stream()
                .map(boundary -> boundary.properties().path("status").asString(""))
                .collect(Collectors.toSet());
        assertThat(statuses).containsExactlyInAnyOrder("international", "disputed", "line-of-control", "indefinite");
    }

    @Test
    void boundaries_within_a_box_are_drawn_as_a_catalog_says() throws IOException {
        Bbox kashmir = new Bbox(70, 30, 80, 37);
        Bbox part = new Bbox(73, 32, 78, 36);
        Basemap told = DerivedGround.of(
                List.of(Focus.ofView(kashmir)),
                List.of("en"),
                List.of(
                        new BoundaryRule(part, Optional.of("line-of-control"), "international"),
                        new BoundaryRule(part, Optional.empty(), "hidden"),
                        new BoundaryRule(part, Optional.of("province"), "disputed")));
        for (int i = 0; i < 3; i++) {
            TopoJson before = topology(of(kashmir, "en"), i);
            TopoJson after = topology(told, i);
            Geometry control = within(before, "line-of-control", part);
            // What the first rule took is not taken by the second.
            assertThat(within(after, "international", part).getLength()).isEqualTo(control.getLength(), offset(0.3));
            assertThat(within(after, "line-of-control", part).isEmpty()).isTrue();
            // Elsewhere, all is as before.
            Bbox elsewhere = new Bbox(-10, 36, 30, 60);
            assertThat(within(after, "international", elsewhere).getLength())
                    .isEqualTo(within(before, "international", elsewhere).getLength());
        }
        assertThat(within(topology(told, 2), "disputed", part).getLength()).isGreaterThan(1);
    }

    private static TopoJson topology(Basemap ground, int file) throws IOException {
        Basemap.File content = ground.files().get(file);
        return TopoJson.read(content.file(), content.content());
    }

    /** The boundaries of a status within a box, in degrees. */
    private static Geometry within(TopoJson topology, String status, Bbox box) {
        Geometry inside = Geometries.FACTORY.toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north()));
        return topology.members("boundaries").stream()
                .filter(boundary ->
                        boundary.properties().path("status").asString("").equals(status))
                .map(boundary -> boundary.geometry().intersection(inside))
                .reduce(Geometries.FACTORY.createLineString(), Geometry::union);
    }

    @Test
    void names_countries_in_each_language_of_the_catalog() throws IOException {
        Basemap.File file = of(FIJI, "en", "uk", "ur").files().getFirst();
        assertThat(TopoJson.read(file.file(), file.content()).members("labels"))
                .filteredOn(
                        label -> label.properties().path("name").asString("").equals("Ukraine"))
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.properties().path("name_uk").asString("")).isEqualTo("Україна");
                    assertThat(label.properties().path("name_ur").asString("")).isEqualTo("یوکرین");
                });
    }

    @Test
    void has_a_relief_of_its_part_on_that_of_a_wider_part_and_that_of_the_world() throws IOException {
        List<Basemap.Relief> reliefs = of(FIJI, "en").reliefs();
        assertThat(reliefs).hasSize(3);
        assertThat(reliefs.getFirst().bbox().width()).isEqualTo(360);
        Basemap.Relief wide = reliefs.get(1);
        assertThat(wide.bbox().width())
                .isGreaterThan(3 * reliefs.getLast().bbox().width());
        assertThat(pixelsPerDegree(wide)).isGreaterThan(3 * pixelsPerDegree(reliefs.getFirst()));
        assertThat(pixelsPerDegree(reliefs.getLast())).isGreaterThan(3 * pixelsPerDegree(wide));
        // Espiritu Santo, an island of 70 km.
        assertThat(isSea(wide, 166.85, -15.3)).isFalse();
        Bbox part = reliefs.getLast().bbox();
        assertThat(part.crossesAntimeridian()).isTrue();
        assertThat(part.west()).isLessThan(FIJI.west() - 5);
        assertThat(part.east()).isGreaterThan(FIJI.east() + 5);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(reliefs.getLast().content()));
        // The sea on both sides of 180 degrees, no black where two tiles meet.
        for (int x = 0; x < picture.getWidth(); x += 7) {
            assertThat(picture.getRGB(x, picture.getHeight() - 3) & 0xFF).isGreaterThan(150);
        }
    }

    @Test
    void has_a_finer_relief_of_a_part_as_large_as_continents() throws IOException {
        Bbox view = new Bbox(-58, 15, 71, 72);
        List<Basemap.Relief> reliefs = of(view, "en").reliefs();
        assertThat(reliefs).hasSize(2);
        Basemap.Relief part = reliefs.getLast();
        // The outer 14 percent fade out on a page, where the world's would have to be loaded, too.
        double inner = part.bbox().width() * 0.72;
        assertThat(inner).isGreaterThan(view.width());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(part.content()));
        BufferedImage world =
                ImageIO.read(new ByteArrayInputStream(reliefs.getFirst().content()));
        assertThat(picture.getWidth() / part.bbox().width()).isGreaterThan(2 * world.getWidth() / 360.0);
        // In place of the world's, not more than it.
        assertThat(part.content().length).isLessThan(reliefs.getFirst().content().length);
    }

    @Test
    void has_a_smaller_file_for_views_of_a_town_as_true_there_as_the_one_before() throws IOException {
        Bbox bay = new Bbox(-122.6, 37.6, -122.2, 37.9);
        List<Basemap.File> files = of(bay, "en").files();
        Basemap.File closer = files.get(files.size() - 2);
        Basemap.File town = files.getLast();
        assertThat(gzip(town.content())).isLessThan(gzip(closer.content()) * 2 / 3);
        Geometry within = Geometries.FACTORY.toGeometry(new Envelope(bay.west(), bay.east(), bay.south(), bay.north()));
        Geometry before =
                only(TopoJson.read(closer.file(), closer.content()), "coast").intersection(within);
        Geometry after =
                only(TopoJson.read(town.file(), town.content()), "coast").intersection(within);
        assertThat(after.getNumPoints()).isGreaterThan(30).isGreaterThan(before.getNumPoints() * 9 / 10);
    }

    @Test
    void has_no_island_in_the_colours_of_the_sea_in_its_relief() throws IOException {
        Basemap.Relief part = of(FIJI, "en").reliefs().getLast();
        // Taveuni, Kadavu, Ovalau: 10 km wide and less.
        assertThat(isSea(part, 180 - 0.02, -16.86)).isFalse();
        assertThat(isSea(part, 178.2, -19.03)).isFalse();
        assertThat(isSea(part, 178.8, -17.68)).isFalse();
        assertThat(isSea(part, 179.4, -17.7)).isTrue();
        assertThat(isSea(part, -179.5, -16.5)).isTrue();
    }

    private static boolean isSea(Basemap.Relief relief, double longitude, double latitude) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(relief.content()));
        WebMercator plane = new WebMercator(5);
        double top = plane.y(relief.bbox().north());
        double down = plane.y(relief.bbox().south()) - top;
        int x = (int) (relief.bbox().degreesEast(longitude) / relief.bbox().width() * picture.getWidth());
        int y = (int) ((plane.y(latitude) - top) / down * picture.getHeight());
        int colour = picture.getRGB(x, y);
        return (colour & 0xFF) > (colour >> 16 & 0xFF) + 8;
    }

    private static double pixelsPerDegree(Basemap.Relief relief) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(relief.content())).getWidth()
                / relief.bbox().width();
    }

    @Test
    void has_reliefs_that_fade_out_before_their_pixels_show_where_places_lie_far_apart() throws IOException {
        for (Bbox view : List.of(new Bbox(-9, 38, 132, 44), new Bbox(-170, -50, 170, 60))) {
            List<Basemap.Relief> reliefs = of(view, "en").reliefs();
            Basemap.Relief top = reliefs.getLast();
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(top.content()));
            double pixel = top.bbox().width() / picture.getWidth();
            double screen = 360 / (256 * Math.pow(2, top.fadeFrom()));
            assertThat(pixel / screen).as(view.toString()).isLessThan(3.1);
            // Nor is there a blur beside the part.
            assertThat(reliefs)
                    .allMatch(relief -> relief.fadeFrom() == top.fadeFrom() && relief.fadeTo() == top.fadeTo());
        }
        assertThat(of(FIJI, "en").reliefs().getLast().fadeFrom()).isEqualTo(7.5);
    }

    @Test
    void is_the_same_each_time() {
        Basemap first = of(FIJI, "en");
        Basemap second = of(FIJI, "en");
        assertThat(second.files().getLast().content())
                .isEqualTo(first.files().getLast().content());
        assertThat(second.reliefs().getLast().content())
                .isEqualTo(first.reliefs().getLast().content());
    }

    private static Basemap of(Bbox bbox, String... languages) {
        return DerivedGround.of(List.of(Focus.ofView(bbox)), List.of(languages), List.of());
    }

    private static Geometry only(TopoJson topology, String object) {
        assertThat(topology.members(object)).as(object).hasSize(1);
        Geometry geometry = topology.members(object).getFirst().geometry();
        // Simplified outlines may touch themselves.
        return geometry instanceof Polygonal ? GeometryFixer.fix(geometry) : geometry;
    }

    private static Point point(double[] at) {
        return Geometries.FACTORY.createPoint(new Coordinate(at[0], at[1]));
    }

    private static int gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.size();
    }
}
