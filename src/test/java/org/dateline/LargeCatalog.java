package org.dateline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** The Chukotka catalog with one more layer, {@code observations}, of so many seeded records. */
public final class LargeCatalog {

    public static final String LAYER = "observations";

    private LargeCatalog() {}

    /** Makes it in a folder. */
    public static Path in(Path folder, int records) {
        Catalogs.copy(Catalogs.CHUKOTKA, folder);
        listLayer(folder);
        write(folder.resolve("layers/observations/layer.yaml"), """
                title: {ru: Наблюдения, en: Observations}
                description: {ru: Выдуманные наблюдения, en: Invented observations}
                style: incident
                source: Invented for the tests.
                licence: Apache-2.0
                """);
        StringJoiner features = new StringJoiner(",\n", "{\"type\": \"FeatureCollection\", \"features\": [\n", "]}\n");
        Random random = new Random(20240214);
        for (int i = 0; i < records; i++) {
            features.add(feature(i, random));
        }
        write(folder.resolve("layers/observations/features.geojson"), features.toString());
        return folder;
    }

    /**
     * Makes it in a folder, and gives some records an area, a line or a stretch of one: around 170.5 E, 62.4 N, where there
     * is no other.
     */
    public static Path withShapes(Path folder, int records) {
        Path file = in(folder, records).resolve("layers/observations/features.geojson");
        String[] features = read(file).split(",\n(?=\\{)");
        shape(
                features,
                108,
                "area",
                "Polygon",
                "[[[170.1,62.45],[170.4,62.45],[170.4,62.55],[170.1,62.5],[170.1,62.45]]]");
        shape(features, 79, "line", "LineString", "[[170.1,62.4],[170.3,62.42],[170.45,62.38]]");
        shape(features, 80, "between", "LineString", "[[170.1,62.3],[170.3,62.32],[170.45,62.28]]");
        shape(features, 82, "area", "Polygon", "[[[170.7,62.5],[170.704,62.5],[170.704,62.502],[170.7,62.5]]]");
        shape(features, 88, "line", "LineString", "[[170.7,62.4],[170.704,62.401]]");
        shape(features, 94, "between", "LineString", "[[170.7,62.3],[170.704,62.301]]");
        write(file, String.join(",\n", features));
        return folder;
    }

    private static void shape(String[] features, int i, String location, String type, String coordinates) {
        features[i] = features[i]
                .replace("\"location\": \"point\"", "\"location\": \"%s\"".formatted(location))
                .replaceFirst(
                        "\"geometry\": \\{.*?}",
                        "\"geometry\": {\"type\": \"%s\", \"coordinates\": %s}".formatted(type, coordinates));
    }

    /** Names a layer in the catalog and in its first view. */
    public static void listLayer(Path folder) {
        for (String file : new String[] {"catalog.yaml", "views/chukotka.yaml"}) {
            String content = read(folder.resolve(file));
            write(folder.resolve(file), content.replace("survey, incidents]", "survey, " + LAYER + ", incidents]"));
        }
    }

    /**
     * Every tenth lies on one spot, every fiftieth nowhere, every seventh in a circle; half have a quote, a third figures.
     */
    private static String feature(int i, Random random) {
        double longitude = 170 + 8 * random.nextDouble();
        double latitude = 63 + 5 * random.nextDouble();
        String kind = i % 7 == 0 ? "radius" : "point";
        String where = i % 50 == 49
                ? "\"location\": \"unlocated\""
                : "\"location\": \"%s\", \"uncertainty_m\": %d".formatted(kind, i % 7 == 0 ? 4000 : 500);
        String geometry = i % 50 == 49
                ? "null"
                : i % 10 == 5
                        ? "{\"type\": \"Point\", \"coordinates\": [172.5, 65.25]}"
                        : String.format(
                                Locale.ROOT,
                                "{\"type\": \"Point\", \"coordinates\": [%.5f, %.5f]}",
                                longitude,
                                latitude);
        String date = i % 4 == 3 ? "" : ", \"date\": \"2024-02-%02d\"".formatted(13 + i % 4);
        String quote =
                i % 2 == 0 ? ", \"quote\": \"Word for word %d.\", \"excerpt_source\": \"Zimnik\"".formatted(i) : "";
        String figures = i % 3 == 0
                ? ", \"mashiny_low\": 1, \"mashiny_best\": %d, \"mashiny_high\": 2500, \"mashiny_by\": \"the coders\""
                        .formatted(i + 1)
                : "";
        return """
                {"type": "Feature", "properties": {"id": "seen-%d", "name": "Наблюдение %d", "name_en": "Observation %d", \
                "kind": "sighting", %s%s%s%s, "parties": ["A patrol"], "station_code": "S-%d"}, "geometry": %s}""".formatted(i, i, i, where, date, quote, figures, i % 9, geometry);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
