package org.dateline.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.text;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.dateline.Catalogs;
import org.dateline.LargeCatalog;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How pages, images and layers are drawn: each held against a file, see {@link Golden}. */
class GoldenFilesTest {

    private enum From {
        TRAIN,
        CHUKOTKA,
        FLOOD,
        LARGE
    }

    /** What stands in the answer to a request. */
    private enum Kind {
        PAGE(".html"),
        IMAGE(".svg"),
        /** The same, its ground and other long paths in full. */
        WHOLE_IMAGE(".svg"),
        LAYER(".geojson"),
        PNG(".png"),
        PDF(".pdf.png");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private enum Case {
        HOME(Kind.PAGE, From.TRAIN, "/"),
        HOME_URDU(Kind.PAGE, From.TRAIN, "/ur/"),
        INCIDENT(Kind.PAGE, From.TRAIN, "/places/jaffar-express-hijacking/"),
        QUETTA(Kind.PAGE, From.TRAIN, "/places/quetta/"),
        AREA(Kind.PAGE, From.TRAIN, "/places/balochistan/"),
        ROUTE(Kind.PAGE, From.TRAIN, "/places/bolan-pass/"),
        CLAIMS(Kind.PAGE, From.TRAIN, "/claims/hostages/"),
        CLAIMS_URDU(Kind.PAGE, From.TRAIN, "/ur/claims/hostages/"),
        EMBED(Kind.PAGE, From.TRAIN, "/embed/incident/"),
        EMBED_DARK_URDU(Kind.PAGE, From.TRAIN, "/ur/embed/overview/dark/"),
        EMBED_PORT(Kind.PAGE, From.TRAIN, "/embed/?place=gwadar-port"),
        API(Kind.PAGE, From.TRAIN, "/ogc/collections/incidents/items?f=html"),
        CHUKOTKA(Kind.PAGE, From.CHUKOTKA, "/en/"),
        CHUKOTKA_BETWEEN(Kind.PAGE, From.CHUKOTKA, "/places/mesto-ostanovki/"),
        CHUKOTKA_AREA(Kind.PAGE, From.CHUKOTKA, "/places/ostrov-vrangelya/"),
        CHUKOTKA_RADIUS(Kind.PAGE, From.CHUKOTKA, "/en/places/zaliv-kresta/"),
        TOLL(Kind.PAGE, From.FLOOD, "/claims/killed/"),
        TOLL_EMBED_URDU(Kind.PAGE, From.FLOOD, "/ur/embed/toll/"),
        LARGE_RECORD(Kind.PAGE, From.LARGE, "/en/records/observations/seen-0/"),

        GROUND(Kind.IMAGE, From.TRAIN, "/basemap/backdrop.svg"),
        OVERVIEW_IMAGE(Kind.IMAGE, From.TRAIN, "/embed/overview.svg"),
        OVERVIEW_IMAGE_URDU(Kind.IMAGE, From.TRAIN, "/ur/embed/overview.svg"),
        INCIDENT_IMAGE(Kind.WHOLE_IMAGE, From.TRAIN, "/embed/incident.svg"),
        GWADAR_IMAGE(Kind.IMAGE, From.TRAIN, "/embed/gwadar.svg"),
        CLAIMS_IMAGE(Kind.IMAGE, From.TRAIN, "/embed/hostages.svg"),
        CLAIMS_IMAGE_URDU(Kind.IMAGE, From.TRAIN, "/ur/embed/hostages.svg"),
        CHUKOTKA_IMAGE(Kind.WHOLE_IMAGE, From.CHUKOTKA, "/embed/chukotka.svg"),
        CHUKOTKA_AREA_IMAGE(Kind.WHOLE_IMAGE, From.CHUKOTKA, "/en/embed/vrangel.svg"),
        CHUKOTKA_CLAIMS_IMAGE(Kind.IMAGE, From.CHUKOTKA, "/embed/mashiny.svg"),

        TOLL_IMAGE(Kind.IMAGE, From.FLOOD, "/ur/embed/toll.svg"),

        PLACES_LAYER(Kind.LAYER, From.TRAIN, "/layers/places.geojson"),
        CHUKOTKA_ROUTE_LAYER(Kind.LAYER, From.CHUKOTKA, "/layers/route.geojson"),
        CHUKOTKA_SURVEY_LAYER(Kind.LAYER, From.CHUKOTKA, "/layers/survey.geojson"),

        INCIDENT_PNG(Kind.PNG, From.TRAIN, "/embed/incident.png?width=600"),
        CHUKOTKA_PNG(Kind.PNG, From.CHUKOTKA, "/embed/chukotka.png"),
        CLAIMS_URDU_PNG(Kind.PNG, From.TRAIN, "/ur/embed/hostages.png?width=500"),
        TOLL_PNG(Kind.PNG, From.FLOOD, "/embed/toll.png?width=600"),
        CARD_PNG(Kind.PNG, From.CHUKOTKA, "/embed/chukotka/card.png"),
        INCIDENT_PDF(Kind.PDF, From.TRAIN, "/embed/incident.pdf"),
        CHUKOTKA_PDF(Kind.PDF, From.CHUKOTKA, "/en/embed/chukotka.pdf");

        private final Kind kind;
        private final From from;
        private final String path;

        Case(Kind kind, From from, String path) {
            this.kind = kind;
            this.from = from;
            this.path = path;
        }

        String file() {
            String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
            return name.replaceFirst("-(image|layer|png|pdf)(?=-|$)", "") + kind.ending;
        }
    }

    @TempDir
    private static Path folder;

    private static final Map<From, RunningServer> SERVERS = new EnumMap<>(From.class);

    @BeforeAll
    static void start() throws Exception {
        SERVERS.put(From.TRAIN, new RunningServer(Catalogs.JAFFAR_EXPRESS));
        SERVERS.put(From.CHUKOTKA, new RunningServer(Catalogs.CHUKOTKA));
        SERVERS.put(From.FLOOD, new RunningServer(Catalogs.FLOOD));
        SERVERS.put(From.LARGE, new RunningServer(LargeCatalog.in(folder, 3_000)));
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(RunningServer::close);
    }

    @ParameterizedTest
    @EnumSource
    void the_drawing_matches_its_file(Case one) throws Exception {
        RunningServer server = SERVERS.get(one.from);
        HttpResponse<byte[]> response = server.get(one.path);
        assertThat(response.statusCode()).as(one.path).isEqualTo(200);
        String text = text(response).replace("http://127.0.0.1:" + server.port(), "https://site.example");
        String file = one.file();
        switch (one.kind) {
            case PAGE -> Golden.check(file, Markup.pretty(Markup.shortened(Markup.drawings(text))));
            case IMAGE -> Golden.check(file, Markup.pretty(Markup.shortened(text)));
            case WHOLE_IMAGE -> Golden.check(file, Markup.pretty(Markup.withoutFiles(text)));
            case LAYER -> Golden.check(file, Markup.geometries(text));
            case PNG -> Golden.check(file, Golden.image(response.body()));
            case PDF -> Golden.check(file, firstSheet(response.body()));
        }
    }

    @Test
    void every_file_belongs_to_a_case() throws Exception {
        Golden.checkNames(Stream.of(Case.values()).map(Case::file));
    }

    /** At 72 pixels an inch. */
    private static BufferedImage firstSheet(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImage(0);
        }
    }
}
