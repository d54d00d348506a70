package org.dateline.http.wire;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET and HEAD of the site, and of tiles that are at hand, straight from the connection's pipeline, before the framework sees the request; that
 * is what makes the site as fast as a static file. All other requests pass on.
 *
 * <pre>
 * bytes → HTTP codec → SiteHandler ── path in the site ──→ prepared buffer, same event loop
 *                          └── else ──→ Micronaut: controllers, errors
 * </pre>
 *
 * One instance a connection; its methods run on the connection's event loop only.
 */
public final class SiteHandler extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SiteHandler.class);

    private final SiteResources resources;
    /** Whether the rest of a request that was answered here is still to come. */
    private boolean discarding;
    /** Requests passed on whose responses have not gone out: a pipelined one must not overtake them. */
    private int passedOn;

    SiteHandler(SiteResources resources) {
        this.resources = resources;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            PreparedResource.Variant variant = passedOn == 0 ? find(request) : null;
            discarding = variant != null;
            if (variant == null) {
                passedOn++;
            } else {
                respond(context, request, variant);
            }
        }
        if (!discarding) {
            context.fireChannelRead(message);
            return;
        }
        discarding = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        if (!discarding && !context.channel().config().isAutoRead()) {
            context.read();
        }
    }

    /** What answers a request; null for the framework to answer it, with an error if need be. */
    private PreparedResource.@Nullable Variant find(HttpRequest request) {
        HttpMethod method = request.method();
        if ((!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method))
                || request.decoderResult().isFailure()) {
            return null;
        }
        String uri = request.uri();
        int query = uri.indexOf('?');
        PreparedResource resource = resources.find(query < 0 ? uri : uri.substring(0, query), uri);
        if (resource == null || !resource.isQuick() || query >= 0 && resource.isScalable()) {
            return null;
        }
        try {
            return resource.variant(AcceptEncoding.preferred(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING)));
        } catch (RuntimeException e) {
            LOG.error("{} could not be made", uri, e);
            return null;
        }
    }

    private static void respond(ChannelHandlerContext context, HttpRequest request, PreparedResource.Variant variant) {
        FullHttpResponse response = variant.respond(
                HttpMethod.HEAD.equals(request.method()), request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
        if (HttpUtil.isKeepAlive(request)) {
            if (!request.protocolVersion().isKeepAliveDefault()) {
                response = response.replace(response.content());
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
            }
            context.write(response, context.voidPromise());
        } else {
            response = response.replace(response.content());
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.write(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // One flush for all requests that came in one read.
        context.flush();
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            passedOn--;
        }
        context.write(message, promise);
    }
}
