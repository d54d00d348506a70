package org.dateline.http.ogc;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dateline.http.live.AnswerCache;
import org.dateline.http.live.Stories;
import org.dateline.http.query.QueryCost;
import org.dateline.http.query.ServerAddress;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.resource.Resource;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/** Makes the framework's requests requests to the API, each with the current state of the site, and has them answered. */
@Singleton
final class ApiRequestReader {

    private final Stories stories;
    private final ServerAddress address;
    private final WorkRunner runner;

    ApiRequestReader(Stories stories, ServerAddress address, WorkRunner runner) {
        this.stories = stories;
        this.address = address;
        this.runner = runner;
    }

    private ApiRequest read(HttpRequest<?> request) {
        return ApiRequest.of(request, stories.of(request).state(), new ApiLinks(address.of(request) + "ogc"), address);
    }

    /** Answers with what costs little. */
    CompletionStage<HttpResponse<?>> answer(HttpRequest<?> request, Function<ApiRequest, HttpResponse<?>> answer) {
        return answer(request, Cost.LIGHT, answer);
    }

    /**
     * Answers off the event loop, as a query: whoever asks first waits for GeoTools, and any query may take its time.
     * What the client has already is not queried again, and what was sent twice is kept.
     */
    CompletionStage<HttpResponse<?>> answer(
            HttpRequest<?> request, Cost cost, Function<ApiRequest, HttpResponse<?>> answer) {
        ApiRequest api = read(request);
        if (SiteHeaders.matches(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), api.etag())) {
            return CompletableFuture.completedFuture(api.notModified());
        }
        AnswerCache answers = api.state().answers();
        KeptAnswer known = answers.findOther(api.etag());
        if (known != null) {
            return CompletableFuture.completedFuture(known.response(request.getMethod()));
        }
        return runner.run(request, WorkKind.QUERY, cost, () -> {
            HttpResponse<?> made = answer.apply(api);
            if (request.getMethod() == HttpMethod.GET && answers.isRepeated(api.etag())) {
                KeptAnswer kept = KeptAnswer.of(made);
                if (kept != null) {
                    answers.keepOther(api.etag(), kept.body().length, kept);
                }
            }
            return made;
        });
    }

    /** Answers with bytes that are made once for all who request the same address, and kept; 204 if there are none. */
    CompletionStage<HttpResponse<?>> answerKept(HttpRequest<?> request, Function<ApiRequest, Resource> making) {
        AnswerCache answers = stories.of(request).state().answers();
        String uri = request.getUri().toString();
        PreparedResource known = answers.find(uri);
        if (known != null) {
            return runner.answer(request, known, HttpStatus.OK);
        }
        return runner.once(
                        request,
                        answers.key(uri),
                        WorkKind.QUERY,
                        QueryCost.ofBounded(request),
                        () -> making.apply(read(request)))
                .thenCompose(made -> made.content().length == 0
                        ? CompletableFuture.completedFuture(nothing(made))
                        : runner.answer(request, answers.keep(uri, made), HttpStatus.OK));
    }

    private static HttpResponse<?> nothing(Resource resource) {
        return HttpResponse.noContent()
                .header(HttpHeaders.CACHE_CONTROL, resource.caching().header())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
