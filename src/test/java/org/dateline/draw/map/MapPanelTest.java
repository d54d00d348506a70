package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Typesetter;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Geometries;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.MapView;
import org.dateline.work.SharedCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

class MapPanelTest {

    private static final double WIDTH = 844;
    private static final double HEIGHT = 640;

    static Stream<Arguments> views() throws Exception {
        List<Arguments> views = new ArrayList<>();
        for (Path folder : List.of(Catalogs.JAFFAR_EXPRESS, Catalogs.CHUKOTKA)) {
            Catalog catalog = CatalogLoader.load(folder);
            for (String language : catalog.languages()) {
                catalog.views().stream()
                        .filter(MapView.class::isInstance)
                        .forEach(view -> views.add(
                                Arguments.argumentSet(view.id() + " in " + language, catalog, view, language)));
            }
        }
        return views.stream();
    }

    private static MapPanel panel(Catalog catalog, MapView view) throws Exception {
        Map<String, List<Catalog.Citation>> citations = catalog.citationsByFeature();
        return new MapPanel(
                catalog,
                view,
                new GroundSource(
                        Objects.requireNonNull(catalog.basemap()),
                        SharedCache.ofHeap().part()),
                feature -> citations.getOrDefault(feature, List.of()).size(),
                WIDTH,
                HEIGHT,
                1);
    }

    /** All texts of a drawing; no group of it that holds text is moved or scaled. */
    private static List<Mark.Text> texts(List<Mark> marks) {
        List<Mark.Text> texts = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Text text) {
                texts.add(text);
            } else if (mark instanceof Mark.Item item) {
                texts.addAll(texts(item.marks()));
            } else if (mark instanceof Mark.Group group) {
                List<Mark.Text> inner = texts(group.marks());
                assertThat(inner.isEmpty() || group.scale() == 1 && group.dx() == 0)
                        .isTrue();
                texts.addAll(inner);
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("views")
    void no_two_names_or_numbers_lie_above_each_other_and_none_leaves_the_map(
            Catalog catalog, MapView view, String language) throws Exception {
        List<double[]> boxes = texts(
                        panel(catalog, view).numbered(language, List.of()).marks())
                .stream()
                .map(Typesetter::bounds)
                .toList();

        assertThat(boxes).isNotEmpty();
        for (int i = 0; i < boxes.size(); i++) {
            double[] one = boxes.get(i);
            assertThat(one[0]).isGreaterThanOrEqualTo(0);
            assertThat(one[1]).isGreaterThanOrEqualTo(0);
            assertThat(one[2]).isLessThanOrEqualTo(WIDTH);
            assertThat(one[3]).isLessThanOrEqualTo(HEIGHT);
            for (int j = 0; j < i; j++) {
                double[] other = boxes.get(j);
                boolean apart = one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
                assertThat(apart)
                        .as(
                                "text %s and text %s: %s, %s",
                                i, j, java.util.Arrays.toString(one), java.util.Arrays.toString(other))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void every_quoted_place_that_the_view_shows_has_its_number_once(Catalog catalog, MapView view, String language)
            throws Exception {
        MapPanel panel = panel(catalog, view);
        List<MapPanel.Numbered> numbered = panel.numbered();
        List<String> numbers = texts(panel.numbered(language, List.of()).marks()).stream()
                .map(Mark.Text::content)
                .filter(content -> content.matches("[0-9]+"))
                .toList();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(numbered.stream()
                        .map(one -> Integer.toString(one.number()))
                        .toList());
        assertThat(numbered.stream().map(one -> one.feature().id())).doesNotHaveDuplicates();
        assertThat(numbered.stream().map(MapPanel.Numbered::feature))
                .containsExactlyInAnyOrderElementsOf(MapPanel.shown(
                        catalog,
                        view,
                        feature -> catalog.citationsByFeature()
                                .getOrDefault(feature, List.of())
                                .size(),
                        WIDTH,
                        HEIGHT));
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_pixel_is_as_many_metres_as_it_says_along_the_middle_line(Catalog catalog, MapView view, String language)
            throws Exception {
        MapPanel panel = panel(catalog, view);
        double degrees = panel.bounds().width() / WIDTH * 100;
        double latitude = panel.middleLatitude();
        double metres = Geodesy.length(Geometries.FACTORY.createLineString(new Coordinate[] {
            new Coordinate(panel.bounds().west(), latitude),
            new Coordinate(panel.bounds().west() + degrees, latitude)
        }));

        // A geodesic leaves its parallel, the farther north the sooner: on a tenth of a map that does not show.
        assertThat(100 * panel.metresPerPixel() / metres).isBetween(0.99, 1.01);
    }

    @Test
    void a_view_across_the_antimeridian_is_drawn_in_one_piece() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        MapPanel panel = panel(catalog, catalog.defaultView());

        assertThat(panel.bounds().crossesAntimeridian()).isTrue();
        assertThat(panel.numbered()).hasSizeGreaterThan(2);
    }

    @Test
    void a_place_that_contains_the_whole_map_has_no_number_and_is_listed_separately() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        MapView incident = (MapView) catalog.views().stream()
                .filter(view -> view.id().equals("incident"))
                .findFirst()
                .orElseThrow();
        MapPanel panel = panel(catalog, incident);

        assertThat(panel.around().stream().map(feature -> feature.name().in("en")))
                .contains("Pakistan");
        assertThat(panel.numbered().stream().map(one -> one.feature().name().in("en")))
                .doesNotContain("Pakistan");
    }

    private static String ground(Catalog catalog, MapView view, Basemap basemap) throws Exception {
        MapPanel panel = new MapPanel(
                catalog, view, new GroundSource(basemap, SharedCache.ofHeap().part()), _ -> 0, WIDTH, HEIGHT, 1);
        Mark.Group map = (Mark.Group) panel.named("en", 3).getFirst();
        return ((Mark.Ground) map.marks().getFirst()).from();
    }

    @Test
    void a_drawing_says_that_its_ground_follows_from_what_it_shows_and_each_file() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.JAFFAR_EXPRESS);
        Basemap basemap = Objects.requireNonNull(catalog.basemap());
        MapView view = catalog.defaultView();
        MapView other = new MapView(
                view.id(), view.title(), view.caption(), view.layers(), new Bbox(60, 24, 70, 36), view.place());
        Basemap.Relief first = basemap.reliefs().getFirst();
        byte[] retouched = first.content().clone();
        retouched[retouched.length / 2]++;
        List<Basemap.Relief> reliefs = new ArrayList<>(basemap.reliefs());
        reliefs.set(0, new Basemap.Relief(first.file(), retouched, first.bbox(), first.fadeFrom(), first.fadeTo()));
        List<Basemap.File> files = basemap.files().subList(0, basemap.files().size() - 1);

        String same = ground(catalog, view, basemap);

        assertThat(ground(catalog, view, basemap)).isEqualTo(same);
        assertThat(ground(catalog, other, basemap)).isNotEqualTo(same);
        assertThat(ground(catalog, view, new Basemap(basemap.attribution(), reliefs, basemap.files())))
                .isNotEqualTo(same);
        assertThat(ground(catalog, view, new Basemap(basemap.attribution(), basemap.reliefs(), files)))
                .isNotEqualTo(same);
    }
}
