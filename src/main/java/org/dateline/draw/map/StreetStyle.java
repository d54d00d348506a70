package org.dateline.draw.map;

import org.dateline.draw.figure.Look;

/** The style sheet for streets within a page; only pages with streets have it. */
public final class StreetStyle {

    private StreetStyle() {}

    /** Colours by class, as names of the page's own. */
    public static String css() {
        StringBuilder css = new StringBuilder();
        for (String name : StreetLook.parts()) {
            Look.Part part = Look.part(name);
            String property = part.fill() == null ? "stroke" : "fill";
            String colour = part.fill() == null ? part.stroke() : part.fill();
            css.append('.')
                    .append(name)
                    .append('{')
                    .append(property)
                    .append(":var(--")
                    .append(colour)
                    .append(")}");
        }
        return css.toString();
    }
}
