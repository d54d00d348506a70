package org.dateline.draw.figure;

/** The fill of a shape. */
public sealed interface Paint {

    record Solid(Colour colour) implements Paint {}

    /**
     * A disc that fades towards its edge as defined by {@link Look#soft}.
     *
     * @param tone    the colour's name
     * @param opacity the opacity of the whole disc
     */
    record Soft(String tone, double opacity) implements Paint {}

    /**
     * A pattern of slanting lines, in the style of the part {@code hatch}.
     *
     * @param tone the colour's name
     */
    record Hatch(String tone) implements Paint {}
}
