package org.dateline.cli;

/** Counts with their words: "1 party", "3 parties". */
final class Counted {

    private Counted() {}

    /** @param word in the singular, whose plural is regular */
    static String of(long number, String word) {
        String plural = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
        return number + " " + (number == 1 ? word : plural);
    }
}
