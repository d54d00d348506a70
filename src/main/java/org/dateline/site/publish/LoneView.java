package org.dateline.site.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.View;
import org.dateline.site.Site;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A view taken out of its site. Its page is whole in itself; only links lead out of it. They lead to the site where its
 * address is known; else they are no links any more, since what they led to is not there.
 */
public final class LoneView {

    /** A tag, or a script or style with all that is in it, which is no business of ours. */
    private static final Pattern TAG = Pattern.compile(
            "(?s)(<(script|style)\\b(?:\"[^\"]*+\"|[^\">]++)*+>)(.*?</\\2>)|<[a-zA-Z](?:\"[^\"]*+\"|[^\">]++)*+>");

    /** An attribute with an address: of any name where the value says so, else of those that hold nothing else. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\s([\\w:-]+)=\"(\\.{1,2}/[^\"]*)\"|\\s(href|src|srcset|xlink:href)=\"([^\"]*)\"");

    /** Within the page, of another origin, or the data itself. */
    private static final Pattern ITS_OWN = Pattern.compile("#.*|[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

    private final Site site;
    private final String id;
    private final String folder;
    private final Resource page;
    private final @Nullable URI base;
    private final Map<String, Resource> images = new LinkedHashMap<>();

    private LoneView(Site site, String id, String folder, Resource page, @Nullable URI base) {
        this.site = site;
        this.id = id;
        this.folder = folder;
        this.page = page;
        this.base = base;
        // As the view's own name and an ending, or a size and an ending: no other view's name has a dot or an at sign.
        Pattern image = Pattern.compile(Pattern.quote(folder + id) + "[.@][^/]+");
        site.resources().forEach((path, resource) -> {
            if (image.matcher(path).matches()) {
                images.put(path.substring(folder.length()), resource);
            }
        });
    }

    /** @throws IllegalArgumentException where the site has no such view or language */
    public static LoneView of(Site site, String view, String language, @Nullable URI base) {
        if (!site.catalog().languages().contains(language)) {
            throw new IllegalArgumentException("got the language " + language + ", expected one of "
                    + String.join(", ", site.catalog().languages()));
        }
        List<String> views = site.catalog().views().stream().map(View::id).toList();
        if (!views.contains(view)) {
            throw new IllegalArgumentException(
                    "got the view " + view + ", expected one of " + String.join(", ", views));
        }
        String prefix = LanguageFolder.of(site.catalog(), language);
        String folder = prefix + "embed/";
        Optional<Resource> page = site.find(folder + view + "/");
        return new LoneView(
                site,
                view,
                folder,
                page.orElseThrow(() -> new IllegalArgumentException("got the view " + view + ", which has no page "
                        + folder + view + "/, expected one that can be embedded")),
                base);
    }

    /** By their names beside the page. */
    Map<String, Resource> images() {
        return images;
    }

    /** The page for a folder that has the images beside it; UTF-8. */
    byte[] page() {
        return page(true);
    }

    /** The page as one file with nothing beside it, which ends with a comment that says what it is; UTF-8. */
    public byte[] file() {
        String html = new String(page(false), StandardCharsets.UTF_8);
        return Resource.utf8(
                html.stripTrailing() + "\n" + mark() + site.catalog().hash() + " -->\n");
    }

    /** How the comment at the end of the file begins, whatever the catalog. */
    public String mark() {
        return "<!-- Dateline: view " + id + ", catalog ";
    }

    private byte[] page(boolean withImages) {
        String html = new String(page.identity().bytes(), StandardCharsets.UTF_8);
        return Resource.utf8(TAG.matcher(html).replaceAll(found -> {
            boolean block = found.group(1) != null;
            String tag = ADDRESS.matcher(block ? found.group(1) : found.group())
                    .replaceAll(attribute -> Matcher.quoteReplacement(attribute(attribute, withImages)));
            return Matcher.quoteReplacement(block ? tag + found.group(3) : tag);
        }));
    }

    private String attribute(MatchResult found, boolean withImages) {
        String name = found.group(1) != null ? found.group(1) : found.group(3);
        String value = found.group(1) != null ? found.group(2) : found.group(4);
        if (name.startsWith("data-")) {
            // For the script that wakes the map up with more of the site's, which a page elsewhere may not run.
            return "";
        }
        Optional<String> address = name.endsWith("srcset") ? choices(value, withImages) : address(value, withImages);
        return address.map(there -> " " + name + "=\"" + there + "\"").orElse("");
    }

    /** The addresses of a srcset, each with its descriptor. */
    private Optional<String> choices(String value, boolean withImages) {
        List<String> choices = new ArrayList<>();
        for (String choice : value.split(",\\s+")) {
            String[] parts = choice.strip().split("\\s+", 2);
            address(parts[0], withImages)
                    .ifPresent(there -> choices.add(parts.length > 1 ? there + " " + parts[1] : there));
        }
        return choices.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", choices));
    }

    /** An address as it is right outside of the site; empty where it leads nowhere. */
    private Optional<String> address(String value, boolean withImages) {
        if (value.isEmpty() || ITS_OWN.matcher(value).matches()) {
            return Optional.of(value);
        }
        // In a site at the root of a host, the one address that is surely nobody's.
        URI root = URI.create("https://site.invalid/");
        URI there = root.resolve(folder + id + "/").resolve(value.replace("&amp;", "&"));
        String path = there.getPath().substring(1);
        String fragment = there.getRawFragment() == null ? "" : "#" + there.getRawFragment();
        if (path.equals(folder + id + "/") || path.equals(folder + id + "/" + Publication.INDEX)) {
            return Optional.of(fragment);
        }
        String image = path.startsWith(folder) ? path.substring(folder.length()) : "";
        if (withImages && images.containsKey(image)) {
            return Optional.of(image + fragment);
        }
        // The site may be files or a server: a folder is a page of both.
        return Optional.ofNullable(base)
                .map(known -> known.resolve(root.relativize(there))
                        .toString()
                        .replaceFirst("/index\\.html(?=$|#)", "/")
                        .replace("&", "&amp;"));
    }
}
