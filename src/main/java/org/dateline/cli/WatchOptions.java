package org.dateline.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.dateline.http.Server;
import org.dateline.http.watch.AccessLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which an operator watches a server. */
final class WatchOptions {

    private static final String LOGGER = "org.slf4j.simpleLogger.";

    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT",
            description =
                    "Answer /metrics for Prometheus at an address of its own (host if none is stated: 127.0.0.1).")
    private @Nullable String metrics;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Write a line for each request to a file; - for the standard output.")
    private @Nullable String accessLog;

    @Option(
            names = "--access-log-format",
            paramLabel = "FORMAT",
            defaultValue = "combined",
            description = "combined or json (default: ${DEFAULT-VALUE}).")
    private AccessLog.Form form = AccessLog.Form.COMBINED;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "What the program's own log, on standard error, tells: error, warn, info or debug "
                    + "(default: ${DEFAULT-VALUE}).")
    private Level level = Level.INFO;

    private enum Level {
        ERROR("error", "error"),
        WARN("warn", "warn"),
        INFO("info", "warn"),
        DEBUG("debug", "info");

        private final String own;
        private final String libraries;

        Level(String own, String libraries) {
            this.own = own;
            this.libraries = libraries;
        }
    }

    /** Sets the level of the log; before the first line is logged. */
    void setLogLevel() {
        System.setProperty(LOGGER + "log.org.dateline", level.own);
        System.setProperty(LOGGER + "defaultLogLevel", level.libraries);
    }

    Server.Watching watching() throws IOException {
        InetSocketAddress address = metrics == null ? null : address(metrics);
        return new Server.Watching(address, accessLog == null ? null : log(accessLog));
    }

    private AccessLog log(String file) throws IOException {
        return new AccessLog(file.equals("-") ? null : Path.of(file), form);
    }

    private static InetSocketAddress address(String stated) throws IOException {
        int colon = stated.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : stated.substring(0, colon).replaceAll("[\\[\\]]", "");
        String port = stated.substring(colon + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new UsageException(
                    "got --metrics " + stated + ", expected a port, or a host and a port as in " + "127.0.0.1:9464");
        }
        Serve.requireFree(host, Integer.parseInt(port));
        return new InetSocketAddress(host, Integer.parseInt(port));
    }
}
