package org.dateline.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.dateline.model.Counted;
import tools.jackson.databind.JsonNode;

/**
 * Checks documents against the JSON Schemas (draft 2020-12) in {@code geodata/schema}, which are part of the program.
 */
final class SchemaValidator {

    /** The schemas' ids are relative, so that they hold anywhere; the library requires a base. */
    private static final String BASE = "https://dateline.invalid/schema/";

    /** What the schemas' patterns mean, for people who do not read them. */
    static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry(
                    "^[a-z0-9]+(-[a-z0-9]+)*$",
                    "lower-case letters and digits, joined by hyphens, such as sibi-district"),
            Map.entry(
                    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
                    "a word in Latin letters without accents, in lower case, such as motorway; readers see the words"
                            + " that languages/CODE.properties has for it (kind.motorway=autovía)"),
            Map.entry(
                    "^[A-Za-z0-9][A-Za-z0-9._-]*\\.(pmtiles|mbtiles)$",
                    "the name of a file in the catalog's folder, such as city.pmtiles"),
            Map.entry(
                    "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
                    "a language code, such as en, pt-BR or zh-Hans"),
            Map.entry(
                    "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
                    "a day as year, month and day, such as \"2025-03-11\""),
            Map.entry(
                    "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
                    "a day, month or year, such as \"2025-03-11\", \"2025-03\" or \"2025\""),
            Map.entry("^[0-9a-f]{64}$", "64 digits of a SHA-256, 0 to 9 and a to f"),
            Map.entry("^https?://", "an address that starts with https:// or http://"),
            Map.entry("^https?://\\S+$", "an address that starts with https:// or http://"),
            Map.entry(
                    "^(https?://\\S+|[^@\\s:/]+@[^@\\s]+)$",
                    "an address that starts with https:// or http://, or an e-mail address"),
            Map.entry(
                    "^[A-Za-z0-9][A-Za-z0-9._/-]*\\.(svg|png|webp)$",
                    "a picture in the catalog's folder, such as brand/logo.svg"),
            Map.entry("^#[0-9A-Fa-f]{6}$", "a colour in quotation marks, such as \"#b3261e\""),
            Map.entry("^Q[1-9]\\d*$", "an item of Wikidata, such as Q1023"),
            Map.entry("^[1-9]\\d*$", "a number in quotation marks, such as \"1167528\""),
            Map.entry("^[A-Z]+:[A-Za-z0-9]+$", "a reference system, such as EPSG:32642"),
            Map.entry("^[a-z][a-z0-9_]*$", "lower-case letters, digits and underscores, a letter first"),
            Map.entry("^[A-Za-z_][A-Za-z0-9_]*$", "letters, digits and underscores, no digit first"));

    /** What is left of "{value: 4,000}", where YAML takes the comma for the end of the value. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{3}\\b.*");

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private SchemaValidator() {}

    /** Adds a fault for each rule of the schema that the document breaks, except in fields that already have one. */
    static void check(Document document, String schema, Faults faults) {
        if (!faults.areSought()) {
            return;
        }
        List<Fault> found = new ArrayList<>();
        for (Error error :
                SCHEMAS.computeIfAbsent(schema, SchemaValidator::read).validate(document.root())) {
            // Errors inside the branches of a choice say less than that no branch applies.
            if (!error.getEvaluationPath().toString().contains("/oneOf/")) {
                found.add(fault(document, schema, error));
            }
        }
        found.removeIf(fault -> faults.at(fault.file(), fault.field()));
        found.forEach(faults::add);
    }

    private static Schema read(String name) {
        try (InputStream file = SchemaValidator.class.getResourceAsStream("/schema/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("got no schema/" + name + ".json on the class path");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(BASE + name + ".json"), file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault fault(Document document, String schema, Error error) {
        Field at = locate(document.field(), error.getInstanceLocation());
        return switch (error.getKeyword()) {
            case "required" -> missing(at, error.getProperty());
            case "dependentRequired" -> missing(at, String.valueOf(error.getArguments()[0]));
            case "additionalProperties", "unevaluatedProperties" ->
                unknown(at.get(error.getProperty()), error.getProperty(), objectOf(schema, error));
            case "oneOf" -> choice(at, error.getSchemaNode());
            // YAML reads 57 as a number; words are a text all the same.
            case "type" -> at.fault(expectation(error) + (isUnquoted(error, at) ? ", in quotation marks" : ""));
            default -> at.fault(expectation(error));
        };
    }

    private static boolean isUnquoted(Error error, Field at) {
        String expected = error.getSchemaNode().toString();
        return (expected.equals("\"string\"") || expected.equals("[\"string\",\"integer\"]"))
                && (at.node().isNumber() || at.node().isBoolean());
    }

    private static Fault missing(Field at, String name) {
        return at.fault("no field \"" + name + "\"", "the field \"" + name + "\"");
    }

    /** @param rules the schema of the object that has the field */
    private static Fault unknown(Field at, String name, JsonNode rules) {
        String got = "an unknown field \"" + name + "\"";
        if (THOUSANDS.matcher(name).matches()) {
            return at.fault(got, "no comma within a value: \"4,000\" in quotation marks as words, 4000 as a number");
        }
        List<String> known = List.copyOf(rules.path("properties").propertyNames());
        if (known.isEmpty()) {
            // Texts by language.
            String pattern = String.join(" or ", rules.path("patternProperties").propertyNames());
            return at.fault(got, PATTERNS.getOrDefault(pattern, "a name that matches " + pattern));
        }
        return at.fault(
                got,
                "one of the fields " + String.join(", ", known)
                        + nearest(name, known)
                                .map(near -> "; perhaps \"" + near + "\"")
                                .orElse(""));
    }

    /** The schema of the object in which an error is. */
    private static JsonNode objectOf(String schema, Error error) {
        NodePath rule = error.getSchemaLocation().getFragment();
        JsonNode object = SCHEMAS.get(schema).getSchemaNode();
        for (int i = 0; i < rule.getNameCount() - 1; i++) {
            object = rule.getElement(i) instanceof Integer index ? object.path(index) : object.path(rule.getName(i));
        }
        return object;
    }

    /** The one of some names that another is probably meant to be: at most a third of its letters are wrong. */
    private static Optional<String> nearest(String name, List<String> names) {
        String written = name.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, name.length() / 3));
        return names.stream()
                .filter(other -> distance.apply(written, other) >= 0)
                .min(Comparator.comparing(other -> distance.apply(written, other)));
    }

    /** Our schemas offer choices between fields, where each branch requires one, and between kinds of values. */
    private static Fault choice(Field at, JsonNode branches) {
        List<String> names = new ArrayList<>();
        branches.forEach(branch -> names.add(branch.path("required").path(0).asString("")));
        if (names.contains("")) {
            List<String> kinds = new ArrayList<>();
            branches.forEach(branch -> kinds.add(kind(branch)));
            return at.fault(String.join(", or ", kinds));
        }
        List<String> got = names.stream().filter(at.node()::has).toList();
        return at.fault(
                got.isEmpty() ? "none of these fields" : String.join(" and ", got),
                "exactly one of the fields " + String.join(", ", names));
    }

    /** A branch of a choice between kinds of values, in words. */
    private static String kind(JsonNode branch) {
        return switch (branch.path("type").asString("")) {
            case "number" -> "a number of " + branch.path("minimum").asString("") + " or more, such as 83";
            case "array" -> "a list of " + branch.path("minItems").asString("") + " numbers, such as [70, 80]";
            case "string" ->
                branch.path("enum").isEmpty()
                        ? "a text"
                        : "one of " + alternatives(branch.path("enum"), word -> word.asString(""));
            default -> typeName(branch.path("type"));
        };
    }

    private static Field locate(Field root, NodePath path) {
        Field field = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            field = path.getElement(i) instanceof Integer index
                    ? new Field(
                            root.document(),
                            field.path() + "[" + index + "]",
                            field.node().path(index))
                    : field.get(path.getName(i));
        }
        return field;
    }

    /** Made from the rule itself, because the library's messages depend on the machine's language. */
    private static String expectation(Error error) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> alternatives(rule, SchemaValidator::typeName);
            case "enum" -> alternatives(rule, JsonNode::toString);
            case "const" -> rule.toString();
            case "minLength" -> "at least " + Counted.of(rule.longValue(), "character");
            case "minItems" -> "at least " + Counted.of(rule.longValue(), "item");
            case "maxItems" -> "at most " + Counted.of(rule.longValue(), "item");
            case "minProperties" -> "at least " + Counted.of(rule.longValue(), "field");
            case "uniqueItems" -> "each item once";
            case "minimum" -> rule + " or more";
            case "maximum" -> rule + " or less";
            case "exclusiveMinimum" -> "more than " + rule;
            case "pattern" -> PATTERNS.getOrDefault(rule.asString(""), "a text that matches " + rule.asString(""));
            default -> error.getMessage();
        };
    }

    private static String alternatives(JsonNode rule, Function<JsonNode, String> name) {
        List<String> names = new ArrayList<>();
        if (rule.isArray()) {
            rule.forEach(item -> names.add(name.apply(item)));
        } else {
            names.add(name.apply(rule));
        }
        return String.join(" or ", names);
    }

    private static String typeName(JsonNode type) {
        return switch (type.asString("")) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> "null";
        };
    }
}
