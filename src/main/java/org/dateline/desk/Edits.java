package org.dateline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.catalog.YamlEdits;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files that a change edits, in memory until all of it is done. */
final class Edits {

    private final DeskFolder folder;
    private final Map<String, @Nullable String> edited = new LinkedHashMap<>();

    Edits(DeskFolder folder) {
        this.folder = folder;
    }

    /** One edit of a file. */
    interface Edit {
        void make(YamlEdits file) throws IOException;
    }

    /** The contents so far, of the files that differ from those on disk; null for one that goes. */
    Map<String, @Nullable String> edited() {
        return Collections.unmodifiableMap(edited);
    }

    boolean exists(String file) throws IOException {
        return edited.containsKey(file)
                ? edited.get(file) != null
                : folder.read(file).isPresent();
    }

    /** @throws RefusedException if there is no such file */
    String content(String file) throws IOException, RefusedException {
        @Nullable
        String content =
                edited.containsKey(file) ? edited.get(file) : folder.read(file).orElse(null);
        if (content == null) {
            throw new RefusedException("got no file " + file + ", expected one");
        }
        return content;
    }

    JsonNode root(String file) throws IOException, RefusedException {
        return YamlEdits.read(file, bytes(content(file)));
    }

    void write(String file, @Nullable String content) {
        edited.put(file, content);
    }

    void edit(String file, Edit edit) throws IOException, RefusedException {
        try {
            YamlEdits yaml = new YamlEdits(file, bytes(content(file)));
            edit.make(yaml);
            if (yaml.any()) {
                edited.put(file, new String(yaml.apply(), StandardCharsets.UTF_8));
            }
        } catch (YamlEngineException e) {
            throw new IOException("got " + file + ", which cannot be edited by machine", e);
        }
    }

    /** Adds an item to the end of a list, which need not be there. */
    void append(String file, String object, String list, JsonNode item) throws IOException, RefusedException {
        int size = at(root(file), object).path(list).size();
        insert(file, object, list, size, item);
    }

    void insert(String file, String object, String list, int index, JsonNode item)
            throws IOException, RefusedException {
        if (!at(root(file), object).path(list).isArray()) {
            boolean nested = !object.isEmpty();
            JsonNode first =
                    nested ? JsonNodeFactory.instance.arrayNode().add(item) : JsonNodeFactory.instance.arrayNode();
            edit(file, yaml -> yaml.append(object, list, first));
            if (nested) {
                return;
            }
        }
        edit(file, yaml -> yaml.insert(object.isEmpty() ? list : object + "." + list, index, item));
    }

    /** Takes an item out of a list; with the last one the list goes, or stays empty if the file needs it. */
    void removeItem(String file, String object, String list, int index, boolean needed)
            throws IOException, RefusedException {
        if (at(root(file), object).path(list).size() > 1) {
            edit(file, yaml -> yaml.removeItem(object.isEmpty() ? list : object + "." + list, index));
        } else if (needed) {
            edit(file, yaml -> yaml.put(object, list, JsonNodeFactory.instance.arrayNode()));
        } else {
            edit(file, yaml -> yaml.remove(object, list));
        }
    }

    /** The object at a path such as {@code excerpts[3]}. */
    static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        for (String step : path.isEmpty() ? new String[0] : path.split("[.\\[]")) {
            node = step.endsWith("]")
                    ? node.path(Integer.parseInt(step.substring(0, step.length() - 1)))
                    : node.path(step);
        }
        return node;
    }

    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
