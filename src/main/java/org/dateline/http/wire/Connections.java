package org.dateline.http.wire;

import io.micronaut.http.HttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.work.Client;

/**
 * All open connections, at most as many as file descriptors and memory allow. If there are too many, a new connection
 * replaces the one that has been idle longest. Connections that send or read too slowly, or not at all, are closed.
 */
@Singleton
public final class Connections {

    /** The longest time in which a request with its body must arrive. */
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    /** The longest idle time; longer than load balancers keep connections, so that they close them first. */
    static final Duration LONGEST_IDLE = Duration.ofSeconds(75);

    /** A client that reads nothing of its response for this long is considered gone. */
    static final Duration LONGEST_STALL = Duration.ofSeconds(30);

    /** The approximate memory of a connection, in bytes. */
    private static final long BYTES = 32 << 10;

    /** Unsent responses may use one part in this many of the heap. */
    private static final int UNSENT_SHARE = 8;

    /** How many file descriptors are left for the program's own files and connections. */
    private static final int OWN_DESCRIPTORS = 200;

    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)");

    private final Map<Channel, Open> open = new ConcurrentHashMap<>();
    private final Map<SocketAddress, Client> clients = new ConcurrentHashMap<>();
    private final LongAdder unsent = new LongAdder();
    private final int most;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("connections").daemon().unstarted(task));

    private static final class Open {
        final ConnectionState state;
        long stalledSince;
        long pending;
        long progress;

        Open(ConnectionState state) {
            this.state = state;
        }
    }

    Connections() {
        this(most(descriptors(), Runtime.getRuntime().maxMemory()));
    }

    Connections(int most) {
        this.most = most;
        watch.scheduleWithFixedDelay(() -> closeSlow(ConnectionState.now()), 1, 1, TimeUnit.SECONDS);
    }

    static int most(long descriptors, long heap) {
        return Math.clamp(Math.min(descriptors - OWN_DESCRIPTORS, heap / BYTES), 16, 20_000);
    }

    /** How many files this process may have open. */
    private static long descriptors() {
        try {
            Matcher limit = OPEN_FILES.matcher(Files.readString(Path.of("/proc/self/limits")));
            return limit.find() ? Long.parseLong(limit.group(1)) : Long.MAX_VALUE;
        } catch (IOException e) {
            // Another system, which reports it differently: use a common limit.
            return 1_024;
        }
    }

    public int count() {
        return open.size();
    }

    /** The largest number of simultaneous connections. */
    public int most() {
        return most;
    }

    /** Counts the bytes of responses that wait for their clients to read them. */
    void addUnsent(long bytes) {
        unsent.add(bytes);
    }

    /** The size of unsent responses, in bytes. */
    public long unsent() {
        return unsent.sum();
    }

    /** Whether unsent responses leave no room for more. */
    boolean isFull() {
        return unsent() > Runtime.getRuntime().maxMemory() / UNSENT_SHARE;
    }

    /** The client that sends a request. */
    Client client(HttpRequest<?> request) {
        Client known = clients.get(request.getRemoteAddress());
        return known == null ? new Client(Addresses.of(request.getRemoteAddress())) : known;
    }

    void add(Channel channel, ConnectionState state, Client client) {
        SocketAddress remote = channel.remoteAddress();
        open.put(channel, new Open(state));
        clients.put(remote, client);
        channel.closeFuture().addListener(_ -> {
            open.remove(channel);
            clients.remove(remote, client);
        });
        if (open.size() > most) {
            longestWaiting(channel).close();
        }
    }

    private Channel longestWaiting(Channel newest) {
        long now = ConnectionState.now();
        Channel longest = newest;
        long most = -1;
        for (Map.Entry<Channel, Open> one : open.entrySet()) {
            ConnectionState state = one.getValue().state;
            long idle = state.isBusy() ? -1 : state.idleFor(now);
            if (idle > most && one.getKey() != newest) {
                most = idle;
                longest = one.getKey();
            }
        }
        return longest;
    }

    /** @param now the time, of {@link ConnectionState#now} */
    void closeSlow(long now) {
        open.forEach((channel, one) -> {
            boolean slow = !one.state.isBusy()
                    && (one.state.receivingFor(now) > LONGEST_REQUEST.toNanos()
                            || one.state.idleFor(now) > LONGEST_IDLE.toNanos());
            if (slow && channel.isWritable()) {
                channel.close();
            } else {
                channel.eventLoop().execute(() -> closeStalled(channel, one, now));
            }
        });
    }

    /** Runs on the connection's event loop. */
    private static void closeStalled(Channel channel, Open one, long now) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        if (buffer == null || buffer.isEmpty()) {
            one.stalledSince = 0;
            return;
        }
        boolean moved = one.pending != buffer.totalPendingWriteBytes() || one.progress != buffer.currentProgress();
        if (one.stalledSince == 0 || moved) {
            one.stalledSince = now;
            one.pending = buffer.totalPendingWriteBytes();
            one.progress = buffer.currentProgress();
        } else if (now - one.stalledSince > LONGEST_STALL.toNanos()) {
            channel.close();
        }
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
    }
}
