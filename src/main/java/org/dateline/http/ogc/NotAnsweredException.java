package org.dateline.http.ogc;

import io.micronaut.http.HttpStatus;

/** A request that cannot be answered for another reason than its parameters: nothing there (404), no such form (406). */
final class NotAnsweredException extends RuntimeException {

    private final HttpStatus status;

    NotAnsweredException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
