package org.dateline.site.page;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dateline.model.Correction;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.model.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The corrections of a catalog in one language as an Atom feed (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC
 * 4287</a>). Where the site's own address is known, ids and links are made of it; else ids are UUIDs of the catalog's
 * title and the correction's id (version 3), and links are relative to the feed.
 */
public final class CorrectionFeed {

    public static final String NAME = "corrections.atom";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final Page page;
    private final CorrectionTexts texts;
    private final @Nullable URI base;

    /** @param page the home page in the feed's language, in whose folder the feed stands */
    CorrectionFeed(Page page) {
        this.page = page;
        this.texts = page.corrections();
        URI root = page.site().hosting().base();
        this.base = root == null ? null : root.resolve(page.links().folder());
    }

    /** UTF-8. */
    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", page.ui().language());
            String title = page.text(page.catalog().title());
            element(xml, "title", title + " · " + page.say("corrections.title"));
            element(xml, "id", id(null));
            element(xml, "updated", time(updated()));
            link(xml, "self", NAME, "application/atom+xml", null);
            link(xml, "alternate", page.links().home("corrections"), "text/html", null);
            xml.writeStartElement("author");
            element(xml, "name", title);
            xml.writeEndElement();
            for (Correction correction : texts.all()) {
                entry(xml, correction);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /**
     * The day of the latest correction. While there is none, the feed still has to have changed at some time: the day on
     * which quotes were last compared with their texts, as the latest that the catalog says of its own upkeep.
     */
    private LocalDate updated() {
        Optional<LocalDate> corrected =
                texts.all().stream().map(Correction::date).findFirst();
        return corrected.orElseGet(() -> page.catalog().reports().stream()
                .map(Report::verification)
                .filter(Objects::nonNull)
                .map(Verification::on)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH));
    }

    private void entry(XMLStreamWriter xml, Correction correction) throws XMLStreamException {
        List<CorrectionTexts.Concern> concerns = texts.concerns(correction);
        xml.writeStartElement("entry");
        element(xml, "title", page.say("corrections.entry", concerns.getFirst().label()));
        element(xml, "id", id(correction));
        element(xml, "published", time(correction.date()));
        element(xml, "updated", time(correction.date()));
        link(xml, "alternate", texts.href(correction), "text/html", null);
        for (CorrectionTexts.Concern concern : concerns) {
            link(xml, "related", concern.href(), "text/html", concern.label());
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "xhtml");
        xml.writeStartElement("div");
        xml.writeDefaultNamespace(XHTML);
        paragraph(xml, null, correction.text());
        paragraph(xml, page.say("corrections.was"), correction.was());
        paragraph(xml, page.say("corrections.now"), correction.now());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void paragraph(XMLStreamWriter xml, @Nullable String label, @Nullable Text text) throws XMLStreamException {
        if (text == null) {
            return;
        }
        xml.writeStartElement("p");
        if (label != null) {
            element(xml, "b", label);
            xml.writeCharacters(" ");
        }
        xml.writeStartElement("span");
        xml.writeAttribute("xml:lang", texts.language(text));
        xml.writeAttribute("dir", UiTexts.direction(texts.language(text)));
        xml.writeCharacters(page.text(text));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String rel, String address, String type, @Nullable String title)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute(
                "href", base == null ? address : base.resolve(address).toString());
        if (title != null) {
            xml.writeAttribute("title", title);
        }
    }

    /** @param correction null for the feed itself */
    private String id(@Nullable Correction correction) {
        if (base != null) {
            String feed = base.resolve(NAME).toString();
            return correction == null ? feed : feed + "#" + correction.id();
        }
        String name = String.join(
                "\n",
                page.catalog().title().in(page.catalog().defaultLanguage()),
                page.ui().language(),
                correction == null ? "" : correction.id());
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
