package org.dateline.http.errors;

import io.micronaut.http.HttpStatus;

/**
 * A request that cannot be answered, but not because of its parameters: not found (404) or no acceptable format (406).
 */
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
