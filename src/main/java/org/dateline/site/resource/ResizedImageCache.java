package org.dateline.site.resource;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Images of sizes that were asked for lately: so many bytes of them, whoever asks for however many. */
public final class ResizedImageCache {

    /** One such image or another is never larger than a few megabytes. */
    private static final long MOST_BYTES = 8L << 20;

    private record Key(String id, int width) {}

    private final Map<Key, Resource.Body> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** One at a time: to draw many large images at once would take more memory than it saves time. */
    synchronized Resource.Body get(String id, int width, Supplier<Resource.Body> drawing) {
        Key key = new Key(id, width);
        Resource.Body known = kept.get(key);
        if (known != null) {
            return known;
        }
        Resource.Body drawn = drawing.get();
        kept.put(key, drawn);
        bytes += drawn.bytes().length;
        Iterator<Resource.Body> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes().length;
            oldest.remove();
        }
        return drawn;
    }
}
