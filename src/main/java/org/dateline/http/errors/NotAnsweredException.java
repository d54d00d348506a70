package org.dateline.http.errors;

import io.micronaut.http.HttpStatus;

/** A request that cannot be answered for another reason than its parameters: nothing there (404), no such form (406). */
public final class NotAnsweredException extends RuntimeException {

    private final HttpStatus status;

    public NotAnsweredException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
