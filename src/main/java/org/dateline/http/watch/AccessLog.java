package org.dateline.http.watch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dateline.http.wire.Exchange;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one line for each request, to a file or the standard output, on its own thread. If that cannot keep up or the
 * file cannot be written, lines are lost rather than responses held up, and the program's log tells how many. Thread-safe.
 */
public final class AccessLog implements Exchange.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_CHARACTERS = 2_000;

    /** The form of a line. */
    public enum Form {
        /** Apache's combined format, then the request's id and the seconds that it took. */
        COMBINED,
        /** A JSON object. */
        JSON
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** Ends the thread when everything before it is written. */
    private static final String END = "";

    private final @Nullable Path file;
    private final Form form;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("access-log").daemon().unstarted(this::write);
    private volatile boolean reopen;
    private Writer out;

    /**
     * @param file null for the standard output
     * @throws IOException if the file cannot be opened
     */
    public AccessLog(@Nullable Path file, Form form) throws IOException {
        this.file = file;
        this.form = form;
        this.out = open();
        thread.start();
    }

    private Writer open() throws IOException {
        return new BufferedWriter(
                file == null
                        ? new OutputStreamWriter(System.out, StandardCharsets.UTF_8)
                        : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Opens the file anew before the next line, after it was moved away. */
    public void reopen() {
        reopen = true;
    }

    @Override
    public void answered(Exchange exchange) {
        if (!lines.offer(form == Form.JSON ? json(exchange) : combined(exchange))) {
            lost.incrementAndGet();
        }
    }

    private void write() {
        try {
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                write(line);
            }
            out.flush();
        } catch (InterruptedException | IOException e) {
            // The program ends.
        }
    }

    private void write(String line) {
        try {
            if (reopen && file != null) {
                reopen = false;
                out.close();
                out = open();
            }
            out.write(line);
            if (lines.isEmpty()) {
                out.flush();
                tellLost(null);
            }
        } catch (IOException e) {
            lost.incrementAndGet();
            // Tried again with the next line: the disk may have room by then.
            reopen = true;
            tellLost(e);
        }
    }

    private long told = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);

    /** At most once a minute. */
    private void tellLost(@Nullable IOException why) {
        if (lost.get() > 0 && System.nanoTime() - told >= TimeUnit.MINUTES.toNanos(1)) {
            told = System.nanoTime();
            LOG.warn(
                    "lost {} of the access log: {}",
                    Counted.of(lost.getAndSet(0), "line"),
                    why == null ? "more requests came than could be written" : why.getMessage());
        }
    }

    static String combined(Exchange exchange) {
        return String.format(
                Locale.ROOT,
                "%s - - [%s] \"%s %s %s\" %d %d \"%s\" \"%s\" %s %.3f%n",
                exchange.address(),
                TIME.format(exchange.begun()),
                escaped(exchange.method()),
                escaped(exchange.target()),
                escaped(exchange.protocol()),
                exchange.status(),
                exchange.bytes(),
                escaped(exchange.referer()),
                escaped(exchange.userAgent()),
                exchange.id(),
                exchange.nanos() / 1e9);
    }

    /** As Apache writes what clients send: quotes, control characters and what is not ASCII cannot break a line. */
    private static String escaped(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        StringBuilder out = new StringBuilder();
        for (byte one : shortened(text).getBytes(StandardCharsets.UTF_8)) {
            if (one == '"' || one == '\\') {
                out.append('\\').append((char) one);
            } else if (one < ' ' || one == 0x7f) {
                out.append(String.format("\\x%02x", one & 0xff));
            } else {
                out.append((char) one);
            }
        }
        return out.toString();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }

    static String json(Exchange exchange) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "time", exchange.begun().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringProperty("id", exchange.id());
            json.writeStringProperty("address", exchange.address());
            json.writeStringProperty("method", shortened(exchange.method()));
            json.writeStringProperty("target", shortened(exchange.target()));
            json.writeStringProperty("route", Route.of(exchange.within()));
            json.writeNumberProperty("status", exchange.status());
            json.writeNumberProperty("bytes", exchange.bytes());
            json.writeNumberProperty("milliseconds", exchange.nanos() / 1_000 / 1e3);
            if (exchange.referer() != null) {
                json.writeStringProperty("referer", shortened(exchange.referer()));
            }
            if (exchange.userAgent() != null) {
                json.writeStringProperty("userAgent", shortened(exchange.userAgent()));
            }
            json.writeEndObject();
        }
        return out + "\n";
    }

    /** Writes what waits. */
    @Override
    public void close() {
        try {
            if (lines.offer(END, 1, TimeUnit.SECONDS)) {
                thread.join(TimeUnit.SECONDS.toMillis(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
