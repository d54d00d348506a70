package org.dateline.model;

/**
 * A person or organisation that says something.
 *
 * @param kind armed-group, police, railway, government …
 */
public record Party(String id, Text name, String kind, Text description) {}
