package org.dateline.features.cql2;

/** Thrown for an invalid filter; the message says what was got and what was expected. */
public final class Cql2Exception extends RuntimeException {

    Cql2Exception(String message) {
        super(message);
    }
}
