package org.dateline.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Records what a connection is doing, and since when. It is the connection's first handler and sees the raw bytes.
 * Written on the connection's event loop, read by {@link Connections}.
 */
final class ConnectionState extends ChannelInboundHandlerAdapter {

    private static final long NOTHING = 0;

    /** When the first bytes of an incomplete request arrived; 0 if there is none. */
    private volatile long receivingSince = NOTHING;

    private volatile long idleSince = now();
    private volatile boolean busy;

    /** The time in nanoseconds; never 0. */
    static long now() {
        return System.nanoTime() | 1;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (receivingSince == NOTHING) {
            receivingSince = now();
        }
        context.fireChannelRead(message);
    }

    /** Notes that a request is complete. */
    void received() {
        idleSince = receivingSince == NOTHING ? now() : receivingSince;
        receivingSince = NOTHING;
    }

    /** Whether a request is being answered by the framework. */
    void busy(boolean now) {
        busy = now;
        if (!now) {
            idleSince = now();
        }
    }

    boolean isBusy() {
        return busy;
    }

    /** For how many nanoseconds a request has been arriving; 0 if none is. */
    long receivingFor(long now) {
        long since = receivingSince;
        return since == NOTHING ? 0 : now - since;
    }

    /** Nanoseconds since the last request. */
    long idleFor(long now) {
        return now - idleSince;
    }
}
