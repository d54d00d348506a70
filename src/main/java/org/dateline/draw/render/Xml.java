package org.dateline.draw.render;

import org.dateline.model.XmlText;
import org.jspecify.annotations.Nullable;

/** Writes XML elements as text; all values are escaped here. */
public final class Xml {

    private final StringBuilder out = new StringBuilder(8192);

    /** Opens an element; {@link #attribute} may follow, then {@link #inside} or {@link #empty} must. */
    public Xml open(String element) {
        out.append('<').append(element);
        return this;
    }

    /** Writes an attribute, or nothing for null. */
    public Xml attribute(String name, @Nullable String value) {
        if (value != null) {
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        }
        return this;
    }

    /** Ends the opening tag of an element that has content. */
    public Xml inside() {
        out.append('>');
        return this;
    }

    /** Ends an element that has no content. */
    public Xml empty() {
        out.append("/>");
        return this;
    }

    public Xml text(String text) {
        escape(text);
        return this;
    }

    /** Writes elements that another of these wrote. */
    public Xml written(String xml) {
        out.append(xml);
        return this;
    }

    public Xml close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    private void escape(String text) {
        if (isPlain(text)) {
            out.append(text);
            return;
        }
        String value = XmlText.of(text);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }

    /** Whether a text stands in XML as it is; most are numbers and names of classes. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
