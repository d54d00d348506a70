package org.dateline.http.wire;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose headers {@code X-Forwarded-*} are believed, because the operator named them: anybody else may send
 * anything in these headers.
 *
 * @param networks where these proxies are
 */
public record TrustedProxies(List<Network> networks) {

    /** No headers are believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** The characters of an IP address; others would be asked for in the DNS. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * A network in CIDR notation (RFC 4632): the addresses that share the first bits.
     *
     * @param address any of them
     * @param bits    how many bits they share
     */
    public record Network(InetAddress address, int bits) {

        /** @throws IllegalArgumentException if it is not one, as in 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32 */
        public static Network parse(String text) {
            int slash = text.indexOf('/');
            InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
            if (address != null) {
                int most = address.getAddress().length * 8;
                String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
                if (bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most) {
                    return new Network(address, Integer.parseInt(bits));
                }
            }
            throw new IllegalArgumentException("got the proxy \"" + text
                    + "\", expected an address or a network such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32");
        }

        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] its = other.getAddress();
            int rest = own.length * 8 - bits;
            return own.length == its.length
                    && new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, its).shiftRight(rest));
        }
    }

    /** @param networks addresses and networks in CIDR notation */
    public static TrustedProxies of(String... networks) {
        return new TrustedProxies(
                Arrays.stream(networks).map(String::strip).map(Network::parse).toList());
    }

    /** Whether a connection comes from one of them. */
    public boolean include(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && include(internet.getAddress());
    }

    private boolean include(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * The client's address: of those in the header, from its end, the first that is not one of the proxies, which
     * a proxy wrote.
     *
     * @return null if the connection does not come from a proxy, or the header names no address
     */
    @Nullable
    String client(@Nullable SocketAddress peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !include(peer)) {
            return null;
        }
        String[] hops = forwardedFor.split(",", -1);
        String client = null;
        for (int i = hops.length - 1; i >= 0; i--) {
            InetAddress hop = literal(hops[i].strip());
            if (hop == null) {
                break;
            }
            client = hops[i].strip();
            if (!include(hop)) {
                break;
            }
        }
        return client;
    }

    private static @Nullable InetAddress literal(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
