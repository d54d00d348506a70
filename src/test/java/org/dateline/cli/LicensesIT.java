package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ejml.EjmlVersion;
import org.hsqldb.persist.HsqlDatabaseProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The licences, copyright notices and lists of components in and beside the packaged program. */
class LicensesIT {

    private static final Path TARGET = Path.of("target");

    /** {@code group:artifact:version (licence or licence)}. */
    private static final Pattern COMPONENT = Pattern.compile("(?m)^([\\w.-]+):([\\w.-]+)(?::[\\w.-]+)? \\((.+)\\)$");

    private static ZipFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new ZipFile(TARGET.resolve("dateline.jar").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void the_jar_carries_our_own_licence() throws IOException {
        assertThat(read("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
    }

    /** Apache-2.0 asks for its text and the notices; MIT-0 asks for nothing; all others for their own copyright line. */
    @Test
    void the_jar_carries_the_notice_of_each_component() throws IOException {
        String notices = String.join("\n", notices().map(LicensesIT::read).toList());
        List<String> missing = COMPONENT
                .matcher(read("META-INF/THIRD-PARTY.txt"))
                .results()
                .filter(component -> !component.group(3).equals("Apache-2.0"))
                .filter(component -> !component.group(3).equals("MIT-0"))
                .map(component -> component.group(2))
                .filter(artifact -> !notices.contains(artifact))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(read("META-INF/NOTICE")).contains("Apache Software Foundation", "Jackson");
    }

    @Test
    void the_jar_carries_the_licences_of_what_is_unpacked_into_it() {
        assertThat(jar.stream().map(ZipEntry::getName))
                .anyMatch(name -> name.startsWith("org/geotools/"))
                .anyMatch(name -> name.startsWith("org/hsqldb/"));
        assertThat(read("META-INF/licenses/geotools.txt"))
                .contains("Open Source Geospatial Foundation", "GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1");
        assertThat(read("META-INF/licenses/hsqldb.txt")).contains("The HSQL Development Group");
        assertThat(read("META-INF/THIRD-PARTY.txt")).contains("org.geotools", "LGPL-2.1");
    }

    @Test
    void the_scripts_name_the_notices_of_what_is_bundled_in_them() throws IOException {
        String notices = read("web/assets/licenses.txt");
        JsonNode dependencies = JsonMapper.shared()
                .readTree(Path.of("frontend/package.json").toFile())
                .path("dependencies");
        assertThat(dependencies.propertyNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(notices)
                        .contains("## " + name + " - " + dependencies.path(name).asString()));
        assertThat(notices).contains("Volodymyr Agafonkin");
        assertThat(scripts())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(read(name)).contains("/*! Licences of the components: licenses.txt */"));
    }

    @Test
    void each_font_in_the_jar_comes_with_its_licence() {
        List<String> names = jar.stream().map(ZipEntry::getName).toList();
        assertThat(names.stream().filter(name -> name.endsWith(".ttf")))
                .isNotEmpty()
                .allSatisfy(font -> assertThat(names)
                        .contains(font.replaceFirst("fonts/(.+)-\\d{3}(-italic)?\\.ttf", "fonts/OFL-$1.txt")));
    }

    @Test
    void the_page_about_licences_lists_each_notice() throws IOException {
        String page = Files.readString(Path.of("src/docs/licenses.md"));
        assertThat(notices())
                .isNotEmpty()
                .allSatisfy(notice ->
                        assertThat(page).contains("`" + Path.of(notice).getFileName() + "`"));
    }

    @Test
    void a_list_of_the_scripts_components_for_scanners_lies_beside_the_jar() {
        assertThat(components("dateline-script.cdx.json")).contains("leaflet");
    }

    @Test
    void a_list_of_the_java_components_for_scanners_lies_beside_the_jar() {
        assumeThat(TARGET.resolve("dateline.cdx.json"))
                .as("Maven does not write this list when it works offline")
                .exists();
        assertThat(components("dateline.cdx.json")).contains("jts-core", "micronaut-http-server-netty");
    }

    @Test
    void a_list_of_what_is_unpacked_into_the_jar_names_its_versions() throws IOException {
        assertThat(components("dateline-unpacked.cdx.json"))
                .contains("gt-main", "gt-referencing", "hsqldb", "ejml-core", "unit-api", "indriya");
        String list = Files.readString(TARGET.resolve("dateline-unpacked.cdx.json"));
        Matcher wrapper =
                Pattern.compile("<geotools.version>[^<]*-([\\d.]+)<").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(wrapper.find()).isTrue();
        assertThat(list)
                .contains("org.geotools/gt-main@" + wrapper.group(1) + "\"")
                .contains("org.hsqldb/hsqldb@" + HsqlDatabaseProperties.THIS_FULL_VERSION + "\"")
                .contains("org.ejml/ejml-core@" + EjmlVersion.VERSION + "\"");
    }

    private static List<String> components(String file) {
        JsonNode bom = JsonMapper.shared().readTree(TARGET.resolve(file).toFile());
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        return bom.path("components")
                .valueStream()
                .map(component -> component.path("name").asString())
                .toList();
    }

    /** The notices of ours; a component's own jar may have added folders. */
    private static Stream<String> notices() {
        return jar.stream().map(ZipEntry::getName).filter(name -> name.matches("META-INF/licenses/[^/]+\\.txt"));
    }

    /** The scripts that pages load. */
    private static List<String> scripts() {
        return JsonMapper.shared()
                .readTree(read("web/.vite/manifest.json"))
                .valueStream()
                .map(chunk -> "web/" + chunk.path("file").asString())
                .filter(name -> name.endsWith(".js"))
                .toList();
    }

    private static String read(String name) {
        try (InputStream file = jar.getInputStream(jar.getEntry(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
