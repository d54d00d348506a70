package org.dateline.http.query;

/** An invalid parameter of a request. It becomes a 400 that names the parameter, what was got and what was expected. */
public final class BadParameterException extends RuntimeException {

    private final String parameter;
    private final String got;
    private final String expected;

    public BadParameterException(String parameter, String got, String expected) {
        super("parameter " + parameter + ": got " + got + ", expected " + expected);
        this.parameter = parameter;
        this.got = got;
        this.expected = expected;
    }

    public String parameter() {
        return parameter;
    }

    public String got() {
        return got;
    }

    public String expected() {
        return expected;
    }
}
