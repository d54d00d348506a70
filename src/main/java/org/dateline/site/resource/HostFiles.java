package org.dateline.site.resource;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dateline.site.resource.Resource.Caching;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that some hosts read in the root of a published folder, to send the headers that a server would. */
public final class HostFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SortedMap<String, String> EVERYWHERE = new TreeMap<>(Map.of(
            "Access-Control-Allow-Origin", "*",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "strict-origin-when-cross-origin"));

    /** The types, by extension, that lists of media types lack or name without their encoding. */
    private static final SortedMap<String, String> TYPED =
            new TreeMap<>(Map.of("topojson", MediaTypes.JSON, "atom", MediaTypes.ATOM, "csv", MediaTypes.CSV));

    private HostFiles() {}

    /**
     * @param root the path of the folder on its host, which ends in a slash
     */
    public static Map<String, Resource> of(String root) {
        return Map.of(
                "_headers", new Resource(MediaTypes.of("_headers.txt"), () -> Resource.utf8(headers(root))),
                "serve.json", new Resource(MediaTypes.JSON, HostFiles::serve));
    }

    /** In the form that Netlify and Cloudflare Pages read. A header may stand in one of several matching rules only. */
    private static String headers(String root) {
        StringBuilder rules = new StringBuilder(root + "*\n");
        EVERYWHERE.forEach((name, value) -> rules.append("  " + name + ": " + value + "\n"));
        return rules.append(root + "assets/*\n  Cache-Control: " + Caching.IMMUTABLE.header() + "\n")
                .toString();
    }

    /** In the form that {@code serve} reads, which leads from "places/x/index.html" to "places/x" unless told otherwise. */
    private static byte[] serve() {
        ObjectNode root = JSON.createObjectNode();
        root.put("trailingSlash", true);
        root.putArray("cleanUrls").add("!**/*.html");
        ArrayNode rules = root.putArray("headers");
        EVERYWHERE.forEach((name, value) -> rule(rules, "**", name, value));
        rule(rules, "**", "Cache-Control", Caching.REVALIDATE.header());
        rule(rules, "assets/**", "Cache-Control", Caching.IMMUTABLE.header());
        TYPED.forEach((extension, type) -> rule(rules, "**/*." + extension, "Content-Type", type));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void rule(ArrayNode rules, String source, String name, String value) {
        ObjectNode rule = rules.addObject();
        rule.put("source", source);
        rule.putArray("headers").addObject().put("key", name).put("value", value);
    }
}
