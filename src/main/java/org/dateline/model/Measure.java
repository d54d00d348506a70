package org.dateline.model;

/**
 * Something that parties give figures for: hostages, killed, aboard ...
 *
 * @param counts what counts as one
 */
public record Measure(String id, Text label, Text unit, Text counts) {}
