package org.dateline.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a listener of the requests of one connection. Its methods run on the connection's event loop. */
final class ExchangeRecorder {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SiteResources resources;
    private final TrustedProxies proxies;
    private final Exchange.Listener listener;
    private @Nullable HttpRequest request;
    private String id = "";
    private String target = "";
    private long begun;
    private int status;
    private long bytes;

    ExchangeRecorder(SiteResources resources, TrustedProxies proxies, Exchange.Listener listener) {
        this.resources = resources;
        this.proxies = proxies;
        this.listener = listener;
    }

    /**
     * Notes that a request has arrived.
     *
     * @return its id: that of a trusted proxy, or a new one
     */
    String begin(ChannelHandlerContext context, HttpRequest arrived) {
        String stated = proxies.include(context.channel().remoteAddress())
                ? arrived.headers().get(Exchange.ID_HEADER)
                : null;
        id = stated != null && ID.matcher(stated).matches() ? stated : newId();
        if (listener != Exchange.Listener.NONE) {
            request = arrived;
            target = arrived.uri();
            begun = System.nanoTime();
            status = Exchange.LEFT;
            bytes = 0;
        }
        return id;
    }

    String id() {
        return id;
    }

    /** Whether anybody is told of requests. */
    boolean isOn() {
        return listener != Exchange.Listener.NONE;
    }

    void status(int code) {
        status = code;
    }

    void content(long more) {
        bytes += more;
    }

    /** Tells of the request, whose response is complete or whose client has left. */
    void end(ChannelHandlerContext context) {
        HttpRequest answered = request;
        if (answered == null) {
            return;
        }
        request = null;
        long nanos = System.nanoTime() - begun;
        String forwarded = proxies.client(
                context.channel().remoteAddress(), answered.headers().get("X-Forwarded-For"));
        listener.answered(new Exchange(
                id,
                Instant.now().minusNanos(nanos),
                forwarded == null ? addressOf(context) : forwarded,
                answered.method().name(),
                target,
                resources.within(target),
                answered.protocolVersion().text(),
                status,
                bytes,
                nanos,
                answered.headers().get(HttpHeaderNames.REFERER),
                answered.headers().get(HttpHeaderNames.USER_AGENT)));
    }

    private static String addressOf(ChannelHandlerContext context) {
        return context.channel().remoteAddress() instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : "";
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
