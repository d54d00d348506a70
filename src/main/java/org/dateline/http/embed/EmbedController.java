package org.dateline.http.embed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletionStage;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.query.Parameters;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.Site;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/**
 * {@code /embed/?bbox=…}: any state of the map as an embed. Named views are part of the site itself. Readers of an article
 * share the drawing. Parameters of others, such as those that social networks append, are ignored.
 */
@Controller
final class EmbedController {

    private final Stories stories;
    private final WorkRunner runner;

    EmbedController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Get(uri = "/embed", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> embed(HttpRequest<?> request) {
        LiveSite.State state = stories.of(request).state();
        Site site = state.site().site();
        EmbedParameters known = new EmbedParameters(site.catalog());
        Parameters parameters = known.only(Parameters.parse(request.getUri().getRawQuery()));
        EmbedRequest wanted = known.read(parameters);
        PreparedResource drawn = state.answers().find(wanted);
        return drawn != null
                ? runner.answer(request, drawn, HttpStatus.OK)
                : runner.once(request, state.answers().key(wanted), WorkKind.DRAWING, Cost.HEAVY, () -> {
                            byte[] page = site.embeds()
                                    .page(wanted.view(), wanted.language(), wanted.theme(), parameters.toQuery());
                            return state.answers()
                                    .keep(
                                            wanted,
                                            new Resource(
                                                    MediaTypes.HTML,
                                                    Resource.Caching.REVALIDATE,
                                                    site.embeds().policy(),
                                                    () -> page));
                        })
                        .thenCompose(made -> runner.answer(request, made, HttpStatus.OK));
    }
}
