package org.dateline.features;

import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;

/**
 * A collection of features as offered to clients.
 *
 * @param id     also the layer's id and the name of its folder and file
 * @param extent around all geometries; empty if there are none
 * @param time   from the first date to the last; empty if there are none
 * @param source the origin of its features
 * @param version changes whenever its features do
 */
public record ItemCollection(
        String id,
        Text title,
        Text description,
        Schema schema,
        Optional<Bbox> extent,
        Optional<TimeSpan> time,
        String source,
        String licence,
        String version,
        Items items) {}
