package org.dateline.http.errors;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.wire.Responses;

/** Turns the exceptions of all controllers into responses: a problem, or a page if a browser asks for one. */
@Controller
final class ProblemHandler {

    private final LiveSite live;

    ProblemHandler(LiveSite live) {
        this.live = live;
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
    HttpResponse<?> unavailable(StoreUnavailableException e) {
        return Problem.response(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, "2");
    }

    @Error(global = true, exception = NoPageException.class)
    HttpResponse<?> noPage(HttpRequest<?> request, NoPageException e) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html")
                ? Responses.of(request, live.site().notFound(request.getUri().getPath()), HttpStatus.NOT_FOUND)
                : Problem.response(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @Error(global = true, exception = NotAnsweredException.class)
    HttpResponse<?> notAnswered(NotAnsweredException e) {
        return Problem.response(e.status(), String.valueOf(e.getMessage()));
    }
}
