package org.dateline.site.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.stories.StorySearch;

/** Renders the pages of what a query finds in all stories of a server. */
public final class StorySearchPages {

    /** The path of the page, within the folder of its language. */
    public static final String PATH = SearchPages.PATH;

    private final SiteContext site;
    private final PageMap map;
    private final StorySearch search;

    public StorySearchPages(SiteContext site, PageMap map) {
        this.site = site;
        this.map = map;
        this.search = new StorySearch(Objects.requireNonNull(site.stories()).stories());
    }

    /** The page of what is found, in a language of the list. */
    public Resource find(String language, String query) {
        Page page = Page.of(site, language, PATH, Page.Kind.SEARCH, "");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("map", map.of(page));
        parameters.put("query", query);
        parameters.put("found", search.find(query));
        byte[] html = Templates.render("storySearch.jte", parameters);
        return new Resource(MediaTypes.HTML, () -> html);
    }
}
