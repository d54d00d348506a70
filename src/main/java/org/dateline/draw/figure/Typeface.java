package org.dateline.draw.figure;

import java.awt.Font;

/** What a run of letters is set in. */
public sealed interface Typeface permits Face, FoundFont {

    /** The font at a size of one pixel. */
    Font font();

    /** A short name for definitions in a file, unique in a run of the program. */
    String id();
}
