package org.dateline.http.ogc;

import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.Link;
import org.dateline.http.errors.NotAnsweredException;
import org.dateline.http.query.Parameters;
import org.geotools.api.feature.simple.SimpleFeature;

/** Makes the page of features for a request. */
final class FeaturePages {

    private FeaturePages() {}

    static FeaturePage items(
            ItemCollection collection,
            ItemsRequest wanted,
            ItemsParameters known,
            Parameters parameters,
            Representation form,
            ApiLinks links) {
        Items.Result found = collection.items().find(wanted.query(), wanted.after());
        List<SimpleFeature> features = known.shown(found.features(), parameters);
        String address = links.items(collection.id());
        List<Link> all = new ArrayList<>(ApiLinks.here(address, parameters, form, Representation.OF_ITEMS));
        next(parameters, wanted, found)
                .ifPresent(
                        next -> all.add(new Link("next", form.mediaType(), "The next page", address + next.toQuery())));
        if (wanted.offset() > 0) {
            int previous = Math.max(0, wanted.offset() - wanted.limit());
            String offset = previous == 0 ? null : Integer.toString(previous);
            all.add(new Link(
                    "prev",
                    form.mediaType(),
                    "The previous page",
                    address + parameters.with(ItemsParameters.OFFSET, offset).toQuery()));
        }
        all.add(links.toCollection(collection.id()));
        return new FeaturePage(
                collection,
                features,
                found.matched(),
                wanted.offset(),
                wanted.selected(),
                wanted.system(),
                all,
                Instant.now(),
                wanted.query().getSortBy().length > 0);
    }

    /**
     * The parameters of the next page: the position where this one ended, otherwise an offset; empty on the last page.
     */
    private static Optional<Parameters> next(Parameters parameters, ItemsRequest wanted, Items.Result found) {
        if (found.next() != null) {
            return Optional.of(parameters.with(ItemsParameters.OFFSET, null).with(ItemsParameters.AFTER, found.next()));
        }
        long reached = wanted.offset() + (long) found.features().size();
        boolean more = !found.features().isEmpty() && reached < found.matched().orElse(reached);
        return more ? Optional.of(parameters.with(ItemsParameters.OFFSET, Long.toString(reached))) : Optional.empty();
    }

    /** A page of one feature. */
    static FeaturePage item(
            ItemCollection collection,
            String id,
            ItemsParameters known,
            Parameters parameters,
            Representation form,
            ApiLinks links) {
        SimpleFeature feature = collection
                .items()
                .feature(id)
                .orElseThrow(() -> new NotAnsweredException(
                        HttpStatus.NOT_FOUND,
                        "got the feature " + id + ", expected one of " + links.items(collection.id())));
        List<Link> all = new ArrayList<>(
                ApiLinks.here(links.item(collection.id(), id), parameters, form, Representation.OF_FEATURES));
        all.add(links.toCollection(collection.id()));
        return new FeaturePage(
                collection,
                known.shown(List.of(feature), parameters),
                OptionalLong.of(1),
                0,
                known.properties(parameters),
                known.system(parameters),
                all,
                Instant.now(),
                false);
    }
}
