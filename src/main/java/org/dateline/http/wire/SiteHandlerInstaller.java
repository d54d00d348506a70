package org.dateline.http.wire;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Adds a {@link SiteHandler} to the pipeline of each HTTP/1 connection. HTTP/2 streams are answered by the controller.
 */
@Singleton
final class SiteHandlerInstaller implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final SiteResources resources;
    private final Connections connections;
    private final TrustedProxies proxies;
    private final Exchange.Listener listener;

    SiteHandlerInstaller(
            SiteResources resources, Connections connections, TrustedProxies proxies, Exchange.Listener listener) {
        this.resources = resources;
        this.connections = connections;
        this.proxies = proxies;
        this.listener = listener;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Customizer(channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null
                    && pipeline.get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND) != null) {
                SiteHandler handler = new SiteHandler(resources, connections, proxies, listener);
                pipeline.addFirst("dateline-connection", handler.state());
                pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "dateline-site", handler);
            }
        }
    }
}
