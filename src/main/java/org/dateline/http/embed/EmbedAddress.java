package org.dateline.http.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameters;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.MapView;
import org.dateline.model.View;
import org.dateline.site.Site;
import org.dateline.site.resource.LanguageFolder;

/**
 * The embed that best matches a page of the site.
 *
 * @param path   the path within the site, with its query
 * @param prefix the prefix of its language: empty for the default language, otherwise as in {@code ur/}
 * @param view   the view; without an id for a state of the map
 */
record EmbedAddress(String path, String prefix, View view, String language) {

    private static final Pattern PAGE =
            Pattern.compile("(places|claims|reports|embed)/([a-z0-9-]+)/((?:@[0-9a-f]+/)?(?:light/|dark/)?)");

    /**
     * @param url a URL as copied from the address bar: absolute, or a path relative to the base
     * @return empty if it is not a page of this site that can be embedded
     */
    static Optional<EmbedAddress> of(Site site, URI base, String url) {
        return within(base, url).flatMap(address -> {
            String wanted = address.getPath().substring(base.getPath().length()).replaceFirst("index\\.html$", "");
            return ofPath(site, present(site, wanted), address);
        });
    }

    /**
     * The name of the story whose page a URL is; empty if it is none, or a page of the list of stories.
     *
     * @param base the address of that list
     */
    static Optional<String> story(URI base, String url) {
        return within(base, url)
                .map(address -> address.getPath().substring(base.getPath().length()))
                .map(path -> path.substring(0, Math.max(0, path.indexOf('/'))))
                .filter(name -> !name.isEmpty());
    }

    private static Optional<URI> within(URI base, String url) {
        URI address;
        try {
            address = base.resolve(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
        // Not the host: a name with an underscore, as container networks have it, is none to java.net.URI.
        boolean here = base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
        String path = address.getPath();
        return here && path != null && path.startsWith(base.getPath()) ? Optional.of(address) : Optional.empty();
    }

    /** The path of the page that a browser gets to, by a redirect if need be. */
    private static String present(Site site, String path) {
        if (site.find(path).isEmpty() && (site.find(path + "/").isPresent() || path.endsWith("embed"))) {
            return path + "/";
        }
        return site.find(path).isPresent() ? path : site.present(path).orElse(path);
    }

    private static Optional<EmbedAddress> ofPath(Site site, String path, URI address) {
        Catalog catalog = site.catalog();
        String language = catalog.languages().stream()
                .filter(code -> path.startsWith(code + "/") && !code.equals(catalog.defaultLanguage()))
                .findFirst()
                .orElse(catalog.defaultLanguage());
        String prefix = LanguageFolder.of(catalog, language);
        String page = path.substring(prefix.length());
        if (page.equals("embed/")) {
            return ofState(catalog, address);
        }
        if (site.find(path).isEmpty()) {
            return Optional.empty();
        }
        if (MapHash.isState(address.getRawFragment())) {
            return ofState(
                    catalog, new EmbedParameters(catalog), MapHash.parse(address.getRawFragment()), page, language);
        }
        if (page.isEmpty()) {
            return Optional.of(ofView(catalog.defaultView(), prefix, "", language));
        }
        Matcher parts = PAGE.matcher(page);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group(2);
        return switch (parts.group(1)) {
            case "embed" -> catalog.view(id).map(view -> ofView(view, prefix, parts.group(3), language));
            case "claims" ->
                Optional.of(catalog.views().stream()
                        .filter(view -> view instanceof ClaimsView claims
                                && claims.measure().equals(id))
                        .findFirst()
                        .map(view -> ofView(view, prefix, "", language))
                        .orElseGet(() -> ofState(catalog, new EmbedParameters(catalog).ofMeasure(id, language))));
            case "places" -> {
                try {
                    yield Optional.of(catalog.views().stream()
                            .filter(view -> view instanceof MapView map && id.equals(map.place()))
                            .findFirst()
                            .map(view -> ofView(view, prefix, "", language))
                            .orElseGet(() -> ofState(catalog, new EmbedParameters(catalog).ofPlace(id, language))));
                } catch (BadParameterException e) {
                    // A place without a location: its quotes are listed with the default view.
                    yield Optional.of(ofView(catalog.defaultView(), prefix, "", language));
                }
            }
            default -> Optional.of(ofView(catalog.defaultView(), prefix, "", language));
        };
    }

    private static EmbedAddress ofView(View view, String prefix, String variant, String language) {
        return new EmbedAddress(prefix + "embed/" + view.id() + "/" + variant, prefix, view, language);
    }

    private static EmbedAddress ofState(Catalog catalog, Parameters parameters) {
        EmbedRequest request = new EmbedParameters(catalog).read(parameters);
        return new EmbedAddress("embed/" + parameters.toQuery(), "", request.view(), request.language());
    }

    /** The state of the map that a reader copied from the address bar, with the place whose page was open. */
    private static Optional<EmbedAddress> ofState(
            Catalog catalog, EmbedParameters known, MapHash hash, String page, String language) {
        Matcher parts = PAGE.matcher(page);
        String place = parts.matches() && parts.group(1).equals("places") ? parts.group(2) : null;
        try {
            return Optional.of(ofState(catalog, known.ofHash(hash, place, language)));
        } catch (BadParameterException e) {
            return Optional.empty();
        }
    }

    private static Optional<EmbedAddress> ofState(Catalog catalog, URI address) {
        try {
            EmbedParameters known = new EmbedParameters(catalog);
            return Optional.of(ofState(catalog, known.only(Parameters.parse(address.getRawQuery()))));
        } catch (BadParameterException e) {
            return Optional.empty();
        }
    }
}
