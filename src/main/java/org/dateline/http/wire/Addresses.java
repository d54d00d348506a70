package org.dateline.http.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Determines the addresses of clients, for the fair sharing of work. */
final class Addresses {

    /** The characters of an IP address. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

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

    /**
     * The client's address according to a proxy on this machine or in its local network: the last one listed, which the
     * proxy wrote itself. Null if the request does not come from such a proxy, because others could send anything.
     */
    static @Nullable String behindProxy(@Nullable SocketAddress socket, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isNear(socket)) {
            return null;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : null;
    }

    /** Whether a request comes from this machine or its local network, as from a proxy. */
    static boolean isNear(@Nullable SocketAddress socket) {
        return socket instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && isNear(internet.getAddress());
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }
}
