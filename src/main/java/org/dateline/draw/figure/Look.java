package org.dateline.draw.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The look of maps and plots, read from {@code /look.json}: colours, parts of symbols, sizes in CSS pixels, type, and
 * the zooms at which things appear. The browser's script and style sheets are built from the same file.
 */
public final class Look {

    private static final JsonNode FILE = read();

    /** The colours of the light theme by name. */
    private static final Map<String, Colour> LIGHT = colours("light");

    private static final Map<String, Colour> DARK = colours("dark");

    private static final Map<String, Part> PARTS = parts();

    private Look() {}

    /**
     * A part of a symbol. Colours are names: those of {@code colours}, {@code tone} for the symbol's own colour, {@code
     * party} for a party's, and the fills {@code soft} and {@code hatch} in the symbol's colour.
     *
     * @param width the stroke's width in pixels
     * @param dash  alternating lengths of dashes and gaps in pixels; empty for a solid line
     * @param grows whether the stroke widens with the zoom, see {@link #grown}
     */
    public record Part(
            String name,
            @Nullable String fill,
            double fillOpacity,
            @Nullable String stroke,
            double strokeOpacity,
            double width,
            List<Double> dash,
            boolean grows) {
        public Part {
            dash = List.copyOf(dash);
        }
    }

    /**
     * How a kind of name is set.
     *
     * @param spacing the spacing between letters, in ems
     * @param colour  the colour's name
     */
    public record LabelType(double size, int weight, boolean italic, double spacing, boolean upper, String colour) {}

    /** @throws IllegalArgumentException if the file does not have the name */
    public static Part part(String name) {
        return known(PARTS.get(name), name, "parts");
    }

    /** @throws IllegalArgumentException if the file does not have the name */
    public static Colour light(String name) {
        return known(LIGHT.get(name), name, "colours.light");
    }

    /** @throws IllegalArgumentException if the file does not have the name */
    public static Colour dark(String name) {
        return known(DARK.get(name), name, "colours.dark");
    }

    /** @param theme light or dark */
    public static Colour colour(String theme, String name) {
        return theme.equals("dark") ? dark(name) : light(name);
    }

    /** The name of a symbol's own colour. */
    public static String tone(String style) {
        return text("tones", style);
    }

    /** A length in pixels from {@code sizes}. */
    public static double size(String name) {
        return number("sizes", name);
    }

    /** The zoom from which something is shown. */
    public static double zoom(String name) {
        return number("zooms", name);
    }

    /** A number from the file. */
    public static double number(String group, String name) {
        JsonNode value = FILE.path(group).path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("look.json has no number " + group + "." + name);
        }
        return value.asDouble();
    }

    /** A number from the file that is in no group. */
    public static double number(String name) {
        return FILE.path(name).asDouble();
    }

    /** A list of numbers from the file that stands in no group. */
    public static List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        FILE.path(name).forEach(number -> numbers.add(number.asDouble()));
        return List.copyOf(numbers);
    }

    /** A list of pairs of numbers from the file, such as steps across and down. */
    public static List<double[]> pairs(String name) {
        List<double[]> pairs = new ArrayList<>();
        FILE.path(name)
                .forEach(pair -> pairs.add(
                        new double[] {pair.get(0).asDouble(), pair.get(1).asDouble()}));
        return pairs;
    }

    /** A word from the file. */
    public static String text(String group, String name) {
        JsonNode value = FILE.path(group).path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("look.json has no text " + group + "." + name);
        }
        return value.asString();
    }

    /** The type of a kind of name. */
    public static LabelType label(String style) {
        JsonNode type = FILE.path("labels").path(style);
        return new LabelType(
                type.path("size").asDouble(),
                type.path("weight").asInt(),
                type.path("italic").asBoolean(false),
                type.path("spacing").asDouble(0),
                type.path("upper").asBoolean(false),
                type.path("colour").asString());
    }

    /** The factor by which a growing line is widened at a zoom. */
    public static double grown(double zoom) {
        return Math.clamp(
                (zoom - number("grow", "from")) / number("grow", "over"),
                number("grow", "least"),
                number("grow", "most"));
    }

    /** The density of a soft fill: pairs of a share of the radius and an opacity, from the centre outwards. */
    public static List<double[]> soft() {
        return pairs("soft");
    }

    /** The density of a soft fill at a share of the radius. */
    public static double soft(double share) {
        List<double[]> stops = soft();
        for (int i = 1; i < stops.size(); i++) {
            double[] inner = stops.get(i - 1);
            double[] outer = stops.get(i);
            if (share <= outer[0]) {
                return inner[1] + (outer[1] - inner[1]) * (share - inner[0]) / (outer[0] - inner[0]);
            }
        }
        return stops.getLast()[1];
    }

    /** All colours as CSS custom properties for light and dark: {@code :root{--paper:light-dark(#fbf9f4,#191715);…}}. */
    public static String css() {
        StringBuilder css = new StringBuilder(":root{");
        FILE.path("colours")
                .path("light")
                .properties()
                .forEach(colour -> css.append("--")
                        .append(colour.getKey())
                        .append(":light-dark(")
                        .append(colour.getValue().asString())
                        .append(',')
                        .append(text("dark", FILE.path("colours"), colour.getKey()))
                        .append(");"));
        return css.append('}').toString();
    }

    private static String text(String theme, JsonNode colours, String name) {
        return colours.path(theme).path(name).asString();
    }

    private static JsonNode read() {
        try (InputStream file = Look.class.getResourceAsStream("/look.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(file, "/look.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Colour> colours(String theme) {
        Map<String, Colour> colours = new LinkedHashMap<>();
        FILE.path("colours")
                .path(theme)
                .properties()
                .forEach(colour -> colours.put(
                        colour.getKey(), Colour.parse(colour.getValue().asString())));
        return Map.copyOf(colours);
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        FILE.path("parts").properties().forEach(entry -> {
            JsonNode part = entry.getValue();
            List<Double> dash = new ArrayList<>();
            part.path("dash").forEach(length -> dash.add(length.asDouble()));
            parts.put(
                    entry.getKey(),
                    new Part(
                            entry.getKey(),
                            part.path("fill").asString(null),
                            part.path("fillOpacity").asDouble(1),
                            part.path("stroke").asString(null),
                            part.path("strokeOpacity").asDouble(1),
                            part.path("width").asDouble(0),
                            dash,
                            part.path("grows").asBoolean(false)));
        });
        return Map.copyOf(parts);
    }

    private static <T> T known(@Nullable T value, String name, String group) {
        if (value == null) {
            throw new IllegalArgumentException("look.json has no " + group + "." + name);
        }
        return value;
    }
}
