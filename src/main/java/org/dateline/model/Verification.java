package org.dateline.model;

import java.time.LocalDate;

/**
 * Says that all excerpts of a report, in their present form, were found verbatim in the text with the recorded SHA-256.
 *
 * @param on day (UTC) of the comparison
 */
public record Verification(LocalDate on) {}
