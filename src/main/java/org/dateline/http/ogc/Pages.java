package org.dateline.http.ogc;

import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.features.ReferenceSystem;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.Link;
import org.geotools.api.feature.simple.SimpleFeature;

/** From a request for features to the page that answers it. */
final class Pages {

    private Pages() {}

    static FeaturePage items(
            ItemCollection collection, ItemsRequest wanted, Parameters parameters, Representation form, Links links) {
        Items.Found found = collection.items().find(wanted.query());
        long matched = found.matched();
        List<SimpleFeature> features = found.features();
        String address = links.items(collection.id());
        List<Link> all = new ArrayList<>(Links.here(address, parameters, form, Representation.OF_ITEMS));
        if (wanted.offset() + (long) features.size() < matched && !features.isEmpty()) {
            int next = wanted.offset() + features.size();
            all.add(new Link(
                    "next",
                    form.mediaType(),
                    "The next page",
                    address + parameters.with("offset", Integer.toString(next)).toQuery()));
        }
        if (wanted.offset() > 0) {
            int previous = Math.max(0, wanted.offset() - wanted.limit());
            String offset = previous == 0 ? null : Integer.toString(previous);
            all.add(new Link(
                    "prev",
                    form.mediaType(),
                    "The page before",
                    address + parameters.with("offset", offset).toQuery()));
        }
        all.add(links.toCollection(collection.id()));
        return new FeaturePage(
                collection, features, matched, wanted.offset(), wanted.selected(), wanted.system(), all, Instant.now());
    }

    /** A page of one feature. */
    static FeaturePage item(
            ItemCollection collection,
            String id,
            Parameters parameters,
            Representation form,
            Links links,
            List<ReferenceSystem> systems) {
        SimpleFeature feature = collection
                .items()
                .feature(id)
                .orElseThrow(() -> new NotAnsweredException(
                        HttpStatus.NOT_FOUND,
                        "got the feature " + id + ", expected one of " + links.items(collection.id())));
        List<Link> all = new ArrayList<>(
                Links.here(links.item(collection.id(), id), parameters, form, Representation.OF_FEATURES));
        all.add(links.toCollection(collection.id()));
        return new FeaturePage(
                collection,
                List.of(feature),
                1,
                0,
                ItemsRequest.selected(parameters.get("properties"), collection.schema()),
                ItemsRequest.system(parameters, "crs", systems),
                all,
                Instant.now());
    }
}
