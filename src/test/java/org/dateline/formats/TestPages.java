package org.dateline.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TestCollections;
import org.geotools.api.data.Query;

/** Pages of hard cases, to be written and read back. */
final class TestPages {

    /** A full second: its milliseconds must be written all the same. */
    static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    private TestPages() {}

    static FeaturePage hardCases() {
        return hardCases(ReferenceSystem.CRS84);
    }

    static FeaturePage hardCases(ReferenceSystem system) {
        return of(TestCollections.hardCases(), system);
    }

    static FeaturePage empty() {
        return of(TestCollections.empty(), ReferenceSystem.CRS84);
    }

    /** Those of the hard cases that have a geometry. */
    static FeaturePage located() {
        FeaturePage all = hardCases();
        return new FeaturePage(
                all.collection(),
                all.features().stream()
                        .filter(feature -> feature.getDefaultGeometry() != null)
                        .toList(),
                all.matched(),
                0,
                all.selected(),
                all.system(),
                all.links(),
                MADE,
                false);
    }

    static FeaturePage of(ItemCollection collection, ReferenceSystem system) {
        var found = collection.items().find(new Query(), null);
        return new FeaturePage(
                collection,
                found.features(),
                found.matched(),
                0,
                collection.schema().properties(),
                system,
                List.of(new Link("self", "text/plain", "This", "http://127.0.0.1/")),
                MADE,
                false);
    }

    static byte[] written(PageWriter writer, FeaturePage page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(page, out);
        return out.toByteArray();
    }
}
