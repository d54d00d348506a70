package org.dateline.site.resource;

/** Media types of the site's files by file extension (IANA registry). */
public final class MediaTypes {

    public static final String HTML = "text/html; charset=utf-8";
    public static final String GEOJSON = "application/geo+json";
    public static final String JSON = "application/json";
    static final String ANNOTATION = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    static final String CSL = "application/vnd.citationstyles.csl+json";
    static final String CSV = "text/csv; charset=utf-8; header=present";
    public static final String XML = "text/xml; charset=utf-8";
    public static final String SVG = "image/svg+xml";
    public static final String ATOM = "application/atom+xml; charset=utf-8";
    public static final String PNG = "image/png";
    public static final String PDF = "application/pdf";

    private MediaTypes() {}

    /** Whether encodings make files of a type smaller: images and fonts are compressed already. */
    public static boolean isCompressible(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.contains("json")
                || mediaType.contains("xml")
                || mediaType.contains("vector-tile");
    }

    public static String of(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "html" -> HTML;
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "json", "topojson" -> JSON;
            case "geojson" -> GEOJSON;
            case "svg" -> SVG;
            case "png" -> PNG;
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "woff2" -> "font/woff2";
            case "txt" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }
}
