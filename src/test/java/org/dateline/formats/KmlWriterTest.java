package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TestCollections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class KmlWriterTest {

    private static final String KML = "http://www.opengis.net/kml/2.2";

    private static Document kml;

    @BeforeAll
    static void write() throws Exception {
        kml = parsed(TestPages.written(new KmlWriter(), TestPages.hardCases()));
    }

    /** Read with namespaces and held against the part of the standard's schema that is used. */
    private static Document parsed(byte[] written) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(written));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(KmlWriterTest.class.getResource("/formats/kml-placemarks.xsd")))
                .newValidator()
                .validate(new DOMSource(document));
        return document;
    }

    private static Element placemark(String id) {
        NodeList all = kml.getElementsByTagNameNS(KML, "Placemark");
        for (int i = 0; i < all.getLength(); i++) {
            if (data((Element) all.item(i), "id").equals(List.of(id))) {
                return (Element) all.item(i);
            }
        }
        throw new AssertionError("no placemark " + id);
    }

    private static List<String> texts(Element within, String name) {
        List<String> texts = new ArrayList<>();
        NodeList all = within.getElementsByTagNameNS(KML, name);
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> data(Element placemark, String name) {
        List<String> values = new ArrayList<>();
        NodeList all = placemark.getElementsByTagNameNS(KML, "Data");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).getAttribute("name").equals(name)) {
                values.add(all.item(i).getTextContent());
            }
        }
        return values;
    }

    @Test
    void every_feature_becomes_a_placemark_of_a_valid_document() {
        assertThat(kml.getElementsByTagNameNS(KML, "Placemark").getLength()).isEqualTo(7);
    }

    @Test
    void an_empty_page_is_a_valid_document_too() throws Exception {
        Document empty = parsed(TestPages.written(new KmlWriter(), TestPages.empty()));

        assertThat(empty.getElementsByTagNameNS(KML, "Placemark").getLength()).isZero();
    }

    @Test
    void a_hole_is_an_inner_boundary() {
        Element hole = placemark("hole");

        assertThat(texts(hole, "outerBoundaryIs")).containsExactly("66,29 68,29 68,31 66,31 66,29");
        assertThat(texts(hole, "innerBoundaryIs")).containsExactly("66.5,29.5 66.5,30 67,30 66.5,29.5");
    }

    @Test
    void a_ring_smaller_than_the_usual_decimals_stays_a_ring() throws Exception {
        String lake = "POLYGON ((66 29, 68 29, 68 31, 66 31, 66 29), (67 30, 67 30.0000002, 67.0000002 30, 67 30))";
        Document tiny = parsed(TestPages.written(
                new KmlWriter(), TestPages.of(TestCollections.places(List.of(lake)), ReferenceSystem.CRS84)));

        assertThat(texts(tiny.getDocumentElement(), "innerBoundaryIs"))
                .containsExactly("67,30 67,30.0000002 67.0000002,30 67,30");
    }

    @Test
    void text_with_markup_in_it_stays_text() {
        // XML reads the two characters of a line break on Windows as one.
        assertThat(texts(placemark("hole"), "name")).containsExactly("A \"quoted\", comma'd\nname; <b>&amp;</b> ]]>");
    }

    @Test
    void right_to_left_text_and_characters_beyond_the_first_plane_come_through() {
        assertThat(texts(placemark("nastaliq"), "name")).containsExactly("جعفر ایکسپریس، بولان (مشکاف)\u200F");
        assertThat(texts(placemark("near-null-island"), "name")).containsExactly("𝒜 🚂");
    }

    @Test
    void characters_that_xml_cannot_write_are_left_out() {
        assertThat(texts(placemark("mixed"), "name")).containsExactly("A form feed , a bell  and half a pair ");
    }

    @Test
    void parts_of_several_types_stay_together() {
        Element mixed = placemark("mixed");

        for (String name : List.of("MultiGeometry", "Point", "LineString", "Polygon")) {
            assertThat(texts(mixed, name)).as(name).hasSize(1);
        }
        assertThat(texts(placemark("antimeridian"), "Polygon")).hasSize(2);
    }

    @Test
    void a_feature_without_geometry_and_name_is_a_placemark_with_its_identifier() {
        Element bare = placemark("2025 (no XML name)");

        assertThat(texts(bare, "name")).containsExactly("2025 (no XML name)");
        assertThat(texts(bare, "coordinates")).isEmpty();
        assertThat(bare.hasAttribute("id")).isFalse();
        assertThat(placemark("hole").getAttribute("id")).isEqualTo("hole");
    }

    @Test
    void dates_are_as_exact_as_they_are_known() {
        assertThat(texts(placemark("hole"), "when")).containsExactly("2025-03-11");
        assertThat(texts(placemark("nastaliq"), "when")).containsExactly("2025-03");
        assertThat(texts(placemark("antimeridian"), "when")).containsExactly("2024");
        assertThat(texts(placemark("line"), "when")).isEmpty();
    }

    @Test
    void lists_and_nested_values_are_json() {
        assertThat(data(placemark("line"), "tags")).containsExactly("[\"a,b\",\"\\\"c\\\"\",\"ج\"]");
        assertThat(data(placemark("line"), "nested")).containsExactly("{\"k\":[1,\"x\"]}");
    }

    @Test
    void small_coordinates_are_written_in_full() {
        assertThat(texts(placemark("near-null-island"), "coordinates")).containsExactly("0.000007,-0.000003");
        assertThat(texts(placemark("line"), "coordinates")).contains("67,30 67.00001,30.00001");
    }

    @Test
    void coordinates_are_degrees_regardless_of_the_requested_system() throws Exception {
        byte[] metres = TestPages.written(new KmlWriter(), TestPages.hardCases(ReferenceSystem.WEB_MERCATOR));

        assertThat(metres).isEqualTo(TestPages.written(new KmlWriter(), TestPages.hardCases()));
    }

    @Test
    void blanks_beside_tags_are_left_out_and_those_between_coordinates_stay() {
        assertThat(KmlWriter.withoutIndentation("  <Point>\n  <coordinates>1,2 3,4\n 5,6</coordinates>\n</Point>\n"))
                .isEqualTo("<Point><coordinates>1,2 3,4\n 5,6</coordinates></Point>");
    }
}
