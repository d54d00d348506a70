package org.dateline.http.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.dateline.work.Client;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD of the site, and of tiles, straight from the connection's pipeline where the bytes are at hand, before
 * the framework sees the request; that is what makes the site as fast as a static file. All other requests pass on, one at a
 * time: those that a client sends without waiting for answers wait here until the answer before is sent.
 *
 * <pre>
 * bytes → HTTP codec → SiteHandler ── at hand ──→ prepared buffer, same event loop
 *                          └── else ──→ Micronaut: controllers, errors
 * </pre>
 *
 * One instance a connection; its methods run on the connection's event loop only, but for those of {@link Connections}.
 */
final class SiteHandler extends ChannelDuplexHandler {

    /** Parts of requests that wait here before the connection is read no further. */
    private static final int MOST_HELD = 32;

    private enum Receiving {
        NOTHING,
        /** The rest of a request that was answered here. */
        DISCARDED,
        /** The rest of a request that was passed on. */
        PASSED_ON
    }

    private final SiteResources resources;
    private final Connections connections;
    private final Queue<Object> held = new ArrayDeque<>();
    private final ConnectionState state = new ConnectionState();
    private Receiving receiving = Receiving.NOTHING;
    /** Whether a request was passed on whose response has not been sent. */
    private boolean busy;

    /** Whether the connection ends with the answer that is being sent. */
    private boolean closing;

    private boolean draining;
    private boolean readPostponed;
    private @Nullable Client client;

    SiteHandler(SiteResources resources, Connections connections) {
        this.resources = resources;
        this.connections = connections;
    }

    ConnectionState state() {
        return state;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Channel channel = context.channel();
        client = new Client(Addresses.of(channel.remoteAddress()));
        connections.add(channel, state, client);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        gone();
        super.channelInactive(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        gone();
    }

    private void gone() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        if (client != null) {
            client.leave();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (held.isEmpty() && mayHandle(context, message)) {
            handle(context, message);
        } else {
            held.add(message);
        }
    }

    /** The next request waits for the answer before, and for a client that does not read what it asked for. */
    private boolean mayHandle(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest) || !busy && context.channel().isWritable();
    }

    private void handle(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        boolean last = message instanceof LastHttpContent;
        if (last) {
            state.received();
        }
        if (receiving == Receiving.PASSED_ON) {
            receiving = last ? Receiving.NOTHING : receiving;
            context.fireChannelRead(message);
            return;
        }
        receiving = last ? Receiving.NOTHING : receiving;
        ReferenceCountUtil.release(message);
        if (last && !context.channel().config().isAutoRead()) {
            read(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        RequestFault fault = RequestFault.of(request);
        if (fault != null) {
            receiving = Receiving.DISCARDED;
            end(context, fault.response());
            return;
        }
        FullHttpResponse response = find(request);
        if (response != null) {
            receiving = Receiving.DISCARDED;
            respond(context, request, response);
            return;
        }
        receiving = Receiving.PASSED_ON;
        busy = true;
        state.busy(true);
        String forwarded = Addresses.behindProxy(
                context.channel().remoteAddress(), request.headers().get("X-Forwarded-For"));
        if (client != null && forwarded != null) {
            client.comesFrom(forwarded);
        }
        // So that it shows when the client leaves.
        read(context);
    }

    /** The answer from what is at hand; null for the framework to answer, with an error if need be. */
    private @Nullable FullHttpResponse find(HttpRequest request) {
        HttpMethod method = request.method();
        if ((!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method))
                || request.decoderResult().isFailure()) {
            return null;
        }
        String uri = request.uri();
        int query = uri.indexOf('?');
        PreparedResource resource = resources.find(query < 0 ? uri : uri.substring(0, query), uri);
        if (resource == null || query >= 0 && resource.isScalable()) {
            return null;
        }
        PreparedResource.Variant variant = resource.find(
                resource.choose(AcceptEncoding.preferred(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING))));
        return variant == null
                ? null
                : variant.respond(
                        HttpMethod.HEAD.equals(method), request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
    }

    private void end(ChannelHandlerContext context, FullHttpResponse response) {
        closing = true;
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void respond(ChannelHandlerContext context, HttpRequest request, FullHttpResponse prepared) {
        FullHttpResponse response = prepared;
        if (HttpUtil.isKeepAlive(request)) {
            if (!request.protocolVersion().isKeepAliveDefault()) {
                response = response.replace(response.content());
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
            }
            context.write(response, context.voidPromise());
        } else {
            response = response.replace(response.content());
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            end(context, response);
        }
    }

    /** What fails before this handler is what the client sent, or its leaving: neither is worth a line of the log. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // One flush for all requests that came in one read.
        context.flush();
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        drain(context);
        super.channelWritabilityChanged(context);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (held.size() < MOST_HELD) {
            context.read();
        } else {
            readPostponed = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            ChannelPromise sent = promise.unvoid();
            long bytes = ((LastHttpContent) message).content().readableBytes();
            connections.addUnsent(bytes);
            sent.addListener(_ -> {
                connections.addUnsent(-bytes);
                busy = false;
                state.busy(false);
                drain(context);
            });
            context.write(message, sent);
        } else {
            context.write(message, promise);
        }
    }

    /** Goes on with the requests that wait here. */
    private void drain(ChannelHandlerContext context) {
        if (draining) {
            return;
        }
        draining = true;
        boolean any = false;
        try {
            while (!held.isEmpty() && mayHandle(context, held.peek())) {
                any = true;
                handle(context, held.poll());
            }
        } finally {
            draining = false;
        }
        if (any) {
            channelReadComplete(context);
        }
        if (readPostponed && held.size() < MOST_HELD) {
            readPostponed = false;
            context.read();
        }
    }
}
