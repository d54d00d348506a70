package org.dateline.catalog;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A parsed YAML or JSON file that knows the line of each field.
 *
 * @param file  path within the catalog's folder, with forward slashes
 * @param root  its content
 * @param lines line (from 1) of each field by its path, as in {@code excerpts[3].offset}
 * @param files path of another file, by the path of each field that stands there and not in {@code file}
 */
public record Document(String file, JsonNode root, Map<String, Integer> lines, Map<String, String> files) {

    public Document(String file, JsonNode root, Map<String, Integer> lines) {
        this(file, root, lines, Map.of());
    }

    /** The file in which a field, or the nearest one that contains it, stands. */
    public String file(String path) {
        for (String at = path; !files.isEmpty() && !at.isEmpty(); at = parent(at)) {
            String other = files.get(at);
            if (other != null) {
                return other;
            }
        }
        return file;
    }

    /** The whole content. */
    public Field field() {
        return new Field(this, "", root);
    }

    /** The line of a field or, if the field is missing, of the nearest field that contains it. */
    public int line(String path) {
        for (String at = path; ; at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 0 : line;
            }
        }
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
