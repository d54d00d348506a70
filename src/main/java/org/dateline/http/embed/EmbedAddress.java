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
        URI address;
        try {
            address = base.resolve(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
        // Not the host: a name with an underscore, as container networks have it, is none to java.net.URI.
        boolean here = base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
        String path = address.getPath();
        if (!here || path == null || !path.startsWith(base.getPath())) {
            return Optional.empty();
        }
        return ofPath(site, path.substring(base.getPath().length()).replaceFirst("index\\.html$", ""), address);
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

    private static Optional<EmbedAddress> ofState(Catalog catalog, URI address) {
        try {
            return Optional.of(
                    ofState(catalog, Parameters.parse(address.getRawQuery(), new EmbedParameters(catalog).all())));
        } catch (BadParameterException e) {
            return Optional.empty();
        }
    }
}
