package org.dateline.ingest;

/**
 * A word of a text.
 *
 * @param start      index of its first character; {@code end} is the index after its last one
 * @param lower      in lower case, without full stops
 * @param upper      whether it begins with a capital letter
 * @param caps       whether it has several letters and all are capitals
 * @param caseless   whether its script has no capitals
 * @param possessive whether "'s" follows
 * @param opens      whether it begins a sentence or a line of its own
 */
record Token(
        int start,
        int end,
        String text,
        String lower,
        boolean upper,
        boolean caps,
        boolean caseless,
        boolean possessive,
        boolean opens) {

    /** Whether it can begin a name. */
    boolean named() {
        return upper || caseless;
    }
}
