package org.dateline.work;

/** Thrown if work is refused because too much is waiting or it takes too long. The client may try again. */
public final class BusyException extends RuntimeException {

    private final int retryAfter;

    /**
     * @param message    the message for clients
     * @param retryAfter seconds after which another attempt is worthwhile
     */
    public BusyException(String message, int retryAfter) {
        // Without a stack trace, because refusing must cost almost nothing.
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    public int retryAfter() {
        return retryAfter;
    }
}
