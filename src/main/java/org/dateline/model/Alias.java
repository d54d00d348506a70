package org.dateline.model;

/**
 * A former id, under which articles and readers still know something.
 *
 * @param kind   what it named
 * @param id     the former id
 * @param target the present id of the same kind
 */
public record Alias(Kind kind, String id, String target) {

    /** What has an id in addresses. */
    public enum Kind {
        VIEW,
        PLACE,
        REPORT,
        MEASURE
    }
}
