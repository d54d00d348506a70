package org.dateline.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private static long in(Duration time) {
        return ConnectionState.now() + time.toNanos();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void a_request_that_arrives_byte_by_byte_ends_with_its_connection() {
        ConnectionState state = new ConnectionState();
        EmbeddedChannel channel = new EmbeddedChannel(state);
        connections.add(channel, state, new Client("192.0.2.1"));
        channel.writeInbound(bytes("GET / HT"));
        connections.closeSlow(in(Connections.LONGEST_REQUEST.minusSeconds(1)));
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(bytes("T"));
        connections.closeSlow(in(Connections.LONGEST_REQUEST.plusSeconds(1)));

        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    @Test
    void an_idle_connection_ends() {
        EmbeddedChannel channel = open(new ConnectionState());
        connections.closeSlow(in(Connections.LONGEST_IDLE.minusSeconds(1)));
        assertThat(channel.isOpen()).isTrue();
        connections.closeSlow(in(Connections.LONGEST_IDLE.plusSeconds(1)));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_connection_that_waits_for_its_answer_does_not_end() {
        ConnectionState busy = new ConnectionState();
        busy.busy(true);
        EmbeddedChannel channel = open(busy);
        connections.closeSlow(in(Connections.LONGEST_IDLE.multipliedBy(2)));
        channel.runPendingTasks();

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void a_connection_of_a_client_that_reads_nothing_ends_and_one_of_a_slow_client_does_not() {
        ConnectionState state = new ConnectionState();
        boolean[] takes = new boolean[1];
        EmbeddedChannel channel = new EmbeddedChannel() {
            @Override
            protected void doWrite(ChannelOutboundBuffer unsent) throws Exception {
                if (takes[0]) {
                    super.doWrite(unsent);
                }
            }
        };
        connections.add(channel, state, new Client("192.0.2.1"));
        channel.writeOneOutbound(bytes("an answer"));
        channel.flushOutbound();
        look(channel, Duration.ZERO);
        look(channel, Connections.LONGEST_STALL.minusSeconds(1));
        assertThat(channel.isOpen()).isTrue();

        takes[0] = true;
        channel.flushOutbound();
        takes[0] = false;
        channel.writeOneOutbound(bytes("the next"));
        channel.flushOutbound();
        look(channel, Connections.LONGEST_STALL.plusSeconds(1));
        assertThat(channel.isOpen()).isTrue();
        look(channel, Connections.LONGEST_STALL.multipliedBy(2).plusSeconds(2));
        assertThat(channel.isOpen()).isFalse();
    }

    private void look(EmbeddedChannel channel, Duration later) {
        connections.closeSlow(in(later));
        channel.runPendingTasks();
    }

    @Test
    void what_a_client_has_not_taken_is_counted() {
        SiteHandler handler = new SiteHandler((_, _) -> null, connections, TrustedProxies.NONE, Exchange.Listener.NONE);
        EmbeddedChannel channel = new EmbeddedChannel(handler);
        channel.write(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(new byte[1_000])));
        assertThat(connections.unsent()).isEqualTo(1_000);
        assertThat(connections.isFull()).isFalse();
        connections.addUnsent(Runtime.getRuntime().maxMemory());
        assertThat(connections.isFull()).isTrue();
        connections.addUnsent(-Runtime.getRuntime().maxMemory());

        channel.flush();
        assertThat(connections.unsent()).isZero();
        channel.finishAndReleaseAll();
    }
}
