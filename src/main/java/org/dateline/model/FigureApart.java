package org.dateline.model;

/**
 * A number of the text that no claim takes up: a time of day, a figure of another report's headline.
 *
 * @param words as they stand in the text
 */
public record FigureApart(String words, Text why) {}
