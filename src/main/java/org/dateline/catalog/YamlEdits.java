package org.dateline.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds and changes single fields of a YAML file. Every other byte stays: comments, order, quotation marks, line breaks.
 * The changes are spliced into the text where the parser found its parts; the result is parsed again, and refused if it
 * says anything else than was meant.
 */
final class YamlEdits {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([^.\\[\\]]+)");
    /** What would be read as something else than a text if it stood without quotation marks. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Pattern LIKE_NUMBER =
            Pattern.compile("[-0-9]+(e[0-9]+)?|0[xo][0-9a-f]+|true|false|null|y|n|yes|no|on|off");

    private final String name;
    private final String mark;
    private final String text;
    private final String lineBreak;
    private final int[] points;
    private final Node root;
    private final JsonNode expected;
    private final List<Splice> splices = new ArrayList<>();

    /** A part of the text, in code points, and what takes its place. */
    private record Splice(int start, int end, String text) {}

    /** @throws IOException if it is no YAML file with an object */
    YamlEdits(String name, byte[] content) throws IOException {
        String all = new String(content, StandardCharsets.UTF_8);
        this.name = name;
        this.mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        this.text = all.substring(mark.length());
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        this.points = text.codePoints().toArray();
        this.expected = parse(content)
                .orElseThrow(() -> refused("content that cannot be read"))
                .deepCopy();
        LoadSettings settings = YamlSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setLabel(name)
                .build();
        this.root = new Compose(settings)
                .composeString(text)
                .filter(MappingNode.class::isInstance)
                .orElseThrow(() -> refused("no object"));
    }

    private Optional<JsonNode> parse(byte[] content) {
        Faults faults = new Faults();
        return new DocumentReader(new CatalogFolder(Path.of(""), faults), faults)
                .read(name, content)
                .filter(_ -> faults.first().isEmpty())
                .map(Document::root);
    }

    private IOException refused(String got) {
        return new IOException("got " + name + " with " + got + ", expected a file that can be edited by machine");
    }

    /** Whether anything was added or changed. */
    boolean any() {
        return !splices.isEmpty();
    }

    /**
     * Sets a field of an object. A new field gets the first place in it, behind others that were added.
     *
     * @param path  of the object, as in {@code excerpts[3]}; empty for the whole file
     * @param value a text, a number or an object of these
     */
    void put(String path, String field, JsonNode value) throws IOException {
        put(path, field, value, "");
    }

    /** @param before the field of the object before which a new one is put, if the object has it */
    void put(String path, String field, JsonNode value, String before) throws IOException {
        if (!(find(path) instanceof MappingNode object)) {
            throw refused("no object at " + path);
        }
        ((ObjectNode) at(path)).set(field, value);
        for (NodeTuple entry : object.getValue()) {
            if (isNamed(entry, field)) {
                replace(entry.getValueNode(), written(value, isJson(object)));
                return;
            }
        }
        insert(object, field, value, before);
    }

    private void replace(Node node, String written) throws IOException {
        int start = start(node);
        int end = end(node);
        // Nothing, after the colon.
        splices.add(new Splice(start, end, start == end ? " " + written : written));
    }

    private void insert(MappingNode object, String field, JsonNode value, String before) throws IOException {
        boolean json = isJson(object);
        String entry = (json ? '"' + field + '"' : field) + ": " + written(value, json);
        if (object.getValue().isEmpty()) {
            splices.add(new Splice(start(object) + 1, start(object) + 1, entry));
            return;
        }
        Node key = object.getValue().stream()
                .filter(there -> isNamed(there, before))
                .findFirst()
                .orElse(object.getValue().getFirst())
                .getKeyNode();
        int column = key.getStartMark().orElseThrow(() -> refused("no marks")).getColumn();
        String between = object.getFlowStyle() == FlowStyle.FLOW ? ", " : lineBreak + " ".repeat(column);
        splices.add(new Splice(start(key), start(key), entry + between));
    }

    /** Objects written as JSON have their names in quotation marks. */
    private static boolean isJson(MappingNode object) {
        return object.getFlowStyle() == FlowStyle.FLOW
                && !object.getValue().isEmpty()
                && object.getValue().getFirst().getKeyNode() instanceof ScalarNode key
                && key.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    }

    private static boolean isNamed(NodeTuple entry, String name) {
        return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }

    private static String written(JsonNode value, boolean json) {
        if (value.isObject()) {
            Map<String, String> fields = new LinkedHashMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), written(field.getValue(), json)));
            return fields.entrySet().stream()
                    .map(field -> (json ? '"' + field.getKey() + '"' : field.getKey()) + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!value.isString()) {
            return value.toString();
        }
        String text = value.asString();
        boolean plain = !json
                && PLAIN.matcher(text).matches()
                && !LIKE_NUMBER.matcher(text).matches();
        return plain ? text : value.toString();
    }

    private Node find(String path) throws IOException {
        Node node = root;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String index = steps.group(1);
            String field = steps.group(2);
            node = switch (node) {
                case SequenceNode list when index != null -> list.getValue().get(Integer.parseInt(index));
                case MappingNode object
                when field != null ->
                    object.getValue().stream()
                            .filter(entry -> isNamed(entry, field))
                            .findFirst()
                            .orElseThrow(() -> refused("nothing at " + path))
                            .getValueNode();
                default -> throw refused("nothing at " + path);
            };
        }
        return node;
    }

    private JsonNode at(String path) {
        JsonNode node = expected;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            node = steps.group(1) != null ? node.path(Integer.parseInt(steps.group(1))) : node.path(steps.group(2));
        }
        return node;
    }

    private int start(Node node) throws IOException {
        return node.getStartMark().orElseThrow(() -> refused("no marks")).getIndex();
    }

    private int end(Node node) throws IOException {
        return node.getEndMark().orElseThrow(() -> refused("no marks")).getIndex();
    }

    /**
     * The file's new content.
     *
     * @throws IOException if the file is written in a way that cannot be edited so
     */
    byte[] apply() throws IOException {
        StringBuilder out = new StringBuilder(mark);
        int from = 0;
        // A stable sort: fields added at the same place stay in order.
        for (Splice splice :
                splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
            out.append(new String(points, from, splice.start - from)).append(splice.text);
            from = splice.end;
        }
        byte[] content = out.append(new String(points, from, points.length - from))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        if (!parse(content).equals(Optional.of(expected))) {
            throw refused("a form of YAML that would read differently after the change");
        }
        return content;
    }
}
