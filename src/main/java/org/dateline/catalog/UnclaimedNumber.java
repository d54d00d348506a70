package org.dateline.catalog;

/**
 * A number in a text that no claim covers.
 *
 * @param words  the number as it is written, with the rest of its word
 * @param offset in code points of the normalised text
 * @param place  in the text's file
 */
public record UnclaimedNumber(String words, int offset, SourceText.Place place) {}
