package org.dateline.catalog;

/**
 * A number of a text that no claim takes up.
 *
 * @param words  the number as it stands there, with the rest of its word
 * @param offset in code points of the normalised text
 * @param place  in the text's file
 */
public record UnclaimedNumber(String words, int offset, SourceText.Place place) {}
