package org.dateline.model;

/**
 * A number in the text that is not a claim: a time of day, a figure in another report's headline.
 *
 * @param words as they stand in the text
 */
public record FigureApart(String words, Text why) {}
