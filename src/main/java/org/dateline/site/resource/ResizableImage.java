package org.dateline.site.resource;

import java.util.function.IntFunction;

/** An image that can be requested in other sizes; recently requested sizes are kept. */
public final class ResizableImage extends SlowResource {

    private final String id;
    private final int width;
    private final IntFunction<byte[]> content;
    private final ResizedImageCache kept;

    /**
     * @param id      its key in the cache
     * @param width   of its natural size, in pixels
     * @param content at a width
     */
    public ResizableImage(String mediaType, String id, int width, IntFunction<byte[]> content, ResizedImageCache kept) {
        super(mediaType, () -> content.apply(width));
        this.id = id;
        this.width = width;
        this.content = content;
        this.kept = kept;
    }

    /** Its natural width in pixels. */
    public int width() {
        return width;
    }

    /** @param width in pixels */
    public Body sized(int width) {
        return width == this.width ? identity() : kept.get(id, width, () -> tagged(content.apply(width)));
    }
}
