package org.dateline.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.dateline.site.resource.Resource;

/** The templates of {@code src/main/jte}, as the build compiled them. */
public final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.dateline.site.template");

    private Templates() {}

    /** Renders a template, in UTF-8. */
    public static byte[] render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput(32_768);
        ENGINE.render(template, parameters, html);
        return Resource.utf8(html.toString());
    }
}
