package org.dateline.model;

/** Counts with their words: "1 party", "3 parties". */
public final class Counted {

    private Counted() {}

    /** @param word in the singular, whose plural is regular */
    public static String of(long number, String word) {
        String plural = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
        return number + " " + (number == 1 ? word : plural);
    }
}
