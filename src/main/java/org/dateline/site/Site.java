package org.dateline.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dateline.draw.map.ItemsMap;
import org.dateline.model.Catalog;
import org.dateline.site.embed.Embeds;
import org.dateline.site.page.RecordPages;
import org.dateline.site.page.SearchPages;
import org.dateline.site.page.StorySearchPages;
import org.dateline.site.resource.FormerPaths;
import org.dateline.site.resource.OpenDataFiles;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.dateline.site.resource.StreetTiles;
import org.dateline.work.CachePart;
import org.jspecify.annotations.Nullable;

/**
 * Every page and file that follows from one catalog.
 *
 * @param resources  by path: without a leading slash, {@code ""} for the reading page, pages ending in a slash
 * @param errorPages for missing addresses, by language
 * @param busyPages  for readers who have to come back in a moment, by language
 * @param notes      in place of an embed that does not exist, by language
 * @param former     paths with former ids
 * @param ground     the ground of maps outside of the site's pages, with an address relative to the site's root; null for
 *                   none
 * @param streets    the tiles of streets beneath the map; null for none
 * @param embeds     views as pages for others to frame, including views without a name
 * @param records    the pages of records, which queries find
 * @param search     the pages of what readers search for without script
 * @param storySearch the pages of what is found in all stories; null on the site of one catalog
 * @param drawn      the cache of drawings that several resources share
 */
public record Site(
        Catalog catalog,
        Map<String, Resource> resources,
        Map<String, Resource> errorPages,
        Map<String, Resource> busyPages,
        Map<String, Resource> notes,
        FormerPaths former,
        ItemsMap.@Nullable Ground ground,
        @Nullable StreetTiles streets,
        Embeds embeds,
        RecordPages records,
        SearchPages search,
        @Nullable StorySearchPages storySearch,
        CachePart drawn) {

    public Site {
        resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        errorPages = Map.copyOf(errorPages);
        busyPages = Map.copyOf(busyPages);
        notes = Map.copyOf(notes);
    }

    public Optional<Resource> find(String path) {
        return Optional.ofNullable(resources.get(path));
    }

    /** The error page in the language of that part of the site. */
    public Resource notFound(String path) {
        return inLanguage(errorPages, path);
    }

    /** What an article shows in place of an embed that does not exist. */
    public Resource note(String path) {
        return inLanguage(notes, path);
    }

    private Resource inLanguage(Map<String, Resource> pages, String path) {
        return Objects.requireNonNull(pages.get(languageOf(path)));
    }

    /** The language of a part of the site. */
    public String languageOf(String path) {
        int slash = path.indexOf('/');
        String language = slash > 0 ? path.substring(0, slash) : "";
        return catalog.languages().contains(language) ? language : catalog.defaultLanguage();
    }

    /** The path that took the place of one with a former id; empty if the site has neither. */
    public Optional<String> present(String path) {
        return former.present(path)
                .map(target -> resources.containsKey(target) || target.endsWith("/") ? target : target + "/")
                .filter(resources::containsKey);
    }

    /**
     * The paths that a first visit requests: the reading page and its files. Other pages and files take milliseconds at
     * their first request.
     */
    public List<String> firstVisit() {
        return resources.entrySet().stream()
                .filter(entry -> !isDeeperPage(entry.getKey())
                        && !OpenDataFiles.holds(entry.getKey())
                        && !(entry.getValue() instanceof SlowResource))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isDeeperPage(String path) {
        return path.endsWith("/") && !catalog.languages().contains(path.substring(0, path.length() - 1));
    }
}
