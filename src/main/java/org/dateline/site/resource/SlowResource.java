package org.dateline.site.resource;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that takes long to make: an image, an embed with its map, or thousands of features. */
public class SlowResource extends Resource {

    public SlowResource(String mediaType, Supplier<byte[]> content) {
        this(mediaType, Caching.REVALIDATE, null, content);
    }

    /** @param policy see {@link #policy} */
    public SlowResource(String mediaType, Caching caching, @Nullable String policy, Supplier<byte[]> content) {
        super(mediaType, caching, policy, content);
    }
}
