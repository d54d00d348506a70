package org.dateline.features;

import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.model.Text;

/**
 * A collection of features as it is offered to clients.
 *
 * @param id     the same as the layer's, folder's and file's
 * @param extent around all geometries; empty where there are none
 * @param time   from the first date to the last; empty where no feature has one
 * @param source where its features come from
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
