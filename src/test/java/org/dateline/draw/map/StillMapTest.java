package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.dateline.model.Basemap;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class StillMapTest {

    private static final Bbox VIEW = new Bbox(60, 24, 76, 35);
    private static final Text NONE = text("-");
    private static final MapLinks LINKS = new MapLinks(
            _ -> true,
            feature -> "places/" + feature.id() + "/",
            feature -> feature.name().in("en") + ", 3 quotes",
            Integer::toString,
            _ -> "relief.webp",
            "backdrop.svg",
            "Map of \"all\" <places>",
            null);

    @Test
    void aPlaceWithQuotesIsALinkThatSaysWhatItIs() throws Exception {
        Element svg = draw(VIEW, null, feature("sibi", new Location.Point(new Coordinate(67.9, 29.5), 1000)));
        Element link = only(svg, "a");
        assertThat(link.getAttribute("href")).isEqualTo("places/sibi/");
        assertThat(link.getAttribute("aria-label")).isEqualTo("Sibi, 3 quotes");
        assertThat(link.getAttribute("data-feature")).isEqualTo("sibi");
        assertThat(link.getAttribute("class")).isEqualTo("mark mark-place");
        assertThat(elements(link, "text")).extracting(Element::getTextContent).containsExactly("Sibi", "3");
    }

    @Test
    void whatIsUnlocatedIsAbsent() throws Exception {
        Element svg = draw(VIEW, "attacks", feature("attacks", new Location.Unlocated()));
        assertThat(svg.getElementsByTagName("a").getLength()).isZero();
        assertThat(svg.getTextContent()).doesNotContain("Attacks");
    }

    @Test
    void theViewBoxIsTheViewInWorldPixelsAtZoom8() throws Exception {
        double[] box = viewBox(draw(VIEW, null));
        assertThat(box[0]).isCloseTo(240.0 / 360 * 65536, within());
        assertThat(box[2]).isCloseTo(16.0 / 360 * 65536, within());
    }

    @Test
    void aViewAcrossTheAntimeridianShowsBothSidesOfItTogether() throws Exception {
        Element svg = draw(
                new Bbox(170, -20, -170, -10),
                null,
                feature("west", new Location.Point(new Coordinate(179, -15), 10)),
                feature("east", new Location.Point(new Coordinate(-179, -15), 10)),
                feature(
                        "fiji",
                        new Location.Area(wkt("MULTIPOLYGON (((177 -19, 180 -19, 180 -16, 177 -16, 177 -19)),"
                                + " ((-180 -19, -178 -19, -178 -16, -180 -16, -180 -19)))"))));
        double[] box = viewBox(svg);
        assertThat(box[2]).isCloseTo(20.0 / 360 * 65536, within());
        List<Double> centres = elements(svg, "circle").stream()
                .filter(circle -> circle.getAttribute("class").equals("ring"))
                .map(circle -> Double.valueOf(circle.getAttribute("cx")))
                .toList();
        assertThat(centres).hasSize(2).allMatch(x -> x > box[0] && x < box[0] + box[2]);
        assertThat(Math.abs(centres.get(0) - centres.get(1))).isCloseTo(2.0 / 360 * 65536, within());
        // One outline, not two halves with a border along 180 degrees.
        assertThat(elements(svg, "path").stream()
                        .filter(path -> path.getAttribute("class").equals("area-quoted"))
                        .map(path -> path.getAttribute("d"))
                        .toList())
                .singleElement()
                .satisfies(path ->
                        assertThat(path.chars().filter(c -> c == 'm').count()).isOne());
    }

    @Test
    void namesAndAddressesAreEscaped() throws Exception {
        Feature feature = new Feature(
                "odd",
                text("<b>\"Fort\" & 'Co'</b>"),
                null,
                List.of(),
                "town",
                new Location.Point(new Coordinate(67, 30), 0),
                null,
                null,
                null,
                null,
                Map.of());
        Element svg = draw(VIEW, null, feature);
        assertThat(only(svg, "a").getAttribute("aria-label")).isEqualTo("<b>\"Fort\" & 'Co'</b>, 3 quotes");
        assertThat(elements(svg, "text").getFirst().getTextContent()).isEqualTo("<b>\"Fort\" & 'Co'</b>");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Map of \"all\" <places>");
    }

    @Test
    void aStationWithoutQuotesIsADotWithoutALink() throws Exception {
        Layer route =
                layer("route", Layer.Style.ROUTE, feature("mach", new Location.Point(new Coordinate(67.3, 29.9), 1)));
        Bbox near = new Bbox(67, 29.8, 67.5, 30);
        Element svg =
                parse(new StillMap(catalog(near, route), null, view(near, "route"), _ -> 0).svg("en", null, LINKS));
        assertThat(svg.getElementsByTagName("a").getLength()).isZero();
        assertThat(elements(svg, "use"))
                .extracting(use -> use.getAttribute("class"))
                .contains("station");
    }

    @Test
    void theSelectedAreaIsHatched() throws Exception {
        Feature area = feature("area", new Location.Area(wkt("POLYGON ((64 27, 70 27, 70 31, 64 31, 64 27))")));
        assertThat(hatched(draw(VIEW, "area", area))).isEqualTo(1);
        assertThat(hatched(draw(VIEW, null, area))).isZero();
    }

    @Test
    void aLayerThatIsOffIsNotDrawnButForTheSelectedFeature() throws Exception {
        Layer places = layer(
                "places",
                Layer.Style.PLACE,
                feature("one", new Location.Point(new Coordinate(66, 30), 1)),
                feature("two", new Location.Point(new Coordinate(68, 30), 1)));
        StillMap map = new StillMap(catalog(VIEW, places), null, view(VIEW), _ -> 3);
        assertThat(elements(parse(map.svg("en", null, LINKS)), "a")).isEmpty();
        assertThat(elements(parse(map.svg("en", "two", LINKS)), "a"))
                .extracting(link -> link.getAttribute("data-feature"))
                .containsExactly("two");
    }

    @Test
    void urduRunsToTheLeftAndAFallbackNameDoesNot() throws Exception {
        Feature urdu = new Feature(
                "sibi",
                new Text(Map.of("en", "Sibi", "ur", "سبی")),
                null,
                List.of(),
                "town",
                new Location.Point(new Coordinate(67.9, 29.5), 0),
                null,
                null,
                null,
                null,
                Map.of());
        Feature english = feature("dingra", new Location.Point(new Coordinate(62, 33), 0));
        Layer places = layer("places", Layer.Style.PLACE, urdu, english);
        Element svg =
                parse(new StillMap(catalog(VIEW, places), null, view(VIEW, "places"), _ -> 0).svg("ur", null, LINKS));
        List<Element> texts = elements(svg, "text");
        assertThat(texts).extracting(Element::getTextContent).containsExactly("سبی", "Dingra");
        assertThat(texts).extracting(text -> text.getAttribute("direction")).containsExactly("rtl", "ltr");
        assertThat(texts).extracting(text -> text.getAttribute("lang")).containsExactly("", "en");
    }

    @Test
    void theBackdropReachesBeyondTheViewAndDrawsABorderOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("region.topojson");
        Files.writeString(file, """
                {"type": "Topology", "arcs": [[[50, 30], [64, 27], [80, 30]], [[64, 27], [70, 27], [70, 31], [64, 31], [64, 27]]],
                 "objects": {
                  "boundaries": {"type": "LineString", "arcs": [0], "properties": {"status": "disputed"}},
                  "provinces": {"type": "LineString", "arcs": [1]}}}
                """);
        Basemap basemap =
                new Basemap(NONE, List.of(), List.of(new Basemap.File(file, Files.readAllBytes(file), 0, null)));
        Backdrop backdrop =
                new Backdrop(new GroundSource(basemap, SharedCache.ofHeap().part()), VIEW);
        assertThat(backdrop.bounds().west()).isCloseTo(50, within());
        assertThat(backdrop.bounds().east()).isCloseTo(80, within());
        Element picture = parse(new String(backdrop.svg(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(elements(picture, "path"))
                .extracting(path -> path.getAttribute("class"))
                .containsExactly("province", "boundary-unsettled");
        Location where = new Location.Area(wkt("POLYGON ((64 27, 70 27, 70 31, 64 31, 64 27))"));
        Layer areas = layer("areas", Layer.Style.AREA, feature("province", "province", where));
        StillMap map = new StillMap(catalog(VIEW, areas), backdrop, view(VIEW, "areas"), _ -> 3);
        assertThat(map.svg("en", null, LINKS)).doesNotContain("class=\"area").contains("PROVINCE");
        assertThat(map.svg("en", "province", LINKS)).contains("class=\"area-selected\"");
        StillMap groundless = new StillMap(catalog(VIEW, areas), null, view(VIEW, "areas"), _ -> 3);
        assertThat(groundless.svg("en", null, LINKS)).contains("class=\"area-faint\"");
        Layer districts = layer("areas", Layer.Style.AREA, feature("district", "district", where));
        StillMap quoted = new StillMap(catalog(VIEW, districts), backdrop, view(VIEW, "areas"), _ -> 3);
        assertThat(quoted.svg("en", null, LINKS)).contains("class=\"area-quoted\"");
    }

    @Test
    void theGroundAndAreasAreNamedInTheViewBecauseAWindowCutsOffWhatLiesAroundIt(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("region.topojson");
        Files.writeString(file, """
                {"type": "Topology", "arcs": [], "objects": {"labels": {"type": "GeometryCollection", "geometries": [
                  {"type": "Point", "coordinates": [66, 30], "properties": {"name": "Quetta", "kind": "town", "rank": 1}},
                  {"type": "Point", "coordinates": [77.5, 30], "properties": {"name": "Delhi", "kind": "town", "rank": 1}},
                  {"type": "Point", "coordinates": [68, 26], "properties": {"name": "Sindh", "kind": "province", "rank": 1}},
                  {"type": "Point", "coordinates": [63, 34.95], "properties": {"name": "Herat", "kind": "province", "rank": 1}},
                  {"type": "Point", "coordinates": [68, 36], "properties": {"name": "Kunduz", "kind": "province", "rank": 1}}]}}}
                """);
        Basemap basemap =
                new Basemap(NONE, List.of(), List.of(new Basemap.File(file, Files.readAllBytes(file), 0, null)));
        Backdrop backdrop =
                new Backdrop(new GroundSource(basemap, SharedCache.ofHeap().part()), VIEW);
        // A town beyond the view is named if it is the story's own, so that no symbol is without its name.
        Layer places = layer(
                "places",
                Layer.Style.PLACE,
                feature("agra", new Location.Point(new Coordinate(77, 27), 0)),
                feature("herat", "province", new Location.Area(wkt("POLYGON ((61 33, 65 33, 65 37, 61 37, 61 33))"))));
        String svg = new StillMap(catalog(VIEW, places), backdrop, view(VIEW, "places"), _ -> 3).svg("en", null, LINKS);
        assertThat(svg).contains(">Quetta<", ">SINDH<", ">Agra<").doesNotContain(">Delhi<", ">KUNDUZ<");
        assertThat(elements(parse(svg), "text"))
                .filteredOn(text -> text.getTextContent().equals("HERAT"))
                .singleElement()
                .satisfies(text ->
                        assertThat(Double.parseDouble(text.getAttribute("y"))).isGreaterThan(viewBox(parse(svg))[1]));
    }

    @Test
    void aMapWithoutABasemapClaimsNoSea() throws Exception {
        Element svg = draw(VIEW, null, feature("sibi", new Location.Point(new Coordinate(67.9, 29.5), 0)));
        assertThat(elements(svg, "rect"))
                .extracting(rect -> rect.getAttribute("class"))
                .doesNotContain("sea");
    }

    @Test
    void theMapWritesAShorterNameWhereTheFeatureHasOne() throws Exception {
        Feature station = new Feature(
                "mach-station",
                new Text(Map.of("en", "Mach railway station", "ur", "مچھ ریلوے اسٹیشن")),
                text("Mach"),
                List.of(),
                "station",
                new Location.Point(new Coordinate(67, 30), 0),
                null,
                null,
                null,
                null,
                Map.of());
        assertThat(only(draw(VIEW, null, station), "a").getTextContent()).isEqualTo("Mach3");
        assertThat(only(draw(VIEW, null, station), "a").getAttribute("aria-label"))
                .startsWith("Mach railway station");
        assertThat(station.label("ur")).isEqualTo("مچھ ریلوے اسٹیشن");
        assertThat(station.label("de")).isEqualTo("Mach");
    }

    @Test
    void aStationBeneathAnotherSymbolIsNotNamed() throws Exception {
        Location where = new Location.Point(new Coordinate(67, 30), 0);
        Location beyond = new Location.Point(new Coordinate(67.03, 30), 0);
        Layer places = layer("places", Layer.Style.PLACE, feature("sibi", where));
        Layer route = layer(
                "route",
                Layer.Style.ROUTE,
                feature("sibi-station", "stop", where),
                feature("abad-station", "stop", beyond));
        Bbox near = new Bbox(66.9, 29.95, 67.1, 30.05);
        StillMap map = new StillMap(
                catalog(near, route, places), null, view(near, "route", "places"), id -> id.equals("sibi") ? 3 : 0);
        assertThat(elements(parse(map.svg("en", null, LINKS)), "text"))
                .extracting(Element::getTextContent)
                .contains("Abad-station", "Sibi")
                .doesNotContain("Sibi-station");
    }

    @Test
    void theNumberOfQuotesStandsOnAPillWhoseSizeLookStates() throws Exception {
        Element svg = draw(VIEW, null, feature("sibi", new Location.Point(new Coordinate(67, 30), 0)));
        Element plate = only(svg, "rect");
        double height = Double.parseDouble(plate.getAttribute("height"));
        assertThat(Double.parseDouble(plate.getAttribute("rx"))).isCloseTo(height / 2, offset());
        assertThat(Double.parseDouble(plate.getAttribute("width"))).isCloseTo(height, offset());
        double pixel = Double.parseDouble(only(svg, "circle").getAttribute("r"))
                / (Look.size("place") - Look.size("ring-inset"));
        assertThat(height).isCloseTo(Look.size("badge-height") * pixel, offset());
        Element name = elements(svg, "text").getFirst();
        assertThat(name.getAttribute("lengthAdjust")).isEqualTo("spacingAndGlyphs");
        assertThat(Double.parseDouble(name.getAttribute("textLength")))
                .isCloseTo(TextWidth.of("Sibi", Type.bold(Look.label("place").size())) * pixel, offset());
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(0.2);
    }

    @Test
    void somewhereAlongALineIsABracketBesideIt() throws Exception {
        Element svg = draw(VIEW, null, feature("pass", new Location.Between(wkt("LINESTRING (66 30, 68 30)"))));
        assertThat(elements(svg, "path"))
                .extracting(path -> path.getAttribute("class"))
                .contains("bracket");
    }

    private static Element draw(Bbox bbox, @Nullable String selected, Feature... features) throws Exception {
        Layer places = layer("places", Layer.Style.PLACE, features);
        return parse(
                new StillMap(catalog(bbox, places), null, view(bbox, "places"), _ -> 3).svg("en", selected, LINKS));
    }

    private static long hatched(Element svg) {
        return elements(svg, "path").stream()
                .filter(path -> path.getAttribute("fill").equals("url(#still-hatch)"))
                .count();
    }

    private static double[] viewBox(Element svg) {
        return Arrays.stream(svg.getAttribute("viewBox").split(" "))
                .flatMapToDouble(number -> DoubleStream.of(Double.parseDouble(number)))
                .toArray();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1.0);
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element only(Element parent, String name) {
        return assertThat(elements(parent, name)).singleElement().actual();
    }

    private static Geometry wkt(String wkt) throws ParseException {
        return new WKTReader(Geometries.FACTORY).read(wkt);
    }

    private static Feature feature(String id, Location location) {
        return feature(id, "town", location);
    }

    private static Feature feature(String id, String kind, Location location) {
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        return new Feature(id, text(name), null, List.of(), kind, location, null, null, null, null, Map.of());
    }

    private static Layer layer(String id, Layer.Style style, Feature... features) {
        return new Layer(id, NONE, NONE, style, true, "-", "-", Layer.Store.FILE, List.of(features));
    }

    private static MapView view(Bbox bbox, String... layers) {
        return new MapView("view", NONE, NONE, List.of(layers), bbox, null);
    }

    private static Catalog catalog(Bbox bbox, Layer... layers) {
        MapView view = view(bbox);
        return new Catalog(
                NONE,
                NONE,
                List.of("en", "ur"),
                List.of(layers),
                List.of(),
                List.of(),
                List.of(),
                List.of(view),
                view,
                null,
                List.of(),
                List.of(),
                Map.of(),
                Brand.PROGRAM,
                "-");
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english));
    }
}
