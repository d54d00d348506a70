package org.dateline.features;

/** What holds a collection does not answer now, or not in time; the same query may be answered later. */
public final class StoreUnavailableException extends RuntimeException {

    /** @param message for clients: no address, no name of a host */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
