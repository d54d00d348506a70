package org.dateline.http.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.dateline.site.Site;

/**
 * Keeps recently requested states of the map, because drawing one takes a good part of a second and all readers of an
 * article request the same one.
 */
final class EmbedStateCache {

    /** The largest number of pages, of about 100 KB each. */
    private static final int MOST = 100;

    private record Key(String catalog, EmbedRequest wanted) {}

    private final Cache<Key, byte[]> pages =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The page of an embed, as HTML in UTF-8. */
    byte[] page(Site site, EmbedRequest wanted) {
        return pages.get(
                new Key(site.catalog().hash(), wanted),
                _ -> site.embeds().page(wanted.view(), wanted.language(), wanted.theme()));
    }
}
