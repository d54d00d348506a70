package org.dateline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A catalog of many reports, quotes, places and figures: an invented flood. */
public final class LargeStory {

    private LargeStory() {}

    /**
     * Writes it to an empty folder; each quote names two places, and each gives a figure about one of three floods.
     *
     * @return the folder
     */
    public static Path in(Path folder, int reports, int quotesOfEach, int places) throws IOException {
        for (String sub : List.of("reports", "views", "layers/places", "layers/incidents")) {
            Files.createDirectories(folder.resolve(sub));
        }
        write(folder, "catalog.yaml", """
                title: {en: A river, es: Un río}
                summary: {en: Invented reports, es: Noticias inventadas}
                languages: [en, es]
                layers: [places, incidents]
                view: all
                """);
        write(folder, "views/all.yaml", view("all places", ""));
        write(folder, "views/near.yaml", view("places near Ford 7", "place: ford-7\n"));
        write(folder, "views/dead.yaml", """
                title: {en: The dead, es: Los muertos}
                caption: {en: By flood, es: Por riada}
                measure: dead
                """);
        layer(folder, "places", "place", range(places, """
                {"type": "Feature", "properties": {"id": "ford-%1$d", "name": "Ford %1$d", "name_es": "Vado %1$d", \
                "kind": "town", "location": "point", "uncertainty_m": 500}, \
                "geometry": {"type": "Point", "coordinates": [%2$s, %3$s]}}"""));
        layer(folder, "incidents", "incident", range(3, """
                {"type": "Feature", "properties": {"id": "flood-%1$d", "name": "Flood %1$d", "name_es": "Riada %1$d", \
                "kind": "event", "location": "radius", "uncertainty_m": 9000, "date": "2031-10-0%4$d"}, \
                "geometry": {"type": "Point", "coordinates": [%2$s, %3$s]}}"""));
        write(folder, "parties.yaml", "[" + String.join(",", range(3, """
                {"id": "office-%1$d", "name": {"en": "Office %1$d", "es": "Oficina %1$d"}, "kind": "government", \
                "description": {"en": "Named so.", "es": "Llamada así."}}""")) + "]");
        write(folder, "measures.yaml", """
                - id: dead
                  label: {en: Dead, es: Muertos}
                  unit: {en: people, es: personas}
                  counts: {en: People said to be dead, es: Personas que se dan por muertas}
                """);
        for (int report = 0; report < reports; report++) {
            write(folder, "reports/wire-" + report + ".yaml", report(report, quotesOfEach, places));
        }
        return folder;
    }

    private static String report(int report, int quotes, int places) {
        StringBuilder excerpts = new StringBuilder();
        StringBuilder claims = new StringBuilder();
        int offset = 0;
        for (int i = 0; i < quotes; i++) {
            int at = report * quotes + i;
            int from = at % places;
            int to = (at * 7 + 1) % places == from ? (from + 1) % places : (at * 7 + 1) % places;
            String quote =
                    "Office %d said %d people were dead between Ford %d and Ford %d after night number %d of the flood."
                            .formatted(at % 3, at + 2, from, to, at);
            excerpts.append("""
                    - {id: wire-%1$d-%2$d, quote: "%3$s", offset: %4$d, party: office-%5$d, incidents: [flood-%6$d],
                       places: [{id: ford-%7$d, words: Ford %7$d}, {id: ford-%8$d, words: Ford %8$d}]}
                    """.formatted(report, i, quote, offset, at % 3, at % 3, from, to));
            claims.append("""
                    - {id: wire-%1$d-c%2$d, measure: dead, subject: flood-%3$d, value: %4$d, wording: exactly,
                       words: "%4$d people", who: people, excerpt: wire-%1$d-%2$d, party: office-%5$d}
                    """.formatted(report, i, at % 3, at + 2, at % 3));
            offset += quote.length() + 1;
        }
        return """
                label: {en: Report %1$d, es: Noticia %1$d}
                language: en
                title: null
                publisher: Wire
                author: null
                credit: null
                dateline: null
                date: 2031-%2$02d-%3$02d
                url: null
                cites: []
                text: {sha256: "%4$s", length: %5$d}
                excerpts:
                %6$sclaims:
                %7$s""".formatted(
                report, 10 + report % 3, 1 + report % 28, "%064x".formatted(report + 1), offset * 4, excerpts, claims);
    }

    private static String view(String caption, String place) {
        return """
                title: {en: The flood, es: La riada}
                caption: {en: %1$s, es: %1$s}
                layers: [places, incidents]
                bbox: [-1.5, 38.8, 0.2, 40.2]
                %2$s""".formatted(caption, place);
    }

    private static void layer(Path folder, String id, String style, List<String> features) throws IOException {
        write(folder, "layers/" + id + "/layer.yaml", """
                title: {en: %1$s, es: %1$s}
                description: {en: Invented, es: Inventado}
                style: %2$s
                source: Made up
                licence: CC0
                """.formatted(id, style));
        write(
                folder,
                "layers/" + id + "/features.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",\n", features) + "]}");
    }

    /** Texts with a number, a longitude, a latitude, and the number from 1 on. */
    private static List<String> range(int count, String pattern) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String east = "%.4f".formatted(-1.4 + 1.5 * (i * 0.618 % 1));
            String north = "%.4f".formatted(38.9 + 1.2 * i / count);
            texts.add(pattern.formatted(i, east, north, i + 1));
        }
        return texts;
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
