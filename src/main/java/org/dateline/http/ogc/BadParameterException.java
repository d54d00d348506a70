package org.dateline.http.ogc;

/** A parameter of a request that cannot be answered: becomes a 400 that says which, what was got and what was expected. */
final class BadParameterException extends RuntimeException {

    private final String parameter;
    private final String got;
    private final String expected;

    BadParameterException(String parameter, String got, String expected) {
        super("parameter " + parameter + ": got " + got + ", expected " + expected);
        this.parameter = parameter;
        this.got = got;
        this.expected = expected;
    }

    String parameter() {
        return parameter;
    }

    String got() {
        return got;
    }

    String expected() {
        return expected;
    }
}
