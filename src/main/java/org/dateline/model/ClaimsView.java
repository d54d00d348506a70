package org.dateline.model;

/**
 * The claims of a measure, side by side.
 *
 * @param measure its id
 */
public record ClaimsView(String id, Text title, Text caption, String measure) implements View {}
