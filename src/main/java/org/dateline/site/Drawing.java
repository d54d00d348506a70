package org.dateline.site;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that takes a while to make the first time: an image. Whoever must not wait asks {@link #made} first. All may be
 * asked for from any thread.
 */
public class Drawing extends Resource {

    private volatile boolean made;

    Drawing(String mediaType, Supplier<byte[]> content) {
        super(mediaType, Caching.REVALIDATE, content);
    }

    /** Whether it has been drawn. */
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
