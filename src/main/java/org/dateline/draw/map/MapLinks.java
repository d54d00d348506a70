package org.dateline.draw.map;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.dateline.model.Basemap;
import org.dateline.model.Feature;
import org.jspecify.annotations.Nullable;

/**
 * The addresses and texts of a page for its map: addresses are relative to the page, texts in its language, nothing is
 * escaped.
 *
 * @param opens        whether a feature is a link
 * @param href         the address of a feature's page
 * @param label        the text of a feature's link for screen readers, such as "Sibi, town, 3 quotes"
 * @param count        a number of quotes as written beside a name
 * @param relief       the address of a relief of the basemap
 * @param backdropHref the address of {@link Backdrop#svg()}; null to draw none
 * @param mapLabel     the map's name for screen readers
 * @param distance     a length in metres as written on the scale; null for a map without one
 */
public record MapLinks(
        Predicate<Feature> opens,
        Function<Feature, String> href,
        Function<Feature, String> label,
        IntFunction<String> count,
        Function<Basemap.Relief, String> relief,
        @Nullable String backdropHref,
        String mapLabel,
        @Nullable DoubleFunction<String> distance) {}
