package org.dateline.http.ogc;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.http.Problem;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.NotAnsweredException;

/** What the API says instead of an answer, from whichever of its controllers. */
@Controller
final class Refusals {

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

    /** The store, not the request, is at fault; what has been asked may be asked again. */
    @Error(global = true, exception = StoreUnavailableException.class)
    HttpResponse<?> unavailable(StoreUnavailableException e) {
        return Problem.response(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, "2");
    }

    @Error(global = true, exception = NotAnsweredException.class)
    HttpResponse<?> notAnswered(NotAnsweredException e) {
        return Problem.response(e.status(), String.valueOf(e.getMessage()));
    }
}
