package org.dateline.http.errors;

/** The site has nothing at an address. Becomes a 404, with the site's own error page for browsers. */
public final class NoPageException extends RuntimeException {

    /** @param message what was got and what was expected */
    public NoPageException(String message) {
        super(message);
    }
}
