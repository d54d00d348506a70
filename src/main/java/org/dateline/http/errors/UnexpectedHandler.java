package org.dateline.http.errors;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dateline.http.wire.Exchange;
import org.dateline.model.Counted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody foresaw: a 500 without internals, and once a minute in the log, so that no request can flood that. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET);
    private final AtomicLong unlogged = new AtomicLong();

    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable unexpected) {
        long last = lastLogged.get();
        long now = System.nanoTime();
        if (now - last >= QUIET && lastLogged.compareAndSet(last, now)) {
            LOG.error(
                    "{} could not be answered (request {}); before it, {} not logged",
                    request.getUri().getRawPath(),
                    request.getHeaders().get(Exchange.ID_HEADER),
                    Counted.of(unlogged.getAndSet(0), "other"),
                    unexpected);
        } else {
            unlogged.incrementAndGet();
        }
        if (ErrorPage.isWanted(request)) {
            HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
            return ErrorPage.write(
                    request, HttpResponse.status(status), status.getReason(), "The request could not be answered.");
        }
        return Problem.response(HttpStatus.INTERNAL_SERVER_ERROR, "The request could not be answered.");
    }
}
