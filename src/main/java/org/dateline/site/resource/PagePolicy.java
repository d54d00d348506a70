package org.dateline.site.resource;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The Content-Security-Policy of the site's pages, as a header of a server and in the pages of a published folder. */
public final class PagePolicy {

    /**
     * Says before anything is drawn that a script will run: the page is then laid out once, as it stays. Takes it back if
     * the script cannot be fetched or fails before it has woken the panel.
     */
    public static final String EARLY_SCRIPT = "{let{classList:c}=document.documentElement;c.add('js');"
            + "addEventListener('error',({target:t})=>{if((t==self||t.type=='module')"
            + "&&!document.querySelector('[data-awake]'))c.remove('js')},true)}";

    /** Only content from the page's own origin, and one inline script; %s is for the operator's tile layer. */
    private static final String POLICY = "default-src 'none'; script-src 'self' '" + digest(EARLY_SCRIPT)
            + "'; style-src 'self'; img-src 'self' data:%s; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'";

    /** For a page without script, style and pictures. */
    public static final String NOTHING = "default-src 'none'";

    private PagePolicy() {}

    /** How a policy names an inline script or style (CSP 3, section 2.3.1). */
    public static String digest(String inline) {
        return "sha256-" + Base64.getEncoder().encodeToString(Resource.sha256(Resource.utf8(inline)));
    }

    /** @param tiles the operator's tile layer, the only other origin; null for none */
    public static String of(@Nullable TileLayer tiles) {
        return POLICY.formatted(tiles == null ? "" : " " + tiles.origin());
    }
}
