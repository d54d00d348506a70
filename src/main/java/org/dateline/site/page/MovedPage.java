package org.dateline.site.page;

import org.dateline.site.resource.PagePolicy;
import org.dateline.site.resource.Resource;

/** The page at a former address in a folder of files, which cannot redirect: it leads on at once, without script too. */
public final class MovedPage {

    private MovedPage() {}

    /**
     * @param target   the relative address of the present page
     * @param absolute its absolute address, or the relative one where the site's address is not known
     */
    public static byte[] of(String target, String absolute) {
        return Resource.utf8("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%3$s">
                <meta http-equiv="refresh" content="0; url=%1$s">
                <meta name="robots" content="noindex">
                <link rel="canonical" href="%2$s">
                <title>Dateline</title>
                <a href="%1$s">%2$s</a>
                </html>
                """.formatted(target, absolute, PagePolicy.NOTHING));
    }
}
