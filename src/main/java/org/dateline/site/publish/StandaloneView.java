package org.dateline.site.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.model.View;
import org.dateline.site.Site;
import org.dateline.site.embed.ViewImages;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.Resource;

/**
 * A view for use outside of its site. Its page contains everything that it shows. Its links lead to the site if the
 * site's address is known; else they are plain text.
 */
public final class StandaloneView {

    private final Site site;
    private final View view;
    private final String language;

    private StandaloneView(Site site, View view, String language) {
        this.site = site;
        this.view = view;
        this.language = language;
    }

    /** @throws IllegalArgumentException if the site has no such view or language */
    public static StandaloneView of(Site site, String view, String language) {
        if (!site.catalog().languages().contains(language)) {
            throw unexpected("language", language, site.catalog().languages());
        }
        return new StandaloneView(
                site,
                site.catalog()
                        .view(view)
                        .orElseThrow(() -> unexpected(
                                "view",
                                view,
                                site.catalog().views().stream().map(View::id).toList())),
                language);
    }

    private static IllegalArgumentException unexpected(String what, String got, List<String> expected) {
        return new IllegalArgumentException(
                "got the " + what + " " + got + ", expected one of " + String.join(", ", expected));
    }

    /** The page; UTF-8. */
    byte[] page() {
        return site.embeds().standalone(view, language);
    }

    /** The images by file name, in the page's folder. */
    Map<String, Resource> images() {
        String folder = LanguageFolder.of(site.catalog(), language) + "embed/";
        Map<String, Resource> images = new LinkedHashMap<>();
        for (String ending : ViewImages.ENDINGS) {
            String name = view.id() + ending;
            images.put(name, site.find(folder + name).orElseThrow());
        }
        return images;
    }

    /** The page as a single file in UTF-8, which ends with a comment that identifies it. */
    public byte[] file() {
        String html = new String(page(), StandardCharsets.UTF_8);
        return Resource.utf8(
                html.stripTrailing() + "\n" + mark() + site.catalog().hash() + " -->\n");
    }

    /** The start of the comment at the end of the file, which is the same for all catalogs. */
    public String mark() {
        return "<!-- Dateline: view " + view.id() + ", catalog ";
    }
}
