package org.dateline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for programs that must be told one before they start. */
public final class FreePort {

    private FreePort() {}

    /**
     * A port of this machine that nothing listens on. It is below those that the system gives to whoever asks for any, so
     * nothing takes it before the program that it is meant for.
     */
    public static int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException e) {
                // Taken: the next one.
            }
        }
    }
}
