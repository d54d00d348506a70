package org.dateline.model;

/**
 * A number in the text that is not a claim: a time of day, a figure in another report's headline.
 *
 * @param words the words as in the text
 */
public record FigureApart(String words, Text why) {}
