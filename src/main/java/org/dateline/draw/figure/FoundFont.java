package org.dateline.draw.figure;

import java.awt.Font;

/**
 * A font of the operator or of the system, for letters that the program's own fonts do not have. It is drawn as outlines
 * in every format.
 *
 * @param id   a short name, unique in a run of the program
 * @param font at a size of one pixel
 */
public record FoundFont(String id, Font font) implements Typeface {}
