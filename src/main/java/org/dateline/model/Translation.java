package org.dateline.model;

/**
 * A quote in other words than its report's: shown beside the quote, never instead of it.
 *
 * @param words      in one or more of the catalog's languages, none of them the report's own
 * @param translator who translated it: a name, or what did
 */
public record Translation(Text words, String translator) {}
