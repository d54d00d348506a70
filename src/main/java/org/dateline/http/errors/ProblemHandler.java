package org.dateline.http.errors;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.wire.WorkRunner;
import org.dateline.work.BusyException;

/** Turns the exceptions of all controllers into responses: a problem, or a page if a browser asks for one. */
@Controller
final class ProblemHandler {

    private final LiveSite live;
    private final WorkRunner runner;

    ProblemHandler(LiveSite live, WorkRunner runner) {
        this.live = live;
        this.runner = runner;
    }

    @Error(global = true, exception = BadParameterException.class)
    HttpResponse<?> bad(BadParameterException e) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", e.parameter());
        members.put("got", e.got());
        members.put("expected", e.expected());
        return Problem.response(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), members);
    }

    @Error(global = true, exception = QueryRefusedException.class)
    HttpResponse<?> refused(QueryRefusedException e) {
        return Problem.response(
                HttpStatus.BAD_REQUEST,
                String.valueOf(e.getMessage()),
                Map.of("got", e.got(), "expected", e.expected()));
    }

    /** The database, not the request, is at fault, so the client may try again. */
    @Error(global = true, exception = StoreUnavailableException.class)
    HttpResponse<?> unavailable(HttpRequest<?> request, StoreUnavailableException e) {
        return later(request, String.valueOf(e.getMessage()), 2);
    }

    @Error(global = true, exception = NoPageException.class)
    CompletionStage<HttpResponse<?>> noPage(HttpRequest<?> request, NoPageException e) {
        return isBrowser(request)
                ? runner.answer(request, live.site().notFound(request.getUri().getPath()), HttpStatus.NOT_FOUND)
                : CompletableFuture.completedFuture(
                        Problem.response(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
    }

    private static boolean isBrowser(HttpRequest<?> request) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /** Too much is going on, or this would take too long. */
    @Error(global = true, exception = BusyException.class)
    HttpResponse<?> busy(HttpRequest<?> request, BusyException e) {
        return later(request, String.valueOf(e.getMessage()), e.retryAfter());
    }

    private HttpResponse<?> later(HttpRequest<?> request, String why, int seconds) {
        MutableHttpResponse<byte[]> response = isBrowser(request)
                ? BusyPage.response(request, live.site())
                : Problem.response(HttpStatus.SERVICE_UNAVAILABLE, why);
        return response.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The client has left: nobody reads this. */
    @Error(global = true, exception = CancellationException.class)
    HttpResponse<?> left() {
        return Problem.response(HttpStatus.SERVICE_UNAVAILABLE, "the client has left");
    }

    @Error(global = true, exception = NotAnsweredException.class)
    HttpResponse<?> notAnswered(NotAnsweredException e) {
        return Problem.response(e.status(), String.valueOf(e.getMessage()));
    }
}
