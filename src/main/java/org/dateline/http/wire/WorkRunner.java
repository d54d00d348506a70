package org.dateline.http.wire;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.site.resource.Encoding;
import org.dateline.work.Admission;
import org.dateline.work.BusyException;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/** Runs expensive work for controllers: admitted, off the event loops, and stopped when the client leaves. */
@Singleton
public final class WorkRunner {

    private final Admission admission;

    private final Connections connections;

    WorkRunner(Admission admission, Connections connections) {
        this.admission = admission;
        this.connections = connections;
    }

    /** Answers a request with the result of some work. */
    public CompletionStage<HttpResponse<?>> run(
            HttpRequest<?> request, WorkKind kind, Cost cost, Callable<HttpResponse<?>> work) {
        if (hasNoRoomFor(cost)) {
            return CompletableFuture.failedFuture(unread());
        }
        return admission.submit(
                kind, cost, connections.client(request), request.getUri().toString(), work);
    }

    /** Makes something once for all clients that request the same key at the same time. */
    public <T> CompletableFuture<T> once(
            HttpRequest<?> request, Object key, WorkKind kind, Cost cost, Callable<T> making) {
        if (hasNoRoomFor(cost)) {
            return CompletableFuture.failedFuture(unread());
        }
        return admission.once(key, kind, cost, connections.client(request), making);
    }

    private boolean hasNoRoomFor(Cost cost) {
        return cost == Cost.HEAVY && connections.isFull();
    }

    private static BusyException unread() {
        return new BusyException("too many answers wait to be read by their clients; try again in a moment", 5);
    }

    /**
     * Answers with a resource in the best encoding that the client accepts, immediately if it is cached; with 304 if
     * the client has the same bytes.
     */
    public CompletionStage<HttpResponse<?>> answer(
            HttpRequest<?> request, PreparedResource resource, HttpStatus status) {
        List<Encoding> accepted = AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING));
        HttpResponse<?> atHand = Responses.atHand(request, resource, resource.choose(accepted), status);
        if (atHand != null) {
            return CompletableFuture.completedFuture(atHand);
        }
        return once(
                        request,
                        resource.key(resource.choose(accepted)),
                        resource.kind(),
                        resource.cost(),
                        () -> resource.make(accepted))
                .thenApply(made -> Responses.of(
                        request,
                        made.body(),
                        resource.headers(made.encoding(), made.body().etag()),
                        status));
    }
}
