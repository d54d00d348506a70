package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InterfaceWords;
import org.dateline.catalog.NewCatalog;
import org.dateline.catalog.StarterWords;
import org.dateline.draw.plane.TopoJson;
import org.dateline.draw.plane.TopoJsonException;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.dateline.ground.DerivedGround;
import org.dateline.ground.Focus;
import org.dateline.model.Basemap;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Report;
import org.dateline.model.StatedTime;
import org.dateline.model.Text;
import org.dateline.model.View;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What is probably a slip in a catalog, but may be meant: places far from all others, missing translations, properties
 * that no reader will see, sentences left over in a report. Each note names the file and what in it.
 */
final class CatalogNotes {

    /** Names that layers' files and queries give to something else: a property of this name is replaced there. */
    private static final Set<String> TAKEN = Set.of("page", "layer", "excerpts", "excerpt_count");

    /** A quote that fills more than a screen of a phone, in code points. */
    private static final int LONG_QUOTE = 600;

    private static final int FEWEST_PLACES = 4;
    private static final double FAR_KM = 500;
    private static final double FAR_TIMES = 8;
    private static final double KM_PER_DEGREE = 111.2;

    private static final int NAMED = 5;

    private static final Pattern LEFT_OVER = Pattern.compile("(?m)^\\s*#\\s*- (?:\\{\\s*)?quote:");

    private final Path folder;
    private final Catalog catalog;
    private final List<String> notes = new ArrayList<>();

