package org.dateline.site.resource;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.model.Brand;
import org.dateline.site.resource.Resource.Caching;
import org.jspecify.annotations.Nullable;

/**
 * The files of a catalog's {@link Brand}: its logos, and a style sheet with its colours. Their names contain a hash of
 * their content.
 *
 * @param light the path of the logo for light pages; null for none
 * @param dark  the path of the logo for dark pages; null for none
 * @param sheet the path of the style sheet; null for none
 */
public record BrandFiles(
        @Nullable String light,
        @Nullable String dark,
        @Nullable String sheet,
        Map<String, Resource> resources) {

    /** In bytes, of two logos: a tenth of an embed. */
    private static final int LARGEST_INLINE = 6_000;

    private static final String LIGHT = "light";
    private static final String DARK = "dark";

    public BrandFiles {
        resources = Map.copyOf(resources);
    }

    public static BrandFiles of(Brand brand) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        Brand.Logo logo = brand.logo();
        String light = logo == null
                ? null
                : add(resources, logo.light().name(), logo.light().content());
        String dark = logo == null
                ? null
                : add(resources, logo.dark().name(), logo.dark().content());
        String css = css(brand);
        return new BrandFiles(
                light, dark, css.isEmpty() ? null : add(resources, "brand.css", Resource.utf8(css)), resources);
    }

    private static String add(Map<String, Resource> resources, String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String path =
                "brand/" + name.substring(0, dot) + "-" + Resource.hash(content).substring(0, 10) + name.substring(dot);
        resources.put(path, new Resource(MediaTypes.of(name), Caching.IMMUTABLE, () -> content));
        return path;
    }

    /** Logos as addresses that hold them ({@code data:}). */
    public record Inline(String light, String dark) {}

    /** The logos, if both are small enough to be part of each embed; null otherwise. */
    public static @Nullable Inline inline(Brand brand) {
        Brand.Logo logo = brand.logo();
        boolean small =
                logo != null && logo.light().content().length + logo.dark().content().length <= LARGEST_INLINE;
        return small ? new Inline(data(logo.light()), data(logo.dark())) : null;
    }

    private static String data(Brand.Picture picture) {
        return "data:" + MediaTypes.of(picture.name()) + ";base64,"
                + Base64.getEncoder().encodeToString(picture.content());
    }

    /** The colours of pages and embeds, and which of two logos shows; empty for the program's own. */
    public static String css(Brand brand) {
        Brand.Accent accent = brand.accent();
        boolean logos = brand.logo() != null
                && !brand.logo().light().equals(brand.logo().dark());
        if (accent == null && !logos) {
            return "";
        }
        String light = rules(accent == null ? null : accent.light(), LIGHT, logos);
        String dark = rules(accent == null ? null : accent.dark(), DARK, logos);
        // Paper is light, as everywhere.
        return themed(":root", light)
                + "@media screen and (prefers-color-scheme:dark){" + themed(":root:not([data-theme=light])", dark)
                + "}@media screen{" + themed(":root[data-theme=dark]", dark) + "}";
    }

    private static String themed(String root, String rules) {
        return rules.replace("&", root);
    }

    private static String rules(@Nullable String accent, String theme, boolean logos) {
        String other = theme.equals(LIGHT) ? DARK : LIGHT;
        return (accent == null
                        ? ""
                        : "&{--accent:" + accent + ";--accent-soft:" + accent + "18;--mark:" + accent + "26}")
                + (logos ? "& .logo-" + other + "{display:none}& .logo-" + theme + "{display:inline-block}" : "");
    }
}
