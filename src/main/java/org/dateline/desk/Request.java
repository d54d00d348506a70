package org.dateline.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page asks for: an operation with its fields, read with clear errors. */
record Request(JsonNode json) {

    String text(String field) throws RefusedException {
        return textOf(field).orElseThrow(() -> lacking(field, "a text"));
    }

    Optional<String> textOf(String field) {
        JsonNode value = json.path(field);
        return value.isString() && !value.asString().isBlank() ? Optional.of(value.asString()) : Optional.empty();
    }

    boolean flag(String field) {
        return json.path(field).asBoolean(false);
    }

    boolean has(String field) {
        return json.has(field);
    }

    JsonNode node(String field) {
        return json.path(field);
    }

    /** A start and an end, the end behind the start and within a length. */
    int[] range(String field, int length) throws RefusedException {
        JsonNode range = json.path(field);
        int start = range.path(0).asInt(-1);
        int end = range.path(1).asInt(-1);
        if (start < 0 || end <= start || end > length) {
            throw lacking(field, "a start and an end from 0 to " + length);
        }
        return new int[] {start, end};
    }

    RefusedException lacking(String field, String expected) {
        JsonNode value = json.path(field);
        String got = value.isMissingNode() ? "no \"" + field + "\"" : field + " " + shown(value);
        return new RefusedException("got " + got + ", expected " + expected, field);
    }

    static String shown(@Nullable JsonNode value) {
        String text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
