package org.dateline.site.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.draw.figure.FoundFonts;
import org.dateline.draw.figure.Look;
import org.dateline.model.Catalog;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ViewImagesTest {

    private static final Map<Path, Site> SITES = new HashMap<>();

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static Site site(Path folder) throws Exception {
        Site known = SITES.get(folder);
        if (known == null) {
            known = new SiteBuilder(new Hosting(Hosting.base("https://news.example/map/"), null, null))
                    .build(CatalogLoader.load(folder));
            SITES.put(folder, known);
        }
        return known;
    }

    private static byte[] bytes(Site site, String path) {
        return site.find(path).orElseThrow().identity().bytes();
    }

    private static Document svg(byte[] content) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    }

    private static List<String> paths(Catalog catalog) {
        List<String> paths = new ArrayList<>();
        for (String language : catalog.languages()) {
            String prefix = language.equals(catalog.defaultLanguage()) ? "" : language + "/";
            catalog.views().forEach(view -> paths.add(prefix + "embed/" + view.id()));
        }
        return paths;
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_view_has_its_images_in_every_language(Path folder) throws Exception {
        Site site = site(folder);

        for (String path : paths(site.catalog())) {
            assertThat(site.resources())
                    .containsKeys(path + ".svg", path + ".png", path + "@2x.png", path + ".pdf", path + "/card.png");
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void an_svg_is_well_formed_described_and_self_contained(Path folder) throws Exception {
        Site site = site(folder);

        for (String path : paths(site.catalog())) {
            byte[] content = bytes(site, path + ".svg");
            Element root = svg(content).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            String text = new String(content, StandardCharsets.UTF_8);
            assertThat(Pattern.compile("(?:href=\"|url\\()([^\")]*)")
                            .matcher(text)
                            .results()
                            .map(reference -> reference.group(1)))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(reference -> reference.startsWith("#") || reference.startsWith("data:"));
            Set<String> ids = new HashSet<>();
            Pattern.compile(" id=\"([^\"]*)")
                    .matcher(text)
                    .results()
                    .forEach(id -> assertThat(ids.add(id.group(1))).isTrue());
            assertThat(Pattern.compile("(?:href=\"|url\\()#([^\")]*)")
                            .matcher(text)
                            .results()
                            .map(reference -> reference.group(1)))
                    .allMatch(ids::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_font_in_an_svg_has_exactly_the_tables_that_browsers_accept(Path folder) throws Exception {
        Site site = site(folder);

        for (String path : paths(site.catalog())) {
            String text = new String(bytes(site, path + ".svg"), StandardCharsets.UTF_8);
            List<String> fonts = Pattern.compile("data:font/ttf;base64,([A-Za-z0-9+/=]+)")
                    .matcher(text)
                    .results()
                    .map(font -> font.group(1))
                    .toList();
            assertThat(fonts).isNotEmpty();
            for (String font : fonts) {
                ByteBuffer file = ByteBuffer.wrap(Base64.getDecoder().decode(font));
                Set<String> tables = new HashSet<>();
                for (int i = 0; i < file.getShort(4); i++) {
                    byte[] tag = new byte[4];
                    file.get(12 + 16 * i, tag);
                    tables.add(new String(tag, StandardCharsets.US_ASCII));
                }
                assertThat(tables)
                        .contains("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "OS/2")
                        .doesNotContain("vhea", "vmtx", "GSUB", "GPOS");
            }
        }
    }

    @Test
    void urdu_is_drawn_as_outlines_with_a_label_and_latin_stays_text() throws Exception {
        Element root = svg(bytes(site(Catalogs.JAFFAR_EXPRESS), "ur/embed/overview.svg"))
                .getDocumentElement();
        NodeList texts = root.getElementsByTagName("text");
        NodeList groups = root.getElementsByTagName("g");
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < groups.getLength(); i++) {
            labels.add(((Element) groups.item(i)).getAttribute("aria-label"));
        }

        assertThat(texts.getLength()).isGreaterThan(20);
        for (int i = 0; i < texts.getLength(); i++) {
            assertThat(texts.item(i).getTextContent()).doesNotContainPattern("\\p{IsArabic}");
        }
        assertThat(labels).contains("گوادر", "کوئٹہ سے پشاور تک، اور گوادر");
    }

    @ParameterizedTest
    @CsvSource({".png, 900, 0", "@2x.png, 1800, 0", "/card.png, 1200, 630"})
    void a_png_is_as_large_as_its_name_says(String ending, int width, int height) throws Exception {
        for (Path folder : List.of(Catalogs.JAFFAR_EXPRESS, Catalogs.CHUKOTKA)) {
            Site site = site(folder);
            // Of one language: nothing of a picture's size depends on it.
            for (View view : site.catalog().views()) {
                String path = "embed/" + view.id();
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(site, path + ending)));
                assertThat(image.getWidth()).as(path).isEqualTo(width);
                assertThat(image.getHeight())
                        .as(path)
                        .isEqualTo(height > 0 ? height : natural(site, path) * width / 900);
            }
        }
    }

    private static int natural(Site site, String path) throws Exception {
        Element root = svg(bytes(site, path + ".svg")).getDocumentElement();
        return Integer.parseInt(root.getAttribute("height"));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_pdf_is_on_a4_and_holds_no_picture_but_the_relief(Path folder) throws Exception {
        Site site = site(folder);

        for (String path : paths(site.catalog())) {
            try (PDDocument document = Loader.loadPDF(bytes(site, path + ".pdf"))) {
                assertThat(document.getNumberOfPages()).isBetween(1, 3);
                int pictures = 0;
                for (PDPage page : document.getPages()) {
                    PDRectangle size = page.getMediaBox();
                    assertThat(Set.of(Math.round(size.getWidth()), Math.round(size.getHeight())))
                            .isEqualTo(Set.of(595, 842));
                    pictures += pictures(page.getResources());
                }
                assertThat(pictures).as(path).isEqualTo(path.matches(".*(overview|gwadar|chukotka)") ? 1 : 0);
            }
        }
    }

    private static int pictures(PDResources resources) throws Exception {
        int pictures = 0;
        for (var name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            pictures += object instanceof PDImageXObject ? 1 : 0;
            pictures += object instanceof PDFormXObject form && form.getResources() != null
                    ? pictures(form.getResources())
                    : 0;
        }
        return pictures;
    }

    /** PDFBox turns quotation marks around where a line runs from right to left. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embed/overview.pdf       | Quetta to Peshawar, and Gwadar | A spot known to within 1 km. 1 quote (c).",
                "embed/overview.pdf       | date not stated                | Text SHA-256",
                "embed/hostages.pdf       | “people, mostly security personnel” | These figures differ",
                "ur/embed/overview.pdf    | پشاور                          | گوادر بندرگاہ",
                "ur/embed/hostages.pdf    | کتنے یرغمالی؟                  | ”hundreds of passengers“",
            })
    void text_of_a_pdf_can_be_found_and_copied(String path, String first, String second) throws Exception {
        assertThat(text(bytes(site(Catalogs.JAFFAR_EXPRESS), path))).contains(first, second);
    }

    @Test
    void cyrillic_text_of_a_pdf_can_be_found_too() throws Exception {
        assertThat(text(bytes(site(Catalogs.CHUKOTKA), "embed/chukotka.pdf"))).contains("Зимник, паром и посёлки");
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // Spaces that do not break a line are spaces to who searches.
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void the_same_catalog_gives_the_same_bytes(Path folder) throws Exception {
        Site one = site(folder);
        Site other = new SiteBuilder(new Hosting(Hosting.base("https://news.example/map/"), null, null))
                .build(CatalogLoader.load(folder));

        String path = "embed/" + one.catalog().defaultView().id();
        for (String ending : List.of(".svg", ".png", ".pdf")) {
            assertThat(bytes(other, path + ending)).as(ending).isEqualTo(bytes(one, path + ending));
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void an_image_names_the_catalog_its_address_and_every_report_by_letter_date_and_hash(Path folder) throws Exception {
        Site site = site(folder);
        Catalog catalog = site.catalog();
        View view = catalog.defaultView();
        String text = text(bytes(site, "embed/" + view.id() + ".pdf"));

        assertThat(text).contains(catalog.hash().substring(0, 12), "https://news.example/map/");
        catalog.reports().stream()
                .filter(report -> catalog.citationsByFeature().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(citation -> citation.report().equals(report)))
                .forEach(report -> assertThat(text).contains(report.sha256().substring(0, 12)));
    }

    @Test
    void nothing_is_drawn_before_it_is_requested() throws Exception {
        Site site = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(Catalogs.CHUKOTKA));

        assertThat(site.firstVisit())
                .isNotEmpty()
                .noneMatch(path -> site.find(path).orElseThrow() instanceof SlowResource);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void alternative_text_is_short_and_counts_the_features_in_the_view(Path folder) throws Exception {
        Site site = site(folder);

        for (View view : site.catalog().views()) {
            String desc = svg(bytes(site, "embed/" + view.id() + ".svg"))
                    .getDocumentElement()
                    .getElementsByTagName("desc")
                    .item(0)
                    .getTextContent();
            assertThat(desc).hasSizeBetween(30, 600);
            if (view instanceof MapView) {
                assertThat(desc).contains(view.title().in(site.catalog().defaultLanguage()));
            }
        }
    }

    @Test
    void alternative_text_of_claims_gives_each_partys_figures_and_how_they_differ() throws Exception {
        String svg = new String(bytes(site(Catalogs.JAFFAR_EXPRESS), "embed/hostages.svg"), StandardCharsets.UTF_8);
        String desc = svg.substring(svg.indexOf("<desc"), svg.indexOf("</desc>"));

        assertThat(desc)
                .contains("How many hostages? Plot of 8 figures from 5 reports")
                .contains("Local police: 35")
                .contains("These figures differ, and when they were counted is not stated for all");
    }

    @Test
    void colours_are_those_of_the_sites_style_sheet() throws Exception {
        String css;
        try (Stream<Path> sheets = Files.list(Path.of("target/classes/web/assets"))) {
            Path main = sheets.filter(file -> file.getFileName().toString().matches("main-.*\\.css"))
                    // Earlier builds may have left theirs.
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
            css = Files.readString(main);
        }

        Matcher names = Pattern.compile("--([\\w-]+):light-dark").matcher(Look.css());
        List<String> colours = names.results().map(found -> found.group(1)).toList();
        assertThat(colours).contains("paper", "map-incident", "party-0", "party-8");
        for (String name : colours) {
            assertThat(light(css, name)).as(name).isEqualTo(Look.light(name).hex());
        }
    }

    /** Returns the light value of a colour as Vite writes it, without its alpha; null if the style sheet has none. */
    private static @Nullable String light(String css, String name) {
        Matcher value = Pattern.compile(
                        "--" + name + ":\\s*(?:light-dark\\(|var\\(--lightningcss-light,)#([0-9a-f]{3,8})\\b")
                .matcher(css);
        if (!value.find()) {
            return null;
        }
        String digits = value.group(1);
        return "#" + (digits.length() < 6 ? digits.replaceAll("(.)", "$1$1") : digits).substring(0, 6);
    }

    @Test
    void names_in_other_scripts_are_drawn_and_those_without_a_font_are_told(@TempDir Path folder) throws Exception {
        FoundFonts.useFolder(Path.of("src/test/resources/fonts"));
        Path catalog = Catalogs.copy(Catalogs.MARKET, folder.resolve("catalog"));
        Path view = catalog.resolve("views/waterfront.yaml");
        String before = Files.readString(view);
        Files.writeString(view, before.replace("en: At the waterfront", "en: თბილისი กรุงเทพฯ 札幌"));
        Site drawn = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(catalog));
        String svg = new String(bytes(drawn, "embed/waterfront.svg"), StandardCharsets.UTF_8);
        assertThat(svg).contains("aria-label=\"თბილისი", "<use href=\"#gx").doesNotContain("No font for");
        try (PDDocument pdf = Loader.loadPDF(bytes(drawn, "embed/waterfront.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("The places named.");
        }

        Files.writeString(view, before.replace("en: At the waterfront", "en: \uD809\uDC80"));
        Site lacking = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(catalog));
        assertThat(new String(bytes(lacking, "embed/waterfront.svg"), StandardCharsets.UTF_8))
                .contains("No font for Sumero-Akkadian Cuneiform on this machine: some letters are missing here.");
        // In German, with a title of its own, nothing is missing.
        assertThat(new String(bytes(lacking, "de/embed/waterfront.svg"), StandardCharsets.UTF_8))
                .doesNotContain("fehlen Buchstaben");
    }
}
