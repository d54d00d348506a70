package org.dateline.http.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
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
 * Answers GET and HEAD requests for the site and for tiles directly in the connection's pipeline if the bytes are cached,
 * before the framework sees the request; this makes the site as fast as static files. All other requests are passed on
 * one at a time: pipelined requests wait here until the previous response is sent.
 *
 * <pre>
 * bytes → HTTP codec → SiteHandler ── cached ───→ prepared buffer, same event loop
 *                          └── else ──→ Micronaut: controllers, errors
 * </pre>
 *
 * There is one instance per connection; its methods run on the connection's event loop, except those called by
 * {@link Connections}.
 */
final class SiteHandler extends ChannelDuplexHandler {

    /** How many parts of requests may wait here before reading from the connection stops. */
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
    private final TrustedProxies proxies;
    private final Queue<Object> held = new ArrayDeque<>();
    private final ConnectionState state = new ConnectionState();
    private final ExchangeRecorder recorder;
    private Receiving receiving = Receiving.NOTHING;
    /** Whether the response to a request that was passed on has not been sent yet. */
    private boolean busy;

    /** Whether the connection will be closed after the present response. */
    private boolean closing;

    private boolean draining;
    private boolean readPostponed;
    private @Nullable Client client;

    SiteHandler(SiteResources resources, Connections connections, TrustedProxies proxies, Exchange.Listener listener) {
        this.resources = resources;
        this.connections = connections;
        this.proxies = proxies;
        this.recorder = new ExchangeRecorder(resources, proxies, listener);
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
        if (busy) {
            recorder.end(context);
        }
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

    /**
     * Whether the next request may be handled: not before the previous response is sent, and not while the client does
     * not read.
     */
    private boolean mayHandle(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest) || !busy && context.channel().isWritable();
    }

    private void handle(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        boolean last = message instanceof LastHttpContent;
        boolean broken = message instanceof HttpContent content
                && content.decoderResult().isFailure();
        if (broken) {
            // Nobody knows where the next request begins: answer this one at most.
            closing = true;
        }
        if (last) {
            state.received();
        }
        if (receiving == Receiving.PASSED_ON) {
            receiving = last ? Receiving.NOTHING : receiving;
            context.fireChannelRead(message);
            if (broken && !busy) {
                context.close();
            }
            return;
        }
        receiving = last ? Receiving.NOTHING : receiving;
        ReferenceCountUtil.release(message);
        if (broken) {
            context.flush();
            context.close();
            return;
        }
        if (last && !context.channel().config().isAutoRead()) {
            read(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        String id = recorder.begin(context, request);
        RequestFault fault = RequestFault.of(request);
        if (fault != null) {
            receiving = Receiving.DISCARDED;
            FullHttpResponse refusal = fault.response();
            record(context, refusal);
            end(context, refusal);
            return;
        }
        FullHttpResponse response = find(request);
        if (response != null) {
            receiving = Receiving.DISCARDED;
            respond(context, request, response);
            return;
        }
        receiving = Receiving.PASSED_ON;
        request.headers().set(Exchange.ID_HEADER, id);
        resources.passOn(request);
        busy = true;
        state.busy(true);
        String forwarded = proxies.client(
                context.channel().remoteAddress(), request.headers().get("X-Forwarded-For"));
        if (client != null && forwarded != null) {
            client.comesFrom(forwarded);
        }
        // Continue reading, to notice when the client leaves.
        read(context);
    }

    /** The response from cached bytes; null if the framework must answer. */
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
        record(context, response);
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

    private void record(ChannelHandlerContext context, FullHttpResponse response) {
        if (recorder.isOn()) {
            recorder.status(response.status().code());
            recorder.content(response.content().readableBytes());
            recorder.end(context);
        }
    }

    /** Failures before this handler are caused by the client's input or by its leaving, and are not logged. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // Flush once for all requests of one read.
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
        boolean interim = false;
        if (message instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            response.headers().set(Exchange.ID_HEADER, recorder.id());
            recorder.status(response.status().code());
        }
        if (message instanceof HttpContent content) {
            recorder.content(content.content().readableBytes());
        }
        if (message instanceof LastHttpContent && !interim) {
            ChannelPromise sent = promise.unvoid();
            long bytes = ((LastHttpContent) message).content().readableBytes();
            connections.addUnsent(bytes);
            sent.addListener(_ -> {
                connections.addUnsent(-bytes);
                recorder.end(context);
                busy = false;
                state.busy(false);
                if (closing) {
                    context.close();
                }
                drain(context);
            });
            context.write(message, sent);
        } else {
            context.write(message, promise);
        }
    }

    /** Continues with the requests that wait here. */
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
