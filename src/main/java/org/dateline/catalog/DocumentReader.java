package org.dateline.catalog;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dateline.model.XmlText;
import org.snakeyaml.engine.v2.api.LoadSettingsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Parses YAML 1.2 and JSON files into documents that know the line of each field. Files are not trusted: nesting and
 * the length of numbers are limited (by Jackson's limits), and YAML aliases, with which a small
 * file can expand to a huge one, are refused.
 */
final class DocumentReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory JSON = new JsonFactory();

    private static final YAMLFactory YAML = yaml(YamlSettings.builder());

    /** For small texts, of which there are most. */
    private static final YAMLFactory SMALL_YAML = yaml(YamlSettings.ofSmall());

    private final CatalogFolder folder;
    private final Faults faults;

    DocumentReader(CatalogFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Leaves it to us to find fields that are there twice. */
    private static YAMLFactory yaml(LoadSettingsBuilder settings) {
        return YAMLFactory.builder()
                .loadSettings(settings.setAllowDuplicateKeys(true).build())
                .enable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
                .build();
    }

    /** The file's content; empty, with a fault, if it is missing or neither YAML nor JSON. */
    Optional<Document> read(Path file) {
        return folder.read(file).flatMap(content -> read(name(file), content));
    }

    /** Reads a document from content in memory. */
    Optional<Document> read(String name, byte[] content) {
        return decode(name, ByteBuffer.wrap(content)).flatMap(text -> parse(name, text));
    }

    private String name(Path file) {
        return folder.name(file);
    }

    private Optional<String> decode(String name, ByteBuffer bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            faults.add(new Fault(name, lines(text), "", "bytes that are not UTF-8", "a text in UTF-8"));
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                faults.add(new Fault(
                        name,
                        lines(text.substring(0, i)),
                        "",
                        "the control character U+%04X".formatted((int) c),
                        "a text in UTF-8"));
                return Optional.empty();
            }
        }
        // Some editors write a byte order mark, which is not content.
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The line, from 1, on which a text ends. */
    private static int lines(String text) {
        return (int) (text + ".").lines().count();
    }

    private Optional<Document> parse(String name, String text) {
        boolean yaml = name.endsWith(".yaml");
        TokenStreamFactory factory = !yaml ? JSON : YamlSettings.isSmall(text) ? SMALL_YAML : YAML;
        String wellFormed = "well-formed " + (yaml ? "YAML" : "JSON");
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            try {
                if (parser.nextToken() == null) {
                    faults.add(new Fault(name, 0, "", "an empty file", "content"));
                    return Optional.empty();
                }
                JsonNode content = value(parser, "", lines, name);
                if (parser.nextToken() != null) {
                    faults.add(new Fault(
                            name, line(parser), "", "a second document in one file", "one document per file"));
                }
                return Optional.of(new Document(name, content, lines));
            } catch (StreamConstraintsException e) {
                String message =
                        e.getOriginalMessage().replaceFirst(", from `.*`", "").replaceFirst("\\.$", "");
                faults.add(new Fault(name, line(parser), "", message, "a file within this limit"));
            } catch (JacksonException e) {
                int line = e.getLocation() == null
                        ? line(parser)
                        : Math.max(0, e.getLocation().getLineNr());
                Optional<YamlMistake> mistake = yaml ? YamlMistake.in(text) : Optional.empty();
                faults.add(mistake.map(made -> new Fault(name, made.line(), "", made.got(), made.expected()))
                        .or(() -> yaml ? Optional.empty() : webPage(name, text))
                        .or(() -> yaml ? Optional.empty() : missingComma(name, text, e))
                        .orElseGet(() -> new Fault(name, line, "", problem(e), wellFormed)));
            }
        }
        return Optional.empty();
    }

    private JsonNode value(JsonParser parser, String path, Map<String, Integer> lines, String file) {
        note(path, parser, lines);
        if (parser instanceof YAMLParser yamlParser && yamlParser.isCurrentAlias()) {
            faults.add(new Fault(file, line(parser), path, "the alias *" + parser.getString(), "the value itself"));
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, lines, file);
            case START_ARRAY -> array(parser, path, lines, file);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == NumberType.BIG_INTEGER
                        ? NODES.numberNode(parser.getBigIntegerValue())
                        : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> decimal(parser, path, file);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING -> text(parser, path, file);
            default -> {
                faults.add(new Fault(file, line(parser), path, "binary content", "a text"));
                yield NODES.nullNode();
            }
        };
    }

    private JsonNode text(JsonParser parser, String path, String file) {
        String text = parser.getString();
        requireShown(text, parser, path, file);
        return NODES.stringNode(text);
    }

    /** Texts get into XML (images, feeds, KML), which cannot carry every character, not even escaped. */
    private void requireShown(String text, JsonParser parser, String path, String file) {
        // Not a stream: this runs for every text while the program starts, before anything is compiled.
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!XmlText.isAllowed(c)) {
                faults.add(new Fault(
                        file,
                        line(parser),
                        path,
                        "the character U+%04X".formatted(c),
                        "a text without control characters"));
                return;
            }
        }
    }

    private JsonNode decimal(JsonParser parser, String path, String file) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            faults.add(new Fault(file, line(parser), path, parser.getString(), "a number up to 1.8e308"));
            return NODES.nullNode();
        }
        // Beyond the range of a long, the schema library takes a double without decimals for a whole number.
        return Math.abs(value) < Long.MAX_VALUE
                ? NODES.numberNode(value)
                : NODES.numberNode(new BigDecimal(value).toBigInteger());
    }

    private JsonNode object(JsonParser parser, String path, Map<String, Integer> lines, String file) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = inner(path, name);
            if (object.has(name)) {
                faults.add(new Fault(file, line(parser), inner, "the field a second time", "each field once"));
            }
            note(inner, parser, lines);
            requireShown(name, parser, path, file);
            parser.nextToken();
            object.set(name, value(parser, inner, lines, file));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String path, Map<String, Integer> lines, String file) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            array.add(value(parser, inner(path, i), lines, file));
        }
        return array;
    }

    private String inner(String path, String name) {
        return !faults.areSought() ? "" : path.isEmpty() ? name : path + "." + name;
    }

    private String inner(String path, int index) {
        return faults.areSought() ? path + "[" + index + "]" : "";
    }

    /** Notes the line of a field, for faults in it. */
    private void note(String path, JsonParser parser, Map<String, Integer> lines) {
        if (faults.areSought()) {
            lines.putIfAbsent(path, line(parser));
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Of two values in a row, the mistake is where the first one ends. */
    private static Optional<Fault> missingComma(String name, String text, JacksonException e) {
        if (e.getLocation() == null || !String.valueOf(e.getOriginalMessage()).contains("was expecting comma")) {
            return Optional.empty();
        }
        int at = Math.clamp(e.getLocation().getCharOffset() - 1, 0, text.length());
        return Optional.of(new Fault(
                name,
                lines(text.substring(0, at).stripTrailing()),
                "",
                "two values without a comma between them",
                "a comma at the end of this line, or between them"));
    }

    /** What servers give under the name of a file to someone without a password. */
    private static Optional<Fault> webPage(String name, String text) {
        return text.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14)
                        || text.stripLeading().regionMatches(true, 0, "<html", 0, 5)
                ? Optional.of(
                        new Fault(name, 1, "", "a web page", "well-formed JSON; does its address need a password?"))
                : Optional.empty();
    }

    /** The parser's message without its excerpts of the file and its positions. */
    private static String problem(JacksonException e) {
        String message = e.getOriginalMessage();
        if (message == null) {
            return "unreadable content";
        }
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" ") && !line.startsWith("in "))
                .map(line -> line.replaceFirst(": enable `.*", ""))
                .map(line -> line.replaceAll(" ?\\(start marker at .*?\\]\\)", ""))
                .collect(Collectors.joining(", "));
    }
}
