package org.dateline.site.resource;

import java.util.function.IntFunction;

/** An image that can be requested in other sizes. */
public final class ResizableImage extends SlowResource {

    private final int width;
    private final IntFunction<byte[]> content;

    /**
     * @param width   the width of its natural size, in pixels
     * @param content at a width
     */
    public ResizableImage(String mediaType, int width, IntFunction<byte[]> content) {
        super(mediaType, () -> content.apply(width));
        this.width = width;
        this.content = content;
    }

    /** The natural width in pixels. */
    public int width() {
        return width;
    }

    /** @param width in pixels */
    public byte[] content(int width) {
        return content.apply(width);
    }
}
