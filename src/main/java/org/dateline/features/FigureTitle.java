package org.dateline.features;

import org.jspecify.annotations.Nullable;

/** The titles of the properties of a figure, which begin with what is counted: "People killed: lowest figure". */
public final class FigureTitle {

    private static final String BETWEEN = ": ";

    private FigureTitle() {}

    /** @param part which property it is, such as "lowest figure" */
    public static String of(String counted, String part) {
        return counted + BETWEEN + part;
    }

    /** What is counted; null if the title does not say it. */
    public static @Nullable String counted(@Nullable String title) {
        int end = title == null ? -1 : title.lastIndexOf(BETWEEN);
        return title == null || end < 0 ? null : title.substring(0, end);
    }
}
