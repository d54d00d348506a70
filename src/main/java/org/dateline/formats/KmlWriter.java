package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.model.PartialDate;
import org.dateline.model.XmlText;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.io.kml.KMLWriter;

/** Writes KML 2.3 (OGC 12-007r2): one Placemark per feature, properties as ExtendedData, always in degrees. */
public final class KmlWriter implements PageWriter {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** The identifiers that an attribute of type ID may contain; others appear only among the properties. */
    private static final Pattern XML_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

    /** Decimals of a degree; the last one is about a tenth of a metre. */
    private static final int DECIMALS = 6;

    /** Decimals that keep coordinates as they are, for shapes with rings so small that they would collapse otherwise. */
    private static final int MOST_DECIMALS = 15;

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            element(xml, "name", page.collection().title().first());
            for (SimpleFeature feature : page.features()) {
                Admission.check();
                placemark(xml, out, page, feature);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void placemark(XMLStreamWriter xml, OutputStream out, FeaturePage page, SimpleFeature feature)
            throws XMLStreamException, IOException {
        xml.writeStartElement("Placemark");
        if (XML_NAME.matcher(feature.getID()).matches()) {
            xml.writeAttribute("id", feature.getID());
        }
        element(xml, "name", name(page, feature));
        time(xml, page, feature);
        xml.writeStartElement("ExtendedData");
        for (Property property : page.selected()) {
            Object value = feature.getAttribute(property.name());
            if (value != null) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", XmlText.of(property.name()));
                element(xml, "value", ValueText.of(value));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        var geometry = FeaturePage.degrees(feature);
        if (geometry.isPresent()) {
            // Closes the open start tag, so that the geometry's text can follow.
            xml.writeCharacters("");
            xml.flush();
            String shape = KMLWriter.writeGeometry(geometry.get(), Double.NaN, decimals(geometry.get()), false, null);
            out.write(withoutIndentation(shape).getBytes(StandardCharsets.UTF_8));
        }
        xml.writeEndElement();
    }

    /** Without blanks beside tags; those between coordinates stay. */
    static String withoutIndentation(String xml) {
        StringBuilder kept = new StringBuilder(xml.length());
        int next = 0;
        for (int i = 0; i < xml.length(); i = next) {
            boolean blank = xml.charAt(i) <= ' ';
            next = i + 1;
            while (next < xml.length() && xml.charAt(next) <= ' ' == blank) {
                next++;
            }
            boolean beside = i > 0 && xml.charAt(i - 1) == '>' || next < xml.length() && xml.charAt(next) == '<';
            if (!blank || !beside) {
                kept.append(xml, i, next);
            }
        }
        return kept.toString();
    }

    /** As few decimals as keep every ring a ring that turns the same way. */
    private static int decimals(Geometry geometry) {
        PrecisionModel rounding = new PrecisionModel(Math.pow(10, DECIMALS));
        List<LineString> rings = new ArrayList<>();
        LinearComponentExtracter.getLines(geometry, rings);
        boolean kept = rings.stream()
                .filter(LinearRing.class::isInstance)
                .map(LineString::getCoordinates)
                .allMatch(ring -> Math.signum(Area.ofRingSigned(ring)) == Math.signum(rounded(ring, rounding)));
        return kept ? DECIMALS : MOST_DECIMALS;
    }

    /** The area of a ring after rounding; the sign tells which way it turns. */
    private static double rounded(Coordinate[] ring, PrecisionModel rounding) {
        Coordinate[] copy = CoordinateArrays.copyDeep(ring);
        for (Coordinate position : copy) {
            rounding.makePrecise(position);
        }
        return Area.ofRingSigned(copy);
    }

    /** A date is an instant for KML, whatever its precision; other periods have two ends. */
    private static void time(XMLStreamWriter xml, FeaturePage page, SimpleFeature feature) throws XMLStreamException {
        Optional<Schema.Time> time = page.collection().schema().time();
        Optional<TimeSpan> when = time.flatMap(dated -> dated.of(property -> feature.getAttribute(property.name())));
        if (when.isEmpty()) {
            return;
        }
        Object date = feature.getAttribute(time.get().date().name());
        if (date instanceof PartialDate stated && TimeSpan.of(stated).equals(when.get())) {
            xml.writeStartElement("TimeStamp");
            element(xml, "when", stated.toString());
        } else {
            xml.writeStartElement("TimeSpan");
            element(
                    xml,
                    "begin",
                    LocalDate.ofInstant(when.get().start(), ZoneOffset.UTC).toString());
            element(
                    xml,
                    "end",
                    LocalDate.ofInstant(when.get().end(), ZoneOffset.UTC).toString());
        }
        xml.writeEndElement();
    }

    private static String name(FeaturePage page, SimpleFeature feature) {
        boolean named = page.collection().schema().find("name").isPresent();
        return named ? Objects.toString(feature.getAttribute("name"), feature.getID()) : feature.getID();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }
}
