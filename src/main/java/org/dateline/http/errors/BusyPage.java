package org.dateline.http.errors;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** What a reader sees who has to come back in a moment: small, complete in itself, and the same at any address. */
final class BusyPage {

    private BusyPage() {}

    /** @param why the server's words; they hold nothing that came with the request */
    static MutableHttpResponse<byte[]> response(String why, int seconds) {
        String html = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="%d">
                <title>One moment, please</title>
                <style>
                :root{color-scheme:light dark}
                body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;font:1.0625rem/1.5 system-ui,sans-serif}
                h1{font:600 1.5rem/1.2 Georgia,serif;margin:0 0 .5rem}
                p{margin:0;max-width:34rem}
                </style>
                <h1>One moment, please</h1>
                <p>This server is busy: %s. This page tries again by itself.</p>
                </html>
                """.formatted(Math.max(seconds, 3), why);
        return HttpResponse.<byte[]>status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(html.getBytes(StandardCharsets.UTF_8))
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff");
    }
}
