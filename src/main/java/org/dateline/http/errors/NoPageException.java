package org.dateline.http.errors;

/** Nothing is at an address of the site: becomes a 404, with the site's own page for a browser. */
public final class NoPageException extends RuntimeException {

    /** @param message what was got and what was expected */
    public NoPageException(String message) {
        super(message);
    }
}
