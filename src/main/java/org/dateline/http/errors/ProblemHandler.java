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
import java.util.regex.Pattern;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.http.live.Stories;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.wire.WorkRunner;
import org.dateline.model.LanguageTag;
import org.dateline.work.BusyException;

/** Turns the exceptions of all controllers into responses: a problem, or a page if a browser asks for one. */
@Controller
final class ProblemHandler {

    private static final Pattern EMBED = Pattern.compile("/(?:" + LanguageTag.PATTERN + "/)?embed(?:/.*)?");

    private final Stories stories;
    private final WorkRunner runner;

    ProblemHandler(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Error(global = true, exception = BadParameterException.class)
    CompletionStage<HttpResponse<?>> bad(HttpRequest<?> request, BadParameterException e) {
        if (isEmbed(request)) {
            return note(request, HttpStatus.BAD_REQUEST);
        }
        if (ErrorPage.isWanted(request)) {
            return page(request, HttpStatus.BAD_REQUEST, e);
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", e.parameter());
        members.put("got", e.got());
        members.put("expected", e.expected());
        return CompletableFuture.completedFuture(
                Problem.response(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), members));
    }

    @Error(global = true, exception = QueryRefusedException.class)
    HttpResponse<?> refused(HttpRequest<?> request, QueryRefusedException e) {
        if (ErrorPage.isWanted(request)) {
            return errorPage(request, HttpStatus.BAD_REQUEST, e);
        }
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

    /** The story is at fault, not the request: its editors mend it. */
    @Error(global = true, exception = BrokenStoryException.class)
    HttpResponse<?> broken(HttpRequest<?> request, BrokenStoryException e) {
        return ErrorPage.isWanted(request)
                ? ErrorPage.write(
                        request,
                        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE),
                        "This story cannot be shown at the moment",
                        String.valueOf(e.getMessage()),
                        "../")
                : Problem.response(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }

    @Error(global = true, exception = NoPageException.class)
    CompletionStage<HttpResponse<?>> noPage(HttpRequest<?> request, NoPageException e) {
        if (isEmbed(request)) {
            return note(request, HttpStatus.NOT_FOUND);
        }
        return ErrorPage.isWanted(request)
                ? runner.answer(
                        request,
                        stories.of(request).site().notFound(request.getUri().getPath()),
                        HttpStatus.NOT_FOUND)
                : CompletableFuture.completedFuture(
                        Problem.response(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
    }

    /** Whether the answer is likely shown in an article: at the address of an embed, or in any frame. */
    private static boolean isEmbed(HttpRequest<?> request) {
        return ErrorPage.isWanted(request)
                && (EMBED.matcher(request.getUri().getPath()).matches()
                        || "iframe".equals(request.getHeaders().get("Sec-Fetch-Dest")));
    }

    private CompletionStage<HttpResponse<?>> note(HttpRequest<?> request, HttpStatus status) {
        return runner.answer(
                request, stories.of(request).site().note(request.getUri().getPath()), status);
    }

    private static CompletionStage<HttpResponse<?>> page(HttpRequest<?> request, HttpStatus status, Exception e) {
        return CompletableFuture.completedFuture(errorPage(request, status, e));
    }

    private static HttpResponse<?> errorPage(HttpRequest<?> request, HttpStatus status, Exception e) {
        return ErrorPage.write(
                request, HttpResponse.status(status), status.getReason(), String.valueOf(e.getMessage()));
    }

    /** Too much is going on, or this would take too long. */
    @Error(global = true, exception = BusyException.class)
    HttpResponse<?> busy(HttpRequest<?> request, BusyException e) {
        return later(request, String.valueOf(e.getMessage()), e.retryAfter());
    }

    private HttpResponse<?> later(HttpRequest<?> request, String why, int seconds) {
        MutableHttpResponse<byte[]> response = !ErrorPage.isWanted(request)
                ? Problem.response(HttpStatus.SERVICE_UNAVAILABLE, why)
                : stories.isKnown(request)
                        ? BusyPage.response(request, stories.of(request).site())
                        : ErrorPage.write(
                                request,
                                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE),
                                HttpStatus.SERVICE_UNAVAILABLE.getReason(),
                                why);
        return response.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The client has left: nobody reads this. */
    @Error(global = true, exception = CancellationException.class)
    HttpResponse<?> left() {
        return Problem.response(HttpStatus.SERVICE_UNAVAILABLE, "the client has left");
    }

    @Error(global = true, exception = NotAnsweredException.class)
    HttpResponse<?> notAnswered(HttpRequest<?> request, NotAnsweredException e) {
        if (ErrorPage.isWanted(request)) {
            return errorPage(request, e.status(), e);
        }
        return Problem.response(e.status(), String.valueOf(e.getMessage()));
    }
}
