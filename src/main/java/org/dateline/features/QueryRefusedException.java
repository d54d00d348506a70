package org.dateline.features;

/** Thrown for a query that the collection's store cannot answer; says what was got and what was expected. */
public final class QueryRefusedException extends RuntimeException {

    private final String got;
    private final String expected;

    public QueryRefusedException(String got, String expected) {
        super("got " + got + ", expected " + expected);
        this.got = got;
        this.expected = expected;
    }

    public String got() {
        return got;
    }

    public String expected() {
        return expected;
    }
}
