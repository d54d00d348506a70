package org.dateline.desk.web;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the desk's own page in. A page of somebody else that the editor visits can send requests to the loopback
 * address, under a name of its own too (DNS rebinding): it is told by the headers Host and Origin, which no script can
 * set, and it does not know the token, which stands in the start link's fragment and so in no request and no log.
 */
final class Guard {

    static final String TOKEN = "Dateline-Token";

    private final String host;
    private final String origin;
    private final String token = secret();

    Guard(String host, int port) {
        this.host = host + ":" + port;
        this.origin = "http://" + this.host;
    }

    /** 256 random bits, fit for an address. */
    static String secret() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** The address to open. */
    String start() {
        return origin + "/#token=" + token;
    }

    /** Refuses what was not sent to this very address or by another page; for every request. */
    void requireOwn(HttpExchange exchange) throws Rejection {
        @Nullable List<String> hosts = exchange.getRequestHeaders().get("Host");
        if (hosts == null || hosts.size() != 1 || !hosts.getFirst().equals(host)) {
            throw new Rejection(403, "host", "got a request to another host, expected one to " + host);
        }
        @Nullable List<String> origins = exchange.getRequestHeaders().get("Origin");
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (origins == null
                ? !reads
                : origins.size() != 1 || !origins.getFirst().equals(origin)) {
            throw new Rejection(403, "origin", "got a request of another page, expected one of " + origin);
        }
    }

    /** Refuses what does not have the token; for everything that reads or changes content. */
    void requireToken(HttpExchange exchange) throws Rejection {
        @Nullable String given = exchange.getRequestHeaders().getFirst(TOKEN);
        if (given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            throw new Rejection(
                    401, "token", "got no token of this desk, expected the link that \"dateline desk\" printed");
        }
    }
}