    private CatalogNotes(Path folder, Catalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /** @return one line for each note, in a fixed order */
    static List<String> of(Path folder, CatalogLoader.Loaded loaded) throws IOException {
        CatalogNotes notes = new CatalogNotes(folder, loaded.catalog());
        loaded.notes().forEach(note -> notes.notes.add("note: " + note));
        notes.interfaceWords();
        notes.translations();
        notes.kinds();
        notes.properties();
        notes.times();
        notes.placeholders();
        notes.farOff();
        notes.views();
        notes.firstView();
        notes.reports();
        return notes.notes;
    }

    private void add(String file, String note) {
        notes.add("note: " + file + ": " + note);
    }

    /** The file that a layer's features are in; GeoJSON, where a spreadsheet stands beside it. */
    private String file(Layer layer) {
        String geoJson = "layers/" + layer.id() + "/features.geojson";
        String table = "layers/" + layer.id() + "/places.csv";
        return !Files.exists(folder.resolve(geoJson)) && Files.exists(folder.resolve(table)) ? table : geoJson;
    }

    private void interfaceWords() {
        for (String language : catalog.languages()) {
            Set<String> missing =
                    InterfaceWords.missing(language, catalog.messages().getOrDefault(language, Map.of()));
            if (!missing.isEmpty()) {
                add(
                        "languages/" + language + ".properties",
                        missing.size() + " texts of the interface are English in \"" + language + "\": "
                                + listed(List.copyOf(missing)));
            }
        }
    }

    private void translations() {
        Map<String, List<Text>> texts = new LinkedHashMap<>();
        texts.put("catalog.yaml", List.of(catalog.title(), catalog.summary()));
        for (Layer layer : catalog.layers()) {
            texts.put("layers/" + layer.id() + "/layer.yaml", List.of(layer.title(), layer.description()));
            // Of a feature, the name: a note in one language is better than none.
            texts.put(file(layer), layer.features().stream().map(Feature::name).toList());
        }
        texts.put(
                "parties.yaml",
                catalog.parties().stream()
                        .flatMap(party -> Stream.of(party.name(), party.description()))
                        .toList());
        texts.put(
                "measures.yaml",
                catalog.measures().stream()
                        .flatMap(measure -> Stream.of(measure.label(), measure.unit(), measure.counts()))
                        .toList());
        catalog.views()
                .forEach(view -> texts.put("views/" + view.id() + ".yaml", List.of(view.title(), view.caption())));
        catalog.reports().forEach(report -> texts.put("reports/" + report.id() + ".yaml", List.of(report.label())));
        for (String language :
                catalog.languages().subList(1, catalog.languages().size())) {
            texts.forEach((file, all) -> {
                List<String> missing = all.stream()
                        .filter(text -> !text.byLanguage().containsKey(language))
                        .map(text -> "\"" + shortened(text.first()) + "\"")
                        .toList();
                if (!missing.isEmpty()) {
                    add(
                            file,
                            missing.size() + " of " + all.size() + " texts not in \"" + language + "\": "
                                    + listed(missing));
                }
            });
        }
    }

    /** Kinds that readers would see as they are written in the files. English ones can be read. */
    private void kinds() {
        for (String language : catalog.languages()) {
            Map<String, String> words = InterfaceWords.in(
                            language, catalog.messages().getOrDefault(language, Map.of()))
                    .patterns();
            List<String> missing = catalog.layers().stream()
                    .flatMap(layer -> layer.features().stream())
                    .map(Feature::kind)
                    .distinct()
                    .filter(kind -> !language.equals("en") && !words.containsKey("kind." + kind))
                    .toList();
            if (!missing.isEmpty()) {
                add(
                        "languages/" + language + ".properties",
                        "has no word in \"" + language + "\" for " + Counted.of(missing.size(), "kind") + ": "
                                + listed(missing) + ": kind." + missing.getFirst() + "=…");
            }
        }
    }

    private static String shortened(String text) {
        int[] points = text.codePoints().limit(41).toArray();
        return points.length <= 40 ? text : new String(points, 0, 40) + "…";
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private void properties() {
        for (Layer layer : catalog.layers()) {
            for (String name : TAKEN.stream().sorted().toList()) {
                List<String> having = layer.features().stream()
                        .filter(feature -> feature.extra().containsKey(name))
                        .map(Feature::id)
                        .toList();
                if (!having.isEmpty()) {
                    add(
                            file(layer),
                            "the property \"" + name + "\" of " + listed(having)
                                    + " is replaced by the program's own of this name; give it another name");
                }
            }
        }
    }

    private void times() {
        for (Layer layer : catalog.layers()) {
            List<String> unworded = layer.features().stream()
                    .filter(feature -> feature.extra().get("time") instanceof String time && StatedTime.isTime(time))
                    .map(Feature::id)
                    .toList();
            if (!unworded.isEmpty()) {
                add(
                        file(layer),
                        "\"time\" of " + listed(unworded)
                                + " is not shown as a time of day: \"time_words\", the words of a "
                                + "report that state it, are missing");
            }
        }
    }

    /** Sentences of the catalog that {@code new} made, which readers would read. */
    private void placeholders() throws IOException {
        if (Files.exists(folder.resolve(NewCatalog.REPORT))) {
            return;
        }
        Set<String> toReplace = StarterWords.toReplace();
        List<String> files = new ArrayList<>(List.of("catalog.yaml", "parties.yaml"));
        for (Layer layer : catalog.layers()) {
            files.add("layers/" + layer.id() + "/layer.yaml");
            files.add(file(layer));
        }
        for (String file : files) {
            if (Files.exists(folder.resolve(file))) {
                String content = Files.readString(folder.resolve(file));
                List<String> left = toReplace.stream()
                        .filter(content::contains)
                        .map(sentence -> '"' + shortened(sentence) + '"')
                        .toList();
                if (!left.isEmpty()) {
                    add(
                            file,
                            "still has the example's words: " + listed(left)
                                    + "; say it of your own map, or delete it");
                }
            }
        }
    }

    /** A place and the layer that has it. */
    private record Placed(Layer layer, Feature feature, Coordinate position) {}

    private void farOff() {
        List<Placed> placed = new ArrayList<>();
        for (Layer layer : catalog.layers()) {
            for (Feature feature : layer.isLarge() ? List.<Feature>of() : layer.features()) {
                switch (feature.location()) {
                    case Location.Point point -> placed.add(new Placed(layer, feature, point.position()));
                    case Location.Radius radius -> placed.add(new Placed(layer, feature, radius.centre()));
                    case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ -> {}
                }
            }
        }
        if (placed.size() < FEWEST_PLACES) {
            return;
        }
        List<Coordinate> all = placed.stream().map(Placed::position).toList();
        double usual =
                median(all.stream().mapToDouble(one -> typicalKm(one, all)).toArray());
        double far = Math.max(FAR_KM, FAR_TIMES * usual);
        for (Placed one : placed) {
            Coordinate at = one.position;
            double km = typicalKm(at, all);
            if (km > far) {
                String swapped = Math.abs(at.x) <= 90 && typicalKm(new Coordinate(at.y, at.x), all) <= far
                        ? "; longitude and latitude are perhaps swapped"
                        : typicalKm(new Coordinate(-at.x, at.y), all) <= far
                                        || typicalKm(new Coordinate(at.x, -at.y), all) <= far
                                ? "; a minus sign is perhaps missing, or one too many"
                                : "";
                add(
                        file(one.layer),
                        one.feature.id() + " is " + Math.round(km) + " km from most other places" + swapped);
            }
        }
    }

    /** The median distance from a position to all. */
    private static double typicalKm(Coordinate from, List<Coordinate> all) {
        return median(all.stream().mapToDouble(to -> km(from, to)).toArray());
    }

    /** Good to a few per cent, which is enough here. */
    private static double km(Coordinate one, Coordinate other) {
        double east = Math.abs(one.x - other.x);
        double x = Math.min(east, 360 - east) * Math.cos(Math.toRadians((one.y + other.y) / 2));
        return Math.hypot(x, one.y - other.y) * KM_PER_DEGREE;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void views() {
        catalog.views().stream()
                .filter(MapView.class::isInstance)
                .map(MapView.class::cast)
                .filter(view -> !showsSomething(view))
                .forEach(view -> add("views/" + view.id() + ".yaml", "shows no feature of its layers"));
        Basemap basemap = catalog.basemap();
        // A ground that the program made itself has no file in the catalog.
        boolean own =
                basemap != null && basemap.files().stream().anyMatch(file -> Files.exists(folder.resolve(file.file())));
        for (View view : own ? catalog.views() : List.<View>of()) {
            // The program's ground is asked last, because that takes a while.
            if (view instanceof MapView map
                    && !hasGround(basemap, map.bbox())
                    && hasGround(
                            DerivedGround.of(List.of(Focus.ofView(map.bbox())), List.of("en"), List.of()),
                            map.bbox())) {
                add(
                        "views/" + view.id() + ".yaml",
                        "shows nothing but sea, because the basemap has no land there; without \"basemap\" in catalog.yaml, "
                                + "the program draws a ground of its own");
            }
        }
    }

    /** Spots that reports name and that a reader does not see at first; a sea or a country may well lie beyond. */
    private void firstView() {
        MapView view = catalog.defaultView();
        if (!showsSomething(view)) {
            return;
        }
        Set<String> quoted = catalog.citationsByFeature().keySet();
        List<String> outside = catalog.layers().stream()
                .filter(layer -> view.layers().contains(layer.id()))
                .flatMap(layer -> layer.features().stream())
                .filter(feature -> quoted.contains(feature.id()))
                .filter(feature ->
                        feature.location() instanceof Location.Point || feature.location() instanceof Location.Radius)
                .filter(feature -> feature.location()
                        .geometry()
                        .flatMap(Bbox::of)
                        .filter(box -> !meet(box, view.bbox()))
                        .isPresent())
                .map(Feature::id)
                .toList();
        if (!outside.isEmpty()) {
            add(
                    "views/" + view.id() + ".yaml",
                    "the first view does not reach " + listed(outside) + ", although quotes name it");
        }
    }

    /** Whether a basemap has land, or a picture of it, in some of a box. */
    private static boolean hasGround(Basemap basemap, Bbox box) {
        return basemap.reliefs().stream().anyMatch(relief -> relief.bbox().width() < 360 && meet(relief.bbox(), box))
                || basemap.files().stream()
                        .flatMap(file -> land(file).stream())
                        .map(TopoJson.Member::geometry)
                        .anyMatch(land -> rectangles(box).stream().anyMatch(land::intersects));
    }

    private static List<TopoJson.Member> land(Basemap.File file) {
        try {
            return TopoJson.read(file.file(), file.content()).members("land");
        } catch (TopoJsonException e) {
            // A fault, which is reported where the basemap is checked.
            return List.of();
        }
    }

    private static List<Geometry> rectangles(Bbox box) {
        return Stream.of(0, -360)
                .map(turn -> new Envelope(box.west() + turn, box.unwrappedEast() + turn, box.south(), box.north()))
                .map(part -> Geometries.FACTORY.toGeometry(part))
                .toList();
    }

    private boolean showsSomething(MapView view) {
        return catalog.layers().stream()
                .filter(layer -> view.layers().contains(layer.id()))
                .anyMatch(layer -> layer.store() == Layer.Store.DATABASE
                        || layer.features().stream()
                                .map(feature -> feature.location().geometry())
                                .flatMap(Optional::stream)
                                .map(Bbox::of)
                                .flatMap(Optional::stream)
                                .anyMatch(box -> meet(box, view.bbox())));
    }

    private static boolean meet(Bbox one, Bbox other) {
        boolean latitudes = one.south() <= other.north() && other.south() <= one.north();
        for (int turn = -360; turn <= 360; turn += 360) {
            if (latitudes && one.west() + turn <= other.unwrappedEast() && other.west() <= one.unwrappedEast() + turn) {
                return true;
            }
        }
        return false;
    }

    private void reports() throws IOException {
        for (Report report : catalog.reports()) {
            String file = "reports/" + report.id() + ".yaml";
            for (Excerpt excerpt : report.excerpts()) {
                int length = excerpt.quote().codePointCount(0, excerpt.quote().length());
                if (length > LONG_QUOTE) {
                    add(file, excerpt.id() + " is " + length + " characters long; two shorter quotes read better");
                }
            }
            if (report.excerpts().isEmpty()) {
                add(file, "quotes nothing yet");
            }
            long left = LEFT_OVER
                    .matcher(Files.readString(folder.resolve(file)))
                    .results()
                    .count();
            if (left > 0) {
                add(
                        file,
                        Counted.of(left, "sentence")
                                + " still commented out; delete them before you share the file, which should hold "
                                + "excerpts and not the article");
            }
        }
    }
}
