package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages in every language, without a word of English. In other scripts, any Latin word is one that was left over; in
 * languages of the Latin script, a word of the English interface that the language's own does not have.
 */
class InterfaceLanguagesTest {

    private static final Pattern UNSEEN = Pattern.compile(
            "(?s)<(script|style|code|title|head)\\b.*?</\\1>|<svg\\b.*?</svg>|<!--.*?-->|<details class=\"bar-langs\".*?</details>");

    /** Texts between tags, and texts of attributes that are spoken or shown. */
    private static final Pattern SEEN =
            Pattern.compile(">([^<]+)<|\\b(?:aria-label|alt|placeholder|title)=\"([^\"]*)\"");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    /** Names and formats that are the same in every language; KB, Latin in some of them. */
    private static final Set<String> NAMES = Set.of(
            "Dateline",
            "GeoJSON",
            "JSON",
            "CSV",
            "CSL",
            "SHA",
            "Web",
            "Annotation",
            "Atom",
            "WordPress",
            "RIS",
            "BibTeX",
            "quot",
            "amp",
            "base",
            "verify",
            "texts",
            "DIR",
            "java",
            "jar",
            "target",
            "geodata");

    @TempDir
    private static Path folder;

    private static Site site;
    private static Set<String> own;

    /** A catalog whose texts are Spanish and Ukrainian, and its words. */
    private static Site latin;

    private static Set<String> ownOfLatin;

    @BeforeAll
    static void build() throws Exception {
        Path copy = folder.resolve("catalog");
        Catalogs.copy(Catalogs.JAFFAR_EXPRESS, copy);
        Path about = copy.resolve("catalog.yaml");
        Files.writeString(
                about,
                Files.readString(about)
                        .replaceFirst(
                                "languages: .*", "languages: [en, ur, ru, uk, ar, fa, ps, hi, bn, zh-Hans, pt-BR]"));
        own = words(copy);
        site = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(copy));

        Path spanish = Catalogs.copy(Path.of("src/test/resources/catalogs/newsroom"), folder.resolve("spanish"));
        // A spreadsheet without kinds, which are derived.
        Files.delete(spanish.resolve("layers/lugares/features.geojson"));
        Files.writeString(
                spanish.resolve("layers/lugares/places.csv"), "name,lon,lat,uncertainty_m\nAlboraig,-0.42,39.31,900\n");
        try (Stream<Path> files = Files.walk(spanish)) {
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(yaml|geojson)"))
                    .toList()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceFirst("languages: .*", "languages: [es, uk, fr, pt-BR, de, tr]")
                                // Nothing that an editor wrote in English.
                                .replaceAll(
                                        ", en: (\"[^\"]*\"|[^,}]*)|\"name_en\": \"[^\"]*\", |\\ben: (\"[^\"]*\"|[^,}]*), ",
                                        "")
                                .replaceAll("\\n +translation: \\{en:.*\\n +translator:.*", ""));
            }
        }
        ownOfLatin = words(spanish);
        latin = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(spanish));
    }

    /** The words of the catalog itself, which has texts in English and Urdu. */
    private static Set<String> words(Path folder) throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(yaml|geojson)"))
                    .toList()) {
                WORD.matcher(Files.readString(file)).results().forEach(word -> words.add(word.group()));
            }
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "ru", "uk", "ar", "fa", "ps", "hi", "bn", "zh-Hans"})
    void no_page_shows_a_word_of_english_besides_the_catalogs_own(String language) {
        for (String path : List.of(
                "",
                "places/sibi/",
                "places/jaffar-express-hijacking/",
                "claims/hostages/",
                "claims/killed/",
                "reports/citing-reuters-2025-03-12/",
                "parties/bla/",
                "embed/overview/",
                "embed/hostages/")) {
            Resource page = site.resources().get(language + "/" + path);
            if (page == null) {
                assertThat(path).startsWith("embed/");
                continue;
            }
            String html = new String(page.identity().bytes(), StandardCharsets.UTF_8);
            assertThat(html).contains("<html lang=\"" + language + "\"");
            assertThat(foreign(html)).as(language + "/" + path).isEmpty();
        }
    }

    private static Set<String> foreign(String html) {
        Set<String> foreign = new TreeSet<>();
        for (String text : seen(html)) {
            WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> !own.contains(word) && !NAMES.contains(word))
                    .forEach(word -> foreign.add(word + " in \"" + text.strip() + "\""));
        }
        return foreign;
    }

    private static List<String> seen(String html) {
        return SEEN.matcher(UNSEEN.matcher(html).replaceAll("><"))
                .results()
                .map(text -> text.group(1) != null ? text.group(1) : text.group(2))
                .toList();
    }

    @Test
    void a_language_with_a_region_has_a_folder_of_its_tag_and_a_menu_leads_there() {
        String page = new String(site.resources().get("pt-BR/").identity().bytes(), StandardCharsets.UTF_8);
        assertThat(page).contains("<html lang=\"pt-BR\"", "<details class=\"bar-langs\">", "Procurar lugares");
        assertThat(page).containsPattern("<a hreflang=\"fa\" lang=\"fa\" dir=\"rtl\" href=\"\\.\\./fa/\">فارسی</a>");
        assertThat(page).contains("hreflang=\"zh-Hans\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr", "pt-BR", "de", "tr"})
    void no_page_in_a_latin_script_shows_a_word_of_the_english_interface(String language) throws IOException {
        Set<String> english = interfaceWords("");
        english.addAll(List.of("January", "October", "December", "source", "by"));
        english.removeAll(interfaceWords("_" + language.replaceFirst("-.*", "")));
        english.removeAll(ownOfLatin);
        english.removeAll(NAMES);
        // October, in Portuguese.
        english.remove("out");
        assertThat(english).contains("Figures", "Excerpts", "Quotes").hasSizeGreaterThan(250);
        for (String path : List.of(
                "",
                "places/riada/",
                "places/ferri/",
                "claims/heridos/",
                "reports/diario/",
                "parties/hospital/",
                "embed/todo/",
                "embed/heridos/")) {
            String folder = language.equals("es") ? "" : language + "/";
            String html =
                    new String(latin.resources().get(folder + path).identity().bytes(), StandardCharsets.UTF_8);
            assertThat(html).contains("<html lang=\"" + language + "\"");
            Set<String> left = new TreeSet<>();
            for (String text : seen(html)) {
                LETTERS.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(english::contains)
                        .forEach(word -> left.add(word + " in \"" + text.strip() + "\""));
            }
            assertThat(left).as(language + "/" + path).isEmpty();
        }
    }

    /** The words of the interface in a language, without the names of plural forms. */
    private static Set<String> interfaceWords(String suffix) throws IOException {
        Set<String> words = new TreeSet<>();
        Files.readString(Path.of("src/main/resources/messages" + suffix + ".properties"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('=') + 1)
                        .replaceAll("\\{\\d+,plural,|\\b(one|other|few|many|two|zero)\\{", " "))
                .forEach(text -> LETTERS.matcher(text).results().forEach(word -> words.add(word.group())));
        return words;
    }
}
