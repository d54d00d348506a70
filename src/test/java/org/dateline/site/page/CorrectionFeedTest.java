package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CorrectionFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** Of the catalog's title, its language and the correction's id, and of nothing else; must never change. */
    private static final String UUID = "322171c6-4b12-3722-877c-137839d8e2ab";

    private static Site site(Path catalog, Hosting hosting) throws Exception {
        return new SiteBuilder(hosting).build(CatalogLoader.load(catalog));
    }

    private static Document feed(Site site, String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Resource feed = site.find(path).orElseThrow();
        assertThat(feed.mediaType()).isEqualTo("application/atom+xml; charset=utf-8");
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.identity().bytes()));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element child
                    && ATOM.equals(child.getNamespaceURI())
                    && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    private static String one(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as("%s in %s", name, parent.getTagName()).hasSize(1);
        return found.getFirst().getTextContent();
    }

    private static Element link(Element parent, String rel) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .findFirst()
                .orElseThrow();
    }

    /** What RFC 4287, sections 4.1.1 and 4.1.2, asks of a feed and its entries. */
    @ParameterizedTest(name = "{0} {1} at {2}")
    @CsvSource({
        "geodata, corrections.atom, ''",
        "geodata, ur/corrections.atom, https://example.org/maps/",
        "src/test/resources/catalogs/chukotka, corrections.atom, ''",
        "src/test/resources/catalogs/chukotka, en/corrections.atom, https://example.org/maps/",
    })
    void it_has_all_required_elements_of_an_atom_feed(Path catalog, String path, String base) throws Exception {
        Site site = site(catalog, base.isEmpty() ? Hosting.ANYWHERE : new Hosting(Hosting.base(base), null, null));
        Element feed = feed(site, path).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getAttribute("xml:lang")).isNotEmpty();
        assertThat(one(feed, "title")).isNotBlank();
        assertThat(one(children(feed, "author").getFirst(), "name")).isNotBlank();
        Set<String> ids = new HashSet<>();
        assertThat(URI.create(one(feed, "id")).isAbsolute()).isTrue();
        assertThat(ids.add(one(feed, "id"))).isTrue();
        OffsetDateTime updated = OffsetDateTime.parse(one(feed, "updated"));
        List<Element> entries = children(feed, "entry");
        assertThat(entries).hasSameSizeAs(site.catalog().corrections());
        for (Element entry : entries) {
            assertThat(one(entry, "title")).isNotBlank();
            assertThat(URI.create(one(entry, "id")).isAbsolute()).isTrue();
            assertThat(ids.add(one(entry, "id"))).as("ids are unique").isTrue();
            assertThat(OffsetDateTime.parse(one(entry, "updated"))).isBeforeOrEqualTo(updated);
            assertThat(one(entry, "content")).isNotBlank();
        }
        assertThat(link(feed, "self").getAttribute("href")).endsWith("corrections.atom");
    }

    @Test
    void each_entry_links_to_the_pages_that_it_concerns() throws Exception {
        Site site = site(Catalogs.CHUKOTKA, new Hosting(Hosting.base("https://example.org/maps/"), null, null));
        Element feed = feed(site, "en/corrections.atom").getDocumentElement();
        for (Element entry : children(feed, "entry")) {
            for (Element link : children(entry, "link")) {
                URI target = URI.create(link.getAttribute("href"));
                assertThat(target.toString()).startsWith("https://example.org/maps/en/");
                assertThat(site.find(target.getPath().substring("/maps/".length())))
                        .as("%s", target)
                        .isPresent();
            }
            assertThat(link(entry, "related").getAttribute("href")).isNotEmpty();
        }
        Element newest = children(feed, "entry").getFirst();
        assertThat(one(newest, "updated")).isEqualTo("2024-02-19T00:00:00Z");
        assertThat(one(newest, "content"))
                .contains("The words of the settlement's representative")
                .contains("18 people")
                .contains("19 people");
        assertThat(link(newest, "alternate").getAttribute("href"))
                .isEqualTo("https://example.org/maps/en/#correction-lyudi-v-kolonne");
    }

    @Test
    void ids_stay_when_another_correction_comes_and_differ_by_language() throws Exception {
        Element russian = feed(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), "corrections.atom")
                .getDocumentElement();
        Element english = feed(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), "en/corrections.atom")
                .getDocumentElement();
        String id = one(children(russian, "entry").getFirst(), "id");
        assertThat(id).isEqualTo("urn:uuid:" + UUID);
        assertThat(one(children(english, "entry").getFirst(), "id"))
                .startsWith("urn:uuid:")
                .isNotEqualTo(id);
    }

    @Test
    void a_feed_without_corrections_changed_when_the_quotes_were_last_compared() throws Exception {
        Site site = site(Catalogs.JAFFAR_EXPRESS, Hosting.ANYWHERE);
        assertThat(one(feed(site, "corrections.atom").getDocumentElement(), "updated"))
                .isEqualTo(site.catalog().reports().stream()
                                .map(report -> report.verification())
                                .map(verification -> verification == null
                                        ? "1970-01-01"
                                        : verification.on().toString())
                                .max(String::compareTo)
                                .orElseThrow()
                        + "T00:00:00Z");
    }
}
