package org.dateline.catalog;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A parsed YAML or JSON file that knows the line of each field.
 *
 * @param file  path within the catalog's folder, with forward slashes
 * @param root  its content
 * @param lines line (from 1) of each field by its path, as in {@code excerpts[3].offset}
 */
public record Document(String file, JsonNode root, Map<String, Integer> lines) {

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
