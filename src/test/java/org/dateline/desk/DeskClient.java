package org.dateline.desk;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a desk as its page does, or as others would: over sockets, because Java's clients do not let Host and Origin be set.
 *
 * @param start the link that the desk prints
 */
public record DeskClient(URI start) {

    /** An answer. */
    public record Answer(int status, String head, String body) {}

    public String token() {
        return start.getFragment().substring("token=".length());
    }

    /** 127.0.0.1 and the port. */
    public String host() {
        return start.getAuthority();
    }

    public String origin() {
        return "http://" + host();
    }

    /** The answer to a request of the page; null as {@code body} asks with GET. */
    public Answer ask(String path, @Nullable String body) throws IOException {
        return ask(body == null ? "GET" : "POST", path, host(), origin(), token(), body == null ? "" : body);
    }

    public JsonNode get(String path) throws IOException {
        return JsonMapper.shared().readTree(ask(path, null).body());
    }

    public JsonNode post(String path, JsonNode body) throws IOException {
        return JsonMapper.shared().readTree(ask(path, body.toString()).body());
    }

    /** Null for a header that is not sent. */
    public Answer ask(
            String method, String path, String host, @Nullable String origin, @Nullable String token, String body)
            throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", start.getPort())) {
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + (origin == null ? "" : "Origin: " + origin + "\r\n")
                    + (token == null ? "" : "Dateline-Token: " + token + "\r\n")
                    + (body.isEmpty()
                            ? ""
                            : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                    + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("got no answer");
            }
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        }
    }
}
