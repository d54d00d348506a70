package org.dateline.draw.map;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.dateline.model.Feature;
import org.jspecify.annotations.Nullable;

/**
 * What a page gives to its map: addresses as seen from that page, and words in its language. Nothing is escaped yet.
 *
 * @param href         the address of a feature's page
 * @param label        what a feature's link says when it is read aloud: "Sibi, town, 3 quotes"
 * @param count        a number of quotes as it is written beside a name
 * @param reliefHref   the address of the basemap's relief; null to draw none
 * @param backdropHref the address of {@link Backdrop#svg()}; null to draw none
 * @param mapLabel     what the map is called when it is read aloud
 */
public record MapLinks(
        Function<Feature, String> href,
        Function<Feature, String> label,
        IntFunction<String> count,
        @Nullable String reliefHref,
        @Nullable String backdropHref,
        String mapLabel) {}
