package org.dateline.desk.web;

/** A request that is not answered as asked. */
final class Rejection extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;

    /**
     * @param status  of HTTP
     * @param error   in a word, for the page
     * @param message got X, expected Y
     */
    Rejection(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
