package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes a small catalog to start from: an invented report with its text, two features, a view and the schemas. */
public final class NewCatalog {

    /** The invented report; while it stands, a catalog is still the example. */
    public static final String REPORT = "reports/example-wire.yaml";

    private static final List<String> FILES = List.of(
            "catalog.yaml",
            "parties.yaml",
            "measures.yaml",
            REPORT,
            "texts/example-wire.txt",
            "layers/places/layer.yaml",
            "layers/places/features.geojson",
            "layers/incidents/layer.yaml",
            "layers/incidents/features.geojson",
            "views/overview.yaml");

    static final List<String> SCHEMAS = List.of(
            "basemap",
            "catalog",
            "corrections",
            "features",
            "layer",
            "mapping",
            "measures",
            "parties",
            "report",
            "verified",
            "view");

    /** Where the example's places are within the view, as shares of its width and height. */
    private static final double TOWN_X = 0.46;

    private static final double TOWN_Y = 0.54;
    private static final double INCIDENT = 0.5;

    /** How far off they may be, as shares of the view's height. */
    private static final double TOWN_SIZE = 0.02;

    private static final double INCIDENT_SIZE = 0.09;

    private static final double METRES_PER_DEGREE = 111_000;

    private NewCatalog() {}

    /**
     * @param folder    new or empty
     * @param title     in the first language
     * @param languages codes as in {@link org.dateline.model.LanguageTag}, the default first
     * @param bbox      what the map shows
     * @throws IOException if there are files in the folder already, or one cannot be written
     */
    public static void write(Path folder, String title, List<String> languages, Bbox bbox) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IOException("got " + folder + ", which is not empty, expected a new folder");
        }
        Map<String, String> values = Map.of(
                "title",
                JsonNodeFactory.instance.stringNode(title).toString(),
                "languages",
                "[" + String.join(", ", languages) + "]",
                "town",
                position(bbox, TOWN_X, TOWN_Y),
                "town_m",
                metres(bbox, TOWN_SIZE),
                "incident",
                position(bbox, INCIDENT, INCIDENT),
                "incident_m",
                metres(bbox, INCIDENT_SIZE),
                "bbox",
                Arrays.stream(bbox.toArray())
                        .mapToObj(NewCatalog::degrees)
                        .collect(Collectors.joining(", ", "[", "]")));
        StarterWords words = new StarterWords(languages);
        for (String name : FILES) {
            String content = words.fill(new String(resource("/starter/" + name), StandardCharsets.UTF_8));
            for (Map.Entry<String, String> value : values.entrySet()) {
                content = content.replace("@" + value.getKey() + "@", value.getValue());
            }
            write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        }
        for (String schema : SCHEMAS) {
            write(folder.resolve("schema/" + schema + ".json"), resource("/schema/" + schema + ".json"));
        }
        write(folder.resolve(".gitignore"), resource("/starter/gitignore"));
        OwnTexts.ignore(folder.resolve(OwnTexts.FOLDER));
        ReportCompleter.complete(folder, SourceTexts.read(folder.resolve(OwnTexts.FOLDER)));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // A repository that was just made is empty too.
            return files.allMatch(file -> file.endsWith(".git"));
        }
    }

    private static String position(Bbox bbox, double x, double y) {
        double longitude = bbox.west() + bbox.width() * x;
        double latitude = bbox.south() + (bbox.north() - bbox.south()) * y;
        return "[" + degrees(Bbox.wrapped(longitude)) + ", " + degrees(latitude) + "]";
    }

    private static String metres(Bbox bbox, double share) {
        double metres = (bbox.north() - bbox.south()) * METRES_PER_DEGREE * share;
        // Two digits: nobody knows it better.
        BigDecimal rounded = new BigDecimal(Math.clamp(metres, 1, 2_000_000)).round(new MathContext(2));
        return rounded.toPlainString();
    }

    private static String degrees(double value) {
        return new BigDecimal(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = NewCatalog.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("got no " + name + " on the class path");
            }
            return file.readAllBytes();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
