package org.dateline.http.wire;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.NetUtil;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault for which RFC 9112 requires that a request is refused and its connection closed, because an intermediary may
 * have read it as a different request.
 *
 * @param got      in words, without text of the client
 * @param expected in words
 */
record RequestFault(String got, String expected) {

    /** A registered name, an IPv4 address or an IPv6 address in brackets, with or without a port (RFC 3986, section 3.2.2). */
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9._~!$&'()*+,;=%-]*|\\[[0-9A-Fa-f:.]+(?:%25[A-Za-z0-9._~-]+)?])(?::[0-9]{0,5})?");

    private static final RequestFault VERSION = new RequestFault("another version of HTTP", "HTTP/1.1 or HTTP/1.0");

    private static final RequestFault METHOD =
            new RequestFault("a method in small letters", "GET or HEAD, as methods are written in capitals");

    private static final RequestFault HOSTS = new RequestFault(
            "no Host, several, or one that is none", "the name or address of a host in one header Host");

    private static final RequestFault CODING =
            new RequestFault("a Transfer-Encoding that is not understood", "chunked alone, in HTTP/1.1");

    private static final RequestFault TWO_LENGTHS =
            new RequestFault("both Transfer-Encoding and Content-Length", "one of them");

    /** The fault of a request; null if it has none. Requests that could not be decoded are left to the framework. */
    static @Nullable RequestFault of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return null;
        }
        HttpVersion version = request.protocolVersion();
        // Not only equal: the decoder has these two objects for what is written in capitals, as it has to be.
        boolean current = version == HttpVersion.HTTP_1_1;
        if (!current && version != HttpVersion.HTTP_1_0) {
            return VERSION;
        }
        if (!HttpMethod.GET.equals(request.method())
                && request.method().name().chars().anyMatch(Character::isLowerCase)) {
            return METHOD;
        }
        HttpHeaders headers = request.headers();
        Iterator<? extends CharSequence> hosts = headers.valueCharSequenceIterator(HttpHeaderNames.HOST);
        if (hosts.hasNext()) {
            if (!isHost(hosts.next()) || hosts.hasNext()) {
                return HOSTS;
            }
        } else if (current) {
            return HOSTS;
        }
        Iterator<? extends CharSequence> codings = headers.valueCharSequenceIterator(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.hasNext()) {
            if (!current || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.next()) || codings.hasNext()) {
                return CODING;
            }
            if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
                return TWO_LENGTHS;
            }
        }
        return null;
    }

    /**
     * Whether a text is a host. Most are lower-case letters, digits, dots and a port, which is checked faster than by
     * matching the pattern.
     */
    private static boolean isHost(CharSequence host) {
        boolean port = false;
        for (int i = 0; i < host.length(); i++) {
            char one = host.charAt(i);
            boolean digit = one >= '0' && one <= '9';
            boolean usual = digit || !port && (one >= 'a' && one <= 'z' || one == '.' || one == '-' || one == ':');
            if (!usual) {
                return HOST.matcher(host).matches() && hasNoWrongAddress(host.toString());
            }
            port |= one == ':';
        }
        return true;
    }

    /** Whether what stands in brackets, if anything does, is an IPv6 address, possibly with a zone. */
    private static boolean hasNoWrongAddress(String host) {
        int end = host.indexOf(']');
        return end < 0 || NetUtil.isValidIpV6Address(host.substring(1, end).replaceFirst("%25.*", ""));
    }

    FullHttpResponse response() {
        byte[] body = ("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"got " + got
                        + ", expected " + expected + " (RFC 9112)\"}")
                .getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.DATE, HttpDate.format(HttpDate.second()))
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }
}
