package org.dateline.http.wire;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Determines the addresses of clients, for the fair sharing of work. */
final class Addresses {

    private Addresses() {}

    /**
     * The client's address. Of an IPv6 address only the first half counts, because every client has a whole network of
     * addresses.
     */
    static String of(@Nullable SocketAddress socket) {
        if (!(socket instanceof InetSocketAddress internet) || internet.getAddress() == null) {
            return "";
        }
        byte[] bytes = internet.getAddress().getAddress();
        if (bytes.length == 4) {
            return internet.getAddress().getHostAddress();
        }
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            prefix.append(String.format("%02x", bytes[i]));
        }
        return prefix.toString();
    }
}
