package org.dateline.http.errors;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** An error as a reader sees it who opened an address in a browser: small, complete in itself, and the same at any address. */
final class ErrorPage {

    private ErrorPage() {}

    /** Whether a browser asks for a page, to show it. */
    static boolean isWanted(HttpRequest<?> request) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /**
     * @param title  what happened
     * @param detail what was got and what was expected; may hold what came with the request
     */
    static MutableHttpResponse<byte[]> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, String title, String detail) {
        return write(request, response, title, detail, "");
    }

    /** @param from the way from the site's root to where the page leads on */
    static MutableHttpResponse<byte[]> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, String title, String detail, String from) {
        String path = request.getUri().getRawPath();
        String root = "../"
                .repeat(Math.max(0, (int) path.chars().filter(c -> c == '/').count() - 1));
        String html =
                """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                :root{color-scheme:light dark}
                body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;font:1.0625rem/1.5 system-ui,sans-serif}
                h1{font:600 1.5rem/1.2 Georgia,serif;margin:0 0 .5rem}
                p{margin:0 0 .5rem;max-width:34rem;overflow-wrap:anywhere}
                </style>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="%3$s" target="_top">To the map and all places</a></p>
                </html>
                """.formatted(escaped(title), escaped(detail), root.isEmpty() && from.isEmpty() ? "./" : root + from);
        return response.body(html.getBytes(StandardCharsets.UTF_8))
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
