package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.TopoJson;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.work.SharedCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

class EmbedMapTest {

    private static final MapLinks LINKS = new MapLinks(
            _ -> true,
            feature -> "#at-" + feature.id(),
            feature -> feature.id(),
            Integer::toString,
            _ -> "must-not-be-asked-for.webp",
            "must-not-be-asked-for.svg",
            "Map",
            metres -> metres + " m");

    static List<Path> catalogs() {
        return Catalogs.all().toList();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_map_needs_no_other_file(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        for (MapView view : views(catalog)) {
            for (Element element : all(draw(catalog, view), "*")) {
                assertThat(element.getAttribute("href")).matches("|#.*|data:image/jpeg;base64,.*");
                assertThat(element.hasAttribute("style")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void each_name_is_completely_within_the_view_at_both_widths(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        for (MapView view : views(catalog)) {
            Element svg = draw(catalog, view);
            String[] box = svg.getAttribute("viewBox").split(" ");
            double left = Double.parseDouble(box[0]);
            double right = left + Double.parseDouble(box[2]);
            for (Element group : all(svg, "g")) {
                if (group.getAttribute("class").startsWith("at-")) {
                    List<Element> names = all(group, "text");
                    assertThat(names).isNotEmpty();
                    for (Element name : names) {
                        assertThat(Double.parseDouble(name.getAttribute("x"))).isBetween(left, right);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_name_crosses_a_line_only_if_it_is_the_lines_own_or_that_of_an_incident(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        for (MapView view : views(catalog)) {
            for (String language : catalog.languages()) {
                for (boolean narrow : new boolean[] {false, true}) {
                    assertThat(crossing(catalog, view, language, narrow))
                            .as("%s %s %s", view.id(), language, narrow ? "narrow" : "wide")
                            .isEmpty();
                }
            }
        }
    }

    /** The quoted places with a name on a line. */
    private static List<String> crossing(Catalog catalog, MapView view, String language, boolean narrow) {
        Frame frame = narrow ? Frame.of(view.bbox(), 400, 350, 5.6, 4.4) : Frame.of(view.bbox(), 680, 448, 5.6, 4.4);
        Map<String, List<Catalog.Citation>> citations = catalog.citationsByFeature();
        MapContent content = MapContent.of(
                catalog,
                null,
                view,
                frame,
                feature -> citations.getOrDefault(feature, List.of()).size());
        List<Box> strokes = content.features().stream()
                .filter(MapContent.Drawn::on)
                .map(MapContent.Drawn::shape)
                .filter(Shape.Track.class::isInstance)
                .flatMap(track -> ((Shape.Track) track).strokes().stream())
                .toList();
        List<String> crossing = new ArrayList<>();
        for (Mark mark :
                new MapLayout(content, language, view.place(), Lettering.linked(LINKS, true, List.of())).marks()) {
            if (mark instanceof Mark.Item item
                    && item.data().containsKey("feature")
                    && !item.part().contains("selected")
                    && !item.part().contains("mark-incident")
                    && boxes(item).stream().anyMatch(box -> strokes.stream().anyMatch(box::overlaps))) {
                crossing.add(item.data().get("feature"));
            }
        }
        return crossing;
    }

    /** The boxes of an item's badge and, from left to right, of the name before it. */
    private static List<Box> boxes(Mark.Item item) {
        double written = item.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .mapToDouble(text -> ((Mark.Text) text).width())
                .max()
                .orElse(0);
        return item.marks().stream()
                .filter(Mark.Bar.class::isInstance)
                .map(Mark.Bar.class::cast)
                .map(bar -> new Box(bar.x() - written, bar.y() + 1, bar.x() + bar.width(), bar.y() + bar.height() - 1))
                .toList();
    }

    @Test
    void type_is_larger_for_a_narrow_frame_so_that_it_is_read_at_the_same_size() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        Element svg = draw(catalog, view(catalog, "overview"));
        double wide = size(svg, "at-wide", "quetta");
        double narrow = size(svg, "at-narrow", "quetta");
        assertThat(narrow / wide).isBetween(1.39, 1.42);
    }

    @Test
    void a_town_under_an_incident_is_named_beside_it(@TempDir Path temporary) throws Exception {
        Path folder = Catalogs.copy(Catalogs.VALENCIA, temporary.resolve("catalog"));
        Path incidents = folder.resolve("layers/incidents/features.geojson");
        Files.writeString(
                incidents,
                Files.readString(incidents)
                        .replaceFirst("\"uncertainty_m\": \\d+", "\"uncertainty_m\": 2000")
                        .replaceFirst("\"coordinates\": \\[[^]]*]", "\"coordinates\": [-0.4183, 39.4278]"));
        Catalog catalog = CatalogLoader.load(folder);
        Element svg = draw(catalog, view(catalog, "overview"));
        assertThat(size(svg, "at-wide", "poyo-flood")).isPositive();
        assertThat(size(svg, "at-wide", "paiporta")).isPositive();
        assertThat(size(svg, "at-narrow", "paiporta")).isPositive();
    }

    @Test
    void features_in_and_around_the_view_are_listed() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        assertThat(shown(catalog, "incident"))
                .contains("jaffar-express-hijacking", "sibi", "balochistan", "pakistan")
                .doesNotContain("gwadar", "peshawar", "punjab");
        assertThat(shown(catalog, "overview")).contains("gwadar", "peshawar", "punjab");
    }

    @Test
    void the_place_of_a_view_is_emphasised() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        assertThat(all(draw(catalog, view(catalog, "gwadar")), "a"))
                .filteredOn(mark -> mark.getAttribute("class").contains("selected"))
                .extracting(mark -> mark.getAttribute("data-feature"))
                .containsExactly("gwadar", "gwadar");
    }

    @Test
    void ground_is_drawn_as_far_as_the_widest_and_the_tallest_frame_show_it_but_not_in_the_corners() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        MapView view = view(catalog, "overview");
        Element surroundings = all(draw(catalog, view), "image").getFirst();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(surroundings.getAttribute("href").split(",")[1])));
        int right = picture.getWidth() - 1;
        int bottom = picture.getHeight() - 1;
        assertThat(shades(picture, 0, bottom / 2 - 15)).isGreaterThan(2);
        assertThat(shades(picture, right - 29, bottom / 2 - 15)).isGreaterThan(2);
        assertThat(shades(picture, right / 2 - 15, 0)).isGreaterThan(2);
        assertThat(shades(picture, right / 2 - 15, bottom - 29)).isGreaterThan(2);
        assertThat(shades(picture, 0, 0)).isOne();
        assertThat(shades(picture, right - 29, bottom - 29)).isOne();
    }

    /** The number of colours in a square with sides of 30 pixels. */
    private static long shades(BufferedImage picture, int left, int top) {
        return Arrays.stream(picture.getRGB(left, top, 30, 30, null, 0, 30))
                .distinct()
                .count();
    }

    private static List<String> shown(Catalog catalog, String view) throws Exception {
        return map(catalog, view(catalog, view)).shown().stream()
                .map(Feature::id)
                .toList();
    }

    private static double size(Element svg, String group, String feature) {
        return all(svg, "g").stream()
                .filter(element -> element.getAttribute("class").equals(group))
                .flatMap(element -> all(element, "a").stream())
                .filter(mark -> mark.getAttribute("data-feature").equals(feature))
                .flatMap(mark -> all(mark, "text").stream())
                .mapToDouble(text -> Double.parseDouble(text.getAttribute("font-size")))
                .findFirst()
                .orElseThrow();
    }

    private static List<MapView> views(Catalog catalog) {
        return catalog.views().stream()
                .filter(MapView.class::isInstance)
                .map(MapView.class::cast)
                .toList();
    }

    @Test
    void beyond_the_box_of_a_basemap_the_lines_and_the_relief_of_the_world_go_on() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        MapView view = view(catalog, "overview");
        GroundSource source = source(catalog);
        Frame frame = Frame.of(view.bbox(), 680, 448, 5.6, 4.4);
        List<Mark> marks = new Backdrop(source, source.beyond(frame).orElseThrow(), frame).marks();
        // The basemap has none of these east of 80 degrees.
        for (String part : List.of("river", "province", "lake")) {
            assertThat(marks)
                    .as(part)
                    .anyMatch(mark -> mark instanceof Mark.Path(Path2D data, List<Ink> inks)
                            && inks.getFirst().part().equals(part)
                            && data.getBounds2D().getMaxX() > frame.x(Frame.WORLD.x(85)));
        }
        Element image = all(draw(catalog, view), "image").getFirst();
        double left = Double.parseDouble(image.getAttribute("x"));
        assertThat(left + Double.parseDouble(image.getAttribute("width"))).isGreaterThan(Frame.WORLD.x(100));
    }

    @Test
    void a_large_part_of_the_world_has_the_relief_of_its_ground_because_one_that_is_cut_would_have_fewer_pixels()
            throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.FLOOD);
        GroundSource source = source(catalog);
        Frame near = Frame.of(new Bbox(-2, 38, 1, 40), 680, 448, 5.6, 4.4);
        Frame world = Frame.of(new Bbox(-150, -50, 150, 70), 680, 448, 5.6, 4.4);
        assertThat(source.basemap().reliefs())
                .containsAll(source.reliefs(world))
                .doesNotContainAnyElementsOf(source.reliefs(near));
    }

    @Test
    void two_grounds_are_one_area_where_they_meet() throws Exception {
        WKTReader wkt = new WKTReader();
        Outside outside = new Outside(new Bbox(0, 0, 10, 10));
        List<Geometry> joined = outside
                .joined(
                        List.of(member(wkt.read("POLYGON ((2 2, 20 2, 20 8, 2 8, 2 2))"))),
                        List.of(member(wkt.read("POLYGON ((5 3, 30 3, 30 7, 5 7, 5 3))"))))
                .stream()
                .map(TopoJson.Member::geometry)
                .toList();
        assertThat(joined).singleElement().satisfies(area -> {
            assertThat(area.equalsTopo(wkt.read("POLYGON ((2 2, 10 2, 10 3, 30 3, 30 7, 10 7, 10 8, 2 8, 2 2))")))
                    .isTrue();
        });
        assertThat(outside
                        .joined(
                                List.of(member(wkt.read("LINESTRING (2 2, 20 2)"))),
                                List.of(member(wkt.read("LINESTRING (5 2, 30 2)"))))
                        .stream()
                        .map(one -> one.geometry().toText()))
                .containsExactly("LINESTRING (2 2, 10 2)", "LINESTRING (10 2, 30 2)");
    }

    private static TopoJson.Member member(Geometry geometry) {
        return new TopoJson.Member(geometry, JsonMapper.shared().createObjectNode());
    }

    private static MapView view(Catalog catalog, String id) {
        return views(catalog).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static EmbedMap map(Catalog catalog, MapView view) throws Exception {
        Map<String, List<Catalog.Citation>> citations = catalog.citationsByFeature();
        return new EmbedMap(
                catalog,
                view,
                source(catalog),
                feature -> citations.getOrDefault(feature, List.of()).size());
    }

    private static GroundSource source(Catalog catalog) {
        return new GroundSource(
                Objects.requireNonNull(catalog.basemap()), SharedCache.ofHeap().part());
    }

    private static Element draw(Catalog catalog, MapView view) throws Exception {
        String svg = map(catalog, view).svg(catalog.defaultLanguage(), LINKS);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> all(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
