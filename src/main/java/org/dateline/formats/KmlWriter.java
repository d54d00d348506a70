package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dateline.features.Property;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** KML 2.3 (OGC 12-007r2): a Placemark a feature, its properties as ExtendedData, longitude and latitude always. */
public final class KmlWriter implements PageWriter {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** What may stand in an attribute of type ID; any other identifier is among the properties alone. */
    private static final Pattern XML_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            element(
                    xml,
                    "name",
                    page.collection().title().byLanguage().values().iterator().next());
            for (SimpleFeature feature : page.features()) {
                placemark(xml, page, feature);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void placemark(XMLStreamWriter xml, FeaturePage page, SimpleFeature feature)
            throws XMLStreamException {
        xml.writeStartElement("Placemark");
        if (XML_NAME.matcher(feature.getID()).matches()) {
            xml.writeAttribute("id", feature.getID());
        }
        element(xml, "name", name(page, feature));
        var time = page.collection().schema().time();
        if (time.isPresent() && feature.getAttribute(time.get().name()) != null) {
            xml.writeStartElement("TimeStamp");
            element(xml, "when", feature.getAttribute(time.get().name()).toString());
            xml.writeEndElement();
        }
        xml.writeStartElement("ExtendedData");
        for (Property property : page.selected()) {
            Object value = feature.getAttribute(property.name());
            if (value != null) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", legal(property.name()));
                element(xml, "value", ValueText.of(value));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        var geometry = FeaturePage.degrees(feature);
        if (geometry.isPresent()) {
            geometry(xml, geometry.get());
        }
        xml.writeEndElement();
    }

    private static String name(FeaturePage page, SimpleFeature feature) {
        boolean named = page.collection().schema().find("name").isPresent();
        return named ? Objects.toString(feature.getAttribute("name"), feature.getID()) : feature.getID();
    }

    private static void geometry(XMLStreamWriter xml, Geometry geometry) throws XMLStreamException {
        switch (geometry) {
            case Point point -> {
                xml.writeStartElement("Point");
                coordinates(xml, point);
                xml.writeEndElement();
            }
            case LineString line -> {
                xml.writeStartElement("LineString");
                coordinates(xml, line);
                xml.writeEndElement();
            }
            case Polygon polygon -> {
                xml.writeStartElement("Polygon");
                ring(xml, "outerBoundaryIs", polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(xml, "innerBoundaryIs", polygon.getInteriorRingN(i));
                }
                xml.writeEndElement();
            }
            case GeometryCollection parts -> {
                xml.writeStartElement("MultiGeometry");
                for (int i = 0; i < parts.getNumGeometries(); i++) {
                    geometry(xml, parts.getGeometryN(i));
                }
                xml.writeEndElement();
            }
            default -> throw new IllegalStateException("got a " + geometry.getGeometryType());
        }
    }

    private static void ring(XMLStreamWriter xml, String boundary, LineString ring) throws XMLStreamException {
        xml.writeStartElement(boundary);
        xml.writeStartElement("LinearRing");
        coordinates(xml, ring);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void coordinates(XMLStreamWriter xml, Geometry geometry) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (Coordinate position : geometry.getCoordinates()) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(degrees(position.x)).append(',').append(degrees(position.y));
        }
        element(xml, "coordinates", text.toString());
    }

    /** To a millionth of a degree, as in all texts, and never with an exponent. */
    private static String degrees(double degrees) {
        return BigDecimal.valueOf(Math.round(degrees * 1e6), 6)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
