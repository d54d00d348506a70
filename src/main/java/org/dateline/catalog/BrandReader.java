package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dateline.model.Brand;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code brand} of {@code catalog.yaml}: its logos are pictures, and its colours legible. */
final class BrandReader {

    /** The least contrast of text with its ground (<a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG</a>). */
    private static final double LEAST_CONTRAST = 4.5;

    /** A logo is fetched with every first page. */
    private static final int LARGEST_LOGO = 100_000;

    private static final Pattern ACTIVE = Pattern.compile("(?i)<script|\\son[a-z]+\\s*=|javascript:|<foreignObject");

    private static final JsonNode COLOURS = colours();

    private final Path folder;
    private final CatalogFolder files;
    private final TextReader texts;
    private final Faults faults;

    BrandReader(Path folder, CatalogFolder files, TextReader texts, Faults faults) {
        this.folder = folder;
        this.files = files;
        this.texts = texts;
        this.faults = faults;
    }

    Brand read(Field field) {
        return new Brand(
                texts.read(field.get("name")),
                field.find("logo").map(this::logo).orElse(null),
                field.find("accent").map(this::accent).orElse(null),
                field.textOrNull("contact"),
                field.textOrNull("imprint"),
                field.textOrNull("licence"));
    }

    private Brand.@Nullable Logo logo(Field field) {
        boolean both = field.node().isObject();
        Optional<Brand.Picture> light = picture(both ? field.get("light") : field);
        Optional<Brand.Picture> dark = both ? picture(field.get("dark")) : light;
        return light.isPresent() && dark.isPresent() ? new Brand.Logo(light.get(), dark.get()) : null;
    }

    private Optional<Brand.Picture> picture(Field field) {
        Path path = folder.resolve(field.text()).normalize();
        if (!path.startsWith(folder.normalize())) {
            faults.add(field.fault("a file in the catalog's folder"));
            return Optional.empty();
        }
        return files.read(path).flatMap(content -> {
            String wrong = wrong(path.toString(), content);
            if (wrong != null) {
                faults.add(field.fault(
                        field.shown() + ", " + wrong,
                        "an SVG without script, a PNG or a WebP of at most " + LARGEST_LOGO / 1000 + " KB"));
                return Optional.empty();
            }
            return Optional.of(new Brand.Picture(path.getFileName().toString(), content));
        });
    }

    /** What is wrong with a picture; null for nothing. */
    private static @Nullable String wrong(String name, byte[] content) {
        if (content.length > LARGEST_LOGO) {
            return content.length + " bytes";
        }
        String start = HexFormat.of().formatHex(Arrays.copyOf(content, 12));
        if (name.endsWith(".svg")) {
            String text = new String(content, StandardCharsets.UTF_8);
            return !text.contains("<svg") ? "no SVG" : ACTIVE.matcher(text).find() ? "with script" : null;
        }
        boolean matches = name.endsWith(".png")
                ? start.startsWith("89504e470d0a1a0a")
                : start.startsWith("52494646") && start.endsWith("57454250");
        return matches ? null : "another kind of file";
    }

    /** A colour for light pages; without one for dark pages, a lighter tint of it is used there. */
    private Brand.Accent accent(Field field) {
        boolean both = field.node().isObject();
        Field light = both ? field.get("light") : field;
        require(light, "light", "a darker colour");
        if (both && field.has("dark")) {
            require(field.get("dark"), "dark", "a lighter colour");
            return new Brand.Accent(light.text(), field.get("dark").text());
        }
        return new Brand.Accent(light.text(), tint(light.text()));
    }

    private void require(Field field, String theme, String remedy) {
        double contrast = contrast(field.text(), paper(theme));
        if (contrast < LEAST_CONTRAST) {
            faults.add(field.fault(
                    String.format(Locale.ROOT, "%s, a contrast of %.1f to 1", field.shown(), contrast),
                    remedy + ": at least " + LEAST_CONTRAST + " to 1 on " + theme + " pages (" + paper(theme) + ")"));
        }
    }

    /** The nearest tint, towards white, that is legible on dark pages. */
    private static String tint(String colour) {
        int[] rgb = rgb(colour);
        for (int percent = 0; percent < 100; percent++) {
            String tint = "#";
            for (int channel : rgb) {
                tint += String.format(Locale.ROOT, "%02x", channel + (255 - channel) * percent / 100);
            }
            if (contrast(tint, paper("dark")) >= LEAST_CONTRAST) {
                return tint;
            }
        }
        return "#ffffff";
    }

    private static String paper(String theme) {
        return COLOURS.path(theme).path("paper").asString();
    }

    /** The contrast ratio of two colours (WCAG 2.2), 1 to 21. */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int[] rgb = rgb(colour);
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int[] rgb(String colour) {
        int all = Integer.parseInt(colour.substring(1), 16);
        return new int[] {all >> 16, all >> 8 & 0xFF, all & 0xFF};
    }

    private static JsonNode colours() {
        try (InputStream in = BrandReader.class.getResourceAsStream("/look.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in)).path("colours");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
