package org.dateline.draw.plate;

/** x */
public final class Card {
    public static final double WIDTH = 1200;
    private Card() {}
}
