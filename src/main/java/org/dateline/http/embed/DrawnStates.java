package org.dateline.http.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.dateline.site.Site;

/**
 * The states of the map that were asked for lately. Drawing one takes a good part of a second: what readers of one
 * article all ask for is drawn once.
 */
final class DrawnStates {

    /** About 100 KB each. */
    private static final int MOST = 100;

    private record Key(String catalog, EmbedRequest asked) {}

    private final Cache<Key, byte[]> pages =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** HTML in UTF-8. */
    byte[] page(Site site, EmbedRequest asked) {
        return pages.get(
                new Key(site.catalog().hash(), asked),
                _ -> site.embeds().page(asked.view(), asked.language(), asked.theme()));
    }
}
