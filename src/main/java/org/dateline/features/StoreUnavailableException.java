package org.dateline.features;

/** Thrown if a collection's store does not answer now, or not in time; the same query may be answered later. */
public final class StoreUnavailableException extends RuntimeException {

    /** @param message for clients, without addresses and host names */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
