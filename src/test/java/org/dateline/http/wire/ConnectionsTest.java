package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.dateline.work.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    private final Connections connections = new Connections(3);

    @AfterEach
    void close() {
        connections.close();
    }

    private EmbeddedChannel open(ConnectionState state) {
        EmbeddedChannel channel = new EmbeddedChannel();
        connections.add(channel, state, new Client("192.0.2.1"));
        return channel;
    }

    @Test
    void for_a_new_connection_the_one_that_waited_the_longest_goes() {
        ConnectionState busy = new ConnectionState();
        busy.busy(true);
        EmbeddedChannel first = open(busy);
        EmbeddedChannel second = open(new ConnectionState());
        EmbeddedChannel third = open(new ConnectionState());
        EmbeddedChannel fourth = open(new ConnectionState());

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
        assertThat(third.isOpen()).isTrue();
        assertThat(fourth.isOpen()).isTrue();
        assertThat(connections.count()).isEqualTo(3);
    }

    @Test
    void with_all_at_work_the_new_one_goes() {
        for (int i = 0; i < 3; i++) {
            ConnectionState busy = new ConnectionState();
            busy.busy(true);
            open(busy);
        }

        assertThat(open(new ConnectionState()).isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1024, 67108864, 824", "1048576, 67108864, 2048", "1048576, 4294967296, 20000", "100, 67108864, 16"})
    void there_are_never_more_than_descriptors_and_memory_allow(long descriptors, long heap, int most) {
        assertThat(Connections.most(descriptors, heap)).isEqualTo(most);
    }

    @Test
    void what_a_client_has_not_taken_is_counted() {
        SiteHandler handler = new SiteHandler((_, _) -> null, connections);
        EmbeddedChannel channel = new EmbeddedChannel(handler);
        channel.write(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(new byte[1_000])));
        assertThat(connections.unsent()).isEqualTo(1_000);

        channel.flush();
        assertThat(connections.unsent()).isZero();
        channel.finishAndReleaseAll();
    }
}
