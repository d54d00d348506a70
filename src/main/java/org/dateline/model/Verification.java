package org.dateline.model;

import java.time.LocalDate;

/**
 * That all excerpts of a report, as they stand now, were found verbatim in the text whose SHA-256 the report records.
 *
 * @param on day (UTC) of the comparison
 */
public record Verification(LocalDate on) {}
