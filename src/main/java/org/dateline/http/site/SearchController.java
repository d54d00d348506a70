package org.dateline.http.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.dateline.http.errors.NoPageException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.http.wire.Responses;
import org.dateline.http.wire.WorkRunner;
import org.dateline.model.Catalog;
import org.dateline.model.Measure;
import org.dateline.model.PartialDate;
import org.dateline.model.Party;
import org.dateline.site.page.SearchPages.Search;
import org.dateline.site.page.StorySearchPages;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/** {@code /search/}: the search for readers without script, in the catalog's other languages below their folders. */
@Controller
final class SearchController {

    private static final int MOST_WORDS = 200;

    private static final Parameter<String> WORDS =
            Parameter.text("q", "Words that must all stand in a name or a quote; case and accents do not count");
    private static final Parameter<String> PARTY = Parameter.text("party", "Id of the party that says it");
    private static final Parameter<String> MEASURE =
            Parameter.text("measure", "Id of the measure that its figures count");
    private static final Parameter<PartialDate> FROM = date("from", "First day, month or year, as in `2025-03-11`");
    private static final Parameter<PartialDate> TO = date("to", "Last day, month or year");
    private static final Parameter<String> ORDER = Parameter.choice(
            "order", "Order of the quotes: `newest` (default) or `oldest` first", List.of("newest", "oldest"));
    private static final Parameter<Integer> PAGE =
            Parameter.wholeNumberFrom("page", "Number of the page of 60 quotes", 1, 1_000_000, 1);

    /** All parameters, in the order of the documentation. */
    static final List<Parameter<?>> PARAMETERS = List.of(WORDS, PARTY, MEASURE, FROM, TO, ORDER, PAGE);

    private final Stories stories;
    private final WorkRunner runner;

    SearchController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    private static Parameter<PartialDate> date(String name, String description) {
        return new Parameter<>(name, description, () -> Parameter.schema("string"), PartialDate::parse);
    }

    @Get(
            uris = {"/search", "/{language:[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*}/search"},
            produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> search(HttpRequest<?> request, @Nullable String language) {
        return runner.run(request, WorkKind.QUERY, Cost.LIGHT, () -> found(request, language));
    }

    private HttpResponse<?> found(HttpRequest<?> request, @Nullable String language) {
        LiveSite.State state = stories.of(request).state();
        Catalog catalog = state.site().site().catalog();
        if (language != null
                && (!catalog.languages().contains(language)
                        || LanguageFolder.of(catalog, language).isEmpty())) {
            throw new NoPageException("got the language " + language + ", expected one of the catalog's folders");
        }
        // A form sends what its reader left empty; addresses that social networks extended are searches too.
        Parameters parameters = Parameters.parse(request.getUri().getRawQuery());
        for (Parameter<?> parameter : PARAMETERS) {
            if ("".equals(parameters.values().get(parameter.name()))) {
                parameters = parameters.with(parameter, null);
            }
        }
        if (!request.getUri().getRawPath().endsWith("/")) {
            String query = request.getUri().getRawQuery();
            return HttpResponse.redirect(URI.create("./search/" + (query == null ? "" : "?" + query)));
        }
        Search search = read(parameters, catalog);
        StorySearchPages ofStories = state.site().site().storySearch();
        if (ofStories != null) {
            return Responses.ofPage(
                    request,
                    state.site().headers(),
                    ofStories.find(language == null ? catalog.defaultLanguage() : language, search.words()));
        }
        Parameters asked = parameters;
        return Responses.ofPage(
                request,
                state.site().headers(),
                state.site()
                        .site()
                        .search()
                        .answer(
                                language == null ? catalog.defaultLanguage() : language,
                                search,
                                number -> query(asked, number)));
    }

    private static Search read(Parameters parameters, Catalog catalog) {
        String words = parameters.get(WORDS).orElse("").strip();
        if (words.length() > MOST_WORDS) {
            throw WORDS.unexpected(words.length() + " characters", "at most " + MOST_WORDS);
        }
        return new Search(
                words,
                known(parameters, PARTY, catalog.parties().stream().map(Party::id)),
                known(parameters, MEASURE, catalog.measures().stream().map(Measure::id)),
                parameters.get(FROM).orElse(null),
                parameters.get(TO).orElse(null),
                parameters.get(ORDER).filter("oldest"::equals).isPresent(),
                parameters.get(PAGE).orElse(1));
    }

    private static String known(Parameters parameters, Parameter<String> parameter, Stream<String> ids) {
        String id = parameters.get(parameter).orElse("");
        List<String> all = ids.toList();
        if (!id.isEmpty() && !all.contains(id)) {
            throw parameter.unexpected(id, "one of " + String.join(", ", all));
        }
        return id;
    }

    /** The query of one page of a search, with its question mark; slashes are encoded, so that relative links are resolved correctly. */
    private static String query(Parameters asked, int page) {
        Parameters kept = asked;
        for (String name : List.copyOf(asked.values().keySet())) {
            if (PARAMETERS.stream().noneMatch(known -> known.name().equals(name))) {
                kept = kept.with(Parameter.text(name, ""), null);
            }
        }
        return kept.with(PAGE, page == 1 ? null : Integer.toString(page))
                .toQuery()
                .replace("/", "%2F");
    }
}
