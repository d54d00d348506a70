package org.dateline.formats;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dateline.model.XmlText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An oEmbed response of type "rich" (<a href="https://oembed.com/">oEmbed 1.0</a>).
 *
 * @param address   the embed's absolute address
 * @param width     the frame's width in pixels
 * @param height    the frame's height in pixels
 * @param providerName who publishes the map
 * @param provider     the site's absolute address
 * @param thumbnail    null for none
 */
public record OEmbed(
        String title,
        String address,
        int width,
        int height,
        String providerName,
        String provider,
        @Nullable Thumbnail thumbnail) {

    /** How many seconds a consumer may cache the response. */
    private static final int CACHE_AGE = 3600;

    /** The usual width in pixels. A frame that may be this wide fills its column; else it is limited. */
    public static final int WIDTH = 640;

    private static final JsonFactory JSON = new JsonFactory();

    /** @param address the image's absolute address */
    public record Thumbnail(String address, int width, int height) {}

    /**
     * The HTML of the frame, which needs no script around it. The link before it is what a feed shows; WordPress hides it
     * once the frame is there.
     */
    public String html() {
        return "<blockquote><a href=\"" + escaped(address) + "\">" + escaped(title) + "</a></blockquote><iframe src=\""
                + escaped(address) + "\" title=\"" + escaped(title) + "\" width=\"100%\" height=\"" + height
                + "\" loading=\"lazy\" frameborder=\"0\" allowfullscreen"
                + " style=\"border:0;max-width:"
                + (width < WIDTH ? width + "px" : "100%") + "\"></iframe>";
    }

    /** The response as {@code application/json+oembed}. */
    public String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members().forEach((name, value) -> {
                if (value instanceof Integer number) {
                    json.writeNumberProperty(name, number);
                } else {
                    json.writeStringProperty(name, value.toString());
                }
            });
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The response as {@code text/xml+oembed}. */
    public String xml() {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("oembed");
            for (Map.Entry<String, Object> member : members().entrySet()) {
                xml.writeStartElement(member.getKey());
                xml.writeCharacters(member.getValue().toString());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", "1.0");
        members.put("type", "rich");
        members.put("title", title);
        members.put("provider_name", providerName);
        members.put("provider_url", provider);
        members.put("cache_age", CACHE_AGE);
        members.put("width", width);
        members.put("height", height);
        members.put("html", html());
        if (thumbnail != null) {
            members.put("thumbnail_url", thumbnail.address());
            members.put("thumbnail_width", thumbnail.width());
            members.put("thumbnail_height", thumbnail.height());
        }
        return members;
    }

    private static String escaped(String text) {
        return XmlText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
