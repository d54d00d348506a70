package org.dateline.site.resource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/** Recently requested sizes of images, up to a limit in bytes. */
public final class ResizedImageCache {

    /** A single image is never larger than a few megabytes. */
    private static final long MOST_BYTES = 8L << 20;

    private record Key(String id, int width) {}

    private final Cache<Key, Resource.Body> images = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Key, Resource.Body>weigher((_, body) -> body.bytes().length)
            .build();

    /** One at a time: drawing many large images at once would take more memory than it saves time. */
    synchronized Resource.Body get(String id, int width, Supplier<Resource.Body> drawing) {
        return images.get(new Key(id, width), _ -> drawing.get());
    }
}
