package org.dateline.draw.figure;

/** What a shape is filled with. */
public sealed interface Paint {

    record Solid(Colour colour) implements Paint {}

    /**
     * A disc that fades towards its edge, as {@link Look#soft} has it.
     *
     * @param tone    name of its colour
     * @param opacity of it all
     */
    record Soft(String tone, double opacity) implements Paint {}

    /**
     * Slanting lines with gaps between them, as the part {@code hatch} has them.
     *
     * @param tone name of their colour
     */
    record Hatch(String tone) implements Paint {}
}
