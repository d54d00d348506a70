package org.dateline.draw.plot;

import java.util.Collection;
import org.dateline.model.Value;

/**
 * The value axis of a plot, from 0 to a round number beyond the largest stated one. Unbounded values extend past its
 * end.
 *
 * @param step the distance between labelled numbers; {@code max} is a multiple of it
 */
public record PlotScale(double max, double step) {

    /** The largest number of steps; more labels would crowd a narrow cell. */
    private static final int MOST_STEPS = 5;

    private static final double ROOM = 1.1;

    public static PlotScale of(Collection<Value> values) {
        double largest = values.stream()
                .flatMap(value -> value.numbers().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseGet(() -> values.stream()
                        .mapToDouble(value -> 2 * value.interval().low())
                        .max()
                        .orElse(1));
        double reach = Math.max(1, largest) * ROOM;
        double magnitude = Math.pow(10, Math.floor(Math.log10(reach / MOST_STEPS)));
        double step = magnitude;
        for (double times : new double[] {1, 2, 5, 10}) {
            step = Math.max(1, times * magnitude);
            if (step * MOST_STEPS >= reach) {
                break;
            }
        }
        return new PlotScale(Math.ceil(reach / step) * step, step);
    }

    /** The position of a number on the axis: 0 at its start, 1 at its end. */
    double at(double number) {
        return number / max;
    }
}
