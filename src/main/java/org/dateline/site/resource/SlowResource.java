package org.dateline.site.resource;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes time to make at its first request: an image, an embed with its map, or thousands of features. A
 * caller that must not wait asks {@link #made} first. Thread-safe.
 */
public class SlowResource extends Resource {

    private volatile boolean made;

    public SlowResource(String mediaType, Supplier<byte[]> content) {
        this(mediaType, Caching.REVALIDATE, null, content);
    }

    /** @param policy see {@link #policy} */
    public SlowResource(String mediaType, Caching caching, @Nullable String policy, Supplier<byte[]> content) {
        super(mediaType, caching, policy, content);
    }

    /** Whether its content has been made. */
    public boolean made() {
        return made;
    }

    @Override
    public Optional<Body> body(Encoding encoding) {
        Optional<Body> body = super.body(encoding);
        made = true;
        return body;
    }
}
