package org.dateline.formats;

/**
 * A link to another resource (RFC 8288).
 *
 * @param rel  its relation
 * @param type media type of the target
 */
public record Link(String rel, String type, String title, String href) {}
