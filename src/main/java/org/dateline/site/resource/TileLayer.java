package org.dateline.site.resource;

/**
 * A tile layer that the operator configured, shown instead of Dateline's own basemap.
 *
 * @param url         with {z}, {x} and {y}
 * @param attribution plain text for the map's corner
 */
public record TileLayer(String url, String attribution) {

    public TileLayer {
        if (!url.matches("https?://[^/\\s]+/.*\\{z}.*") || !url.contains("{x}") || !url.contains("{y}")) {
            throw new IllegalArgumentException(
                    "got the tile address \"" + url + "\", expected an address such as https://host/{z}/{x}/{y}.png");
        }
    }

    /** Scheme and host, for the Content-Security-Policy; {s} for subdomains becomes a wildcard. */
    public String origin() {
        return url.replaceFirst("(https?://[^/]+)/.*", "$1").replace("{s}", "*");
    }
}
