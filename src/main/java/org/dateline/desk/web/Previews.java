package org.dateline.desk.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dateline.desk.Desk;
import org.dateline.desk.RefusedException;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The site as readers will see it, for each draft as if it were published. Frames and images send no token, so their
 * addresses have a secret of their own: {@code preview/SECRET/DRAFT/}, or {@code -} for the catalog as it is.
 */
final class Previews {

    static final String NONE = "-";

    private final Desk desk;
    private final String secret = Guard.secret();
    private final SiteBuilder builder = new SiteBuilder(Hosting.ANYWHERE);
    private final Map<String, Made> sites = new HashMap<>();

    private record Made(String state, Site site) {}

    Previews(Desk desk) {
        this.desk = desk;
    }

    /** The address of a site, ending in a slash. */
    String root(String draft) {
        return "/preview/" + secret + "/" + draft + "/";
    }

    /** The site with a draft as it is now. */
    synchronized Site site(String draft) throws IOException, RefusedException {
        String state = desk.state();
        @Nullable Made made = sites.get(draft);
        if (made == null || !made.state.equals(state)) {
            Site site = builder.build(desk.preview(draft.equals(NONE) ? "" : draft));
            // One draft is on the desk at a time; the others' sites need not be kept.
            sites.keySet().removeIf(other -> !other.equals(NONE));
            made = new Made(state, site);
            sites.put(draft, made);
        }
        return made.site;
    }

    /** A page or file by the path of a request; empty if there is none. */
    Optional<Resource> find(String path) throws IOException, RefusedException {
        String[] parts = path.split("/", 5);
        if (parts.length < 5 || !parts[1].equals("preview") || !secret.equals(parts[2])) {
            return Optional.empty();
        }
        String draft = parts[3];
        if (!draft.equals(NONE) && !desk.hasReport(draft)) {
            return Optional.empty();
        }
        return site(draft).find(parts[4]);
    }
}
