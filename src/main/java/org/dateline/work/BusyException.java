package org.dateline.work;

/** Thrown for work that is not done now: too much is waiting, or it would take too long. It may be requested again. */
public final class BusyException extends RuntimeException {

    private final int retryAfter;

    /**
     * @param message    for clients
     * @param retryAfter seconds after which another attempt is worthwhile
     */
    public BusyException(String message, int retryAfter) {
        // Refusing must cost next to nothing, and where it happened says nothing.
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    public int retryAfter() {
        return retryAfter;
    }
}
