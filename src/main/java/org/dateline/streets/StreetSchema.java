package org.dateline.streets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dateline.streets.StreetFeature.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a schema of vector tiles says what the neutral set knows. The files {@code /streets/*.json} hold the rules: of the rules for a layer and a form, the first whose conditions hold gives the kind.
 *
 * @param id     the file's name without extension
 * @param title  for people
 * @param toldBy the layers by which archives of the schema are told from others
 * @param notBy  layers that only another version of the schema has, with other properties
 * @param draw   rules for what is drawn
 * @param names  rules for what is named
 */
public record StreetSchema(
        String id, String title, List<String> toldBy, List<String> notBy, List<Rule> draw, List<Rule> names) {

    /** All schemas that are known. */
    public static final List<StreetSchema> ALL = List.of(read("openmaptiles"), read("protomaps"), read("shortbread"));

    public StreetSchema {
        toldBy = List.copyOf(toldBy);
        notBy = List.copyOf(notBy);
        draw = List.copyOf(draw);
        names = List.copyOf(names);
    }

    /**
     * @param where  properties and the values of which they must have one
     * @param unless properties and the values of which they must have none
     */
    public record Rule(
            String layer, Form form, Map<String, Set<String>> where, Map<String, Set<String>> unless, String kind) {

        private boolean holds(Function<String, @Nullable String> property) {
            return where.entrySet().stream().allMatch(one -> one.getValue().contains(text(property, one.getKey())))
                    && unless.entrySet().stream()
                            .noneMatch(one -> one.getValue().contains(text(property, one.getKey())));
        }

        private static String text(Function<String, @Nullable String> property, String name) {
            return Objects.requireNonNullElse(property.apply(name), "");
        }
    }

    /** The schema of an archive with these layers. */
    static Optional<StreetSchema> of(Collection<String> layers) {
        return ALL.stream()
                .filter(schema -> layers.containsAll(schema.toldBy)
                        && schema.notBy.stream().noneMatch(layers::contains))
                .findFirst();
    }

    /** The layers that rules speak of. */
    Set<String> layers() {
        Set<String> layers = new LinkedHashSet<>();
        draw.forEach(rule -> layers.add(rule.layer));
        names.forEach(rule -> layers.add(rule.layer));
        return layers;
    }

    /**
     * The kind of a feature by the first rule that holds; null for none.
     *
     * @param rules    {@link #draw} or {@link #names}
     * @param property the value of a property as text, with 1 for true; null without one
     */
    static @Nullable String kind(
            List<Rule> rules, String layer, Form form, Function<String, @Nullable String> property) {
        for (Rule rule : rules) {
            if (rule.form == form && rule.layer.equals(layer) && rule.holds(property)) {
                return rule.kind;
            }
        }
        return null;
    }

    private static StreetSchema read(String id) {
        try (InputStream file = StreetSchema.class.getResourceAsStream("/streets/" + id + ".json")) {
            JsonNode json = JsonMapper.shared().readTree(Objects.requireNonNull(file, id));
            return new StreetSchema(
                    id,
                    json.path("title").asString(),
                    texts(json.path("toldBy")),
                    texts(json.path("notBy")),
                    rules(json.path("draw")),
                    rules(json.path("names")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Rule> rules(JsonNode json) {
        List<Rule> rules = new ArrayList<>();
        json.forEach(rule -> rules.add(new Rule(
                rule.path("layer").asString(),
                Form.valueOf(rule.path("form").asString().toUpperCase(java.util.Locale.ROOT)),
                conditions(rule.path("where")),
                conditions(rule.path("unless")),
                rule.path("kind").asString())));
        return rules;
    }

    private static Map<String, Set<String>> conditions(JsonNode json) {
        Map<String, Set<String>> conditions = new LinkedHashMap<>();
        json.properties().forEach(one -> conditions.put(one.getKey(), Set.copyOf(texts(one.getValue()))));
        return conditions;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
