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
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds, changes and removes single fields and items of a YAML or JSON file. Every other byte stays: comments, order, quotation
 * marks, line breaks. The changes are spliced into the text where the parser found its parts; the result is parsed again,
 * and refused if it says anything else than was meant.
 *
 * <p>Several changes of fields can be made before {@link #apply}; items of one list are added or removed one at a time.
 */
public final class YamlEdits {

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

    /**
     * @param name path within the catalog's folder; a file is read as JSON unless it ends in .yaml
     * @throws IOException if it has neither an object nor a list
     */
    public YamlEdits(String name, byte[] content) throws IOException {
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
                .filter(CollectionNode.class::isInstance)
                .orElseThrow(() -> refused("neither an object nor a list"));
    }

    /**
     * The content of a YAML or JSON file.
     *
     * @throws IOException that names the first fault, if it cannot be read
     */
    public static JsonNode read(String name, byte[] content) throws IOException {
        Faults faults = new Faults();
        Optional<JsonNode> root = new DocumentReader(new CatalogFolder(Path.of(""), faults), faults)
                .read(name, content)
                .map(Document::root);
        if (root.isEmpty() || faults.first().isPresent()) {
            throw new IOException(faults.first().map(Fault::toString).orElse("got " + name + ", which is empty"));
        }
        return root.get();
    }

    private Optional<JsonNode> parse(byte[] content) {
        return parse(name, content);
    }

    private static Optional<JsonNode> parse(String name, byte[] content) {
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
    public boolean any() {
        return !splices.isEmpty();
    }

    /**
     * Sets a field of an object. A new field gets the first place in it, behind others that were added.
     *
     * @param path  of the object, as in {@code excerpts[3]}; empty for the whole file
     * @param value any JSON; objects and lists are written in one line
     */
    public void put(String path, String field, JsonNode value) throws IOException {
        put(path, field, value, "");
    }

    /** @param before the field of the object before which a new one is put, if the object has it */
    public void put(String path, String field, JsonNode value, String before) throws IOException {
        MappingNode object = object(path);
        ((ObjectNode) at(path)).set(field, canonical(value));
        for (NodeTuple entry : object.getValue()) {
            if (isNamed(entry, field)) {
                replace(entry.getValueNode(), written(value, isJson(object)));
                return;
            }
        }
        insert(object, field, value, before);
    }

    /** Sets a field of an object; a new one gets the last place in it. */
    public void append(String path, String field, JsonNode value) throws IOException {
        MappingNode object = object(path);
        if (object.getValue().isEmpty() || object.getValue().stream().anyMatch(entry -> isNamed(entry, field))) {
            put(path, field, value);
            return;
        }
        ((ObjectNode) at(path)).set(field, canonical(value));
        boolean json = isJson(object);
        String entry = (json ? '"' + field + '"' : field) + ": " + written(value, json);
        if (object.getFlowStyle() == FlowStyle.FLOW) {
            int end = end(object.getValue().getLast().getValueNode());
            splices.add(new Splice(end, end, ", " + entry));
        } else {
            int end = lineEnd(last(object));
            Node key = object.getValue().getFirst().getKeyNode();
            int column =
                    key.getStartMark().orElseThrow(() -> refused("no marks")).getColumn();
            splices.add(new Splice(end, end, lineBreak + " ".repeat(column) + entry));
        }
    }

    /** Removes a field of an object, with the comment behind it; nothing if there is none. */
    public void remove(String path, String field) throws IOException {
        MappingNode object = object(path);
        List<NodeTuple> entries = object.getValue();
        for (int i = 0; i < entries.size(); i++) {
            if (isNamed(entries.get(i), field)) {
                ((ObjectNode) at(path)).remove(field);
                Node key = entries.get(i).getKeyNode();
                Node value = entries.get(i).getValueNode();
                @Nullable Node before = i == 0 ? null : entries.get(i - 1).getValueNode();
                @Nullable
                Node next = i + 1 == entries.size() ? null : entries.get(i + 1).getKeyNode();
                cut(object, key, value, before, next);
                return;
            }
        }
    }

    /**
     * Adds an item to a list.
     *
     * @param path  of the list; empty for the whole file
     * @param index where, from 0; the list's size to append it
     */
    public void insert(String path, int index, JsonNode item) throws IOException {
        if (!(find(path) instanceof SequenceNode list)
                || index > list.getValue().size()) {
            throw refused("no list with " + index + " items at " + path);
        }
        ((ArrayNode) at(path)).insert(index, canonical(item));
        List<Node> items = list.getValue();
        if (items.isEmpty()) {
            boolean json = !name.endsWith(".yaml");
            splices.add(
                    json || start(list) == end(list)
                            ? new Splice(start(list) + 1, start(list) + 1, written(item, true))
                            : new Splice(beforeValue(list), end(list), lineBreak + "  " + dashed(item, 2, false)));
        } else if (list.getFlowStyle() == FlowStyle.FLOW) {
            flowItem(items, index, item);
        } else {
            boolean append = index == items.size();
            Node neighbour = items.get(append ? index - 1 : index);
            int dash = dash(neighbour);
            int column = dash - lineStart(dash);
            boolean flow = neighbour instanceof CollectionNode<?> written && written.getFlowStyle() == FlowStyle.FLOW;
            String indent = " ".repeat(column);
            String dashed = indent + dashed(item, column, flow);
            splices.add(
                    append
                            ? new Splice(lineEnd(last(neighbour)), lineEnd(last(neighbour)), lineBreak + dashed)
                            : new Splice(lineStart(dash), lineStart(dash), dashed + lineBreak));
        }
    }

    private void flowItem(List<Node> items, int index, JsonNode item) throws IOException {
        boolean json = !name.endsWith(".yaml");
        if (index < items.size()) {
            int start = start(items.get(index));
            splices.add(new Splice(start, start, written(item, json) + separator(start)));
        } else {
            int end = end(items.getLast());
            splices.add(new Splice(end, end, separator(start(items.getLast())) + written(item, json)));
        }
    }

    /** Items that begin lines stay one a line. */
    private String separator(int start) {
        String before = new String(points, lineStart(start), start - lineStart(start));
        return before.isBlank() ? "," + lineBreak + before : ", ";
    }

    /** Removes an item of a list that has others. */
    public void removeItem(String path, int index) throws IOException {
        if (!(find(path) instanceof SequenceNode list)
                || index >= list.getValue().size()
                || list.getValue().size() == 1) {
            throw refused("no list with other items than " + index + " at " + path);
        }
        ((ArrayNode) at(path)).remove(index);
        List<Node> items = list.getValue();
        Node item = items.get(index);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            @Nullable Node before = index == 0 ? null : items.get(index - 1);
            @Nullable Node next = index + 1 == items.size() ? null : items.get(index + 1);
            cut(list, item, item, before, next);
        } else {
            cutLines(dash(item), last(item));
        }
    }

    /** Removes a list or object, from its first to its last node, from what surrounds it. */
    private void cut(CollectionNode<?> from, Node first, Node last, @Nullable Node before, @Nullable Node next)
            throws IOException {
        boolean flow = from.getFlowStyle() == FlowStyle.FLOW;
        boolean ownLine = isBlank(lineStart(start(first)), start(first));
        if (!flow && ownLine) {
            cutLines(start(first), last(last));
        } else if (next != null) {
            splices.add(new Splice(start(first), start(next), ""));
        } else if (before != null && flow) {
            splices.add(new Splice(end(before), end(last), ""));
        } else {
            splices.add(new Splice(start(first), last(last), flow ? "" : "{}"));
        }
    }

    private void cutLines(int start, int last) {
        int end = lineEnd(last);
        boolean crlf = end < points.length && points[end] == '\r';
        int after = Math.min(points.length, end + (crlf ? 2 : 1));
        splices.add(new Splice(lineStart(start), after, ""));
    }

    /** The index of the dash of an item in a list of lines. */
    private int dash(Node item) throws IOException {
        int at = start(item) - 1;
        while (at >= 0 && (points[at] == ' ' || points[at] == '\t')) {
            at--;
        }
        if (at < 0 || points[at] != '-' || !isBlank(lineStart(at), at)) {
            throw refused("an item that does not begin its line with a hyphen");
        }
        return at;
    }

    private boolean isBlank(int from, int to) {
        return new String(points, from, to - from).isBlank();
    }

    private int lineStart(int index) {
        int at = index;
        while (at > 0 && points[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private int lineEnd(int index) {
        int at = index;
        while (at < points.length && points[at] != '\n' && points[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Where the last thing written in a node ends; the parser's own mark lies behind comments and empty lines. */
    private int last(Node node) throws IOException {
        boolean flow = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
        if (!flow && node instanceof MappingNode object && !object.getValue().isEmpty()) {
            return last(object.getValue().getLast().getValueNode());
        }
        if (!flow && node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return last(list.getValue().getLast());
        }
        int end = end(node);
        while (end > start(node) && Character.isWhitespace(points[end - 1])) {
            end--;
        }
        return end;
    }

    /** Where white space before a value begins, if there is only white space between it and the colon. */
    private int beforeValue(Node node) throws IOException {
        int at = start(node);
        while (at > 0 && Character.isWhitespace(points[at - 1])) {
            at--;
        }
        return at > 0 && points[at - 1] == ':' ? at : start(node);
    }

    /** An item with its dash; the fields of an object are lines of their own unless {@code flow}. */
    private String dashed(JsonNode item, int column, boolean flow) {
        if (flow || !item.isObject()) {
            return "- " + written(item, false);
        }
        return item.properties().stream()
                .map(field -> field.getKey() + ": " + written(field.getValue(), false))
                .collect(Collectors.joining(lineBreak + " ".repeat(column + 2), "- ", ""));
    }

    private MappingNode object(String path) throws IOException {
        if (find(path) instanceof MappingNode object) {
            return object;
        }
        throw refused("no object at " + path);
    }

    /** With numbers of the types that the parser makes, so that values can be compared. */
    private static JsonNode canonical(JsonNode value) throws IOException {
        return parse("value.json", value.toString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("got " + value + ", expected a value that a file can hold"));
    }

    private void replace(Node node, String written) throws IOException {
        boolean block = node instanceof CollectionNode<?> collection && collection.getFlowStyle() != FlowStyle.FLOW;
        if (block || node instanceof ScalarNode scalar && isBlock(scalar)) {
            // From behind the colon to the end of what is written there.
            splices.add(
                    new Splice(beforeValue(node), last(node), (beforeValue(node) == start(node) ? "" : " ") + written));
            return;
        }
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

    private static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
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
        if (value.isArray()) {
            return value.valueStream().map(item -> written(item, json)).collect(Collectors.joining(", ", "[", "]"));
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
    public byte[] apply() throws IOException {
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
