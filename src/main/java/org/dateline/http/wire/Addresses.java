package org.dateline.http.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the addresses that requests come from, for the sharing of work. */
final class Addresses {

    /** Only what an address is written with. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private Addresses() {}

    /** Of an IPv6 network, everybody has as many addresses as they like: the first half counts. */
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
     * The address that a proxy on this machine or in its own network says a request comes from: the last one, which it wrote
     * itself. Null for requests of others, who could say anything.
     */
    static @Nullable String behindProxy(@Nullable SocketAddress socket, @Nullable String forwardedFor) {
        if (forwardedFor == null
                || !(socket instanceof InetSocketAddress internet)
                || internet.getAddress() == null
                || !isNear(internet.getAddress())) {
            return null;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : null;
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }
}
