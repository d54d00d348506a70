package org.dateline.formats;

/**
 * A link to another resource (RFC 8288).
 *
 * @param rel  the relation
 * @param type the target's media type
 */
public record Link(String rel, String type, String title, String href) {}
