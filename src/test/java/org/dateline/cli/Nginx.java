package org.dateline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx with the server block of {@code src/docs/publishing.md}, as a reader of that page sets it up. */
final class Nginx implements AutoCloseable {

    private static final Path GUIDE = Path.of("src/docs/publishing.md");
    private static final String PATH = "/maps/train/";

    private final Host host;

    /**
     * @param home  for its own files
     * @param root  in place of the guide's /srv/www
     * @param paths to serve as the guide serves /maps/train/
     */
    Nginx(Path home, Path root, int port, String... paths) throws IOException, InterruptedException {
        String block = block().replace("8080", Integer.toString(port)).replace("/srv/www", root.toString());
        int from = block.indexOf("    location ");
        int to = block.lastIndexOf('}');
        StringBuilder servers = new StringBuilder(block.substring(0, from));
        for (String path : paths) {
            servers.append(block.substring(from, to).replace(PATH, path));
        }
        Path configuration = home.resolve("nginx.conf");
        Files.writeString(configuration, configuration(servers + "}\n"));
        host = new Host(home, port, Host.program("nginx"), "-p", home.toString(), "-c", configuration.toString());
    }

    /** A whole configuration around server blocks: one process, in the foreground, as whoever runs the tests. */
    static String configuration(String servers) {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                %s}
                """.formatted(servers);
    }

    private static String block() throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("```nginx\n") + "```nginx\n".length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    /** Whether something listens on a port of this machine. */
    static boolean answers(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        host.close();
    }
}
