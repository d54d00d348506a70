package org.dateline.work;

/** What work costs, as far as its request tells. */
public enum Cost {
    /**
     * Milliseconds and little memory: a page, a document of the API, a few features. It has places of its own, and is
     * admitted when memory is scarce.
     */
    LIGHT,
    /** Possibly much: an image, a whole file, a filter. Only as many of these run at a time as memory allows. */
    HEAVY
}
